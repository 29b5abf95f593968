import { defineMessages } from '../../platform/index.ts'

export const messages = defineMessages({
  newDevice: { fa: 'ورود با دستگاهی تازه', en: 'Sign-in on a new device' },
  newDeviceText: {
    fa: (device: string, when: string, way: string) =>
      `${when} کسی با ${way} در دستگاهی که پیش‌تر دیده نشده بود (${device}) وارد حساب شما شد. اگر خودتان بودید کاری لازم نیست. اگر نبودید، در صفحه حساب خود «این من نبودم» را بزنید؛ همه نشست‌ها بسته می‌شود.`,
    en: (device: string, when: string, way: string) =>
      `On ${when} somebody signed in to your account with ${way}, on a device that was not seen before (${device}). If it was you, there is nothing to do. If not, press “This was not me” on your account page: every session is closed.`
  },
  unknownDevice: { fa: 'ناشناخته', en: 'unknown' },
  passkey: { fa: 'کلید عبور', en: 'a passkey' },
  oidc: { fa: 'ورود ملی', en: 'the national sign-on' },
  code: { fa: 'کد یک‌بارمصرف', en: 'a one-time code' },
  enrolment: { fa: 'کد ثبت‌نام', en: 'an enrolment code' },
  demonstration: { fa: 'ورود نمایشی', en: 'the demonstration sign-in' }
})
