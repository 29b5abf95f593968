import { defineMessages } from '../../platform/index.ts'

export const messages = defineMessages({
  subject: {
    fa: (host: string) => `کد یک‌بارمصرف ${host}`,
    en: (host: string) => `One-time code for ${host}`
  },
  message: {
    fa: (code: string, host: string, purpose: string) =>
      `کد یک‌بارمصرف شما ${purpose}: ${code}\nتا ۵ دقیقه و تنها در همان مرورگری که آن را خواسته است کار می‌کند. آن را به هیچ‌کس نگویید؛ هیچ کارمندی آن را نمی‌پرسد. اگر شما نخواسته‌اید، این پیام را نادیده بگیرید. ${host}`,
    en: (code: string, host: string, purpose: string) =>
      `Your one-time code ${purpose}: ${code}\nIt works for 5 minutes, and only in the browser that asked for it. Tell it to nobody; no employee ever asks for it. If you did not ask, ignore this message. ${host}`
  },
  'for-sign-in': { fa: 'برای ورود', en: 'to sign in' },
  'for-contact': { fa: 'برای تأیید این راه تماس', en: 'to prove this contact' },
  'for-again': { fa: 'برای تأیید دوباره هویت', en: 'to prove that it is you' },
  'for-recovery': { fa: 'برای بازیابی حساب', en: 'to recover your account' },
  title: { fa: 'ورود با کد یک‌بارمصرف', en: 'Sign in with a one-time code' },
  lead: {
    fa: 'نشانی رایانامه یا شماره تلفن همراه خود را بنویسید تا کدی به آن بفرستیم. اگر هنوز حساب ندارید، پس از کد می‌توانید بسازید.',
    en: 'Write your e-mail address or mobile number, and we send a code there. If you have no account yet, you can make one after the code.'
  },
  address: { fa: 'رایانامه یا تلفن همراه', en: 'E-mail address or mobile number' },
  addressHelp: {
    fa: 'مانند name@example.ir یا ۰۹۱۲۳۴۵۶۷۸۹',
    en: 'Such as name@example.ir or 09123456789'
  },
  addressMailOnly: { fa: 'نشانی رایانامه', en: 'E-mail address' },
  addressSmsOnly: { fa: 'تلفن همراه', en: 'Mobile number' },
  send: { fa: 'فرستادن کد', en: 'Send the code' },
  entryTitle: { fa: 'کد را بنویسید', en: 'Write the code' },
  entryLead: {
    fa: (address: string) =>
      `کد شش‌رقمی به ${address} فرستاده می‌شود. تا ۵ دقیقه و تنها در همین مرورگر کار می‌کند.`,
    en: (address: string) =>
      `A code of six digits is on its way to ${address}. It works for 5 minutes, in this browser only.`
  },
  code: { fa: 'کد یک‌بارمصرف', en: 'One-time code' },
  codeHelp: {
    fa: 'نرسید؟ پوشه هرزنامه را ببینید؛ یک دقیقه بعد می‌توانید کد تازه بخواهید.',
    en: 'Nothing came? Look among the spam; in a minute you can ask for a new one.'
  },
  check: { fa: 'ادامه', en: 'Go on' },
  another: { fa: 'کد تازه یا نشانی دیگر', en: 'A new code, or another address' },
  nothingAsked: {
    fa: 'در این مرورگر کدی خواسته نشده است، یا زمانش گذشته است.',
    en: 'No code was asked for in this browser, or its time is over.'
  },
  risk: {
    fa: 'پیامک و رایانامه را گاهی کسی دیگر هم می‌تواند بخواند، برای نمونه با سیم‌کارت دزدیده‌شده. کلید عبور این خطر را ندارد؛ پس از ورود یکی بیفزایید.',
    en: 'Somebody else can sometimes read a short message or an e-mail, with a stolen SIM card for example. A passkey has no such risk; add one after you signed in.'
  },
  noChannel: {
    fa: 'این سامانه نه رایانامه می‌فرستد و نه پیامک، پس از این راه نمی‌توان وارد شد.',
    en: 'This installation sends neither e-mail nor short messages, so nobody can sign in this way.'
  },
  signUp: { fa: 'ساختن حساب', en: 'Make an account' },
  signUpLead: {
    fa: (address: string) =>
      `${address} تأیید شد و هنوز حسابی با آن نیست. تنها نام لازم است؛ بقیه را می‌توانید خالی بگذارید.`,
    en: (address: string) =>
      `${address} is proven, and there is no account with it yet. Only a name is needed; the rest may stay empty.`
  },
  name: { fa: 'نام و نام خانوادگی', en: 'Name' },
  nationalId: { fa: 'کد ملی', en: 'National id' },
  foreignerCode: { fa: 'کد فراگیر (اتباع خارجی)', en: 'Foreigner’s code' },
  identifierHelp: {
    fa: 'لازم نیست. آنچه اینجا بنویسید «تأییدنشده» می‌ماند تا با ورود ملی یا در پیشخوان تأیید شود.',
    en: 'Not needed. What you write here stays “not proven” until the national sign-on or a counter proves it.'
  },
  make: { fa: 'ساختن حساب', en: 'Make the account' },
  made: {
    fa: 'حساب شما ساخته شد. یک کلید عبور بیفزایید تا دفعه بعد بی کد وارد شوید.',
    en: 'Your account was made. Add a passkey, to sign in without a code next time.'
  },
  otherWays: { fa: 'راه‌های دیگر ورود', en: 'Other ways to sign in' }
})
