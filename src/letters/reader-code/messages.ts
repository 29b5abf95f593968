import { defineMessages } from '../../platform/index.ts'

/** Texts of the page of the scripts that open letters. */
export const messages = defineMessages({
  title: { fa: 'برنامه‌هایی که نامه را باز می‌کنند', en: 'The scripts that open letters' },
  lead: {
    fa: 'نامه در مرورگر شما باز می‌شود، با برنامه‌ای که همین سامانه می‌فرستد. چکیده هر نسخه در دفتر عمومی ثبت است؛ اگر به شما برنامه دیگری داده شود، چکیده‌اش اینجا نیست.',
    en: 'A letter is opened in your browser, by a script that this site sends. The digest of each version stands in the public log: if you are served another script, its digest is not here.'
  },
  howTitle: { fa: 'چگونه مقایسه کنم؟', en: 'How do I compare?' },
  howPage: {
    fa: 'در صفحه نامه‌ها، کد صفحه را ببینید (Ctrl+U): ویژگی integrity برنامه باید یکی از مقدارهای SHA-384 این جدول باشد. مرورگر خودش برنامه‌ای را که با آن نخواند اجرا نمی‌کند.',
    en: 'On a page of letters, view its source (Ctrl+U): the attribute integrity of its script must be one of the SHA-384 values of this table. The browser runs no script that differs from it.'
  },
  howFile: {
    fa: 'یا فایل برنامه را ذخیره کنید و با دستور زیر چکیده‌اش را حساب کنید:',
    en: 'Or save the script and compute its digest:'
  },
  howOffline: {
    fa: 'نسخه ذخیره‌شده (آفلاین) چکیده برنامه خود را پایین صفحه‌اش می‌نویسد، و سرآیند Content‑Security‑Policy آن همان را به مرورگر تحمیل می‌کند.',
    en: 'The saved (offline) reader tells the digest of its script at its foot, and its Content-Security-Policy has the browser enforce it.'
  },
  howElse: {
    fa: 'این صفحه را هم همین سامانه می‌فرستد. مقدارها را از رایانه یا شبکه دیگری هم ببینید، یا گواه هر ردیف را در دفتر عمومی بسنجید.',
    en: 'This page comes from the same site. Look from another computer or network as well, or check the proof of a row in the public log.'
  },
  script: { fa: 'برنامه', en: 'Script' },
  digests: { fa: 'چکیده‌ها', en: 'Digests' },
  since: { fa: 'از', en: 'Since' },
  version: { fa: 'نسخه برنامه', en: 'Version of the program' },
  entry: { fa: 'گواه', en: 'Proof' },
  now: { fa: 'هم‌اکنون فرستاده می‌شود', en: 'Served now' },
  before: { fa: 'پیش از این', en: 'Earlier' },
  reader: { fa: 'خواندن نامه', en: 'Reading letters' },
  writer: { fa: 'نوشتن نامه', en: 'Writing letters' },
  claim: { fa: 'باز کردن نامه با برگه پستی', en: 'Opening a letter by a page from the post' },
  claimPaper: { fa: 'ساختن برگه پستی', en: 'Making a page for the post' },
  pdf: { fa: 'ساختن PDF از نامه بازشده', en: 'Making a PDF of an opened letter' },
  offline: { fa: 'نسخه ذخیره‌شده (آفلاین)', en: 'Saved (offline) reader' },
  none: {
    fa: 'هنوز نسخه‌ای در دفتر ثبت نشده است.',
    en: 'No version has been entered in the log yet.'
  },
  differs: {
    fa: 'برنامه‌ای که هم‌اکنون فرستاده می‌شود هنوز در دفتر ثبت نشده است.',
    en: 'What is served now has not been entered in the log yet.'
  }
})
