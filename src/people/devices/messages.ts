import { defineMessages } from '../../platform/index.ts'

export const messages = defineMessages({
  newDevice: { fa: 'ورود با دستگاهی تازه', en: 'Sign-in on a new device' },
  newDeviceText: {
    fa: (device: string, when: string, way: string) =>
      `${when} کسی با ${way} در دستگاهی که پیش‌تر دیده نشده بود (${device}) وارد حساب شما شد. اگر خودتان بودید کاری لازم نیست. اگر نبودید، حساب را از اینجا ببندید:`,
    en: (device: string, when: string, way: string) =>
      `On ${when} somebody signed in to your account with ${way}, on a device that was not seen before (${device}). If it was you, there is nothing to do. If not, close the account here:`
  },
  unknownDevice: { fa: 'ناشناخته', en: 'unknown' },
  passkey: { fa: 'کلید عبور', en: 'a passkey' },
  oidc: { fa: 'ورود ملی', en: 'the national sign-on' },
  code: { fa: 'کد یک‌بارمصرف', en: 'a one-time code' },
  enrolment: { fa: 'کد ثبت‌نام', en: 'an enrolment code' },
  counter: { fa: 'کد ثبت‌نام یک باجه', en: 'an enrolment code of a counter' },
  demonstration: { fa: 'ورود نمایشی', en: 'the demonstration sign-in' },
  passkeyAdded: { fa: 'کلید عبور تازه', en: 'A new passkey' },
  passkeyAddedText: {
    fa: (name: string) =>
      `کلید عبور «${name}» به حساب شما افزوده شد و از این پس با آن می‌توان وارد شد. اگر کار شما نبود، در صفحه حساب «این من نبودم» را بزنید.`,
    en: (name: string) =>
      `The passkey “${name}” was added to your account, and signs in from now on. If that was not you, press “This was not me” on your account page.`
  },
  passkeyRemoved: { fa: 'کلید عبور برداشته شد', en: 'A passkey was removed' },
  passkeyRemovedText: {
    fa: (name: string) =>
      `کلید عبور «${name}» از حساب شما برداشته شد. اگر کار شما نبود، در صفحه حساب «این من نبودم» را بزنید.`,
    en: (name: string) =>
      `The passkey “${name}” was removed from your account. If that was not you, press “This was not me” on your account page.`
  },
  frozen: { fa: 'حساب شما بسته نگه داشته شد', en: 'Your account is frozen' },
  frozenText: {
    fa: 'گزارش شد که کس دیگری وارد حساب شما شده بود. همه نشست‌ها بسته شد و تا بازگشت شما هیچ‌کس نمی‌تواند وارد شود. زمان گزارش در شواهد ثبت شد. راه بازگشت: بازیابی حساب در صفحه ورود، یا کد ثبت‌نام از پیشخوان یک دستگاه با مدرک شناسایی.',
    en: 'It was reported that somebody else had signed in to your account. Every session was closed, and nobody can sign in until you are back. The moment of the report is in the evidence. The way back: recover the account from the sign-in page, or get an enrolment code at the counter of a public body with your papers.'
  },
  notMe: { fa: 'این من نبودم', en: 'This was not me' },
  notMeLead: {
    fa: 'اگر کس دیگری وارد حساب شما شده است، اینجا آن را ببندید.',
    en: 'If somebody else has signed in to your account, close it here.'
  },
  whatFollows: { fa: 'چه پیش می‌آید', en: 'What follows' },
  followsSessions: {
    fa: 'همه نشست‌ها، همین یکی هم، در همان لحظه پایان می‌یابد.',
    en: 'Every session ends at once, this one too.'
  },
  followsFrozen: {
    fa: 'حساب بسته می‌ماند: با هیچ کلید عبور، کد یا ورود ملی نمی‌توان وارد شد.',
    en: 'The account stays frozen: no passkey, code or national sign-on opens it.'
  },
  followsStamp: {
    fa: 'زمان گزارش شما با مهر زمان در شواهد می‌ماند؛ آنچه پس از آن با حساب شود کار شما شمرده نمی‌شود.',
    en: 'The moment of your report is stamped in the evidence; what is done with the account after it does not count as yours.'
  },
  followsBack: {
    fa: 'بازگشت: بازیابی حساب با راه‌های تماس تأییدشده (چند روز انتظار دارد)، یا کد ثبت‌نام از پیشخوان.',
    en: 'The way back: recovery by your proven contacts (with some days of waiting), or an enrolment code from a counter.'
  },
  followsBusiness: {
    fa: 'آنچه از آن نشست به بعد از این حساب داده یا افزوده شده پس گرفته می‌شود، کارهای به نام کسب‌وکار و دستگاه هم: نمایندگی‌ها، پیشنهادها، راه‌های تماس، کلیدهای برنامه، نقش‌ها، کدهای ثبت‌نام و اصلاح نام‌ها.',
    en: 'What was given or added from this account since that session is taken back, also what was done for a business or body: delegations, offers, contacts, keys of programs, roles, enrolment codes and corrected names.'
  },
  followsDelegations: {
    fa: 'نمایندگی‌هایی که داده‌اید یا دارید معلق می‌شوند و به طرف دیگر گفته می‌شود؛ پس از بازگشت، شما می‌گویید که از سر گرفته شوند یا پایان یابند.',
    en: 'The delegations that you gave or hold stand still, and the other side is told; once back, you let them hold again or end them.'
  },
  followsCases: {
    fa: 'درخواست‌های شما پیش می‌رود و ساعت آن‌ها نمی‌ایستد.',
    en: 'Your applications go on, and their clocks do not stop.'
  },
  freeze: { fa: 'حساب را ببند', en: 'Freeze the account' },
  onlyOthers: {
    fa: 'اگر تنها می‌خواهید از دستگاه‌های دیگر خارج شوید، در صفحه حساب «پایان دادن به همه جز همین» کافی است.',
    en: 'If you only want to sign out elsewhere, “End all but this one” on the account page is enough.'
  },
  linkGone: {
    fa: 'این پیوند دیگر کار نمی‌کند: یا به کار رفته یا زمانش گذشته است.',
    en: 'This link does not work any more: it was used, or its time is over.'
  },
  done: {
    fa: 'حساب بسته شد. راه بازگشت در همین صفحه است.',
    en: 'The account is frozen. The way back is on this page.'
  },
  role: { fa: 'با کدام نقش کار می‌کنید', en: 'In which role you work' },
  roleLead: {
    fa: 'گرداننده سامانه به محتوای دستگاه‌ها دسترسی ندارد و کارمند دستگاه به گرداندن سامانه؛ پس در هر نشست تنها یکی از این دو هستید.',
    en: 'The operator of the platform has no access to the content of bodies, and staff none to the platform; so in one session you are one of the two.'
  },
  asStaff: { fa: 'کارمند دستگاه', en: 'Staff of a body' },
  asOperator: { fa: 'گرداننده سامانه', en: 'Operator of the platform' },
  now: { fa: 'اکنون', en: 'Now' },
  change: { fa: (name: string) => `کار با نقش ${name}`, en: (name: string) => `Work as ${name}` },
  changed: { fa: 'نقش این نشست عوض شد.', en: 'The role of this session was changed.' },
  oneRole: {
    fa: 'حساب شما تنها یکی از این دو را دارد و چیزی برای انتخاب نیست.',
    en: 'Your account has only one of the two; there is nothing to choose.'
  }
})
