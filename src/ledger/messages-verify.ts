import { defineMessages } from '../platform/index.ts'

/** Texts of the page that checks receipts, and of its saved copy. */
export const messages = defineMessages({
  title: { fa: 'راستی‌آزمایی رسید', en: 'Check a receipt' },
  description: {
    fa: 'رسید یا قول ثبت خود را در همین مرورگر بسنجید؛ چیزی فرستاده نمی‌شود.',
    en: 'Check a receipt or a promise in this browser; nothing is sent anywhere.'
  },
  lead: {
    fa: 'رسید یا قول ثبت خود را اینجا بسنجید. همه محاسبه‌ها در مرورگر خود شما انجام می‌شود و فایل به هیچ جا فرستاده نمی‌شود.',
    en: 'Check your receipt or promise here. Everything is computed in your own browser, and the file is not sent anywhere.'
  },
  file: { fa: 'فایل رسید', en: 'Receipt file' },
  fileHelp: {
    fa: 'فایل متنی با پسوند tlog-proof، یا عکس رمزینه‌های (QR) چاپ‌شده آن، از هر رمزینه یک عکس. اگر قول ثبت هم دارید، هر دو را با هم انتخاب کنید.',
    en: 'A text file that ends in .tlog-proof, or pictures of its printed QR codes, one of each. If you have a promise too, choose both together.'
  },
  drop: {
    fa: 'فایل را اینجا رها کنید، یا انتخاب کنید',
    en: 'Drop the file here, or choose one'
  },
  paste: { fa: 'چسباندن متن', en: 'Paste the text' },
  pasteLabel: { fa: 'متن رسید یا قول ثبت', en: 'Text of the receipt or promise' },
  pasteButton: { fa: 'سنجیدن متن', en: 'Check the text' },
  camera: { fa: 'خواندن رمزینه (QR) با دوربین', en: 'Scan the QR codes with the camera' },
  cameraHelp: {
    fa: 'رسید چاپی چند رمزینه دارد؛ آن‌ها را یکی پس از دیگری جلوی دوربین بگیرید. تصویر از این دستگاه بیرون نمی‌رود.',
    en: 'A printed receipt has a few codes: hold them before the camera one after the other. The picture does not leave this device.'
  },
  cameraButton: { fa: 'روشن کردن دوربین', en: 'Start the camera' },
  cameraStop: { fa: 'خاموش کردن دوربین', en: 'Stop the camera' },
  cameraView: { fa: 'آنچه دوربین می‌بیند', en: 'What the camera sees' },
  policy: { fa: 'به چه کسی اعتماد می‌شود', en: 'Who is believed' },
  policyHelp: {
    fa: 'امضاها با کلیدهای زیر سنجیده می‌شود. این فهرست را همین سامانه داده است؛ اگر کلیدها را از راه دیگری دارید (مانند نسخه چاپی یا سامانه گواه)، همان‌ها را بنویسید.',
    en: 'Signatures are checked with the keys below. This list comes from this very site; if you have the keys from elsewhere (on paper, or from a witness), write those instead.'
  },
  policyLabel: { fa: 'کلیدهای دفتر و گواهان', en: 'Keys of the log and the witnesses' },
  policyEmpty: {
    fa: 'این سامانه هنوز دفتری باز نکرده است؛ تا کلیدی ننویسید چیزی ثابت نمی‌شود.',
    en: 'This site has opened no log yet: until you write a key, nothing can be proven.'
  },
  result: { fa: 'نتیجه سنجش', en: 'Result' },
  offline: { fa: 'نسخه بی‌نیاز از اینترنت', en: 'A copy that needs no internet' },
  offlineHelp: {
    fa: 'این صفحه را در یک فایل نگه دارید. آن فایل بی‌اینترنت و بی این سامانه هم رسیدها را می‌سنجد و تا هر وقت که بخواهید کار می‌کند.',
    en: 'Keep this page as one file. It checks receipts without the internet and without this site, for as long as you like.'
  },
  offlineButton: { fa: 'دریافت نسخه آفلاین', en: 'Download the offline copy' },
  offlineMade: {
    fa: (origin: string, when: string) =>
      `این فایل از ${origin} در ${when} گرفته شده است و کلیدهای همان زمان را دارد. هیچ درخواستی به شبکه نمی‌فرستد.`,
    en: (origin: string, when: string) =>
      `This file was saved from ${origin} on ${when} and has the keys of that time. It sends nothing to any network.`
  },
  scriptTitle: { fa: 'بدون جاوااسکریپت', en: 'Without JavaScript' },
  scriptBody: {
    fa: 'سنجش در این صفحه به جاوااسکریپت نیاز دارد، چون نباید فایل شما به سامانه فرستاده شود. می‌توانید نسخه آفلاین را بگیرید و در مرورگر دیگری باز کنید، یا با برنامه پیمان در رایانه خود بسنجید:',
    en: 'Checking on this page needs JavaScript, because your file must not be sent to the site. You can download the offline copy and open it in another browser, or check with the program on your own computer:'
  },
  scriptPolicy: {
    fa: 'فایل policy.txt همان کلیدهای پایین صفحه است.',
    en: 'The file policy.txt holds the keys at the foot of this page.'
  },
  letters: { fa: 'نامه در دست دارید؟', en: 'Do you hold a letter?' },
  lettersHelp: {
    fa: 'با کد نامه یا فایل آن ببینید اصیل است یا نه: فرستنده، تاریخ و وضعیت، بی متن نامه.',
    en: 'See by its code or its file whether it is genuine: sender, date and state, not what it says.'
  },
  lettersButton: { fa: 'بررسی اصالت نامه', en: 'Check a letter' },
  readerCode: {
    fa: 'چکیده برنامه‌هایی که نامه را باز می‌کنند',
    en: 'Digests of the scripts that open letters'
  },
  aboutTitle: { fa: 'رسید چیست؟', en: 'What is a receipt?' },
  about: {
    fa: 'هر درخواست، گزارش، شکایت و نامه در دفتری عمومی ثبت می‌شود که چیزی از آن را نمی‌توان بی‌خبر تغییر داد یا برداشت. در دفتر نام و متن کسی نیست؛ تنها رسید شماست که نشان می‌دهد کدام برگ از آنِ شماست.',
    en: 'Every application, report, complaint and letter is entered in a public log from which nothing can be changed or taken unnoticed. The log has nobody’s name or words in it; only your receipt shows which leaf is yours.'
  },
  aboutPromise: {
    fa: 'قول ثبت را همان دم می‌گیرید، پیش از آنکه رسید آماده شود. اگر تا سررسید رسیدی نبود، قول ثبت خود سند پیمان‌شکنی است.',
    en: 'A promise is given at once, before the receipt is ready. If there is no receipt by the time it states, the promise itself is the evidence.'
  },
  proves: { fa: 'چه چیزی ثابت است', en: 'What is proven' },
  provesNot: { fa: 'چه چیزی ثابت نیست', en: 'What is not proven' },
  details: { fa: 'جزئیات', en: 'Details' },
  statement: { fa: 'متن ثبت‌شده، حرف‌به‌حرف', en: 'The statement, letter by letter' },
  policyWrong: { fa: 'در کلیدها، سطر %: خطا', en: 'In the keys, line %: a mistake' },
  cameraStart: { fa: 'دوربین روشن می‌شود…', en: 'Starting the camera…' },
  cameraLooking: {
    fa: 'رمزینه را جلوی دوربین بگیرید.',
    en: 'Hold the code before the camera.'
  },
  cameraDenied: {
    fa: 'دوربین روشن نشد. در مرورگر اجازه دوربین را بدهید، یا از رمزینه‌ها عکس بگیرید و عکس را انتخاب کنید.',
    en: 'The camera did not start. Allow it in the browser, or take a picture of the codes and choose the picture.'
  },
  cameraNone: {
    fa: 'این دستگاه دوربینی ندارد. عکس رمزینه‌ها را انتخاب کنید.',
    en: 'This device has no camera. Choose a picture of the codes.'
  },
  partsRead: {
    fa: 'شمار بخش‌های خوانده‌شده: %. رمزینه بعدی را بگیرید.',
    en: 'Parts read: %. Hold up the next code.'
  }
})
