import { defineMessages } from '../../../platform/index.ts'

/** Words of halves that open nothing any more, and of what was given out before it was stopped. */
export const lostMessages = defineMessages({
  // On the page of whoever named somebody.
  toGiveAnew: { fa: 'باید از نو سپرده شود', en: 'Has to be given anew' },
  whyAnew: {
    fa: (day: string) => `صندوق او از ${day} کلید تازه دارد و نیمه‌ای که نزدش بود باز نمی‌شود.`,
    en: (day: string) =>
      `Their mailbox has another key since ${day}; the half that was with them does not open.`
  },
  giveAnew: { fa: 'نیمه تازه‌ای بسپار', en: 'Give a new half' },
  anewTitle: {
    fa: 'نیمه‌ای از کلید باید از نو سپرده شود',
    en: 'A half of the key has to be given anew'
  },
  anewText: {
    fa: 'کسی که نام برده‌اید کلید تازه‌ای برای صندوق خودش ساخته است. تا نیمه تازه‌ای به او نسپارید، از راه او چیزی باز نمی‌شود.',
    en: 'Somebody whom you named made another key for their own mailbox. Until you give them a new half, nothing opens by their way.'
  },
  // On the page of whoever keeps it.
  opensNoMore: { fa: 'دیگر باز نمی‌شود', en: 'Opens no more' },
  keptLostWhy: {
    fa: (name: string, day: string) =>
      `این نیمه به کلید پیشین صندوق شما سپرده شده بود، که از ${day} نیست. به ${name} گفته‌ایم نیمه تازه‌ای به شما بسپارد.`,
    en: (name: string, day: string) =>
      `This half was sealed to the key that your mailbox had until ${day}. We have told ${name} to give you a new one.`
  },
  heirLost: { fa: 'نیمه شما باز نمی‌شود', en: 'Your half does not open' },
  heirLostText: {
    fa: 'نیمه‌ای که نزد شماست به کلید پیشین صندوق خودتان سپرده شده بود. اگر صاحب نامه‌ها زنده است، باید نیمه تازه‌ای به شما بسپارد؛ اگر درگذشته است، نامه‌هایش برای همیشه بسته می‌ماند و ما هم نمی‌توانیم آن‌ها را باز کنیم.',
    en: 'The half that is with you was sealed to the key that your own mailbox had before. If the owner of the letters lives, they have to give you a new one; if they have died, their letters stay closed for ever, and we cannot open them either.'
  },
  // Where the owner asks to come back in.
  contactsLost: {
    fa: 'کسی که نام برده بودید کلید تازه‌ای برای صندوق خودش ساخته است و نیمه‌ای که نزدش بود دیگر باز نمی‌شود. نامه‌های پیشین را از این راه نمی‌توان باز کرد.',
    en: 'Whom you had named made another key for their own mailbox, and the half that was with them opens no more. Letters of before cannot be opened by this way.'
  },
  // Before another key is made.
  alsoKept: {
    fa: 'نیمه کلیدهایی که برای دیگران نگه می‌دارید هم دیگر باز نمی‌شود. هنگامی که کلید تازه به کار افتد، به آنان گفته می‌شود که نیمه تازه‌ای به شما بسپارند.',
    en: 'Halves of keys that you keep for others open no more either. Once the new key counts, they are told to give you new ones.'
  },
  // News.
  lostHalf: {
    fa: 'نیمه کلید صندوق خود را از نو بسپارید',
    en: 'Give the half of your key anew'
  },
  lostHalfText: {
    fa: (name: string) =>
      `${name} کلید تازه‌ای برای صندوق خودش ساخت. نیمه کلید شما که نزدش بود دیگر باز نمی‌شود و از راه او چیزی باز نمی‌شود. در صفحه صندوق، «آشنای امین و وارث»، نیمه تازه‌ای بسپارید.`,
    en: (name: string) =>
      `${name} made another key for their own mailbox. The half of your key that was with them does not open any more, and nothing opens by their way. Give a new half on the page of your mailbox, under “Recovery contact and heir”.`
  },
  lostUnnamed: { fa: 'کسی که نام برده بودید', en: 'Somebody whom you had named' },
  keptLost: {
    fa: 'نیمه کلیدهایی که نزد شماست دیگر باز نمی‌شود',
    en: 'Halves of keys that are with you open no more'
  },
  keptLostText: {
    fa: 'صندوق شما کلید تازه دارد. نیمه کلیدهایی که برای دیگران نگه می‌داشتید با آن باز نمی‌شود. به صاحبانشان گفتیم نیمه تازه‌ای به شما بسپارند؛ پس از آن دوباره بپذیرید.',
    en: 'Your mailbox has another key. The halves of keys that you kept for others do not open with it. We told their owners to give you new ones; accept those again.'
  },
  stoppedGivenText: {
    fa: 'بازگشت به صندوق نامه متوقف شد. نیمه ما پیش از این داده شده بود و پس گرفته نمی‌شود؛ بی نیمه دیگر چیزی باز نمی‌کند. کلید صندوق را عوض کنید.',
    en: 'Recovery of a mailbox was stopped. Our half had been handed out before, and cannot be taken back; it opens nothing without the other half. Change the key of the mailbox.'
  },
  stoppedHeirText: {
    fa: 'خواندن نامه‌ها به دست وارث متوقف شد و از این پس چیزی به او داده نمی‌شود. آنچه پیش از این خوانده یا برداشته شده پس گرفته نمی‌شود.',
    en: 'Reading of the letters by an heir was stopped, and nothing is given to them from now on. What was read or copied before cannot be taken back.'
  }
})
