import { defineMessages } from '../platform/index.ts'

export const againMessages = defineMessages({
  title: { fa: 'تأیید دوباره هویت', en: 'Prove that it is you' },
  lead: {
    fa: (name: string) =>
      `${name}، برای این کار باید دوباره نشان دهید که خودتان هستید؛ شاید کس دیگری پشت دستگاه نشسته باشد. تأیید ده دقیقه به کار می‌آید.`,
    en: (name: string) =>
      `${name}, for this you have to show again that it is you: somebody else may sit at the device by now. A proof serves for ten minutes.`
  },
  byPasskey: { fa: 'تأیید با کلید عبور', en: 'Prove it with a passkey' },
  byNational: { fa: 'تأیید با ورود ملی', en: 'Prove it by the national sign-on' },
  byCode: {
    fa: (address: string) => `فرستادن کد به ${address}`,
    en: (address: string) => `Send a code to ${address}`
  },
  codeLead: {
    fa: 'حساب شما کلید عبور ندارد، پس کدی به یکی از راه‌های تماس شما می‌فرستیم.',
    en: 'Your account has no passkey, so we send a code to one of your contacts.'
  },
  byDemonstration: { fa: 'تأیید نمایشی', en: 'Demonstration proof' },
  noWay: {
    fa: 'اینجا راهی برای تأیید نیست. خارج شوید و با کلید عبور یا ورود ملی وارد شوید؛ اگر نمی‌توانید، حساب را بازیابی کنید.',
    en: 'There is no way to prove it here. Sign out, and sign in with a passkey or the national sign-on; if you cannot, recover the account.'
  },
  proven: { fa: 'هویت شما تأیید شد؛ اکنون ادامه دهید.', en: 'It is you; go on now.' }
})
