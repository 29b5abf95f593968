import { defineMessages } from '../text.ts'

/** What the components themselves say; the texts of a page come from its slice. */
export const messages = defineMessages({
  product: { fa: 'پیمان', en: 'Peyman' },
  desk: { fa: 'میز خدمت الکترونیک', en: 'Electronic service desk' },
  skip: { fa: 'رفتن به محتوای اصلی', en: 'Skip to main content' },
  menu: { fa: 'فهرست', en: 'Menu' },
  mainNavigation: { fa: 'بخش‌های سامانه', en: 'Sections of the site' },
  breadcrumbs: { fa: 'مسیر صفحه', en: 'You are here' },
  footerNavigation: { fa: 'پیوندهای پایین صفحه', en: 'Footer links' },
  signIn: { fa: 'ورود', en: 'Sign in' },
  signOut: { fa: 'خروج', en: 'Sign out' },
  account: { fa: 'حساب من', en: 'My account' },
  // The switch names the other language in that language.
  otherLanguage: { fa: 'English', en: 'فارسی' },
  theme: { fa: 'نمایش', en: 'Appearance' },
  themeLight: { fa: 'روشن', en: 'Light' },
  themeDark: { fa: 'تیره', en: 'Dark' },
  themeAuto: { fa: 'هماهنگ با دستگاه', en: 'As on my device' },
  demo: {
    fa: 'نسخه نمایشی: افراد، درخواست‌ها و خدمات ساختگی‌اند و هیچ درخواستی به دستگاهی نمی‌رسد.',
    en: 'Demonstration: people, cases and services are made up, and nothing reaches a real authority.'
  },
  agreements: { fa: 'توافق‌نامه‌ها', en: 'Agreements' },
  promises: { fa: 'وضعیت تعهدها', en: 'State of the promises' },
  statistics: { fa: 'آمار', en: 'Statistics' },
  log: { fa: 'دفتر عمومی', en: 'Public log' },
  verify: { fa: 'راستی‌آزمایی رسید', en: 'Check a receipt' },
  about: { fa: 'درباره', en: 'About' },
  api: { fa: 'رابط برنامه‌نویسی', en: 'API' },
  footerNote: {
    fa: 'هر عددی که اینجا می‌بینید از رویدادهای ثبت‌شده محاسبه می‌شود.',
    en: 'Every number you see here is computed from recorded facts.'
  },
  success: { fa: 'انجام شد', en: 'Done' },
  info: { fa: 'توجه', en: 'Note' },
  warning: { fa: 'هشدار', en: 'Warning' },
  error: { fa: 'خطا', en: 'Error' },
  errorTitle: { fa: (title: string) => `خطا: ${title}`, en: (title: string) => `Error: ${title}` },
  errorSummary: { fa: 'این موارد را درست کنید', en: 'There is a problem' },
  optional: { fa: '(اختیاری)', en: '(optional)' },
  yes: { fa: 'بلی', en: 'Yes' },
  no: { fa: 'خیر', en: 'No' },
  choose: { fa: 'انتخاب کنید', en: 'Choose' },
  rial: { fa: 'ریال', en: 'rials' },
  jalaliHint: {
    fa: 'سال/ماه/روز شمسی، مانند ۱۴۰۵/۹/۱',
    en: 'Jalali year/month/day, such as 1405/9/1'
  },
  nationalIdHint: { fa: '۱۰ رقم', en: '10 digits' },
  legalIdHint: { fa: '۱۱ رقم', en: '11 digits' },
  mobileHint: { fa: 'مانند ۰۹۱۲۳۴۵۶۷۸۹', en: 'Such as 09123456789' },
  postalCodeHint: { fa: '۱۰ رقم، بدون خط فاصله', en: '10 digits, without dashes' },
  ibanHint: { fa: 'IR و ۲۴ رقم پس از آن', en: 'IR and the 24 digits after it' },
  dropFile: {
    fa: 'فایل را اینجا رها کنید، یا انتخاب کنید',
    en: 'Drop the file here, or choose one'
  },
  received: { fa: 'دریافت شد', en: 'Received' },
  search: { fa: 'جست‌وجو', en: 'Search' },
  tableExport: { fa: 'دریافت جدول:', en: 'Download the table:' },
  tableEmpty: { fa: 'موردی برای نمایش نیست.', en: 'There is nothing to show.' },
  sortBy: {
    fa: (column: string) => `مرتب‌سازی بر پایه ${column}`,
    en: (column: string) => `Sort by ${column}`
  },
  select: { fa: 'انتخاب', en: 'Select' },
  tableKeys: {
    fa: 'با کلیدهای J و K میان ردیف‌ها حرکت کنید؛ Enter ردیف را باز می‌کند و X آن را انتخاب می‌کند.',
    en: 'J and K move between rows, Enter opens the row, X selects it.'
  },
  pages: { fa: 'صفحه‌ها', en: 'Pages' },
  page: { fa: (page: string) => `صفحه ${page}`, en: (page: string) => `Page ${page}` },
  previous: { fa: 'قبلی', en: 'Previous' },
  next: { fa: 'بعدی', en: 'Next' },
  results: { fa: (n: string) => `${n} مورد`, en: (n: string) => `${n} in all` },
  youAreHere: { fa: 'اکنون اینجا', en: 'You are here' },
  stepDone: { fa: 'انجام شد', en: 'Done' },
  stepTodo: { fa: 'در پیش', en: 'To come' },
  stepSkipped: { fa: 'لازم نشد', en: 'Not needed' },
  due: { fa: 'سررسید', en: 'Due' },
  untilDue: { fa: 'تا سررسید', en: 'Until then' },
  remaining: { fa: 'مانده از وعده', en: 'Left of the promise' },
  used: { fa: 'شمرده‌شده', en: 'Counted' },
  clock: { fa: 'ساعت تعهد', en: 'Promise clock' },
  clockWhy: { fa: 'این زمان چگونه حساب شده است؟', en: 'How is this time worked out?' },
  usedShare: {
    fa: (share: string) => `${share} از وعده شمرده شده است`,
    en: (share: string) => `${share} of the promise is counted`
  },
  asTable: { fa: 'نمایش به صورت جدول', en: 'Show as a table' },
  period: { fa: 'دوره', en: 'Period' },
  state: { fa: 'وضعیت', en: 'State' },
  value: { fa: 'مقدار', en: 'Value' },
  goBack: { fa: 'بازگشت', en: 'Go back' },
  article: { fa: (n: string) => `ماده ${n}`, en: (n: string) => `Article ${n}` },
  clause: { fa: (n: string) => `بند ${n}`, en: (n: string) => `Clause ${n}` },
  contents: { fa: 'فهرست مطالب', en: 'Contents' },
  reference: { fa: 'شناسه خطا', en: 'Error id' },
  backHome: { fa: 'بازگشت به صفحه نخست', en: 'Go to the front page' }
})
