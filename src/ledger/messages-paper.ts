import { defineMessages } from '../platform/index.ts'

/** Texts of the part of a receipt that leads to the public log. */
export const paperMessages = defineMessages({
  title: { fa: 'رسید دفتر عمومی', en: 'Receipt of the public log' },
  promiseTitle: { fa: 'قول ثبت در دفتر عمومی', en: 'Promise of the public log' },
  proven: {
    fa: 'این ثبت در دفتر عمومی منتشر شده است و از این پس بی‌خبر تغییر نمی‌کند:',
    en: 'This registration is published in the public log and cannot be changed unnoticed any more:'
  },
  promised: {
    fa: (when: string) =>
      `دفتر با امضای خود قول داده است که این ثبت تا ${when} در آن منتشر شود. رسید دفتر معمولاً چند ثانیه بعد آماده است؛ این صفحه را دوباره باز کنید تا آن را بگیرید.`,
    en: (when: string) =>
      `The log has promised over its signature to publish this registration by ${when}. The receipt is usually ready seconds later: open this page again to take it.`
  },
  delayed: {
    fa: 'درخواست شما ثبت شده است و معتبر است، اما رسید دفتر عمومی هنوز آماده نیست. بعداً این صفحه را دوباره باز کنید تا آن را بگیرید.',
    en: 'What you sent is registered and stands, but the receipt of the public log is not ready yet. Open this page again later to take it.'
  },
  erased: {
    fa: 'شواهد این مورد به درخواست صاحب آن پاک شده است و دیگر رسیدی از دفتر ندارد.',
    en: 'The evidence of this matter was erased at its owner’s request; it has no receipt of the log any more.'
  },
  altered: {
    fa: 'آنچه در سامانه ثبت است با دفتر عمومی یکی نیست؛ رسید دفتر ساخته نشد. مدیر سامانه باید آن را بررسی کند.',
    en: 'What is stored here is not what the public log says, so no receipt of the log was made. The operator has to look into it.'
  },
  codes: {
    fa: 'رمزینه‌های زیر خود رسید را در بر دارند. با دوربین تلفن یکی را باز کنید و بقیه را در همان صفحه بخوانید.',
    en: 'The codes below hold the receipt itself. Open one with the camera of a telephone, then scan the others on that page.'
  },
  code: { fa: 'رمزینه زیر خود قول را در بر دارد.', en: 'The code below holds the promise itself.' },
  codeOf: {
    fa: (number: string, all: string) => `رمزینه ${number} از ${all}`,
    en: (number: string, all: string) => `Code ${number} of ${all}`
  },
  check: {
    fa: 'هر کس می‌تواند آن را بسنجد:',
    en: 'Anybody can check it:'
  },
  checkOthers: {
    fa: 'یا ابزارهای دیگر C2SP (tlog-proof)',
    en: 'or other C2SP tools (tlog-proof)'
  },
  or: { fa: 'یا', en: 'or' },
  download: { fa: 'دریافت فایل رسید', en: 'Download the receipt file' },
  downloadPromise: { fa: 'دریافت قول ثبت', en: 'Download the promise' }
})
