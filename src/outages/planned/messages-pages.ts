import { defineMessages } from '../../platform/index.ts'

/** The calendar that others subscribe to. */
export const calendarTexts = defineMessages({
  name: { fa: 'قطعی‌های برنامه‌ریزی‌شده', en: 'Planned outages' },
  description: {
    fa: 'قطعی‌های برنامه‌ریزی‌شده و توقف خدمات، چنان‌که اعلام شده است.',
    en: 'Planned outages and suspensions of services, as announced.'
  }
})

/** Words for kinds, states and verdicts of planned outages. */
export const plannedWords = defineMessages({
  outage: { fa: 'قطعی سامانه', en: 'Outage of the site' },
  'form-closed': { fa: 'بسته شدن فرم', en: 'Form closed' },
  'service-withdrawn': { fa: 'توقف ارائه خدمت', en: 'Service withdrawn' },
  'office-closure': { fa: 'تعطیلی دفتر', en: 'Office closed' },
  announced: { fa: 'اعلام‌شده', en: 'Announced' },
  'under-way': { fa: 'در جریان', en: 'Under way' },
  over: { fa: 'پایان‌یافته', en: 'Over' },
  cancelled: { fa: 'لغوشده', en: 'Cancelled' },
  valid: {
    fa: (lead: string) => `معتبر: اطلاعیه ${lead} پیش از آغاز روی پرتال دیده شد.`,
    en: (lead: string) => `Valid: the notice was seen on the portal ${lead} before the start.`
  },
  'notice-not-seen': {
    fa: 'هیچ پایشگری هنوز اطلاعیه را روی پرتال ندیده است؛ تا آن زمان ۷۲ ساعت آغاز نمی‌شود.',
    en: 'No probe has seen the notice on the portal yet; the 72 hours have not begun.'
  },
  'notice-late': {
    fa: 'اطلاعیه کمتر از ۷۲ ساعت پیش از آغاز دیده شد: قطعی برنامه‌ریزی‌شده به شمار نمی‌آید.',
    en: 'The notice was seen less than 72 hours before the start: this does not count as planned.'
  },
  'moved-late': {
    fa: 'زمان تازه کمتر از ۷۲ ساعت پیش از آغاز دیده شد: قطعی برنامه‌ریزی‌شده به شمار نمی‌آید.',
    en: 'The new time was seen less than 72 hours before the start: this does not count as planned.'
  },
  partly: {
    fa: (to: string) => `تنها تا ${to} ۷۲ ساعت پیش اعلام شده بود؛ پس از آن قطعی عادی است.`,
    en: (to: string) =>
      `Only the time up to ${to} was announced 72 hours ahead; after it counts as down.`
  },
  seenBy: {
    fa: (at: string) => `باید تا ${at} دیده شود.`,
    en: (at: string) => `It must be seen by ${at}.`
  },
  span: {
    fa: (from: string, to: string) => `از ${from} تا ${to}`,
    en: (from: string, to: string) => `From ${from} to ${to}`
  },
  wholeAuthority: { fa: 'همه خدمات دستگاه', en: 'All services of the authority' }
})

/** The public page of one planned outage. */
export const publicTexts = defineMessages({
  title: { fa: 'قطعی برنامه‌ریزی‌شده', en: 'Planned outage' },
  when: { fa: 'زمان', en: 'Time' },
  what: { fa: 'بخش‌ها', en: 'Parts' },
  kind: { fa: 'گونه', en: 'Kind' },
  authority: { fa: 'دستگاه', en: 'Authority' },
  notice: { fa: 'متن اطلاعیه', en: 'The notice' },
  calendar: { fa: 'افزودن به تقویم (iCalendar)', en: 'Add to a calendar (iCalendar)' },
  history: { fa: 'آنچه اعلام شد', en: 'What was announced' },
  announcedAt: { fa: 'اعلام', en: 'Announced' },
  seenAt: { fa: 'دیده‌شده روی پرتال', en: 'Seen on the portal' },
  notSeen: { fa: 'دیده نشده', en: 'Not seen' },
  joins: { fa: 'افزوده به', en: 'Added to' },
  verdict: { fa: 'قاعده ۷۲ ساعت', en: 'The rule of 72 hours' },
  officeNote: {
    fa: 'تعطیلی دفتر هیچ سررسیدی را جابه‌جا نمی‌کند؛ روزهای کاری تنها با تعطیلی ثبت‌شده در تقویم اداری دستگاه کم می‌شود.',
    en: 'A closed office moves no due instant; working days become fewer only by a closure in the office calendar of the authority.'
  },
  status: { fa: 'وضعیت سامانه', en: 'Status' }
})

