import { defineMessages } from '../platform/index.ts'

/** What the desk says when it says no: what is wrong, and what would be right. */
export const refusalMessages = defineMessages({
  caseNotFound: {
    fa: 'درخواستی با این نشانی پیدا نشد. کد رهگیری را بررسی کنید.',
    en: 'There is no application at this address. Check the tracking code.'
  },
  alreadyDecided: {
    fa: 'درباره این درخواست پیش‌تر تصمیم گرفته شده است.',
    en: 'This application has been decided already.'
  },
  decidedBefore: {
    fa: 'درباره این درخواست پیش‌تر تصمیم گرفته شده است؛ تصمیم شما ثبت نشد.',
    en: 'This application has been decided already; your decision was not recorded.'
  },
  notKnownThen: {
    fa: 'در این زمان هنوز چیزی از این درخواست دانسته نبود؛ زمانی پس از ثبت آن بنویسید.',
    en: 'Nothing was known of this application then; give a time after it was registered.'
  },
  changed: {
    fa: 'در همین میان کس دیگری این درخواست را تغییر داد و کار شما ثبت نشد. وضعیت کنونی آن را ببینید و اگر هنوز لازم است دوباره بفرستید.',
    en: 'Somebody else has just changed this application, so nothing of yours was recorded. Look at it as it is now, and send again if that is still right.'
  },
  wrongStage: {
    fa: 'این کار در وضعیت کنونی درخواست شدنی نیست.',
    en: 'This cannot be done at the stage that the application is in.'
  },
  documentNotOnCard: {
    fa: 'این مورد در شناسنامه خدمت نیامده است و نمی‌توان آن را از متقاضی خواست. این تلاش ثبت شد.',
    en: 'The service card does not list this, so the applicant cannot be asked for it. The attempt was recorded.'
  },
  stepUnknown: {
    fa: 'فرایند اعلام‌شده این خدمت چنین گامی ندارد.',
    en: 'The published process of this service has no such step.'
  },
  stepEntered: {
    fa: 'پرونده هم‌اکنون در این گام است؛ چیزی ثبت نشد.',
    en: 'The application is in this step already; nothing was recorded.'
  },
  stepOutOfOrder: {
    fa: 'هنوز نوبت این گام در ترتیب اعلام‌شده نرسیده است. برای ورود به آن دلیل بنویسید؛ این کار به‌عنوان عدم انطباق ثبت می‌شود.',
    en: 'It is not the turn of this step in the published order. Give a reason to enter it; it will be recorded as a nonconformity.'
  },
  deliveryWay: {
    fa: (ways: string) => `نتیجه این خدمت از این راه تحویل نمی‌شود. راه‌های شناسنامه: ${ways}.`,
    en: (ways: string) =>
      `The result of this service is not delivered this way. The card has: ${ways}.`
  },
  visitsExhausted: {
    fa: 'شمار مراجعه‌های اعلام‌شده در شناسنامه خدمت به پایان رسیده است و نمی‌توان متقاضی را دوباره فراخواند.',
    en: 'The visits that the service card announces are used up; the applicant cannot be made to come again.'
  },
  notTheApprover: {
    fa: 'تصمیم درباره این درخواست با دارنده پستی است که شناسنامه خدمت نام برده است.',
    en: 'This application is decided by the holder of the post that the service card names.'
  },
  reasonRequired: {
    fa: 'دلیل را بنویسید؛ متقاضی آن را می‌خواند.',
    en: 'Write the reason; the applicant will read it.'
  },
  channelRefused: {
    fa: 'مدارک و درخواست از این راه پذیرفته نیست.',
    en: 'Applications and documents are not accepted by this channel.'
  },
  formClosed: {
    fa: 'فرم این خدمت بسته است و درخواست تازه پذیرفته نمی‌شود.',
    en: 'The form of this service is closed, and no new application is taken.'
  },
  serviceWithdrawn: {
    fa: 'ارائه این خدمت متوقف شده است و درخواست تازه پذیرفته نمی‌شود.',
    en: 'This service is withdrawn, and no new application is taken.'
  },
  until: { fa: (at: string) => `تا ${at}.`, en: (at: string) => `Until ${at}.` },
  untilUnknown: {
    fa: 'زمان پایان هنوز روشن نیست.',
    en: 'It is not known yet until when.'
  },
  draftsKept: {
    fa: 'پیش‌نویس شما می‌ماند و پس از آن می‌توانید همان را بفرستید.',
    en: 'Your draft is kept, and can be sent afterwards.'
  },
  serviceNotOffered: {
    fa: 'خدمتی با این شناسه ارائه نمی‌شود.',
    en: 'No service with this code is offered.'
  },
  unresolvedDefects: {
    fa: 'برخی از موارد اعلام‌شده هنوز اصلاح نشده است. آن‌ها را اصلاح کنید، یا بنویسید چرا درست هستند.',
    en: 'Some of what was asked for has not been mended yet. Mend it, or write why it is right.'
  },
  onlyPersons: {
    fa: 'درخواست را باید یک شخص ثبت کند؛ با این کلید نمی‌توان درخواست داد.',
    en: 'An application is filed by a person; this key cannot file one.'
  },
  notRepresented: {
    fa: 'شما نمی‌توانید از سوی این متقاضی اقدام کنید؛ تنها برای خود، یا شخص حقوقی یا کسب‌وکاری که نماینده آن هستید.',
    en: 'You may not act for this applicant: only for yourself, or for a business or body that you represent.'
  },
  applicantRequired: {
    fa: 'بنویسید درخواست از آنِ کیست.',
    en: 'Say whose application it is.'
  },
  applicantBySite: {
    fa: 'از راه سایت، هر کس برای خود یا کسی که نماینده اوست درخواست می‌دهد: شناسه او را در person بنویسید، یا در channel بگویید از چه راهی رسیده است.',
    en: 'By the site one files for oneself or for whom one represents: give their id as `person`, or say in `channel` how it came.'
  },
  cursorUnknown: {
    fa: 'نشانه صفحه را همان‌گونه که در links.next آمده است بفرستید.',
    en: 'Send the cursor as links.next gave it.'
  },
  queueOnly: {
    fa: 'این پالایه برای صف یک دستگاه است؛ دستگاه را در authority بنویسید.',
    en: 'This narrows the queue of an authority; say which in `authority`.'
  },
  ownOnly: {
    fa: 'متقاضی را تنها در فهرست درخواست‌های خود می‌توان نام برد؛ این یا authority را بردارید.',
    en: 'An applicant is named in one’s own list only; leave out this or `authority`.'
  },
  unitUnknown: {
    fa: 'این دستگاه چنین واحدی ندارد.',
    en: 'The authority has no such unit.'
  },
  serviceUnknown: {
    fa: 'این دستگاه چنین خدمتی ندارد.',
    en: 'The authority has no such service.'
  },
  assignedUnknown: {
    fa: 'بنویسید me، nobody یا شناسه یک کارشناس.',
    en: 'Write me, nobody or the id of an officer.'
  },
  fieldNotReturned: {
    fa: 'اصلاح این فیلد خواسته نشده است؛ تنها موارد اعلام‌شده را تغییر دهید.',
    en: 'This field was not asked to be mended; change only what was named.'
  },
  authorityRequired: {
    fa: 'بنویسید صف کدام دستگاه را می‌خواهید؛ این کلید تنها برای یک دستگاه نیست.',
    en: 'Say whose queue is meant; this key is not of one authority alone.'
  },
  casesToAssign: {
    fa: 'از ۱ تا ۲۰۰ درخواست را برگزینید.',
    en: 'Choose from 1 to 200 applications.'
  },
  notAnOfficer: {
    fa: 'این شخص کارشناس واحد این درخواست نیست.',
    en: 'This person is not an officer of the unit that has the application.'
  },
  draftNotFound: {
    fa: 'پیش‌نویسی با این نشانی پیدا نشد؛ شاید پیش‌تر ارسال یا حذف شده باشد.',
    en: 'There is no such draft; it may have been sent or discarded.'
  },
  draftsTooMany: {
    fa: 'شمار پیش‌نویس‌های شما به بیشترین اندازه رسیده است؛ یکی را بفرستید یا حذف کنید.',
    en: 'You have as many drafts as there can be; send one or discard one.'
  },
  uploadNotFound: {
    fa: 'این فایل پیدا نشد؛ آن را دوباره بارگذاری کنید.',
    en: 'This file was not found; upload it again.'
  },
  uploadNotOnCard: {
    fa: 'این خدمت چنین مدرکی نمی‌خواهد.',
    en: 'This service does not ask for such a document.'
  },
  uploadEmpty: {
    fa: 'این فایل خالی است؛ فایل دیگری برگزینید.',
    en: 'This file is empty; choose another.'
  },
  uploadTypeRefused: {
    fa: 'نوع این فایل پذیرفته نیست.',
    en: 'Files of this type are not accepted.'
  },
  uploadLies: {
    fa: 'محتوای این فایل با پسوند نام آن نمی‌خواند؛ فایل را با برنامه خودش باز و دوباره ذخیره کنید.',
    en: 'The content of this file is not what its name says; open it in its own program and save it again.'
  },
  uploadBroken: {
    fa: 'این PDF ناقص است: پایان آن نیست. فایل را با برنامه خودش باز کنید و دوباره ذخیره کنید.',
    en: 'This PDF is not whole: its end is missing. Open it in its own program and save it again.'
  },
  uploadProtocol: {
    fa: 'این درخواست برابر قرارداد بارگذاری (tus) نیست.',
    en: 'This is not a request of the protocol tus 1.0.0.'
  },
  uploadVersion: {
    fa: 'در هر درخواست بارگذاری، سرآیند Tus-Resumable با نسخه این قرارداد باید بیاید.',
    en: 'Every request of an upload carries `Tus-Resumable: 1.0.0`.'
  },
  uploadIncomplete: {
    fa: 'بارگذاری این فایل کامل نشده است؛ آن را ادامه دهید.',
    en: 'This upload is not complete; resume it.'
  },
  uploadOffset: {
    fa: 'بارگذاری باید از جایی ادامه یابد که مانده است.',
    en: 'The upload must go on from where it stopped.'
  },
  uploadTooLarge: {
    fa: (most: string) => `این فایل بزرگ‌تر از اندازه مجاز است (بیشترین اندازه: ${most}).`,
    en: (most: string) => `This file is larger than allowed (at most ${most}).`
  },
  uploadsTooMany: {
    fa: 'فایل‌های ارسال‌نشده شما زیاد است؛ چند تا را حذف کنید.',
    en: 'You have too many files that were not sent; remove some.'
  },
  documentMissing: {
    fa: 'این مدرک لازم است؛ آن را بیفزایید یا بگویید از راه دیگری می‌فرستید.',
    en: 'This document is required; add it, or say that it comes by another channel.'
  },
  documentTwice: {
    fa: 'برای این مدرک دو فایل فرستاده‌اید؛ تنها یکی بماند.',
    en: 'Two files were given for this document; leave one.'
  },
  trackingNumberRequired: {
    fa: 'شماره مرسوله پستی را بنویسید (۸ تا ۲۴ رقم یا حرف لاتین).',
    en: 'Write the tracking number of the post (8 to 24 digits or letters).'
  },
  officeCodeRequired: {
    fa: 'کد دفتر پیشخوان را بنویسید (۴ تا ۱۲ رقم).',
    en: 'Write the code of the pishkhan office (4 to 12 digits).'
  },
  consentRequired: {
    fa: 'کد رضایتی را بنویسید که برای متقاضی فرستاده شد، یا بگویید رضایت روی کاغذ است.',
    en: 'Write the consent code that was sent to the applicant, or say that the consent is on paper.'
  },
  arrivedLater: {
    fa: 'زمان رسیدن نمی‌تواند در آینده باشد.',
    en: 'The time of arrival cannot be in the future.'
  },
  arrivedBeforeFiling: {
    fa: (filed: string) =>
      `مدرک نمی‌تواند پیش از خود درخواست (${filed}) رسیده باشد؛ اگر زودتر رسیده است، همان زمان را بنویسید.`,
    en: (filed: string) =>
      `A document cannot have arrived before its application (${filed}); if it came earlier, write that time.`
  },
  arrivedBySite: {
    fa: 'آنچه از راه سایت می‌آید، همان هنگامی می‌رسد که فرستاده می‌شود؛ زمان رسیدن را ننویسید.',
    en: 'What comes by the site arrives as it is sent; leave out the time of arrival.'
  },
  arrivedLongAgo: {
    fa: 'این تاریخ بیش از ده سال پیش است؛ سال را بررسی کنید.',
    en: 'This is more than ten years ago; check the year.'
  },
  lateReasonRequired: {
    fa: 'بیش از ۶۰ روز از رسیدن آن گذشته است. اگر تاریخ درست است، بنویسید چرا دیر ثبت می‌شود؛ متقاضی آن را می‌خواند.',
    en: 'It arrived more than 60 days ago. If the date is right, write why it is registered only now; the applicant will read it.'
  },
  sameFile: {
    fa: (document: string) => `همین فایل پیش‌تر برای «${document}» رسیده است؛ فایل دیگری برگزینید.`,
    en: (document: string) => `This very file is there already as “${document}”; choose another.`
  },
  noDefect: {
    fa: 'درخواست برگردانده نشد: برخی از آنچه نام برده‌اید کاستی نیست.',
    en: 'The application was not returned: some of what you named is no defect.'
  },
  notDemanded: {
    fa: (item: string) =>
      `«${item}» اختیاری است و نبودن آن کاستی نیست؛ درخواست را نمی‌توان برای آن برگرداند.`,
    en: (item: string) =>
      `“${item}” is optional: that it is not there is no defect, and no reason to return the application.`
  },
  notMissing: {
    fa: (item: string) => `«${item}» پیوست شده است؛ اگر درست نیست، کاستی دیگری را انتخاب کنید.`,
    en: (item: string) => `“${item}” is attached; if it is not right, choose another defect.`
  },
  notAttached: {
    fa: (item: string) => `«${item}» پیوست نشده است؛ کاستی «مدرک پیوست نشده است» را انتخاب کنید.`,
    en: (item: string) => `“${item}” is not attached; choose the defect “document missing”.`
  },
  answeredOutOfRange: {
    fa: 'زمان رسیدن پاسخ باید پس از برگشت درخواست و پیش از اکنون باشد.',
    en: 'The time at which the answer arrived must lie after the return and before now.'
  },
  timeOutOfRange: {
    fa: 'این زمان باید پس از آخرین رویداد درخواست و پیش از اکنون باشد.',
    en: 'This time must lie after the last event of the application and before now.'
  },
  submissionKey: {
    fa: 'کلید ارسال باید ۸ تا ۸۰ حرف یا رقم لاتین باشد.',
    en: 'The submission key must be 8 to 80 letters, digits, dashes or underscores.'
  },
  tooLong: {
    fa: (most: string) => `این متن بلندتر از اندازه مجاز است (بیشترین: ${most} نویسه).`,
    en: (most: string) => `This text is longer than allowed (at most ${most} characters).`
  },
  unknownValue: {
    fa: 'این مقدار شناخته نیست.',
    en: 'This value is not known.'
  },
  defectsRequired: {
    fa: 'دست‌کم یک کاستی را انتخاب کنید.',
    en: 'Choose at least one defect.'
  },
  defectItem: {
    fa: 'هر کاستی مدرکی یا فیلدی از شناسنامه خدمت را نام می‌برد: «document:کد مدرک» یا «field:نام فیلد»، مانند field:mobile.',
    en: 'Each defect names a document or a field of the service card: document:<code> or field:<name>, such as field:mobile.'
  },
  notADocumentDefect: {
    fa: 'این کاستی با موردی که برای آن انتخاب کرده‌اید نمی‌خواند.',
    en: 'This code does not fit the item that it is given for.'
  }
})
