import { defineMessages } from '../../platform/index.ts'

/** What people hear when acts of an account are taken back in which somebody else was. */
export const messages = defineMessages({
  roleBackSubject: { fa: 'نقشی پس گرفته شد', en: 'A role was taken back' },
  roleBack: {
    fa: 'نقشی که به شما داده شده بود پس گرفته شد، چون گزارش شد حساب دهنده آن در دست دیگری بوده است. اگر باید آن نقش را داشته باشید، از مدیر سامانه دستگاه بخواهید.',
    en: 'A role that you were given was taken back: the account of whoever gave it was reported to have been in other hands. If you should have it, ask the administrator of the body.'
  },
  wayBackSubject: { fa: 'کد ثبت‌نام شما باطل شد', en: 'Your enrolment code was ended' },
  wayBack: {
    fa: 'کد ثبت‌نامی که برای شما ساخته شده بود باطل شد، چون گزارش شد حساب سازنده آن در دست دیگری بوده است. از پیشخوان کد تازه بگیرید.',
    en: 'The enrolment code that was made for you was ended: the account of whoever made it was reported to have been in other hands. Get a new one at the counter.'
  },
  wayBackUsed: {
    fa: 'با کد ثبت‌نامی وارد حساب شما شده‌اند که گزارش شد سازنده‌اش حساب ربوده‌ای بوده است. همه نشست‌ها بسته شد و کلیدهای عبوری که با آن کد افزوده شده بود برداشته شد. اگر خودتان بودید، از پیشخوان کد تازه بگیرید.',
    en: 'Somebody came into your account by an enrolment code that was made from an account reported as taken over. Every session was closed, and the passkeys added with that code were removed. If it was you, get a new code at the counter.'
  },
  nameBackSubject: { fa: 'اصلاح نام پس گرفته شد', en: 'The correction of a name was taken back' },
  nameBack: {
    fa: 'نام شما، یا کسب‌وکار یا دستگاهی که نماینده آن هستید، به آنچه پیش از اصلاح در باجه بود برگشت، چون گزارش شد حساب متصدی در دست دیگری بوده است. اگر اصلاح درست بود، دوباره به باجه بروید.',
    en: 'Your name, or that of a business or body that you speak for, is again what it was before a counter corrected it: the clerk’s account was reported to have been in other hands. If the correction was right, go to the counter again.'
  },
  adminSubject: { fa: 'کارهای یک حساب پس گرفته شد', en: 'Acts of an account were taken back' },
  adminText: {
    fa: 'گزارش شد که حساب یکی از همکاران مدیر سامانه در دست دیگری بوده است. کلیدها و نقش‌هایی که در آن مدت از آن حساب داده شده بود پس گرفته شد. صفحه‌های «کارکنان» و «کلیدها» را بازبینی کنید؛ آنچه در آن مدت پس گرفته یا تمدید شده بود خودبه‌خود برنمی‌گردد.',
    en: 'The account of a fellow administrator was reported to have been in other hands. Keys and roles that were given from it meanwhile were taken back. Please review the pages of staff and of keys; what was ended or replaced meanwhile does not come back by itself.'
  }
})
