import { defineMessages } from '../../platform/index.ts'

/** The statistics of everybody, from the counters of analysis. */
export const messages = defineMessages({
  title: { fa: 'آمار', en: 'Statistics' },
  lead: {
    fa: 'چند بار چه چیزی رخ داد: به تفکیک دستگاه، ماه، گونه رویداد و خدمت. هیچ عددی از آن یک نفر نیست.',
    en: 'How often what happened: by authority, month, kind of event and service. No number is about one person.'
  },
  howTitle: { fa: 'این عددها چگونه به دست می‌آیند', en: 'How these numbers are made' },
  howFacts: {
    fa: 'هر عدد، شمار رویدادهای ثبت‌شده یک دستگاه در یک ماه است؛ روز و ماه به وقت تهران و ماه‌ها میلادی است.',
    en: 'Each number counts the recorded facts of one authority in one month, by the days of Tehran.'
  },
  howRounded: {
    fa: 'هر خانه (دستگاه، ماه، گونه، خدمت) به پایین به مضرب پنج گرد شده است تا از تفاوت دو عدد چیزی درباره کسی پیدا نشود.',
    en: 'Each cell (authority, month, kind, service) is rounded down to a multiple of five, so that no difference tells of anybody.'
  },
  howSuppressed: {
    fa: 'خانه‌ای که کمتر از پنج رویداد دارد نشان داده نمی‌شود و در هیچ جمعی نیست؛ پس هر جمع «دست‌کم» است.',
    en: 'A cell with fewer than five is not shown and is in no sum; so each sum says “at least”.'
  },
  howSource: {
    fa: 'سرچشمه تنها نمای analytics_months است، همان که تحلیلگر می‌خواند؛ هیچ جدول دیگری خوانده نمی‌شود. شمارش ساعتی به‌روز می‌شود و ماه جاری کامل نیست.',
    en: 'The only source is the view analytics_months, which is all that an analyst reads; no other table is. Counting runs hourly, and this month is not complete.'
  },
  howSandbox: {
    fa: 'آنچه برنامه‌ها برای آزمودن می‌فرستند در آمار نیست.',
    en: 'What programs send to try things out is not in it.'
  },
  filter: { fa: 'انتخاب', en: 'Choose' },
  authority: { fa: 'دستگاه', en: 'Authority' },
  kind: { fa: 'گونه رویداد', en: 'Kind of event' },
  service: { fa: 'خدمت', en: 'Service' },
  noService: { fa: 'بدون خدمت', en: 'About no service' },
  all: { fa: 'همه', en: 'All' },
  from: { fa: 'از ماه', en: 'From month' },
  to: { fa: 'تا ماه', en: 'To month' },
  monthHelp: { fa: 'میلادی، مانند \u2066۲۰۲۶-۰۱\u2069', en: 'Such as 2026-01' },
  show: { fa: 'نشان بده', en: 'Show' },
  month: { fa: 'ماه', en: 'Month' },
  count: { fa: 'دست‌کم', en: 'At least' },
  cells: { fa: 'خانه‌های جمع‌شده', en: 'Cells added up' },
  chart: { fa: 'رویدادها در هر ماه', en: 'Events in each month' },
  chartSummary: {
    fa: (months: string) =>
      `${months} ماه؛ هر ستون، جمع خانه‌های آن ماه است که پنج یا بیشتر دارند و به پایین گرد شده‌اند. ماهی که ستون ندارد هیچ خانه‌ای با پنج یا بیشتر ندارد.`,
    en: (months: string) =>
      `${months} months; each bar adds up the cells of its month that have five or more, rounded down. A month without a bar has no cell of five or more.`
  },
  suppressed: { fa: 'کمتر از پنج، یا هیچ', en: 'fewer than five, or none' },
  byKind: { fa: 'به تفکیک گونه', en: 'By kind' },
  byService: { fa: 'به تفکیک خدمت', en: 'By service' },
  byAuthority: { fa: 'به تفکیک دستگاه', en: 'By authority' },
  sumHow: {
    fa: 'جمع خانه‌های نشان‌داده‌شده در بازه بالا، هر خانه گردشده به پایین',
    en: 'sum of the cells shown in the time above, each rounded down'
  },
  nothing: {
    fa: 'در این انتخاب هیچ خانه‌ای پنج رویداد یا بیشتر ندارد.',
    en: 'No cell of this choice has five events or more.'
  },
  csv: { fa: 'همه خانه‌ها (CSV)', en: 'All cells (CSV)' },
  json: { fa: 'همه خانه‌ها (JSON)', en: 'All cells (JSON)' },
  unknown: { fa: 'چنین چیزی در آمار نیست.', en: 'There is no such thing in the statistics.' },
  notMonth: {
    fa: 'ماه را میلادی و مانند \u2066۲۰۲۶-۰۱\u2069 بنویسید.',
    en: 'Write the month as 2026-01.'
  },
  wrongOrder: { fa: 'ماه پایان پیش از ماه آغاز است.', en: 'The last month is before the first.' },
  tooLong: { fa: 'حداکثر ۶۰ ماه با هم.', en: 'At most 60 months at once.' }
})
