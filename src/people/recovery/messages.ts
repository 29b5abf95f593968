import { defineMessages } from '../../platform/index.ts'

export const messages = defineMessages({
  title: { fa: 'بازیابی حساب', en: 'Recover your account' },
  lead: {
    fa: 'اگر دستگاه یا کلید عبورتان را گم کرده‌اید یا حساب بسته است، با یکی از راه‌های تماس تأییدشده خود برگردید.',
    en: 'If you lost your device or passkey, or the account is frozen, come back by one of your proven contacts.'
  },
  how: { fa: 'چگونه پیش می‌رود', en: 'How it goes' },
  steps: { fa: 'گام‌ها', en: 'Steps' },
  step1: {
    fa: 'کدی به راه تماس شما می‌فرستیم. با نوشتن آن، بازیابی آغاز می‌شود و خبرش به همه راه‌های تماس شما می‌رود.',
    en: 'We send a code to your contact. When you write it here the recovery begins, and all of your contacts hear of it.'
  },
  step2: {
    fa: '۷۲ ساعت می‌گذرد. در این مدت هر کس آن خبر را بگیرد می‌تواند بازیابی را بازدارد.',
    en: '72 hours pass. Whoever gets that news can stop the recovery meanwhile.'
  },
  step3: {
    fa: 'پس از آن دوباره همین‌جا کد بگیرید؛ وارد می‌شوید، نشست‌های دیگر بسته می‌شود و کلید عبور تازه می‌افزایید.',
    en: 'After that, get a code here again: you are signed in, all other sessions end, and you add a new passkey.'
  },
  counterTitle: { fa: 'بی انتظار، در پیشخوان', en: 'Without waiting, at a counter' },
  counter: {
    fa: 'با مدرک شناسایی به پیشخوان یک دستگاه بروید و کد ثبت‌نام بگیرید؛ کارمندان کد را از مدیر سامانه دستگاه خود می‌گیرند.',
    en: 'Go to the counter of a public body with your papers and get an enrolment code; staff get theirs from the administrator of their body.'
  },
  haveCode: { fa: 'کد ثبت‌نام دارم', en: 'I have an enrolment code' },
  lettersTitle: { fa: 'نامه‌های رمزشده بازیابی نمی‌شوند', en: 'Sealed letters are not recovered' },
  letters: {
    fa: 'این کار تنها راه ورود را برمی‌گرداند. نامه‌هایی که برای کلید شما رمز شده‌اند با کلید خودتان باز می‌شوند: با کلید عبوری که صندوق را باز می‌کرد یا کلید کاغذی صندوق. هیچ‌کس، ما هم، نمی‌تواند آن‌ها را بی آن باز کند.',
    en: 'This brings back the way in, and nothing else. Letters that were sealed to your key open with your own key: the passkey that opened the mailbox, or the mailbox’s paper key. Nobody can open them without it, and neither can we.'
  },
  staff: {
    fa: 'کارمندان: بازیابی با راه تماس نقش‌های سازمانی را برنمی‌گرداند؛ برای آن کد ثبت‌نام لازم است.',
    en: 'Staff: recovery by a contact does not bring back roles; that takes an enrolment code.'
  },
  entryTitle: { fa: 'کد بازیابی', en: 'Recovery code' },
  nobodyTitle: { fa: 'حسابی با این نشانی نیست', en: 'There is no account with this address' },
  nobody: {
    fa: 'این نشانی راه تماس تأییدشده هیچ حسابی نیست. نشانی دیگری را بیازمایید، یا با مدرک به پیشخوان بروید.',
    en: 'This address is not a proven contact of any account. Try another address, or go to a counter with your papers.'
  },
  notNeededTitle: { fa: 'بازیابی لازم نیست', en: 'No recovery is needed' },
  notNeeded: {
    fa: 'حساب شما کلید عبور ندارد و با همین نشانی و کد یک‌بارمصرف باز می‌شود.',
    en: 'Your account has no passkey; this address and a one-time code open it.'
  },
  signInByCode: { fa: 'ورود با کد یک‌بارمصرف', en: 'Sign in with a one-time code' },
  tooNewTitle: { fa: 'این راه تماس تازه است', en: 'This contact is new' },
  tooNew: {
    fa: 'این نشانی کمتر از ۱۴ روز پیش به حساب افزوده شده است. با راه تماس کهن‌تر حساب بازیابی کنید، یا با مدرک به پیشخوان بروید.',
    en: 'This address was added to the account less than 14 days ago. Recover it by an older contact, or go to a counter with your papers.'
  },
  waitingTitle: { fa: 'بازیابی آغاز شده است', en: 'The recovery is under way' },
  waiting: {
    fa: (when: string) =>
      `از ${when} به بعد، و تا دو هفته پس از آن، همین‌جا دوباره کد بگیرید تا کامل شود. خبر آن به همه راه‌های تماس شما فرستاده شد.`,
    en: (when: string) =>
      `From ${when} on, and for two weeks after that, get a code here again to finish it. All of your contacts were told.`
  },
  again: { fa: 'بازگشت به بازیابی', en: 'Back to the recovery' },
  done: {
    fa: 'حساب شما بازیابی شد و نشست‌های دیگر بسته شد. اکنون یک کلید عبور بیفزایید و کلیدهای گم‌شده را بردارید.',
    en: 'Your account was recovered, and all other sessions were closed. Now add a passkey, and remove those that are lost.'
  },
  begunSubject: { fa: 'بازیابی حساب آغاز شد', en: 'A recovery of your account has begun' },
  begunText: {
    fa: (when: string) =>
      `کسی با یکی از راه‌های تماس شما بازیابی حساب را آغاز کرد و از ${when} می‌تواند آن را کامل کند. اگر شما بوده‌اید کاری لازم نیست. اگر نه، از اینجا بازش دارید:`,
    en: (when: string) =>
      `Somebody began to recover your account by one of your contacts, and can finish from ${when} on. If it was you, there is nothing to do. If not, stop it here:`
  },
  recoveredSubject: { fa: 'حساب شما بازیابی شد', en: 'Your account was recovered' },
  recoveredText: {
    fa: 'حساب شما بازیابی شد و همه نشست‌های پیشین بسته شد. نمایندگی‌هایی که با بسته شدن حساب معلق شدند در صفحه «نمایندگی» با گفته شما از سر گرفته یا پایان داده می‌شوند. اگر بازیابی کار شما نبود، بی‌درنگ با مدرک شناسایی به پیشخوان یک دستگاه بروید.',
    en: 'Your account was recovered, and every earlier session was closed. Delegations that stood still while it was frozen hold again, or end, as you say on the page of delegates. If the recovery was not you, go to the counter of a public body with your papers at once.'
  },
  stopTitle: { fa: 'بازداشتن بازیابی', en: 'Stop the recovery' },
  stopLead: {
    fa: 'اگر شما بازیابی این حساب را آغاز نکرده‌اید، اینجا بازش دارید. سپس نشانی‌هایی را که دیگر در دست شما نیست از راه‌های تماس بردارید.',
    en: 'If it was not you who began to recover this account, stop it here. Then remove the contacts that are no longer in your hands.'
  },
  stop: { fa: 'بازدار', en: 'Stop it' },
  stopped: { fa: 'بازیابی بازداشته شد.', en: 'The recovery was stopped.' },
  stopGone: {
    fa: 'این پیوند دیگر کار نمی‌کند: بازیابی پایان یافته یا بازداشته شده است.',
    en: 'This link does not work any more: the recovery is over or was stopped.'
  }
})
