import { toPersianDigits } from '../../kernel/persian/index.ts'
import { defineMessages } from '../../platform/index.ts'

/** Words of the page “My data”. */
export const pageMessages = defineMessages({
  title: { fa: 'داده‌های من', en: 'My data' },
  lead: {
    fa: 'همه آنچه سامانه درباره شما نگه می‌دارد از آن شماست: نسخه‌ای از آن بگیرید، یا بخواهید پاک شود.',
    en: 'What the system keeps about you is yours: take a copy of it, or have it erased.'
  },
  copy: { fa: 'نسخه‌ای از همه داده‌ها', en: 'A copy of everything' },
  copyLead: {
    fa: 'یک فایل ZIP با صفحه‌های خواندنی به فارسی و انگلیسی، همان داده‌ها برای برنامه‌ها، مدارک، رسیدها، و این که چه کسی به داده‌های شما نگاه کرده است. نسخه هفت روز می‌ماند و تنها خود شما آن را می‌گیرید.',
    en: 'One ZIP with pages to read in Persian and English, the same data for programs, your documents, receipts, and who looked at your data. A copy stays for seven days, and only you can get it.'
  },
  askCopy: { fa: 'ساختن نسخه', en: 'Make a copy' },
  copyAsked: {
    fa: 'نسخه در حال ساخته شدن است؛ آماده که شد به شما خبر می‌دهیم.',
    en: 'The copy is being made; we tell you when it is ready.'
  },
  copies: { fa: 'نسخه‌ها', en: 'Copies' },
  noCopies: { fa: 'هنوز نسخه‌ای نخواسته‌اید.', en: 'You have not asked for a copy yet.' },
  asked: { fa: 'درخواست', en: 'Asked' },
  state: { fa: 'وضع', en: 'State' },
  making: { fa: 'در حال ساختن', en: 'Being made' },
  ready: { fa: 'آماده', en: 'Ready' },
  expired: { fa: 'پاک شده', en: 'Gone' },
  part: {
    fa: (done: number, total: number) =>
      `بخش ${toPersianDigits(String(done))} از ${toPersianDigits(String(total))}`,
    en: (done: number, total: number) => `part ${String(done)} of ${String(total)}`
  },
  until: { fa: 'تا', en: 'Until' },
  size: { fa: 'اندازه', en: 'Size' },
  kilobytes: {
    fa: (count: number) => `${toPersianDigits(String(count))} کیلوبایت`,
    en: (count: number) => `${String(count)} kB`
  },
  get: { fa: 'دریافت', en: 'Get it' },
  actions: { fa: 'اقدام', en: 'Action' },
  holds: { fa: 'نگهداری قانونی داده‌های شما', en: 'Legal holds on your data' },
  holdsLead: {
    fa: 'تا نگهداری قانونی برداشته نشود، آنچه در بر می‌گیرد پاک نمی‌شود؛ نه به خواست شما و نه با گذشت زمان.',
    en: 'What a legal hold covers is not erased until it is lifted, neither as you ask nor as time passes.'
  },
  authority: { fa: 'دستگاه', en: 'Authority' },
  covers: { fa: 'چه چیزی', en: 'Covers' },
  coversCase: { fa: 'یک درخواست', en: 'One application' },
  coversAll: {
    fa: 'همه داده‌های شما در این دستگاه',
    en: 'Everything of yours at this authority'
  },
  reason: { fa: 'سبب', en: 'Reason' },
  since: { fa: 'از', en: 'Since' },
  lifted: { fa: 'برداشته شد', en: 'Lifted' },
  stands: { fa: 'برقرار', en: 'Stands' },
  awaitsSecond: {
    fa: 'برقرار؛ در انتظار تأیید نفر دوم',
    en: 'Stands; a second person has yet to confirm it'
  },
  erase: { fa: 'پاک کردن همه داده‌ها', en: 'Erase everything' },
  eraseLead: {
    fa: (days: number) =>
      `پس از درخواست ${toPersianDigits(String(days))} روز صبر می‌کنیم تا بتوانید از آن صرف‌نظر کنید. سپس حساب شما بسته می‌شود و داده‌ها برای همیشه پاک می‌شود.`,
    en: (days: number) =>
      `After you ask we wait ${String(days)} days, in which you can take it back. Then your account is shut and the data is erased for ever.`
  },
  willErase: { fa: 'این‌ها پاک می‌شود', en: 'This is erased' },
  nothing: { fa: 'چیزی نیست.', en: 'There is nothing.' },
  willKeep: { fa: 'این‌ها می‌ماند، و چرا', en: 'This stays, and why' },
  what: { fa: 'چه چیزی', en: 'What' },
  count: { fa: 'شمار', en: 'How many' },
  because: { fa: 'چرا', en: 'Why' },
  keptUntil: { fa: 'تا کی', en: 'Until when' },
  always: { fa: 'تاریخی ندارد', en: 'No date' },
  refused: { fa: 'اکنون پاک نمی‌شود، زیرا', en: 'It cannot be erased now, because' },
  backups: {
    fa: 'پشتیبان‌هایی که پیش از این گرفته شده‌اند تا پایان عمر خود این داده‌ها را رمزشده در خود دارند. اگر پشتیبانی بازگردانده شود، فهرستی که بیرون از آن نگه داشته می‌شود آنچه را پاک شده بود پیش از هر کار دیگری دوباره پاک می‌کند.',
    en: 'Backups that were made before hold this data, encrypted, until they are thrown away. If one is restored, a list that is kept outside it has what was erased erased again before anything else.'
  },
  understood: {
    fa: 'می‌دانم که این کار برگشت ندارد',
    en: 'I know that this cannot be undone'
  },
  understoodMissing: {
    fa: 'برای ادامه این را تأیید کنید.',
    en: 'Confirm this to go on.'
  },
  askErase: { fa: 'درخواست پاک کردن', en: 'Ask to be erased' },
  eraseAsked: {
    fa: 'درخواست ثبت شد. تا زمان یادشده می‌توانید صرف‌نظر کنید.',
    en: 'This was noted. Until the time that is shown you can take it back.'
  },
  eraseWaits: {
    fa: (at: string) => `داده‌های شما در ${at} پاک می‌شود.`,
    en: (at: string) => `Your data will be erased at ${at}.`
  },
  putOff: {
    fa: 'زمان آن رسیده بود، ولی چیزی مانع است. هر روز دوباره بررسی می‌شود:',
    en: 'Its time had come, but something stands against it. It is looked at again every day:'
  },
  cancelErase: { fa: 'صرف‌نظر از پاک کردن', en: 'Do not erase my data' },
  eraseCancelled: { fa: 'از پاک کردن صرف‌نظر شد.', en: 'Your data will not be erased.' },
  times: { fa: 'داده‌ها چه مدت می‌ماند', en: 'How long data is kept' },
  timesLead: {
    fa: 'پس از آخرین رویداد هر درخواست یا گزارش، دستگاه آن را این مدت نگه می‌دارد و سپس خودکار پاک می‌کند. برای آنچه در جدول نیست مدتی گذاشته نشده است.',
    en: 'After the last thing that happened to an application or report the authority keeps it this long, and it is then erased by itself. What is not in the table has no time set.'
  },
  noTimes: { fa: 'هنوز دستگاهی مدتی نگذاشته است.', en: 'No authority has set a time yet.' },
  dataType: { fa: 'گونه داده', en: 'Type of data' },
  service: { fa: 'خدمت', en: 'Service' },
  allServices: { fa: 'همه خدمات دیگر', en: 'All other services' },
  keepDays: { fa: 'مدت نگهداری', en: 'Kept for' },
  days: {
    fa: (count: number) => `${toPersianDigits(String(count))} روز`,
    en: (count: number) => (count === 1 ? '1 day' : `${String(count)} days`)
  },
  erasable: { fa: 'پیش از آن، به خواست شخص', en: 'Earlier, as its person asks' },
  yes: { fa: 'پاک می‌شود', en: 'Yes' },
  no: { fa: 'پاک نمی‌شود', en: 'No' }
})

