import { defineMessages } from '../platform/index.ts'

/** The promise clock and its explanation. */
export const clockMessages = defineMessages({
  title: { fa: 'این زمان چگونه حساب شده است', en: 'How this time is worked out' },
  lead: {
    fa: (code: string) => `ساعت تعهد درخواست ${code}، بازه به بازه.`,
    en: (code: string) => `The promise clock of application ${code}, stretch by stretch.`
  },
  runsHours: {
    fa: 'این زمان شبانه‌روزی شمرده می‌شود؛ جمعه‌ها و روزهای تعطیل هم به حساب می‌آید.',
    en: 'This time counts day and night; Fridays and holidays count too.'
  },
  runsCalendarDays: {
    fa: 'این روزها روز تقویمی است؛ جمعه‌ها و روزهای تعطیل هم به حساب می‌آید.',
    en: 'These are calendar days; Fridays and holidays count too.'
  },
  runsWorkingDays: {
    fa: 'این زمان تنها در ساعت‌های کاری دستگاه شمرده می‌شود؛ جمعه‌ها و روزهای تعطیل به حساب نمی‌آید.',
    en: 'This time counts only in the office hours of the public body; Fridays and holidays do not count.'
  },
  dayWeighs: {
    fa: 'هر روز کاری، کوتاه یا بلند، یک روز شمرده می‌شود و بخشی از روز به نسبت ساعت کاری همان روز. ساعت‌های شب در جدول نیامده است.',
    en: 'Every working day, short or long, counts as one; a part of a day counts by the office hours of that day. Nights are left out of the table.'
  },
  leftOf: {
    fa: (left: string, of: string) => `${left} از ${of}`,
    en: (left: string, of: string) => `${left} of ${of}`
  },
  days: { fa: (n: string) => `${n} روز`, en: (n: string) => `${n} days` },
  oneDay: { fa: (n: string) => `${n} روز`, en: (n: string) => `${n} day` },
  workingDays: { fa: (n: string) => `${n} روز کاری`, en: (n: string) => `${n} working days` },
  oneWorkingDay: { fa: (n: string) => `${n} روز کاری`, en: (n: string) => `${n} working day` },
  and: { fa: ' و ', en: ' and ' },
  comma: { fa: '، ', en: ', ' },
  notStarted: {
    fa: 'ساعت هنوز آغاز نشده است',
    en: 'The clock has not started'
  },
  notStartedWhy: {
    fa: 'ساعت تعهد هنگامی آغاز می‌شود که همه مدارک الزامی رسیده باشد.',
    en: 'The promise clock starts when all required documents have arrived.'
  },
  stopped: { fa: 'ساعت پایان یافته است', en: 'The clock has stopped' },
  stoppedWhy: {
    fa: 'با انصراف متقاضی، این ساعت بدون نتیجه پایان یافت.',
    en: 'The applicant withdrew, so this clock ended without a verdict.'
  },
  running: { fa: 'در جریان', en: 'Running' },
  atRisk: { fa: 'نزدیک به سررسید', en: 'Close to its due time' },
  beyondCalendar: {
    fa: 'تقویم کاری دستگاه هنوز تا سررسید این درخواست منتشر نشده است؛ با انتشار آن، سررسید تعیین می‌شود.',
    en: 'The office calendar is not published as far as this due time yet; the due time is set when it is.'
  },
  lateOutside: {
    fa: 'پاسخ پس از سررسید و بیرون از ساعت کاری داده شد.',
    en: 'The answer came after the due time, outside office hours.'
  },
  paused: { fa: 'ساعت ایستاده است', en: 'The clock stands' },
  pausedWhy: {
    fa: 'درخواست برای تکمیل نزد متقاضی است. تا پاسخ او زمان شمرده نمی‌شود.',
    en: 'The application is with the applicant for completion. Time does not count until the answer.'
  },
  overdue: { fa: 'گذشته از سررسید', en: 'Past its due time' },
  overdueBy: {
    fa: (much: string) => `${much} از سررسید گذشته است.`,
    en: (much: string) => `Past its due time by ${much}.`
  },
  overdueOutside: {
    fa: 'سررسید گذشته است و پس از آن هنوز زمانی شمرده نشده است.',
    en: 'The due time has passed; no time has counted since.'
  },
  kept: { fa: 'به‌موقع پاسخ داده شد', en: 'Answered in time' },
  late: { fa: 'پس از سررسید پاسخ داده شد', en: 'Answered late' },
  lateBy: {
    fa: (much: string) => `پاسخ ${much} دیر داده شد.`,
    en: (much: string) => `The answer was late by ${much}.`
  },
  startedAt: { fa: 'آغاز', en: 'Started' },
  doneAt: { fa: 'پایان', en: 'Ended' },
  target: { fa: 'زمان تعهدشده', en: 'Promised time' },
  calendar: { fa: 'تقویم', en: 'Calendar' },
  always: { fa: 'همه ساعت‌ها', en: 'Every hour' },
  office: {
    fa: (version: string) => `ساعت کاری دستگاه، نسخه ${version}`,
    en: (version: string) => `Office hours of the public body, version ${version}`
  },
  when: { fa: 'روز و ساعت', en: 'Day and time' },
  within: {
    fa: (day: string, from: string, to: string) => `${day}، از ${from} تا ${to}`,
    en: (day: string, from: string, to: string) => `${day}, ${from} to ${to}`
  },
  at: {
    fa: (day: string, time: string) => `${day}، ساعت ${time}`,
    en: (day: string, time: string) => `${day}, ${time}`
  },
  across: {
    fa: (from: string, to: string) => `${from} تا ${to}`,
    en: (from: string, to: string) => `${from} to ${to}`
  },
  since: {
    fa: (day: string, from: string) => `از ${day}، ساعت ${from}؛ ادامه دارد`,
    en: (day: string, from: string) => `Since ${day}, ${from}; still going on`
  },
  allDay: { fa: (day: string) => `${day}، همه روز`, en: (day: string) => `${day}, all day` },
  partOfDay: {
    fa: (length: string, day: string) => `${length} از ${day} کاری آن روز`,
    en: (length: string, day: string) => `${length} of the ${day} of that day`
  },
  share: { fa: 'سهم از وعده', en: 'Of the promise' },
  kind: { fa: 'شمرده می‌شود؟', en: 'Does it count?' },
  length: { fa: 'مدت', en: 'Length' },
  outsideHours: { fa: 'بیرون از ساعت کاری', en: 'Outside office hours' },
  afterDue: { fa: '(پس از سررسید)', en: '(after the due time)' },
  untilNow: { fa: 'تا اکنون', en: 'Until now' },
  untilEnd: { fa: 'از آغاز تا پایان', en: 'From the start to the end' },
  fromNow: { fa: 'از اکنون تا سررسید', en: 'From now to the due time' },
  counted: { fa: 'شمرده شد', en: 'Counted' },
  countedAhead: { fa: 'شمرده خواهد شد', en: 'Will count' },
  closedAhead: { fa: 'بسته خواهد بود', en: 'Will be closed' },
  closed: { fa: 'بسته بود', en: 'Closed' },
  pausedNow: { fa: 'متوقف است', en: 'Paused now' },
  pausedStretch: { fa: 'متوقف بود', en: 'Paused' },
  stretches: { fa: 'بازه‌های زمان', en: 'Stretches of time' },
  noStretches: {
    fa: 'هنوز زمانی شمرده نشده است.',
    en: 'No time has been counted yet.'
  },
  sumPast: { fa: 'جمع زمان شمرده‌شده', en: 'Time counted in all' },
  sumAhead: { fa: 'جمع زمانی که شمرده خواهد شد', en: 'Time that will count in all' },
  sumOver: {
    fa: (promise: string, over: string) => `${promise} وعده، و ${over} پس از سررسید.`,
    en: (promise: string, over: string) => `The promise of ${promise}, and ${over} after it.`
  },
  checkSum: {
    fa: (used: string, left: string, whole: string) =>
      `${used} شمرده شد و ${left} مانده است؛ با هم ${whole}.`,
    en: (used: string, left: string, whole: string) =>
      `${used} counted and ${left} left: ${whole} together.`
  },
  causeReturned: { fa: 'برگشت برای تکمیل', en: 'Returned for completion' },
  causeOwnOutage: {
    fa: 'قطعی سامانه خود دستگاه (تمدید سررسید)',
    en: 'Outage of the body’s own system (deadline extended)'
  },
  extensions: { fa: 'تمدید سررسید', en: 'The deadline was extended' },
  extensionsLead: {
    fa: 'در قطعی سامانه خود دستگاه رسیدگی ممکن نبود. یک نفر پیشنهاد داد و نفر دوم تأیید کرد؛ ساعت درست در همان بازه ایستاد و نه بیشتر.',
    en: 'Nobody could work during an outage of the body’s own system. One person proposed it and a second approved; the clock stood for exactly that time and no longer.'
  },
  extension: {
    fa: (from: string, to: string) => `قطعی از ${from} تا ${to}. سبب:`,
    en: (from: string, to: string) => `Outage from ${from} to ${to}. Reason:`
  },
  extensionGranted: {
    fa: (at: string) => `(تأیید: ${at})`,
    en: (at: string) => `(approved on ${at})`
  },
  extensionErased: { fa: 'متن پاک شده است.', en: 'the text was erased.' },
  causeDecided: {
    fa: 'درخواست پایان یافته بود و سپس باز شد',
    en: 'The file was decided, and opened again later'
  },
  due: { fa: 'سررسید', en: 'Due' },
  answer: { fa: 'نتیجه', en: 'Outcome' },
  runSince: {
    fa: (at: string) =>
      `این دور با بازگشایی درخواست در ${at} آغاز شد. آنچه پیش از آن گذشت در پایین همین صفحه آمده است.`,
    en: (at: string) =>
      `This run began when the application was opened again on ${at}. What went before is below.`
  },
  earlierRuns: { fa: 'پیش از بازگشایی', en: 'Before it was opened again' },
  earlierRunsLead: {
    fa: 'هر دور ساعت جداگانه سنجیده می‌شود؛ بازگشایی، نتیجه دور پیش را عوض نمی‌کند.',
    en: 'Each run of the clock is measured by itself; opening the application again does not change the outcome of the run before.'
  },
  gap: {
    fa: (ended: string, opened: string, reason: string) =>
      `از ${ended} تا ${opened} زمانی شمرده نشد: درخواست پایان یافته بود. سبب بازگشایی: ${reason}.`,
    en: (ended: string, opened: string, reason: string) =>
      `From ${ended} to ${opened} no time counted: the application had ended. Reason for opening it again: ${reason}.`
  },
  knowledge: {
    fa: 'این محاسبه بر پایه اطلاعات چه زمانی باشد؟',
    en: 'As known when?'
  },
  knowledgeLead: {
    fa: 'گاهی خبری دیرتر از رویداد ثبت می‌شود، مانند نامه‌ای که با پست رسیده است. اینجا محاسبه را بر پایه اطلاعات امروز یا هر زمان گذشته ببینید.',
    en: 'News sometimes arrives after the event, as with a letter by post. See the clock as known today, or at any earlier time.'
  },
  knownNow: { fa: 'بر پایه اطلاعات امروز', en: 'As known now' },
  knownThen: {
    fa: (at: string) => `بر پایه اطلاعات ${at}`,
    en: (at: string) => `As known on ${at}`
  },
  moments: {
    fa: 'زمان‌هایی که خبر تازه‌ای ثبت شد',
    en: 'Times at which something became known'
  },
  knownDate: { fa: 'تاریخ', en: 'Date' },
  knownTime: { fa: 'ساعت', en: 'Time' },
  knownTimeHelp: { fa: 'مانند ۱۴:۳۰', en: 'Such as 14:30' },
  show: { fa: 'نمایش', en: 'Show' },
  badTime: {
    fa: 'ساعت را مانند ۱۴:۳۰ بنویسید.',
    en: 'Write the time such as 14:30.'
  },
  before: {
    fa: 'در آن زمان این درخواست هنوز ثبت نشده بود.',
    en: 'At that time this application was not registered yet.'
  },
  changed: {
    fa: 'نتیجه آن زمان با نتیجه امروز یکی نیست:',
    en: 'The answer of that time differs from the answer of today:'
  },
  same: {
    fa: 'نتیجه آن زمان با نتیجه امروز یکی است.',
    en: 'The answer of that time is the same as today.'
  },
  thenDue: { fa: 'سررسید بر پایه اطلاعات آن زمان', en: 'Due as known then' },
  nowDue: { fa: 'سررسید بر پایه اطلاعات امروز', en: 'Due as known now' },
  backToCase: { fa: 'بازگشت به درخواست', en: 'Back to the application' }
})
