import { defineMessages } from '../../platform/index.ts'

/** What the pages of one component say. */
export const componentMessages = defineMessages({
  twelveMonths: { fa: '۱۲ ماه گذشته', en: 'Last 12 months' },
  month: { fa: 'ماه', en: 'Month' },
  up: { fa: 'در دسترس', en: 'Up' },
  down: { fa: 'قطع', en: 'Down' },
  planned: { fa: 'برنامه‌ریزی‌شده', en: 'Planned' },
  unknown: { fa: 'نامعلوم', en: 'Unknown' },
  denominator: { fa: 'مخرج', en: 'Denominator' },
  percent: { fa: 'در دسترس بودن', en: 'Availability' },
  sum: { fa: 'جمع', en: 'Sum' },
  seconds: { fa: 'ثانیه', en: 'seconds' },
  windowSeconds: { fa: 'طول دوره', en: 'Window' },
  figures: { fa: 'عددهای این ماه', en: 'Figures of the month' },
  burnTitle: { fa: 'بودجه این ماه', en: 'Budget of this month' },
  burnUsed: {
    fa: (used: string, all: string) => `${used} از ${all} بودجه این ماه مصرف شده است.`,
    en: (used: string, all: string) => `${used} of the month’s ${all} is used.`
  },
  burnRate: {
    fa: (rate: string) => `آهنگ مصرف: ${rate} برابر آهنگی که بودجه را درست تا پایان ماه می‌رساند.`,
    en: (rate: string) => `Burn rate: ${rate} times the pace that would just last the month.`
  },
  burnGoneAt: {
    fa: (at: string) => `اگر همین‌گونه بماند، بودجه در ${at} تمام می‌شود.`,
    en: (at: string) => `If it goes on like this, it is gone at ${at}.`
  },
  burnLasts: {
    fa: 'با همین آهنگ، بودجه تا پایان ماه می‌ماند.',
    en: 'At this pace it lasts to the end of the month.'
  },
  burnGone: { fa: 'بودجه این ماه تمام شده است.', en: 'The budget of this month is gone.' },
  noTolerance: {
    fa: 'متن هیچ رواداری ندارد: هر ثانیه قطعی نقض است. در این ماه قطعی نبوده است.',
    en: 'The text has no tolerance: every second down is a breach. There was none this month.'
  },
  noToleranceGone: {
    fa: 'متن هیچ رواداری ندارد: هر ثانیه قطعی نقض است، و در این ماه قطعی بوده است.',
    en: 'The text has no tolerance: every second down is a breach, and there was an outage this month.'
  },
  accounting: { fa: 'ثانیه‌به‌ثانیه', en: 'Every second' },
  accountingLead: {
    fa: 'همه ثانیه‌های این ماه، به ترتیب: هر بازه چه بود و چرا. جمع آن‌ها همان عددهای بالاست.',
    en: 'All seconds of the month in order: what each stretch was, and why. They sum to the figures above.'
  },
  monthOutages: { fa: 'قطعی‌های این ماه', en: 'Outages of the month' },
  noOutages: { fa: 'در این ماه قطعی ثبت نشده است.', en: 'No outage in this month.' },
  monthPlanned: { fa: 'قطعی‌های برنامه‌ریزی‌شده این ماه', en: 'Planned outages of the month' },
  because: { fa: 'چرا', en: 'Why' },
  noResult: { fa: 'هیچ نتیجه‌ای نبود', en: 'no result' },
  leaves: { fa: 'برگ‌های دفتر عمومی', en: 'Leaves of the public log' },
  inOutage: { fa: 'ثانیه در این ماه', en: 'Seconds in this month' },
  valid: { fa: 'معتبر: از مخرج کنار می‌رود', en: 'Valid: leaves the denominator' },
  notSeen: {
    fa: 'اطلاعیه آن را هیچ پایشگری روی پرتال ندیده است: قطعی به شمار می‌آید',
    en: 'No probe saw its notice on the portal: counts as down'
  },
  noticeLate: {
    fa: 'اطلاعیه کمتر از ۷۲ ساعت پیش از آغاز دیده شد: قطعی به شمار می‌آید',
    en: 'Its notice was seen less than 72 hours before the start: counts as down'
  },
  movedLate: {
    fa: 'زمان تازه کمتر از ۷۲ ساعت پیش از آغاز دیده شد: قطعی به شمار می‌آید',
    en: 'Its new time was seen less than 72 hours before the start: counts as down'
  },
  formula: {
    fa: 'درصد = ۱ − قطع ÷ (دوره − برنامه‌ریزی‌شده − نامعلوم). ماه قرارداد همیشه ۳۰ روز ۲۴ ساعته است (۲٬۵۹۲٬۰۰۰ ثانیه)، ماه واقعی طول خودش؛ ماه جاری در ستون قرارداد بقیه ماه را مصرف‌نشده می‌گیرد و در ستون واقعی تا این لحظه شمرده می‌شود. جایی که بازه‌ها هم‌پوشانی دارند، قطعی برنامه‌ریزی‌شده معتبر بر قطعی و قطعی بر نامعلوم مقدم است. بودجه = (۱ − وعده) × مخرج.',
    en: 'Percent = 1 − down ÷ (window − planned − unknown). The contract’s month is always 30 days of 24 hours (2,592,000 seconds), the real month its own length; in a running month the contract takes the rest as not used yet, and the real one stops now. Where stretches overlap, a valid planned outage goes over an outage, and an outage over unknown. Budget = (1 − promised) × denominator.'
  },
  explain: {
    fa: 'داده این ماه برای «peyman availability explain»',
    en: 'This month as input of “peyman availability explain”'
  },
  monthHref: { fa: 'هر ثانیه این ماه', en: 'Every second of this month' },
  promises: { fa: 'بندی که آن را وعده می‌دهد', en: 'The clause that promises it' },
  serviceCard: { fa: 'شناسنامه خدمت', en: 'Service card' },
  badDays: { fa: 'روزهایی که بی‌قطعی نبودند', en: 'Days that were not wholly up' },
  day: { fa: 'روز', en: 'Day' },
  course: { fa: 'سیر رسیدگی', en: 'Course' },
  opened: { fa: 'آغاز شد', en: 'Opened' },
  updated: { fa: 'خبر تازه', en: 'News' },
  closed: { fa: 'پایان یافت', en: 'Closed' },
  corrected: { fa: 'اصلاح شد', en: 'Corrected' }
})
