import { defineMessages } from '../../platform/index.ts'

/** The public page of an outage. */
export const publicTexts = defineMessages({
  title: { fa: (what: string) => `قطعی: ${what}`, en: (what: string) => `Outage: ${what}` },
  status: { fa: 'وضعیت سامانه', en: 'Status' },
  what: { fa: 'چه چیزی', en: 'What' },
  since: { fa: 'از', en: 'From' },
  until: { fa: 'تا', en: 'Until' },
  lasts: { fa: 'ادامه دارد', en: 'Goes on' },
  length: { fa: 'مدت', en: 'Length' },
  cause: { fa: 'علت', en: 'Cause' },
  scope: { fa: 'دامنه', en: 'Scope' },
  foundBy: { fa: 'چگونه پیدا شد', en: 'How it was found' },
  byProbes: {
    fa: (places: string) => `با پایش، از ${places} نقطه`,
    en: (places: string) => `By probes, from ${places} place(s)`
  },
  byPeople: { fa: 'با اعلام کارکنان', en: 'Told by staff' },
  expected: { fa: 'بازگشت مورد انتظار', en: 'Expected to return' },
  expectedUnknown: { fa: 'هنوز روشن نیست', en: 'Not known yet' },
  nextUpdate: { fa: 'خبر بعدی تا', en: 'Next news by' },
  note: { fa: 'یادداشت پایانی', en: 'Closing note' },
  notice: { fa: 'اطلاعیه', en: 'Notice' },
  showNotice: { fa: 'متن اطلاعیه و نسخه‌های آن', en: 'The notice and its versions' },
  planned: { fa: 'قطعی برنامه‌ریزی‌شده', en: 'Planned outage' },
  showPlanned: { fa: 'در زمان این برنامه روی داد', en: 'It fell within this plan' },
  reports: { fa: 'گزارش‌های مردم', en: 'Reports of people' },
  reportCount: {
    fa: (n: string) => `${n} گزارش به این قطعی پیوند خورده است`,
    en: (n: string) => `${n} report(s) tell of this outage`
  },
  course: { fa: 'سیر قطعی', en: 'Its course' },
  courseLead: {
    fa: 'هر رویداد برگی در دفتر عمومی دارد که کسی نمی‌تواند آن را پس از نوشتن تغییر دهد.',
    en: 'Each event has a leaf in the public log, which nobody can change once it is written.'
  },
  opened: { fa: 'قطعی پیدا شد', en: 'The outage was found' },
  openedSince: {
    fa: (when: string) => `آغاز: ${when}`,
    en: (when: string) => `It had begun at ${when}`
  },
  updated: { fa: 'خبر تازه', en: 'News' },
  closed: { fa: 'قطعی پایان یافت', en: 'The outage was over' },
  closedAt: {
    fa: (when: string) => `پایان: ${when}`,
    en: (when: string) => `It ended at ${when}`
  },
  corrected: { fa: 'اصلاح شد', en: 'It was corrected' },
  correctedTo: {
    fa: (from: string, to: string) => `اکنون: از ${from} تا ${to}`,
    en: (from: string, to: string) => `Now: from ${from} to ${to}`
  },
  madeVoid: { fa: 'اکنون: قطعی نبود', en: 'Now: it was no outage' },
  void: {
    fa: 'این مورد باطل شده است: پس از بازبینی روشن شد که قطعی نبوده است و در هیچ محاسبه‌ای نمی‌آید.',
    en: 'This one is void: a review found that there was no outage, and no figure counts it.'
  },
  bySystem: { fa: 'سامانه', en: 'the system' },
  byStaff: { fa: 'کارکنان', en: 'staff' }
})

