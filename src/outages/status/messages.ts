import { defineMessages } from '../../platform/index.ts'

/** What the status pages say of states and numbers. */
export const messages = defineMessages({
  title: { fa: 'وضعیت سامانه', en: 'Status' },
  lead: {
    fa: 'هر بخش سامانه اکنون چه وضعی دارد، چه قطعی‌هایی داشته است و از زمانی که وعده داده شده چقدر در دسترس بوده است.',
    en: 'How every part of the site is now, which outages there were, and for how much of the promised time it was available.'
  },
  degraded: { fa: 'مردم خرابی گزارش می‌کنند', en: 'Faults are reported' },
  unknown: { fa: 'نامعلوم', en: 'Unknown' },
  allUp: { fa: 'همه بخش‌ها در دسترس‌اند', en: 'All parts are up' },
  nothingWatched: {
    fa: 'هنوز هیچ بخشی پایش نمی‌شود',
    en: 'Nothing is watched yet'
  },
  someDown: {
    fa: (n: string) => `${n} بخش قطع است`,
    en: (n: string) => `${n} down`
  },
  somePlanned: {
    fa: (n: string) => `${n} بخش در قطعی برنامه‌ریزی‌شده است`,
    en: (n: string) => `${n} in a planned outage`
  },
  someDegraded: {
    fa: (n: string) => `خرابی ${n} بخش گزارش شده است`,
    en: (n: string) => `faults reported for ${n}`
  },
  someUnknown: {
    fa: (n: string) => `وضعیت ${n} بخش نامعلوم است`,
    en: (n: string) => `${n} unknown`
  },
  upCount: {
    fa: (n: string, all: string) => `${n} بخش از ${all} در دسترس است`,
    en: (n: string, all: string) => `${n} of ${all} up`
  },
  unknownMeans: {
    fa: 'نامعلوم یعنی هیچ پایشگری نتیجه‌ای نفرستاده است: نه در دسترس به شمار می‌آید و نه قطع، و از مخرج درصدها کنار می‌رود.',
    en: 'Unknown means that no probe sent a result: it counts neither as up nor as down, and leaves the denominator of the percentages.'
  },
  unknownSince: {
    fa: (since: string) => `نتیجه‌ای نیست از ${since}`,
    en: (since: string) => `no result since ${since}`
  },
  neverWatched: { fa: 'هنوز نتیجه‌ای نرسیده است', en: 'no result yet' },
  watchedOutside: {
    fa: (places: string) => `پایش از ${places} بیرون از این سامانه انجام می‌شود.`,
    en: (places: string) => `Watched from outside this installation, from ${places}.`
  },
  watchedOwn: {
    fa: 'پایش اکنون تنها از خود این سامانه انجام می‌شود، نه از بیرون آن: قطعی شبکه میان مردم و سامانه در این عددها دیده نمی‌شود.',
    en: 'Watched only from this installation itself, not from outside it: a fault of the network between people and the site is not seen in these numbers.'
  },
  watchedNot: {
    fa: 'هیچ پایشگری برای این دستگاه ثبت نشده است؛ وضعیت بخش‌ها نامعلوم است.',
    en: 'No probe is registered for this authority; the state of its parts is unknown.'
  },
  lastReport: {
    fa: (at: string) => `آخرین نتیجه: ${at}.`,
    en: (at: string) => `Last result: ${at}.`
  },
  asOf: { fa: (at: string) => `وضعیت در ${at}`, en: (at: string) => `As of ${at}` },
  components: { fa: 'بخش‌ها', en: 'Components' },
  component: { fa: 'بخش', en: 'Component' },
  state: { fa: 'وضعیت', en: 'State' },
  lastDays: { fa: '۹۰ روز گذشته', en: 'Last 90 days' },
  daysLabel: {
    fa: (name: string) => `${name}: ۹۰ روز گذشته، هر روز با بدترین وضعیت آن`,
    en: (name: string) => `${name}: last 90 days, each by the worst of it`
  },
  daysDown: { fa: (n: string) => `${n} روز با قطعی`, en: (n: string) => `${n} with an outage` },
  daysUnknown: { fa: (n: string) => `${n} روز نامعلوم`, en: (n: string) => `${n} unknown` },
  daysPlanned: {
    fa: (n: string) => `${n} روز با قطعی برنامه‌ریزی‌شده`,
    en: (n: string) => `${n} with a planned outage`
  },
  daysUp: { fa: (n: string) => `${n} روز بی‌قطعی`, en: (n: string) => `${n} up` },
  contractMonth: { fa: 'این ماه، ۳۰ روز قرارداد', en: 'This month, contract’s 30 days' },
  realMonth: { fa: 'این ماه تا اکنون', en: 'This month so far' },
  contractTitle: { fa: 'ماه قرارداد (۴۳٬۲۰۰ دقیقه)', en: 'Contract month (43,200 minutes)' },
  realTitle: { fa: 'ماه واقعی', en: 'Real month' },
  realRunning: { fa: 'ماه واقعی تا اکنون', en: 'Real month so far' },
  budget: { fa: 'بودجه قطعی', en: 'Outage budget' },
  budgetUsed: { fa: 'سهم مصرف‌شده بودجه', en: 'Budget used' },
  noTarget: { fa: 'حدی تعیین نشده', en: 'no target' },
  target: { fa: 'وعده', en: 'Promised' },
  targetFrom: {
    fa: (version: string) => `توافق‌نامه ${version}`,
    en: (version: string) => `agreement ${version}`
  },
  targetDraft: {
    fa: (version: string) => `پیش‌نویس امضانشده ${version}`,
    en: (version: string) => `draft ${version}, not signed`
  },
  proposal: { fa: 'پیشنهاد پروژه، نه متن امضاشده', en: 'proposed, in no signed text' },
  openOutages: { fa: 'قطعی‌های جاری', en: 'Outages now' },
  noOpenOutage: { fa: 'اکنون قطعی شناخته‌شده‌ای نیست.', en: 'No outage is known now.' },
  plannedTitle: { fa: 'قطعی‌های برنامه‌ریزی‌شده', en: 'Planned outages' },
  noPlanned: {
    fa: 'قطعی برنامه‌ریزی‌شده‌ای در پیش نیست.',
    en: 'No planned outage lies ahead.'
  },
  history: { fa: 'قطعی‌های ۹۰ روز گذشته', en: 'Outages of the last 90 days' },
  noHistory: { fa: 'در ۹۰ روز گذشته قطعی ثبت نشده است.', en: 'None in the last 90 days.' },
  outage: { fa: 'قطعی', en: 'Outage' },
  from: { fa: 'آغاز', en: 'From' },
  to: { fa: 'پایان', en: 'To' },
  lasts: { fa: 'ادامه دارد', en: 'goes on' },
  length: { fa: 'مدت', en: 'Length' },
  cause: { fa: 'علت', en: 'Cause' },
  scope: { fa: 'دامنه', en: 'Scope' },
  known: { fa: 'دانسته شد', en: 'Known' },
  expectedReturn: { fa: 'بازگشت مورد انتظار', en: 'Expected return' },
  nextUpdate: { fa: 'خبر بعدی تا', en: 'Next news by' },
  notSaid: { fa: 'هنوز گفته نشده', en: 'not said yet' },
  seenFrom: {
    fa: (places: string) => `از ${places} دیده شد`,
    en: (places: string) => `seen from ${places}`
  },
  byPeople: { fa: 'ثبت به دست همکاران', en: 'recorded by staff' },
  notice: { fa: 'اطلاعیه', en: 'Notice' },
  closingNote: { fa: 'یادداشت پایان', en: 'Closing note' },
  exports: { fa: 'داده‌ها', en: 'Data' },
  feeds: { fa: 'خوراک‌ها', en: 'Feeds' },
  report: { fa: 'گزارش خرابی', en: 'Report a failure' },
  allStatus: { fa: 'همه دستگاه‌ها', en: 'All authorities' },
  keyUp: { fa: 'بی‌قطعی', en: 'up' },
  keyDown: { fa: 'قطعی', en: 'outage' },
  keyPlanned: { fa: 'برنامه‌ریزی‌شده', en: 'planned' },
  keyUnknown: { fa: 'نامعلوم', en: 'unknown' },
  key: { fa: 'نشانه‌ها', en: 'Key' },
  howComputed: { fa: 'چگونه حساب می‌شود؟', en: 'How is it computed?' }
})
