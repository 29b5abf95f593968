import { defineMessages } from '../../platform/index.ts'

/** What people are told of letters outside of letters: that one waits, and of whom. */
export const messages = defineMessages({
  arrivedSubject: {
    fa: (body: string) => `نامه‌ای از ${body} رسیده است`,
    en: (body: string) => `A letter from ${body} has arrived`
  },
  arrivedText: {
    fa: (body: string) =>
      `نامه‌ای سربسته از ${body} در صندوق شماست. آن را تنها در همین سامانه و پس از ورود باز کنید.`,
    en: (body: string) =>
      `A sealed letter from ${body} is in your mailbox. Open it here only, after you have signed in.`
  },
  waitingSubject: {
    fa: (body: string) => `نامه‌ای از ${body} در انتظار صندوق شماست`,
    en: (body: string) => `A letter from ${body} waits for your mailbox`
  },
  waitingText: {
    fa: (body: string) =>
      `${body} برای شما نامه‌ای سربسته دارد. تا صندوق نامه خود را باز نکنید، کسی جز فرستنده آن را نمی‌تواند بخواند. وارد شوید و صندوق خود را بسازید.`,
    en: (body: string) =>
      `${body} has a sealed letter for you. Until you open a mailbox nobody but its sender can read it. Sign in and make your mailbox.`
  },
  endedSubject: { fa: 'درگذشت شما ثبت شد', en: 'Your death was recorded' },
  endedText: {
    fa: 'یک دستگاه از روی مدرک ثبت کرد که صاحب این حساب درگذشته است؛ از این پس نامه‌ای به این صندوق نمی‌رسد. اگر این درست نیست، همین حالا به پیشخان همان دستگاه بروید تا آن را بردارد.',
    en: 'A public body recorded by a paper that the owner of this account has died; no letter comes to this mailbox any more. If that is not so, go to the counter of that body now, which takes it back.'
  },
  endReversedSubject: { fa: 'ثبت درگذشت برداشته شد', en: 'The record of a death was taken back' },
  endReversedText: {
    fa: 'آنچه درباره درگذشت شما ثبت شده بود نادرست بود و برداشته شد. نامه‌هایی که در انتظار بودند نزد فرستنده مانده‌اند.',
    en: 'What was recorded of your death was wrong, and was taken back. Letters that waited have stayed with their senders.'
  },
  letters: { fa: 'نامه‌ها', en: 'Letters' },
  sentLetters: { fa: 'نامه‌های فرستاده‌شده', en: 'Letters sent' }
})
