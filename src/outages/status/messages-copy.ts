import { defineMessages } from '../../platform/index.ts'

/** What a copy of the status pages says of itself. */
export const copyMessages = defineMessages({
  copyTitle: { fa: 'این صفحه یک رونوشت است', en: 'This page is a copy' },
  copy: {
    fa: (at: string) =>
      `آنچه می‌بینید در ${at} ذخیره شده است؛ وضعیت اکنون ممکن است جز این باشد. پیوندهای آن شاید باز نشوند.`,
    en: (at: string) =>
      `What you see was stored at ${at}; things may be different now. Its links may not open.`
  },
  databaseAway: {
    fa: (age: string) =>
      `پایگاه داده این سامانه اکنون در دسترس نیست: میز خدمت و هرچه به آن نیاز دارد کار نمی‌کند، هرچند رونوشت ${age} پیش چیز دیگری بگوید.`,
    en: (age: string) =>
      `The database of this installation cannot be reached now: the desk and whatever needs it do not work, whatever this copy, ${age} old, says.`
  },
  noneTitle: { fa: 'پایگاه داده در دسترس نیست', en: 'The database cannot be reached' },
  none: {
    fa: 'این صفحه اکنون ساخته نمی‌شود. چیزی از داده‌های شما از دست نرفته است؛ چند دقیقه دیگر دوباره بیایید.',
    en: 'This page cannot be made now. Nothing of yours is lost; come back in a few minutes.'
  },
  seeStatus: { fa: 'وضعیت سامانه (رونوشت)', en: 'Status (a copy)' },
  report: { fa: 'گزارش خرابی', en: 'Report a failure' },
  status: { fa: 'وضعیت سامانه', en: 'Status' }
})
