import { defineMessages } from '../../platform/index.ts'

/** What a page says of the signature under what a unit found. */
export const wordMessages = defineMessages({
  noScript: { fa: 'امضاها بررسی نشده است', en: 'The signatures were not checked' },
  noScriptBody: {
    fa: 'امضای واحد در مرورگر شما بررسی می‌شود و بی جاوااسکریپت شدنی نیست؛ آنچه اینجا می‌بینید تنها گفته این سامانه است. صفحه را در مرورگری دیگر که جاوااسکریپت آن روشن است باز کنید.',
    en: 'The signature of the unit is checked in your browser, which cannot be done without JavaScript; what you see here is only what this system says. Open the page in another browser with JavaScript on.'
  },
  checking: {
    fa: 'امضا هنوز در این مرورگر بررسی نشده است.',
    en: 'The signature has not been checked in this browser yet.'
  },
  holds: {
    fa: 'امضا در همین مرورگر بررسی شد و درست است.',
    en: 'The signature was checked in this browser, and it holds.'
  },
  holdsKeys: {
    fa: (unit: string) =>
      `هر دو کلید «${unit}»، چنان که گزارش عمومی ثابت می‌کند، آن را امضا کرده‌اند.`,
    en: (unit: string) => `Both keys of “${unit}”, as the public log proves them, signed it.`
  },
  holdsFiles: {
    fa: (n: string) =>
      `درباره همین درخواست است و پرونده‌های سربسته آن را یک‌به‌یک نام می‌برد: ${n}.`,
    en: (n: string) => `It is about this application, and names its sealed files one by one: ${n}.`
  },
  holdsSent: {
    fa: 'فرمی که واحد بررسی کرد همان است که از این دستگاه فرستاده شد.',
    en: 'The form that the unit looked at is the one that was sent from this device.'
  },
  holdsNotSent: {
    fa: 'نشانی از فرم فرستاده‌شده در این دستگاه نیست؛ از این رو گفته نمی‌شود که فرم همان است که فرستاده‌اید.',
    en: 'This device has no trace of the form that was sent, so it cannot tell whether the form is the one that you sent.'
  },
  refused: {
    fa: 'این نتیجه ثابت نشد و نشان داده نمی‌شود',
    en: 'This was not proven and is not shown'
  },
  refusedDo: {
    fa: 'به آن تکیه نکنید. صفحه را از نو باز کنید؛ اگر باز همین بود، با تلفن پیگیری خدمت به دستگاه خبر دهید و متن امضاشده زیر را نگه دارید.',
    en: 'Do not rely on it. Reload the page; if it stays so, tell the body by the follow-up telephone of the service, and keep the signed text below.'
  },
  unproven: {
    fa: (why: string) =>
      `اکنون نتوانستیم امضا را بررسی کنیم. تا بررسی نشود به این نتیجه تکیه نکنید؛ چند دقیقه دیگر صفحه را از نو باز کنید. (${why})`,
    en: (why: string) =>
      `The signature could not be checked now. Do not rely on this until it was; reload the page in some minutes. (${why})`
  },
  'no-note': { fa: 'متن امضاشده خوانا نیست.', en: 'The signed text cannot be read.' },
  'other-case': {
    fa: 'متن امضاشده درباره درخواست دیگری است.',
    en: 'The signed text is about another application.'
  },
  'other-words': {
    fa: 'متن امضاشده با آنچه این صفحه از نتیجه، پرونده‌ها و موردهای اصلاح می‌گوید یکی نیست.',
    en: 'The signed text is not what this page says of the outcome, the files and what is to be corrected.'
  },
  'key-left': {
    fa: 'با کلیدی امضا شده است که واحد در آن زمان نداشت.',
    en: 'It is signed with a key that the unit did not have then.'
  },
  unsigned: {
    fa: 'امضای واحد گیرنده زیر آن نیست.',
    en: 'It does not have the signature of the receiving unit.'
  },
  'other-forms': {
    fa: 'واحد درباره فرم دیگری نوشته است، نه آن که از این دستگاه فرستاده شد.',
    en: 'The unit wrote of another form than the one that was sent from this device.'
  }
})