/** Words of the pages of staff: retention and legal holds. */
export const deskMessages = defineMessages({
  retention: { fa: 'مدت نگهداری', en: 'Retention' },
  retentionLead: {
    fa: 'هر گونه داده پس از آخرین رویداد خود چه مدت می‌ماند. پس از آن خودکار پاک می‌شود و شمار آن یک رویداد است. آنچه زیر نگهداری قانونی است می‌ماند.',
    en: 'How long each type of data stays after the last thing that happened to it. Then it is erased by itself, and how much that was is a fact. What is under a legal hold stays.'
  },
  newRule: { fa: 'گذاشتن یا تغییر مدت', en: 'Set or change a time' },
  serviceCode: { fa: 'کد خدمت', en: 'Code of the service' },
  serviceHelp: {
    fa: 'خالی: همه خدماتی که مدت خود را ندارند.',
    en: 'Empty: all services without a time of their own.'
  },
  daysLabel: { fa: 'چند روز', en: 'Days' },
  erasableLabel: {
    fa: 'شخص می‌تواند بخواهد پیش از این مدت پاک شود',
    en: 'The person may have it erased earlier'
  },
  save: { fa: 'ثبت', en: 'Save' },
  saved: { fa: 'مدت نگهداری ثبت شد.', en: 'The time was saved.' },
  remove: { fa: 'برداشتن', en: 'Remove' },
  removed: { fa: 'مدت نگهداری برداشته شد.', en: 'The time was removed.' },
  source: { fa: 'از', en: 'Set by' },
  fromFile: { fa: 'پرونده تنظیمات', en: 'The file' },
  fromPage: { fa: 'همین صفحه', en: 'This page' },
  holds: { fa: 'نگهداری قانونی', en: 'Legal holds' },
  holdsLead: {
    fa: 'آنچه دادگاه یا بازرسی می‌خواهد بماند. از همان لحظه برقرار است، شخص از آن باخبر می‌شود و سبب را می‌خواند، و نفر دومی آن را تأیید می‌کند. برداشتن آن هم دو نفر می‌خواهد.',
    en: 'What a court or an inspection wants kept. It stands at once, the person is told and reads the reason, and a second person confirms it. It takes two to lift it as well.'
  },
  place: { fa: 'گذاشتن نگهداری قانونی', en: 'Place a hold' },
  matter: { fa: 'کد رهگیری', en: 'Tracking code' },
  scope: { fa: 'چه چیزی را در بر می‌گیرد', en: 'What it covers' },
  scopeCase: { fa: 'همین درخواست', en: 'This application' },
  scopePerson: {
    fa: 'همه داده‌های این شخص در دستگاه',
    en: 'Everything of this person at the authority'
  },
  reason: { fa: 'سبب', en: 'Reason' },
  reasonHelp: { fa: 'شخص آن را می‌خواند.', en: 'The person reads it.' },
  placed: { fa: 'نگهداری قانونی گذاشته شد.', en: 'The hold was placed.' },
  changed: { fa: 'ثبت شد.', en: 'This was noted.' },
  confirm: { fa: 'تأیید', en: 'Confirm' },
  askLift: { fa: 'درخواست برداشتن', en: 'Ask to lift it' },
  lift: { fa: 'برداشتن', en: 'Lift it' },
  keep: { fa: 'بماند', en: 'Keep it' },
  liftAsked: { fa: 'درخواست برداشتن', en: 'Lifting was asked for' },
  placedAt: { fa: 'گذاشته‌شده', en: 'Placed' },
  noHolds: { fa: 'نگهداری قانونی‌ای نیست.', en: 'There is no legal hold.' }
})

/** Types of data in words. */
export const dataTypeNames = {
  'forms-documents': { fa: 'درخواست‌ها با مدارک', en: 'Applications with documents' },
  'failure-reports': { fa: 'گزارش‌های خرابی', en: 'Failure reports' },
  letters: { fa: 'نامه‌ها', en: 'Letters' }
} as const
