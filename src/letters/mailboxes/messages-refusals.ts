import { defineMessages } from '../../platform/index.ts'

export const refusalMessages = defineMessages({
  notFound: {
    fa: 'چنین صندوق نامه‌ای پیدا نشد.',
    en: 'There is no such mailbox.'
  },
  exists: {
    fa: 'این صندوق نامه از پیش ساخته شده است. صفحه صندوق را باز کنید.',
    en: 'This mailbox was made before. Open the page of the mailbox.'
  },
  keyslotForm: {
    fa: 'راهی که فرستاده شد این صندوق را باز نمی‌کند. صفحه را تازه کنید و دوباره تلاش کنید.',
    en: 'What was sent does not open this mailbox. Reload the page and try again.'
  },
  notOpened: {
    fa: 'این کار تنها با صندوق باز شدنی است. نخست صندوق را باز کنید و ساعت دستگاه را ببینید.',
    en: 'This needs the mailbox to be open. Open it first, and look at the clock of the device.'
  },
  lastWays: {
    fa: 'صندوق باید دست‌کم دو راه آزموده برای باز شدن داشته باشد؛ نخست راه دیگری بیفزایید.',
    en: 'A mailbox needs at least two proven ways to open it; add another one first.'
  },
  custodians: {
    fa: 'دست‌کم دو نگهدار کلید لازم است که هر یک صندوق نامه‌ای با دو راه باز شدن داشته باشد.',
    en: 'At least two custodians are needed, each with a mailbox of their own that two ways open.'
  },
  reader: {
    fa: 'این شخص اکنون اجازه خواندن نامه‌های این صندوق را ندارد، یا صندوق آماده‌ای ندارد.',
    en: 'This person may not read the letters of this mailbox now, or has no mailbox that is ready.'
  },
  tooMany: {
    fa: 'شمار راه‌های باز کردن این صندوق به بیشترین اندازه رسیده است.',
    en: 'This mailbox has as many ways to open it as it may have.'
  },
  wayThere: {
    fa: 'این راه از پیش هست. راه دیگر باید دستگاه دیگری یا کاغذ دیگری باشد.',
    en: 'This way is there already. Another way has to be another device, or other paper.'
  },
  keyMoved: {
    fa: 'کلید یا راه‌های باز کردن این صندوق در این میان تغییر کرد. صفحه را تازه کنید.',
    en: 'The key of this mailbox, or the ways to open it, changed meanwhile. Reload the page.'
  },
  pairingOver: {
    fa: 'زمان باز کردن با تلفن گذشت. در رایانه دوباره آغاز کنید.',
    en: 'The time for opening by telephone is over. Begin again on the computer.'
  }
})
