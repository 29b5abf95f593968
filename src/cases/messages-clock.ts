import { defineMessages } from '../platform/index.ts'

/** The promise clock and its explanation. */
export const clockMessages = defineMessages({
  title: { fa: 'این زمان چگونه حساب شده است', en: 'How this time is worked out' },
  lead: {
    fa: (code: string) => `ساعت تعهد درخواست ${code}، بازه به بازه.`,
    en: (code: string) => `The promise clock of application ${code}, stretch by stretch.`
  },
  runsHours: {
    fa: 'این ساعت در همه ساعت‌های شبانه‌روز و همه روزها می‌گذرد.',
    en: 'This clock counts every hour of every day.'
  },
  runsCalendarDays: {
    fa: 'روزهای این ساعت روز تقویمی است: تعطیل‌ها هم شمرده می‌شود.',
    en: 'The days of this clock are calendar days: holidays count too.'
  },
  runsWorkingDays: {
    fa: 'این ساعت فقط در ساعت‌های کاری دستگاه می‌گذرد؛ جمعه‌ها و تعطیل‌ها شمرده نمی‌شود.',
    en: 'This clock counts only the office hours of the public body; Fridays and holidays do not count.'
  },
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
  atRisk: { fa: 'نزدیک به پایان مهلت', en: 'Close to its due time' },
  beyondCalendar: {
    fa: 'تقویم کاری دستگاه هنوز تا پایان این مهلت منتشر نشده است؛ با انتشار آن، مهلت تعیین می‌شود.',
    en: 'The office calendar is not published as far as this due time yet; the due time is set when it is.'
  },
  lateOutside: {
    fa: 'پاسخ پس از مهلت و بیرون از ساعت کاری داده شد.',
    en: 'The answer came after the due time, outside office hours.'
  },
  paused: { fa: 'متوقف', en: 'Paused' },
  pausedWhy: {
    fa: 'پرونده برای تکمیل نزد متقاضی است. تا پاسخ او زمان شمرده نمی‌شود.',
    en: 'The file is with the applicant for completion. Time does not count until the answer.'
  },
  overdue: { fa: 'از مهلت گذشته است', en: 'Past its due time' },
  overdueBy: {
    fa: (much: string) => `${much} از مهلت گذشته است.`,
    en: (much: string) => `Past its due time by ${much}.`
  },
  kept: { fa: 'به‌موقع پاسخ داده شد', en: 'Answered in time' },
  late: { fa: 'دیرتر از مهلت پاسخ داده شد', en: 'Answered late' },
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
  from: { fa: 'از', en: 'From' },
  to: { fa: 'تا', en: 'To' },
  until: { fa: 'ادامه دارد', en: 'still going on' },
  kind: { fa: 'شمرده می‌شود؟', en: 'Does it count?' },
  length: { fa: 'مدت', en: 'Length' },
  cause: { fa: 'سبب', en: 'Cause' },
  counted: { fa: 'شمرده شد', en: 'Counted' },
  countedAhead: { fa: 'شمرده خواهد شد', en: 'Will count' },
  closedAhead: { fa: 'بسته خواهد بود', en: 'Will be closed' },
  closed: { fa: 'بسته بود', en: 'Closed' },
  pausedStretch: { fa: 'متوقف بود', en: 'Paused' },
  stretches: { fa: 'بازه‌های زمان', en: 'Stretches of time' },
  noStretches: {
    fa: 'هنوز زمانی شمرده نشده است.',
    en: 'No time has been counted yet.'
  },
  total: { fa: 'جمع زمان شمرده‌شده', en: 'Time counted in all' },
  causeReturned: { fa: 'برگشت برای تکمیل', en: 'Returned for completion' },
  causeDecided: {
    fa: 'پرونده پایان یافته بود و سپس باز شد',
    en: 'The file was decided, and opened again later'
  },
  knowledge: { fa: 'با دانسته‌های کدام زمان؟', en: 'As known when?' },
  knowledgeLead: {
    fa: 'گاهی خبری دیرتر از رویداد می‌رسد، مانند رسیدن نامه پستی. اینجا ساعت را با دانسته‌های امروز یا هر زمان گذشته ببینید.',
    en: 'News sometimes arrives after the event, as with a letter by post. See the clock as known today, or at any earlier time.'
  },
  knownNow: { fa: 'دانسته‌های امروز', en: 'As known now' },
  knownThen: {
    fa: (at: string) => `دانسته‌های ${at}`,
    en: (at: string) => `As known on ${at}`
  },
  moments: {
    fa: 'زمان‌هایی که چیزی دانسته شد',
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
    fa: 'پاسخ آن زمان با پاسخ امروز یکی نیست:',
    en: 'The answer of that time differs from the answer of today:'
  },
  same: {
    fa: 'پاسخ آن زمان با پاسخ امروز یکی است.',
    en: 'The answer of that time is the same as today.'
  },
  thenDue: { fa: 'مهلت با دانسته‌های آن زمان', en: 'Due as known then' },
  nowDue: { fa: 'مهلت با دانسته‌های امروز', en: 'Due as known now' },
  table: { fa: 'دریافت این جدول (CSV)', en: 'Download this table (CSV)' },
  backToCase: { fa: 'بازگشت به درخواست', en: 'Back to the application' }
})