/** The pages on which planned outages are made. */
export const deskTexts = defineMessages({
  title: { fa: 'قطعی‌ها و توقف‌های برنامه‌ریزی‌شده', en: 'Planned outages and suspensions' },
  lead: {
    fa: 'پیش از هر قطعی یا توقف برنامه‌ریزی‌شده، اطلاعیه باید ۷۲ ساعت زودتر روی پرتال دیده شده باشد. آنچه نمی‌تواند صبر کند برنامه‌ریزی‌شده نیست و اضطراری ثبت می‌شود.',
    en: 'Before any planned outage or suspension, its notice must have been seen on the portal for 72 hours. What cannot wait is not planned, and is recorded as an emergency.'
  },
  plan: { fa: 'برنامه تازه', en: 'New plan' },
  emergency: { fa: 'توقف اضطراری خدمت', en: 'Emergency suspension' },
  earliest: { fa: 'زودترین آغاز قانونی', en: 'Earliest lawful start' },
  earliestHow: {
    fa: (sight: string, seenBy: string) =>
      `اگر همین حالا اعلام شود: ${sight} برای دیده شدن اطلاعیه روی پرتال (تا ${seenBy})، و پس از آن ۷۲ ساعت.`,
    en: (sight: string, seenBy: string) =>
      `If it is announced now: ${sight} for the notice to be seen on the portal (by ${seenBy}), and then 72 hours.`
  },
  earliestMove: {
    fa: (at: string) => `زودترین آغازی که این برنامه می‌تواند داشته باشد: ${at}.`,
    en: (at: string) => `The earliest start that this plan can have: ${at}.`
  },
  list: { fa: 'برنامه‌ها', en: 'Plans' },
  none: { fa: 'هیچ برنامه‌ای اعلام نشده است.', en: 'Nothing is planned.' },
  emergencies: { fa: 'توقف‌های اضطراری', en: 'Emergency suspensions' },
  what: { fa: 'چه', en: 'What' },
  when: { fa: 'زمان', en: 'Time' },
  state: { fa: 'وضع', en: 'State' },
  verdict: { fa: 'قاعده ۷۲ ساعت', en: 'Rule of 72 hours' },
  validShort: { fa: 'رعایت شد', en: 'Kept' },
  waitsShort: { fa: 'اطلاعیه دیده نشده', en: 'Notice not seen' },
  voidShort: { fa: 'رعایت نشد', en: 'Not kept' },
  authority: { fa: 'دستگاه', en: 'Authority' },
  kind: { fa: 'چه برنامه‌ریزی می‌شود؟', en: 'What is planned?' },
  outageHelp: {
    fa: 'بخشی از سامانه در دسترس نخواهد بود',
    en: 'A part of the site will not be available'
  },
  formHelp: {
    fa: 'درخواست تازه پذیرفته نمی‌شود؛ پیش‌نویس‌ها می‌مانند',
    en: 'No new application is taken; drafts are kept'
  },
  withdrawnHelp: {
    fa: 'خدمت ارائه نمی‌شود؛ روی شناسنامه و در جست‌وجو هم نشان داده می‌شود',
    en: 'The service is not offered; shown on its card and in search as well'
  },
  officeHelp: {
    fa: 'تنها نشان داده می‌شود؛ روزهای کاری فقط با تعطیلی ثبت‌شده در تقویم اداری کم می‌شود',
    en: 'Is only shown; working days become fewer only by a closure in the office calendar'
  },
  parts: { fa: 'بخش‌ها و خدمات', en: 'Parts and services' },
  partsHelp: {
    fa: 'برای تعطیلی دفتر لازم نیست. برای بسته شدن فرم و توقف خدمت تنها خدمات را برگزینید.',
    en: 'Not needed for an office closure. For a closed form or a withdrawal choose services only.'
  },
  fromDate: { fa: 'تاریخ آغاز', en: 'Start date' },
  fromTime: { fa: 'ساعت آغاز', en: 'Start time' },
  toDate: { fa: 'تاریخ پایان', en: 'End date' },
  toTime: { fa: 'ساعت پایان', en: 'End time' },
  timeHelp: { fa: 'مانند ۰۹:۰۰، به وقت ایران', en: 'Such as 09:00, Iran time' },
  from: { fa: 'آغاز', en: 'Start' },
  to: { fa: 'پایان', en: 'End' },
  wordsFa: { fa: 'توضیح به فارسی', en: 'Explanation in Persian' },
  wordsEn: { fa: 'توضیح به انگلیسی', en: 'Explanation in English' },
  wordsHelp: {
    fa: 'چه می‌شود و چرا. در اطلاعیه می‌آید؛ یا هر دو زبان یا هیچ‌کدام.',
    en: 'What is done, and why. Stands in the notice; both languages or neither.'
  },
  announce: { fa: 'اعلام و انتشار اطلاعیه', en: 'Announce and publish the notice' },
  announced: {
    fa: 'اعلام شد و اطلاعیه آن منتشر شد. ۷۲ ساعت از زمانی آغاز می‌شود که پایشگر بیرونی آن را ببیند.',
    en: 'Announced, and its notice is published. The 72 hours begin when an outside probe sees it.'
  },
  move: { fa: 'جابه‌جایی', en: 'Move' },
  moveLead: {
    fa: 'آغاز دیرتر همان اطلاعیه را نگه می‌دارد؛ آغاز زودتر ۷۲ ساعت تازه می‌خواهد؛ آنچه طولانی‌تر شود تنها به اندازه زمان اعلام‌شده معاف است.',
    en: 'A later start keeps the notice that it has; an earlier one needs 72 hours of its own; what is made longer is exempt for the announced length only.'
  },
  moved: { fa: 'زمان تازه اعلام شد.', en: 'The new time is announced.' },
  add: { fa: 'افزودن بخش یا خدمت', en: 'Add a part or service' },
  addLead: {
    fa: 'آنچه افزوده می‌شود برنامه‌ای جدا با همین زمان است و اطلاعیه و ۷۲ ساعت خود را می‌خواهد.',
    en: 'What is added is a plan of its own over the same time, with a notice and 72 hours of its own.'
  },
  added: { fa: 'افزوده و اعلام شد.', en: 'Added and announced.' },
  cancel: { fa: 'لغو', en: 'Cancel' },
  because: { fa: 'سبب لغو', en: 'Why' },
  notNeeded: { fa: 'دیگر نیازی نیست', en: 'Not needed any more' },
  postponed: { fa: 'به زمانی دیگر افتاد', en: 'Put off to another time' },
  cancelled: { fa: 'لغو شد و اطلاعیه آن را می‌گوید.', en: 'Cancelled, and the notice says so.' },
  end: { fa: 'پایان دادن همین حالا', en: 'End it now' },
  ended: { fa: 'پایان یافت.', en: 'It is over.' },
  notBegunWarning: {
    fa: 'اگر اطلاعیه تا آن زمان دیده نشود، این توقف آغاز نمی‌شود و لغو می‌شود.',
    en: 'If its notice is not seen by then, this suspension does not begin and is cancelled.'
  },
  emergencyLead: {
    fa: 'این کار شدنی است و نقض تعهد به شمار می‌آید: با سبب آن ثبت و با اطلاعیه خود منتشر می‌شود. قطعی بی‌برنامه سامانه در صفحه «قطعی‌ها» ثبت می‌شود.',
    en: 'This can be done, and is a breach: it is recorded with its reason and published with a notice of its own. An unplanned outage of the site is recorded on the page “Outages”.'
  },
  reason: { fa: 'سبب', en: 'Reason' },
  reasonMissing: { fa: 'سبب را برگزینید.', en: 'Choose the reason.' },
  untilDate: { fa: 'تا تاریخ', en: 'Until (date)' },
  untilTime: { fa: 'ساعت', en: 'Time' },
  untilHelp: { fa: 'خالی: تا زمانی که کسی به آن پایان دهد.', en: 'Empty: until somebody ends it.' },
  suspend: { fa: 'توقف همین حالا', en: 'Suspend now' },
  suspended: {
    fa: 'متوقف شد و اطلاعیه آن منتشر شد.',
    en: 'Suspended, and its notice is published.'
  },
  since: { fa: (at: string) => `از ${at}`, en: (at: string) => `Since ${at}` },
  open: { fa: 'بی‌پایان معلوم', en: 'no end known' },
  extensions: { fa: 'تمدید سررسید برای قطعی سامانه', en: 'Deadlines extended for outages' },
  extensionsLead: {
    fa: 'قطعی سامانه خود دستگاه می‌تواند رسیدگی را ناممکن کند. تمدید هیچ‌گاه خودکار نیست: مدیر فناوری پیشنهاد می‌کند و نفر دوم تصمیم می‌گیرد. ساعت درخواست‌های باز درست در بازه همان قطعی می‌ایستد.',
    en: 'An outage of the body’s own can make work impossible. An extension is never automatic: the IT manager proposes it and a second person decides. The clocks of open cases stand for exactly that outage.'
  },
  extensionsNone: { fa: 'پیشنهادی نیست.', en: 'There is no proposal.' },
  propose: { fa: 'پیشنهاد تمدید', en: 'Propose an extension' },
  outage: { fa: 'قطعی', en: 'Outage' },
  outageMissing: { fa: 'قطعی را برگزینید.', en: 'Choose the outage.' },
  outageNone: {
    fa: 'قطعی پایان‌یافته‌ای نیست که تمدید برای آن پذیرفته باشد.',
    en: 'There is no outage that is over and for which deadlines can be extended.'
  },
  reasonHelp: {
    fa: 'متقاضیان آن را در توضیح سررسید خود می‌خوانند.',
    en: 'Applicants read it where their due instant is explained.'
  },
  proposed: {
    fa: 'پیشنهاد ثبت شد و در انتظار نفر دوم است.',
    en: 'Proposed; it waits for a second person.'
  },
  approve: { fa: 'تأیید', en: 'Approve' },
  decline: { fa: 'رد', en: 'Decline' },
  takeBack: { fa: 'پس گرفتن', en: 'Take back' },
  decided: { fa: 'تصمیم ثبت شد.', en: 'Decided.' },
  waits: { fa: 'در انتظار نفر دوم', en: 'Waits for a second person' },
  granted: { fa: 'تأییدشده', en: 'Approved' },
  declined: { fa: 'رد‌شده', en: 'Declined' },
  cases: { fa: (n: string) => `${n} درخواست`, en: (n: string) => `${n} cases` },
  casesTitle: { fa: 'درخواست‌ها', en: 'Cases' },
  publicPage: { fa: 'صفحه همگانی', en: 'Public page' },
  noSuchTime: {
    fa: 'این ساعت در آن روز نیست: ساعت رسمی جلو کشیده شده است.',
    en: 'There is no such time on that day: the clocks were put forward.'
  },
  badTime: { fa: 'ساعت را مانند ۰۹:۰۰ بنویسید.', en: 'Write the time such as 09:00.' },
  noProbe: {
    fa: 'هیچ نقطه پایشی در یک ساعت گذشته گزارش نداده است. تا پایشگری اطلاعیه را نبیند، ۷۲ ساعت آغاز نمی‌شود.',
    en: 'No vantage point has reported in the past hour. Until a probe sees the notice, the 72 hours do not begin.'
  }
})
