import { defineMessages } from '../../platform/text.ts'

export const messages = defineMessages({
  name: { fa: 'میز گزارش خرابی', en: 'Failure report desk' },
  apart: { fa: 'جدا از سامانه اصلی', en: 'Apart from the main site' },
  skip: { fa: 'رفتن به محتوای اصلی', en: 'Skip to the content' },
  otherLanguage: { fa: 'English', en: 'فارسی' },
  report: { fa: 'گزارش خرابی', en: 'Report a failure' },
  track: { fa: 'پیگیری با کد رسید', en: 'Follow by receipt code' },
  mainSite: { fa: 'سامانه اصلی', en: 'Main site' },
  notHereTitle: { fa: 'چنین صفحه‌ای اینجا نیست', en: 'There is no such page here' },
  notHere: {
    fa: 'این نشانی تنها برای گزارش خرابی و رسید آن است؛ بقیه در سامانه اصلی است.',
    en: 'This address is only for reporting failures and their receipts; all else is on the main site.'
  },
  brokenTitle: { fa: 'گزارش ثبت نشد', en: 'The report was not filed' },
  broken: {
    fa: 'این میز اکنون نمی‌تواند چیزی را ماندگار ثبت کند، پس رسیدی هم نمی‌دهد. گزارش شما ثبت نشده است؛ چند دقیقه دیگر دوباره بفرستید.',
    en: 'This desk cannot write anything down durably now, and so gives no receipt. Your report was not filed; please send it again in a few minutes.'
  },
  tooMany: {
    fa: 'درخواست‌ها بسیار پی‌درپی است؛ یک دقیقه دیگر دوباره تلاش کنید.',
    en: 'Too many requests; please try again in a minute.'
  },
  malformed: {
    fa: 'آنچه فرستاده شد خوانده نشد یا بزرگ‌تر از اندازه است.',
    en: 'What was sent could not be read, or is larger than allowed.'
  }
})
