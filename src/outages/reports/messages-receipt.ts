import { defineMessages } from '../../platform/text.ts'

export const receiptMessages = defineMessages({
  title: { fa: 'رسید خرابی', en: 'Failure receipt' },
  lead: {
    fa: 'گزارش شما ثبت شد. این رسید را نگه دارید: زمان آگاه شدن دستگاه را ثابت می‌کند و تنها راه پیگیری است.',
    en: 'Your report is filed. Keep this receipt: it proves when the body came to know, and is the only way to follow up.'
  },
  again: {
    fa: 'همین گزارش پیش‌تر ثبت شده بود؛ این رسید همان است.',
    en: 'This very report had been filed before; this is its receipt.'
  },
  code: { fa: 'کد رسید', en: 'Receipt code' },
  kind: { fa: 'نوع', en: 'Kind' },
  about: { fa: 'خدمت یا بخش', en: 'Service or part' },
  authority: { fa: 'دستگاه', en: 'Body' },
  filed: { fa: 'زمان ثبت', en: 'Filed' },
  gregorian: { fa: 'زمان میلادی', en: 'Gregorian time' },
  jalali: { fa: 'زمان شمسی', en: 'Persian time' },
  noticed: { fa: 'زمان مشاهده', en: 'Noticed' },
  channel: { fa: 'راه گزارش', en: 'Way of reporting' },
  channelSite: { fa: 'سامانه', en: 'Site' },
  channelReportDesk: { fa: 'میز گزارش', en: 'Report desk' },
  channelOpen311: { fa: 'برنامه دیگر (Open311)', en: 'Another program (Open311)' },
  channelCounter: { fa: 'پیشخوان', en: 'Counter' },
  photo: { fa: 'عکس', en: 'Photo' },
  photoTaken: {
    fa: 'دریافت شد (SHA-256 فایل شما در رسید متنی است)',
    en: 'Received (the text receipt holds the SHA-256 of your file)'
  },
  hash: { fa: 'اثر انگشت رسید (SHA-256)', en: 'Hash of this receipt (SHA-256)' },
  keep: {
    fa: 'کد رسید را به کسی ندهید؛ هر که آن را دارد پاسخ گزارش را می‌بیند.',
    en: 'Give the receipt code to nobody: whoever has it sees the answer.'
  },
  check: {
    fa: 'رسید متنی را ذخیره کنید: SHA-256 همان فایل باید برابر اثر انگشت بالا باشد، و همان در دفتر عمومی ثبت می‌شود.',
    en: 'Save the receipt as text: the SHA-256 of that very file must be the hash above, and it is what the public log commits to.'
  },
  qr: { fa: 'نشانی این رسید', en: 'Address of this receipt' },
  asText: { fa: 'ذخیره رسید متنی', en: 'Save the receipt as text' },
  follow: { fa: 'پیگیری این گزارش', en: 'Follow this report' },
  another: { fa: 'گزارش دیگر', en: 'Report something else' },
  print: { fa: 'چاپ', en: 'Print' },
  waiting: {
    fa: 'گزارش شما بر روی این میز ماندگار شده است و با بازگشت سامانه اصلی به آن می‌پیوندد. سند دفتر عمومی پس از آن در این نشانی است:',
    en: 'Your report is safe on this desk and joins the main site when that is back. The evidence of the public log is then at:'
  },
  merged: {
    fa: 'گزارش شما به سامانه اصلی پیوسته است. سند دفتر عمومی در این نشانی است:',
    en: 'Your report has joined the main site. The evidence of the public log is at:'
  }
})

export const trackMessages = defineMessages({
  title: { fa: 'پیگیری گزارش خرابی', en: 'Follow a failure report' },
  lead: {
    fa: 'کد رسید خود را بنویسید. جز دارنده کد، کسی پاسخ را نمی‌بیند.',
    en: 'Type your receipt code. Nobody but its holder sees the answer.'
  },
  codeHelp: {
    fa: 'شانزده نویسه، مانند ‎XK2M-9X4T-RD0A-BCDE؛ فاصله و خط تیره مهم نیست.',
    en: 'Sixteen characters, such as XK2M-9X4T-RD0A-BCDE; spaces and dashes do not matter.'
  },
  submit: { fa: 'پیگیری', en: 'Follow' },
  empty: { fa: 'کد رسید را بنویسید.', en: 'Please type the receipt code.' },
  notCode: {
    fa: 'این کد رسید نیست؛ شاید نویسه‌ای جا مانده یا جابه‌جا شده است.',
    en: 'This is no receipt code; a character may be missing or swapped.'
  },
  notFound: {
    fa: 'رسیدی با این کد پیدا نشد. کد را دوباره با رسید خود مقایسه کنید.',
    en: 'There is no receipt with this code. Please compare it with your receipt again.'
  },
  state: { fa: 'وضع', en: 'State' },
  open: { fa: 'در دست بررسی', en: 'Being looked at' },
  closed: { fa: 'بسته شده', en: 'Closed' },
  outage: { fa: 'قطعی', en: 'Outage' },
  outageOpen: {
    fa: (from: string) => `گزارش شما درباره قطعی‌ای است که از ${from} آغاز شده و ادامه دارد.`,
    en: (from: string) => `Your report is about an outage that began on ${from} and lasts.`
  },
  outageOver: {
    fa: (from: string, to: string) =>
      `گزارش شما درباره قطعی‌ای است که از ${from} تا ${to} بوده است.`,
    en: (from: string, to: string) => `Your report is about an outage from ${from} to ${to}.`
  },
  noOutage: {
    fa: 'تا کنون قطعی‌ای برای آن زمان ثبت نشده است؛ گزارش شما جداگانه بررسی می‌شود.',
    en: 'No outage is recorded for that time so far; your report is looked into on its own.'
  },
  answers: { fa: 'پاسخ‌ها', en: 'Answers' },
  noAnswer: { fa: 'هنوز پاسخی نوشته نشده است.', en: 'There is no answer yet.' },
  receipt: { fa: 'دیدن رسید', en: 'See the receipt' },
  anotherCode: { fa: 'کد دیگر', en: 'Another code' },
  onlyHere: {
    fa: 'این گزارش هنوز به سامانه اصلی نپیوسته است؛ رسید آن معتبر است و پاسخ پس از پیوستن نوشته می‌شود.',
    en: 'This report has not joined the main site yet; its receipt holds, and an answer follows after that.'
  }
})
