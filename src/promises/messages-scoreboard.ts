import { defineMessages } from '../platform/index.ts'

/** Texts of the scoreboard, the formulas, the front page and the desk's dashboard. */
export const scoreboardMessages = defineMessages({
  title: { fa: 'وضعیت تعهدها', en: 'State of the promises' },
  lead: {
    fa: 'آیا دستگاه‌ها به تعهد خود پایبندند؟ هر عدد از رویدادهای ثبت‌شده به دست آمده و به روش شمارش و همان رویدادها پیوند دارد.',
    en: 'Do the authorities keep their promises? Every number is counted from recorded facts and leads to how it was counted, and to those facts.'
  },
  byClause: { fa: 'به تفکیک بند', en: 'By clause' },
  byService: { fa: 'به تفکیک خدمت', en: 'By service' },
  noneInForce: {
    fa: (days: string) =>
      `اکنون توافق‌نامه معتبری نیست؛ ${days} روز از پایان آخرین توافق‌نامه گذشته است. خدمت ادامه دارد و رویدادها با همان متن سنجیده می‌شوند.`,
    en: (days: string) =>
      `No agreement is in force; ${days} days have passed since the last one ended. Services go on, and the facts are measured by that text.`
  },
  measured: {
    fa: (measured: string, all: string) =>
      `${measured} بند از ${all} بند از رویدادها سنجیده می‌شود`,
    en: (measured: string, all: string) => `${measured} of ${all} clauses are measured from facts`
  },
  promisesBroken: { fa: 'تعهدهای نقض‌شده', en: 'Promises broken' },
  promisesAtRisk: { fa: 'تعهدهای در خطر', en: 'Promises at risk' },
  clauseUnit: { fa: 'بند', en: 'clauses' },
  promise: { fa: 'تعهد', en: 'Promise' },
  worst: { fa: 'بدترین وضعیت', en: 'Worst' },
  notCounted: { fa: 'بندهایی که عددی ندارند', en: 'Clauses without a number' },
  notCountedLead: {
    fa: 'این بندها تعریف‌اند، با ساخت سامانه برقرارند، تنها با نظرسنجی یا گواهی شناخته می‌شوند، یا هنوز رویدادی برای سنجش آن‌ها ثبت نمی‌شود.',
    en: 'These clauses are definitions, hold by construction, are known only by survey or attestation, or have no recorded facts yet.'
  },
  openData: { fa: 'داده باز', en: 'Open data' },
  livingAgreement: { fa: 'متن زنده توافق‌نامه', en: 'The living agreement' },
  formulas: { fa: 'روش شمارش', en: 'How we count' },
  formulasLead: {
    fa: 'هر تعهد با یکی از این سنجه‌ها شمرده می‌شود. هر کس با همین رویدادها باید به همین عددها برسد.',
    en: 'Every promise is counted by one of these measures. Anyone with the same facts must reach the same numbers.'
  },
  computedNow: { fa: 'از رویدادها شمرده می‌شود', en: 'Counted from facts' },
  notYet: { fa: 'هنوز رویدادی ثبت نمی‌شود', en: 'No facts yet' },
  otherWays: { fa: 'راه‌های دیگر', en: 'Other ways' },
  nameInFiles: {
    fa: 'نام این سنجه در فایل‌ها و داده باز:',
    en: 'Its name in files and open data:'
  },
  general: { fa: 'قاعده‌های مشترک', en: 'What holds for all' },
  rule1: {
    fa: 'دوره، ماه شمسی به وقت تهران است. ماه قرارداد برای سهم‌های زمانی ۳۰ روز است؛ آنچه یک‌یک شمرده می‌شود در روزهای واقعی شمرده می‌شود.',
    en: 'The period is a Jalali month in Tehran. The contract month has 30 days for shares of time; what is counted one by one is counted on the real days.'
  },
  rule2: {
    fa: 'هر چیز یک بار شمرده می‌شود، در ماهی که سرنوشت آن روشن شد. آنچه در جریان است در مخرج نیست.',
    en: 'Each thing counts once, in the month that decided it. What still runs is not in the denominator.'
  },
  rule3: {
    fa: 'درصد در دو رقم اعشار رو به پایین گرد می‌شود، تا ۱۰۰ تنها هنگامی دیده شود که چیزی از دست نرفته باشد.',
    en: 'Percentages are rounded down to two decimals, so that 100 is shown only when nothing was missed.'
  },
  rule4: {
    fa: 'اگر کمتر از ۱۰ مورد شمرده شده باشد، به جای درصد خود شمارش نشان داده می‌شود.',
    en: 'Where fewer than 10 things were counted, the counts stand in place of a percentage.'
  },
  rule5: {
    fa: 'بندی که سنجیده نشده، رنگ ندارد.',
    en: 'A clause that was not measured has no colour.'
  },
  frontTitle: { fa: 'میز خدمت الکترونیک', en: 'Electronic service desk' },
  frontLead: {
    fa: 'خدمت خود را پیدا کنید، درخواست خود را ثبت کنید و ببینید دستگاه به تعهد خود پایبند است یا نه.',
    en: 'Find your service, apply, and see whether the authority keeps its promises.'
  },
  searchLabel: { fa: 'جست‌وجوی خدمت', en: 'Search the services' },
  whatCanIGet: { fa: 'چه خدمتی می‌خواهید؟', en: 'What do you need?' },
  searchHint: {
    fa: 'نام خدمت یا نیاز خود را بنویسید؛ مانند «مجوز» یا «خسارت سیل»',
    en: 'Write the service or your need, such as “licence” or “flood damage”'
  },
  services: { fa: 'خدمات', en: 'Services' },
  allServices: { fa: 'همه خدمات', en: 'All services' },
  byLifeEvent: { fa: 'به تفکیک رویداد زندگی', en: 'By life event' },
  areTheyKeeping: {
    fa: 'آیا دستگاه‌ها به تعهدهای خود پایبندند؟',
    en: 'Are they keeping their promises?'
  },
  whereIsMyCase: { fa: 'درخواست من کجاست؟', en: 'Where is my case?' },
  trackLead: {
    fa: 'کد رهگیری روی رسید شماست. ورود لازم نیست.',
    en: 'The tracking code is on your receipt. No sign-in needed.'
  },
  trackCode: { fa: 'کد رهگیری', en: 'Tracking code' },
  track: { fa: 'پیگیری', en: 'Track' },
  promisedTimeKept: { fa: 'پایبندی به زمان وعده', en: 'Promised time kept' },
  promisesKept: { fa: 'تعهدهای برقرار', en: 'Promises kept' },
  ofMeasured: {
    fa: (n: string) => `از ${n} تعهد سنجیده‌شده`,
    en: (n: string) => `of ${n} measured`
  },
  withoutAgreement: { fa: 'روزهای بدون توافق‌نامه', en: 'Days without an agreement' },
  broken: { fa: 'نقض‌شده', en: 'Broken' },
  seeAll: { fa: 'وضعیت همه تعهدها', en: 'All promises and numbers' },
  noServices: { fa: 'هنوز خدمتی منتشر نشده است.', en: 'No service is published yet.' },
  deskTitle: { fa: 'پیشخوان دستگاه', en: 'Dashboard' },
  deskLead: {
    fa: 'آنچه امروز باید دیده شود: درخواست‌های گذشته از سررسید یا نزدیک به آن، و وضع توافق‌نامه.',
    en: 'What to look at today: late cases, cases close to due, and where the agreement stands.'
  },
  running: { fa: 'در جریان', en: 'Running' },
  atRisk: { fa: 'نزدیک به سررسید', en: 'Close to due' },
  lateOpen: { fa: 'گذشته از سررسید و باز', en: 'Late and open' },
  late: { fa: 'نقض این ماه', en: 'Missed this month' },
  level: { fa: 'سطح پیوست', en: 'Level of the annex' },
  levelOf: {
    fa: (percent: string) => `حداقل ${percent}`,
    en: (percent: string) => `at least ${percent}`
  },
  proposed: { fa: 'پیشنهاد', en: 'proposal' },
  noLevel: { fa: 'بدون سطح', en: 'no level' },
  withoutLevel: { fa: 'خدمات بدون سطح', en: 'Services without a level' },
  agreementState: { fa: 'توافق‌نامه', en: 'Agreement' },
  daysLeft: {
    fa: (days: string) => `${days} روز تا پایان اعتبار`,
    en: (days: string) => `${days} days until it ends`
  },
  warnEnds: { fa: 'اعتبار رو به پایان است', en: 'It ends soon' },
  draftWaits: {
    fa: (refs: string) => `پیش‌نویس در انتظار امضا: ${refs}`,
    en: (refs: string) => `Draft waiting for a signature: ${refs}`
  },
  openQueue: { fa: 'رفتن به کارتابل', en: 'Open the queue' },
  brokenPromises: { fa: 'تعهدهای نقض‌شده و در خطر', en: 'Broken promises and those at risk' },
  allKept: {
    fa: 'هیچ تعهد سنجیده‌شده‌ای نقض نشده و در خطر نیست.',
    en: 'No measured promise is broken or at risk.'
  },
  serviceTable: { fa: 'خدمات و زمان وعده', en: 'Services and their promised time' }
})
