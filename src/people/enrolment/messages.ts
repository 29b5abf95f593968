import { defineMessages } from '../../platform/index.ts'

export const messages = defineMessages({
  title: { fa: 'ورود با کد ثبت‌نام', en: 'Sign in with an enrolment code' },
  lead: {
    fa: 'کدی که مدیر سامانه دستگاه یا کارمند پیشخوان به شما داده است یک بار کار می‌کند. پس از آن کلید عبور خود را می‌سازید و از آن به بعد با همان وارد می‌شوید.',
    en: 'The code that the administrator of your body or a counter clerk gave you works once. After it you make your passkey, and sign in with that from then on.'
  },
  code: { fa: 'کد ثبت‌نام', en: 'Enrolment code' },
  codeHelp: {
    fa: 'دوازده حرف و رقم، مانند K72M-9QXA-0TBD',
    en: 'Twelve letters and digits, such as K72M-9QXA-0TBD'
  },
  toldSubject: { fa: 'کد ثبت‌نام برای حساب شما', en: 'An enrolment code for your account' },
  told: {
    fa: 'کسی در یک باجه یا مدیر دستگاهی، با دیدن مدرک شناسایی، برای حساب شما کد ثبت‌نام گرفت. این کد حساب را باز می‌کند. اگر شما نبودید، همین حالا در صفحه حساب «این من نبودم» را بزنید.',
    en: 'At a counter, or from the administrator of a body, an enrolment code was taken for your account by an identity paper. It opens your account. If that was not you, press “this was not me” on your account page now.'
  },
  enter: { fa: 'ادامه', en: 'Go on' },
  entered: {
    fa: 'خوش آمدید. اکنون کلید عبور خود را بیفزایید؛ کد ثبت‌نام دیگر کار نمی‌کند.',
    en: 'Welcome. Now add your passkey; the enrolment code does not work again.'
  }
})
