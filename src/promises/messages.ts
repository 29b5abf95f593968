import { defineMessages } from '../platform/index.ts'

export const messages = defineMessages({
  clause: { fa: 'بند', en: 'Clause' },
  service: { fa: 'خدمت', en: 'Service' },
  allServices: { fa: 'همه خدمات', en: 'All services' },
  period: { fa: 'ماه', en: 'Month' },
  state: { fa: 'وضعیت', en: 'State' },
  value: { fa: 'عدد', en: 'Value' },
  counts: { fa: 'شمارش', en: 'Counts' },
  breaches: { fa: 'نقض‌ها', en: 'Breaches' },
  nothingEnded: { fa: 'هنوز چیزی شمرده نشده', en: 'nothing counted yet' },
  all: { fa: 'همه', en: 'All' },
  noFactsYet: { fa: 'هنوز داده‌ای نیست', en: 'No data yet' },
  definition: { fa: 'تعریف؛ سنجیدنی نیست', en: 'Definition; not measured' },
  construction: { fa: 'برقرار با ساخت سامانه', en: 'Holds by construction' },
  survey: { fa: 'تنها با نظرسنجی', en: 'By survey' },
  attestation: { fa: 'با گواهی مسئول', en: 'By attestation' },
  notMeasured: { fa: 'سنجیده نمی‌شود', en: 'Not measured' },
  ofCounted: {
    fa: (numerator: string, denominator: string, noun: string) =>
      `${numerator} از ${denominator} ${noun}`,
    en: (numerator: string, denominator: string, noun: string) =>
      `${numerator} of ${denominator} ${noun}`
  },
  daysWithout: {
    fa: (days: string) => `${days} روز بدون توافق‌نامه معتبر`,
    en: (days: string) => `${days} days without an agreement in force`
  },
  articles: { fa: (n: string) => `${n} ماده`, en: (n: string) => `${n} articles` },
  median: {
    fa: (time: string) => `نیمی از درخواست‌ها: حداکثر ${time}`,
    en: (time: string) => `half of the cases: at most ${time}`
  },
  ninetieth: {
    fa: (time: string) => `۹۰٪ درخواست‌ها: حداکثر ${time}`,
    en: (time: string) => `90% of cases: at most ${time}`
  },
  officeHours: {
    fa: (hours: string) => `${hours} ساعت کاری`,
    en: (hours: string) => `${hours} working hours`
  },
  promised: {
    fa: (value: string) => `وعده: ${value}`,
    en: (value: string) => `promised: ${value}`
  },
  promisedProposal: {
    fa: (value: string) => `وعده پیشنهادی: ${value}`,
    en: (value: string) => `proposed promise: ${value}`
  },
  span: {
    fa: (from: string, to: string) => `${from} تا ${to}، بسته به خدمت`,
    en: (from: string, to: string) => `${from} to ${to}, depending on the service`
  },
  noDaysWithout: { fa: 'هیچ روزی بدون توافق‌نامه', en: 'no day without an agreement' },
  roundedDown: {
    fa: 'درصدها در دو رقم اعشار رو به پایین گرد می‌شوند تا ۱۰۰٪ تنها هنگامی دیده شود که چیزی از دست نرفته باشد؛ از این رو جمع سهم‌ها ممکن است اندکی کمتر از ۱۰۰ باشد.',
    en: 'Percentages are rounded down to two decimals, so that 100% is shown only when nothing was missed; shares may therefore add up to a little less than 100.'
  },
  atRiskNow: {
    fa: (n: string) => `${n} درخواست در جریان، نزدیک به سررسید`,
    en: (n: string) => `${n} running, close to due`
  },
  lateOpen: {
    fa: (n: string) => `${n} درخواست گذشته از سررسید، هنوز باز`,
    en: (n: string) => `${n} late and still open`
  },
  runningNow: {
    fa: (n: string) => `${n} درخواست در جریان`,
    en: (n: string) => `${n} running`
  },
  prevented: {
    fa: (n: string) => `${n} مورد که سامانه نپذیرفت`,
    en: (n: string) => `${n} refused by the system`
  },
  floor: {
    fa: (percent: string) => `حداقل پیوست: ${percent}`,
    en: (percent: string) => `annex minimum: ${percent}`
  },
  proposal: {
    fa: 'این وعده را پروژه پیمان پیشنهاد کرده است و تعهد دستگاه نیست',
    en: 'the promise is proposed by this project, not binding'
  },
  levelsNotDeclared: {
    fa: 'پیوست سطحی اعلام نکرده است؛ با وعده شناسنامه خدمت سنجیده شد.',
    en: 'The annex declares no level; measured by the promise of the card.'
  },
  shareOnly: {
    fa: 'متن برای این سهم هدفی نگذاشته است.',
    en: 'The text sets no target for this share.'
  },
  estimate: {
    fa: 'برآورد است، نه سنجش: شمار نامه‌ها ضرب در بهایی که دستگاه با منبع آن اعلام کرده است.',
    en: 'An estimate, not a measurement: letters times the cost that the body declared, with its source.'
  },
  draftRemark: { fa: 'پیش‌نویس امضانشده اعتبار ندارد.', en: 'An unsigned draft has no force.' },
  expiredRemark: {
    fa: 'اعتبار پایان یافته است.',
    en: 'The validity has ended.'
  },
  howAndFacts: { fa: 'چگونگی سنجش و رویدادها', en: 'How it is measured, and the facts' },
  whyAndFacts: { fa: 'چرا عددی ندارد', en: 'Why there is no number' },
  lastTwelve: { fa: 'دوازده ماه گذشته', en: 'Last twelve months' },
  asOf: {
    fa: (at: string) => `بر پایه رویدادها تا ${at}`,
    en: (at: string) => `From the facts up to ${at}`
  },
  factsRead: {
    fa: (n: string) => `${n} رویداد خوانده شد`,
    en: (n: string) => `${n} facts read`
  },
  codeVersion: { fa: 'شناسه نسخه سنجه‌ها', en: 'Code of the measures' },
  exportCsv: { fa: 'CSV', en: 'CSV' }
})