/** The desk pages of outages. */
export const deskTexts = defineMessages({
  title: { fa: 'قطعی‌ها', en: 'Outages' },
  lead: {
    fa: 'پایش قطعی‌ها را خود باز می‌کند و می‌بندد و اطلاعیه آن‌ها را منتشر می‌کند. اینجا علت و خبر را می‌نویسید، آنچه پایش نمی‌بیند باز می‌کنید و اصلاح‌ها را پیشنهاد یا تأیید می‌کنید.',
    en: 'Probes open and close outages by themselves, and publish their notices. Here you say the cause and the news, open what probes cannot see, and propose or approve corrections.'
  },
  open: { fa: 'باز', en: 'Open' },
  none: { fa: 'قطعی جاری نیست.', en: 'There is no open outage.' },
  noneEver: { fa: 'هنوز قطعی‌ای ثبت نشده است.', en: 'No outage was recorded yet.' },
  history: { fa: 'پیشین', en: 'Before' },
  component: { fa: 'بخش', en: 'Component' },
  when: { fa: 'زمان', en: 'When' },
  state: { fa: 'وضعیت', en: 'State' },
  cause: { fa: 'علت', en: 'Cause' },
  note: { fa: 'یادداشت پایانی', en: 'Closing note' },
  noteMissing: { fa: 'یادداشت پایانی ندارد', en: 'Has no closing note' },
  waits: { fa: 'اصلاح در انتظار تأیید', en: 'A correction waits' },
  openForm: { fa: 'بازکردن قطعی', en: 'Open an outage' },
  openLead: {
    fa: 'برای آنچه پایش نمی‌بیند یا هنوز ندیده است. اطلاعیه همان لحظه منتشر می‌شود.',
    en: 'For what probes cannot see, or have not seen yet. The notice is published at once.'
  },
  fromDate: { fa: 'روز آغاز', en: 'Day it began' },
  fromTime: { fa: 'ساعت آغاز', en: 'Time it began' },
  toDate: { fa: 'روز پایان', en: 'Day it ended' },
  toTime: { fa: 'ساعت پایان', en: 'Time it ended' },
  timeHelp: { fa: 'مانند ۱۴:۳۰', en: 'Such as 14:30' },
  expectedDate: { fa: 'روز بازگشت مورد انتظار', en: 'Day it is expected back' },
  expectedTime: { fa: 'ساعت بازگشت مورد انتظار', en: 'Time it is expected back' },
  nextDate: { fa: 'روز خبر بعدی', en: 'Day of the next news' },
  nextTime: { fa: 'ساعت خبر بعدی', en: 'Time of the next news' },
  optional: { fa: 'اگر روشن نیست خالی بگذارید.', en: 'Leave it empty where it is not known.' },
  scopeFa: { fa: 'دامنه، به فارسی', en: 'Scope, in Persian' },
  scopeEn: { fa: 'دامنه، به انگلیسی', en: 'Scope, in English' },
  scopeHelp: {
    fa: 'اگر تنها بخشی از کار نمی‌کند، چه چیزی؛ وگرنه خالی بگذارید.',
    en: 'What exactly does not work, where it is only a part; else leave it empty.'
  },
  wordsFa: { fa: 'خبر، به فارسی', en: 'News, in Persian' },
  wordsEn: { fa: 'خبر، به انگلیسی', en: 'News, in English' },
  noteFa: { fa: 'یادداشت پایانی، به فارسی', en: 'Closing note, in Persian' },
  noteEn: { fa: 'یادداشت پایانی، به انگلیسی', en: 'Closing note, in English' },
  noteHelp: {
    fa: 'چه شد، چه کردید و چه می‌کنید تا دوباره نشود. همگان آن را می‌خوانند.',
    en: 'What it was, what you did, and what you do so that it does not happen again. Everyone reads it.'
  },
  tell: { fa: 'نوشتن خبر', en: 'Tell news' },
  told: { fa: 'خبر منتشر شد.', en: 'The news was published.' },
  close: { fa: 'بستن قطعی', en: 'Close the outage' },
  addNote: { fa: 'نوشتن یادداشت پایانی', en: 'Write the closing note' },
  closed: { fa: 'قطعی بسته شد.', en: 'The outage was closed.' },
  opened: {
    fa: 'قطعی باز شد و اطلاعیه آن منتشر شد.',
    en: 'The outage was opened and its notice published.'
  },
  noteAdded: { fa: 'یادداشت پایانی منتشر شد.', en: 'The closing note was published.' },
  correct: { fa: 'پیشنهاد اصلاح', en: 'Propose a correction' },
  correctLead: {
    fa: 'اصلاح رویدادی تازه است، با دلیل؛ تا شخص دومی تأیید نکند چیزی تغییر نمی‌کند. پس از آن، پایش زمان‌های این قطعی را جابه‌جا نمی‌کند.',
    en: 'A correction is a new event, with its reason; nothing changes until a second person approves. After that, probes do not move the times of this outage.'
  },
  reason: { fa: 'دلیل', en: 'Reason' },
  becauseFa: { fa: 'شرح دلیل، به فارسی', en: 'The reason in words, in Persian' },
  becauseEn: { fa: 'شرح دلیل، به انگلیسی', en: 'The reason in words, in English' },
  isVoid: { fa: 'قطعی نبود؛ باطل شود', en: 'It was no outage; make it void' },
  proposed: {
    fa: 'اصلاح پیشنهاد شد و در انتظار شخص دوم است.',
    en: 'The correction was proposed, and waits for a second person.'
  },
  proposals: { fa: 'اصلاح‌های پیشنهادی', en: 'Proposed corrections' },
  proposedBy: { fa: 'پیشنهاددهنده', en: 'Proposed by' },
  decidedBy: { fa: 'تصمیم‌گیرنده', en: 'Decided by' },
  approve: { fa: 'تأیید', en: 'Approve' },
  decline: { fa: 'رد', en: 'Decline' },
  takeBack: { fa: 'پس‌گرفتن', en: 'Take back' },
  waiting: { fa: 'در انتظار شخص دوم', en: 'Waits for a second person' },
  approved: { fa: 'تأیید شد', en: 'Approved' },
  declined: { fa: 'رد شد', en: 'Declined' },
  done: { fa: 'انجام شد.', en: 'Done.' },
  becomes: { fa: 'چه می‌شود', en: 'What it becomes' },
  publicPage: { fa: 'صفحه همگانی', en: 'Public page' },
  detail: { fa: 'آنچه پایش دید', en: 'What the probe saw' },
  settled: {
    fa: 'کارکنان درباره زمان‌ها تصمیم گرفته‌اند؛ پایش آن‌ها را جابه‌جا نمی‌کند.',
    en: 'People decided on the times; probes do not move them.'
  },
  looks: { fa: 'نتیجه‌های پایش در آن زمان', en: 'What probes saw around it' },
  looksLead: {
    fa: 'هر سطر رشته‌ای از نتیجه‌های یکسان است: از نخستین تا آخرین آن.',
    en: 'Each row is a run of equal results, from the first to the last of them.'
  },
  place: { fa: 'نقطه', en: 'Place' },
  target: { fa: 'هدف', en: 'Target' },
  result: { fa: 'نتیجه', en: 'Result' },
  good: { fa: 'موفق', en: 'Good' },
  failed: { fa: 'ناموفق', en: 'Failed' },
  times: { fa: (n: string) => `${n} بار`, en: (n: string) => `${n} time(s)` },
  span: {
    fa: (a: string, b: string) => `از ${a} تا ${b}`,
    en: (a: string, b: string) => `${a} to ${b}`
  },
  upSince: {
    fa: 'پایش همین بخش را اکنون در دسترس می‌بیند؛ اگر پایان یافته است، ببندید.',
    en: 'Probes find this component up now; close the outage if it is over.'
  },
  authority: { fa: 'دستگاه', en: 'Authority' }
})
