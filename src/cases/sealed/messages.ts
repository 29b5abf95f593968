import { defineMessages } from '../../platform/index.ts'

/** What is refused of sealed applications, and what would be right. */
export const sealedMessages = defineMessages({
  noMailbox: {
    fa: 'واحدی که این درخواست را می‌گیرد هنوز صندوق نامه باز ندارد و چیزی را نمی‌توان برای آن مهر و موم کرد. بعداً دوباره بیایید یا به میز خدمت مراجعه کنید.',
    en: 'The unit that receives this application has no open mailbox yet, so nothing can be sealed to it. Come back later, or go to the service desk.'
  },
  judgementNeeded: {
    fa: 'این درخواست سربسته است: نتیجه بررسی را در بخش «درخواست سربسته» همین صفحه، با صندوق باز واحد، امضا کنید.',
    en: 'This application is sealed: sign what you found in the section “Sealed application” of this page, with the mailbox of the unit open.'
  },
  judgementWrong: {
    fa: 'امضای واحد با این درخواست و پرونده‌های کنونی آن نمی‌خواند. صفحه را از نو باز کنید و دوباره بررسی کنید.',
    en: 'The signature of the unit does not fit this application as it is now. Reload the page and look again.'
  },
  judgementOtherCase: {
    fa: 'این امضا درباره درخواست دیگری است و برای این درخواست پذیرفته نمی‌شود.',
    en: 'This signature is about another application and does not count for this one.'
  },
  judgementKeyLeft: {
    fa: 'این امضا با کلیدی است که واحد دیگر ندارد. صندوق واحد را با کلید کنونی باز کنید و دوباره امضا کنید.',
    en: 'This is signed with a key that the unit no longer has. Open its mailbox with the key of now, and sign again.'
  },
  judgementUnsigned: {
    fa: 'آنچه رسیده امضای واحد گیرنده را ندارد: هر دو کلید صندوق واحد باید امضا کرده باشند.',
    en: 'What came is not signed by the receiving unit: both keys of its mailbox must have signed it.'
  },
  judged: {
    fa: 'با فرم دیگری جز فرم شناسنامه این درخواست بررسی شده است. با نسخه‌ای که درخواست نام می‌برد دوباره بررسی کنید.',
    en: 'It was judged by another form than that of the card of this application. Judge it again by the version that the application names.'
  },
  notAccepted: {
    fa: 'واحد گیرنده هنوز این درخواست سربسته را باز نکرده و درست ندانسته است؛ پیش از آن نمی‌توان تصمیم گرفت.',
    en: 'The receiving unit has not opened and accepted this sealed application yet; nobody can decide before that.'
  },
  notHandedOn: {
    fa: 'این مدرک برای واحد گیرنده سربسته است و واحد دیگر نمی‌تواند آن را باز کند؛ پس سپرده نمی‌شود.',
    en: 'This document is sealed to the receiving unit and no other could open it, so it is not handed on.'
  },
  uploadInTheClear: {
    fa: 'مدارک این خدمت باید در مرورگر شما مهر و موم شوند؛ پرونده آشکار پذیرفته نشد و نگه داشته نشد.',
    en: 'Documents of this service must be sealed in your browser; a file in the clear is not taken, and was not kept.'
  },
  uploadOtherKey: {
    fa: 'این پرونده برای کلیدی جز کلید کنونی واحد گیرنده مهر و موم شده است. آن را دوباره پیوست کنید.',
    en: 'This file is sealed to another key than the one that the receiving unit has now. Attach it again.'
  },
  uploadSizeClass: {
    fa: 'اندازه این پرونده سربسته از اندازه‌هایی نیست که پرکردن به دست می‌دهد.',
    en: 'The size of this sealed file is none that padding gives.'
  },
  clearAnswer: {
    fa: 'این پاسخ باید پیش از فرستادن مهر و موم شود؛ سامانه آن را آشکار نمی‌پذیرد و نگه نداشت.',
    en: 'This answer must be sealed before it is sent; it is not taken in the clear, and was not kept.'
  },
  missing: {
    fa: 'فرم سربسته نرسیده است. صفحه را با مرورگری باز کنید که جاوااسکریپت آن روشن است.',
    en: 'The sealed form is not there. Open the page in a browser with JavaScript on.'
  },
  form: {
    fa: 'آنچه رسیده پرونده age برای یک گیرنده با کلید پساکوانتومی نیست.',
    en: 'What came is no age file for one recipient with a post-quantum key.'
  },
  sizeClass: {
    fa: 'اندازه پرونده سربسته از اندازه‌هایی نیست که پرکردن به دست می‌دهد.',
    en: 'The size of the sealed file is none that padding gives.'
  },
  otherKey: {
    fa: 'برای کلیدی جز کلید کنونی واحد گیرنده مهر و موم شده است. صفحه را از نو باز کنید و دوباره بفرستید.',
    en: 'It is sealed to another key than the one that the receiving unit has now. Reload the page and send it again.'
  },
  schema: {
    fa: 'درهم‌سازی فرم نرسیده یا از فرم دیگری است. صفحه را از نو باز کنید و پاسخ‌ها را بازبینی کنید.',
    en: 'The hash of the form is missing, or of another form. Reload the page and check your answers.'
  },
  notSealed: {
    fa: 'این خدمت فرم سربسته ندارد؛ پاسخ‌ها را آشکار بفرستید.',
    en: 'This service has no sealed form; send the answers in the clear.'
  },
  fields: {
    fa: 'فیلدهایی را که اصلاح شده‌اند نام ببرید؛ تنها آنچه برگشت خورده است.',
    en: 'Name the fields that are corrected; only those that were returned.'
  }
})
