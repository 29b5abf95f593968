import { defineMessages } from '../../platform/index.ts'

/** What pages of sealed applications say. */
export const sealedPageMessages = defineMessages({
  title: { fa: 'این درخواست سربسته فرستاده می‌شود', en: 'This application is sent sealed' },
  lead: {
    fa: (unit: string) =>
      `پاسخ‌ها و مدارک در مرورگر شما برای «${unit}» مهر و موم می‌شوند. جز آن واحد هیچ کس، حتی گرداننده این سامانه، نمی‌تواند آن‌ها را بخواند.`,
    en: (unit: string) =>
      `Your answers and documents are sealed in your browser to “${unit}”. Nobody but that unit can read them, not even who runs this system.`
  },
  onDevice: {
    fa: 'تا هنگام فرستادن، آنچه می‌نویسید تنها در همین دستگاه می‌ماند و پیش‌نویسی از آن در سامانه نیست.',
    en: 'Until you send it, what you type stays on this device only; the system keeps no draft of it.'
  },
  clearAre: {
    fa: (names: string) => `این پاسخ‌ها آشکار می‌ماند و سامانه آن‌ها را می‌بیند: ${names}.`,
    en: (names: string) => `These answers stay readable to the system: ${names}.`
  },
  noneClear: {
    fa: 'هیچ پاسخی آشکار نمی‌ماند.',
    en: 'No answer stays readable to the system.'
  },
  staysClear: { fa: 'این پاسخ آشکار می‌ماند.', en: 'This answer stays readable.' },
  noScript: {
    fa: 'برای این درخواست به جاوااسکریپت نیاز است',
    en: 'This application needs JavaScript'
  },
  noScriptBody: {
    fa: 'مهر و موم کردن در مرورگر شما انجام می‌شود و بی جاوااسکریپت شدنی نیست؛ از این رو این صفحه چیزی نمی‌فرستد. صفحه را در مرورگری دیگر که جاوااسکریپت آن روشن است باز کنید، یا به پیشخوان یا میز خدمت مراجعه کنید.',
    en: 'Sealing is done in your browser and cannot be done without JavaScript, so this page sends nothing. Open it in another browser with JavaScript on, or go to a counter or the service desk.'
  },
  noMailbox: { fa: 'اکنون نمی‌توان درخواست فرستاد', en: 'It cannot be sent now' },
  mine: {
    fa: 'این دستگاه مال خودم است؛ نوشته‌هایم را تا فرستادن در آن نگه دار.',
    en: 'This device is my own; keep what I type on it until I send it.'
  },
  mineHelp: {
    fa: 'اگر نشان نزنید، با بستن این برگه مرورگر پاک می‌شود.',
    en: 'If you do not tick this, it is gone when this tab is closed.'
  },
  forget: { fa: 'پاک کردن نوشته‌ها از این دستگاه', en: 'Delete what I typed from this device' },
  forgotten: { fa: 'از این دستگاه پاک شد.', en: 'Deleted from this device.' },
  kept: { fa: 'در همین دستگاه نگه داشته شد.', en: 'Kept on this device.' },
  sealing: { fa: 'مهر و موم می‌شود…', en: 'Sealing…' },
  sending: { fa: 'فرستاده می‌شود…', en: 'Sending…' },
  keyRefused: {
    fa: (why: string) =>
      `کلید واحد گیرنده با گزارش عمومی ثابت نشد و چیزی فرستاده نشد. چند دقیقه دیگر دوباره بکوشید. (${why})`,
    en: (why: string) =>
      `The key of the receiving unit was not proven by the public log, so nothing was sent. Try again in some minutes. (${why})`
  },
  notSent: {
    fa: (why: string) => `فرستاده نشد: ${why}`,
    en: (why: string) => `It was not sent: ${why}`
  },
  noAnswer: {
    fa: 'پاسخی از سامانه نرسید و معلوم نیست ثبت شده باشد. صفحه را از نو باز کنید؛ اگر ثبت نشده بود دوباره بفرستید.',
    en: 'No answer came, and it is not known whether this was registered. Reload the page; if it was not, send it again.'
  },
  noAnswerAgain: {
    fa: 'پاسخی از سامانه نرسید. همین دکمه را دوباره بزنید؛ اگر درخواست رسیده باشد، دو بار ثبت نمی‌شود.',
    en: 'No answer came. Press the same button again; if the application has arrived, it is not registered twice.'
  },
  notHere: {
    fa: 'پاسخ‌های این درخواست در این دستگاه نیست. آن‌ها را دوباره بنویسید.',
    en: 'The answers of this application are not on this device. Write them again.'
  },
  documentNotHere: {
    fa: (name: string) => `«${name}» از دستگاه دیگری پیوست شده است؛ آن را اینجا دوباره پیوست کنید.`,
    en: (name: string) => `“${name}” was attached on another device; attach it again here.`
  },
  toAnswers: { fa: 'رفتن به پاسخ‌ها', en: 'Go to the answers' },
  onThisDevice: { fa: 'در همین دستگاه', en: 'On this device' },
  sealedFile: { fa: 'پرونده سربسته', en: 'Sealed file' },
  sealedFor: {
    fa: (unit: string) => `سربسته برای ${unit}`,
    en: (unit: string) => `Sealed to ${unit}`
  },
  sealedNote: {
    fa: (unit: string) =>
      `بخشی از این درخواست برای «${unit}» سربسته است؛ متن آن در این سامانه نیست.`,
    en: (unit: string) =>
      `Part of this application is sealed to “${unit}”; its text is not in this system.`
  },
  lies: {
    fa: 'محتوای این پرونده با پسوند نامش یکی نیست.',
    en: 'What is in this file is not what its name says.'
  },
  broken: {
    fa: 'این پرونده ناقص است؛ آن را با برنامه خودش دوباره ذخیره کنید.',
    en: 'This file is not whole; save it again with its own program.'
  },
  judgements: { fa: 'نتیجه بررسی واحد گیرنده', en: 'What the receiving unit found' },
  accepted: {
    fa: (unit: string) => `«${unit}» درخواست را باز کرد و درست دانست.`,
    en: (unit: string) => `“${unit}” opened the application and found it right.`
  },
  correct: {
    fa: (unit: string) => `«${unit}» درخواست را باز کرد و اصلاح خواست.`,
    en: (unit: string) => `“${unit}” opened the application and asked for corrections.`
  },
  signedNote: { fa: 'متن امضاشده', en: 'The signed text' },
  sectionTitle: { fa: 'درخواست سربسته', en: 'Sealed application' },
  openLead: {
    fa: (unit: string) =>
      `برای خواندن پاسخ‌ها و مدارک، صندوق «${unit}» را در این مرورگر باز کنید. همه چیز همین‌جا بررسی می‌شود و متن باز به سامانه نمی‌رود.`,
    en: (unit: string) =>
      `To read answers and documents, open the mailbox of “${unit}” in this browser. Everything is checked here, and nothing opened goes to the system.`
  },
  otherUnit: {
    fa: (unit: string) =>
      `این درخواست برای «${unit}» سربسته است و شما عضو آن نیستید؛ تنها نتیجه امضاشده آن واحد را می‌بینید.`,
    en: (unit: string) =>
      `This application is sealed to “${unit}”, and you are not of it; you see only what that unit signed.`
  },
  paperLead: {
    fa: 'تصویر این مدرک در همین مرورگر بررسی و برای واحد گیرنده مهر و موم می‌شود؛ سامانه آن را نمی‌بیند.',
    en: 'The scan is checked and sealed to the receiving unit in this browser; the system does not see it.'
  },
  answerLead: {
    fa: 'پاسخ‌هایی که آشکار نمی‌ماند در همین مرورگر برای واحد گیرنده مهر و موم می‌شود.',
    en: 'Answers that do not stay readable are sealed to the receiving unit in this browser.'
  },
  deskScript: {
    fa: 'آنچه روی کاغذ رسیده در مرورگر مهر و موم می‌شود و بی جاوااسکریپت نمی‌توان آن را ثبت کرد. این صفحه را در مرورگری دیگر باز کنید.',
    en: 'What came on paper is sealed in the browser and cannot be registered without JavaScript. Open this page in another browser.'
  },
  chooseBoth: {
    fa: 'مدرک را برگزینید و تصویر آن را پیوست کنید.',
    en: 'Choose which document it is, and attach its scan.'
  },
  openScript: {
    fa: 'باز کردن درخواست سربسته به جاوااسکریپت نیاز دارد. این صفحه را در مرورگری دیگر باز کنید.',
    en: 'Opening a sealed application needs JavaScript. Open this page in another browser.'
  },
  open: { fa: 'باز کردن درخواست', en: 'Open the application' },
  opening: { fa: 'باز و بررسی می‌شود…', en: 'Opening and checking…' },
  notOpened: { fa: 'صندوق واحد باز نشد.', en: 'The mailbox of the unit was not opened.' },
  cannotOpen: {
    fa: (name: string) => `«${name}» با کلیدهای این صندوق باز نمی‌شود یا آسیب دیده است.`,
    en: (name: string) => `“${name}” cannot be opened with the keys of this mailbox, or is damaged.`
  },
  allRight: {
    fa: 'همه پاسخ‌ها و مدارک دوباره بررسی شد و خطایی پیدا نشد.',
    en: 'All answers and documents were checked again, and nothing wrong was found.'
  },
  wrongTitle: { fa: 'در بررسی دوباره پیدا شد', en: 'Found when checking again' },
  download: { fa: 'گرفتن پرونده', en: 'Save the file' },
  unsafe: {
    fa: 'قالب این پرونده همان نیست که باید باشد؛ داده نمی‌شود.',
    en: 'The format of this file is not what it should be; it is not given out.'
  },
  answersTitle: { fa: 'پاسخ‌ها', en: 'Answers' },
  documentsTitle: { fa: 'مدارک', en: 'Documents' },
  noDefect: { fa: 'درست است', en: 'Is right' },
  accept: { fa: 'درست است؛ امضا می‌کنم', en: 'It is right: sign' },
  giveBack: { fa: 'امضا و برگشت برای اصلاح', en: 'Sign and return for correction' },
  chooseDefect: {
    fa: 'دست‌کم یک مورد را برای اصلاح برگزینید.',
    en: 'Choose at least one item to be corrected.'
  },
  unchoose: {
    fa: 'موردهایی برای اصلاح برگزیده‌اید؛ برای پذیرفتن، آن‌ها را بردارید.',
    en: 'You have chosen items to be corrected; clear them to accept.'
  },
  notRight: {
    fa: 'تا چیزی نادرست است یا باز نشده، نمی‌توان آن را درست دانست؛ آن را برای اصلاح برگردانید یا درخواست را رد کنید.',
    en: 'While something is wrong or was not opened, it cannot be accepted; return it for correction, or refuse the application.'
  },
  noteTitle: {
    fa: (name: string) => `توضیح برای متقاضی درباره «${name}»`,
    en: (name: string) => `Note to the applicant about “${name}”`
  },
  noteHelp: {
    fa: 'توضیح سربسته نیست: پاسخ‌ها را در آن ننویسید.',
    en: 'A note is not sealed: do not write the answers in it.'
  },
  noteLeaks: {
    fa: 'در توضیح یکی از پاسخ‌های سربسته نوشته شده است؛ آن را بردارید.',
    en: 'The note contains a sealed answer; take it out.'
  },
  acceptedNow: {
    fa: 'امضای واحد ثبت شد: درخواست درست است.',
    en: 'The signature of the unit was recorded: the application is right.'
  },
  returnedNow: {
    fa: 'با امضای واحد برای اصلاح برگشت داده شد.',
    en: 'Returned for correction, with the signature of the unit.'
  },
  'other-case': { fa: 'فرم از درخواست دیگری است.', en: 'The form is of another application.' },
  'other-card': {
    fa: 'فرم با نسخه دیگری از شناسنامه پر شده است.',
    en: 'The form was filled in by another version of the card.'
  },
  'other-schema': {
    fa: 'فرمی که پر شده همان نیست که منتشر شده است.',
    en: 'The form that was filled in is not the one that was published.'
  },
  'clear-answer': {
    fa: 'فرم پاسخی دارد که باید آشکار می‌آمد.',
    en: 'The form has an answer that should have come in the clear.'
  },
  'other-fields': {
    fa: 'اصلاح، پاسخی دارد که نامش گفته نشده است.',
    en: 'The correction has an answer that it did not name.'
  },
  'document-missing': {
    fa: 'فرم از این مدرک نام می‌برد، ولی نیست.',
    en: 'The form names this document, and it is not there.'
  },
  'document-other': {
    fa: 'مدرک همان نیست که فرم از آن نام می‌برد.',
    en: 'The document is not the one that the form names.'
  },
  'type-refused': {
    fa: 'قالب پرونده از قالب‌های شناسنامه نیست.',
    en: 'The format of the file is none of the card.'
  },
  'lies-about-type': {
    fa: 'محتوای پرونده با پسوند نامش یکی نیست.',
    en: 'What is in the file is not what its name says.'
  },
  'document-twice': {
    fa: 'این مدرک دو بار آمده است؛ معلوم نیست کدام بررسی شود.',
    en: 'This document is there twice; nobody can say which one counts.'
  },
  empty: { fa: 'پرونده تهی است.', en: 'The file is empty.' },
  'too-large': {
    fa: 'پرونده از اندازه‌ای که شناسنامه می‌پذیرد بزرگ‌تر است.',
    en: 'The file is larger than the card allows.'
  },
  grows: {
    fa: 'این پرونده پس از باز شدن بسیار بزرگ می‌شود و می‌تواند رایانه را از کار بیندازد؛ پذیرفته نمی‌شود.',
    en: 'This file grows far too large when it is opened and could stop a computer; it is not taken.'
  }
})
