import { defineMessages } from '../../platform/text.ts'

export const reportFormMessages = defineMessages({
  title: { fa: 'گزارش خرابی', en: 'Report a failure' },
  lead: {
    fa: 'هر کس می‌تواند خرابی یا کاهش کیفیت خدمت را گزارش کند؛ ورود به سامانه لازم نیست. بی‌درنگ رسیدی می‌گیرید که زمان آگاه شدن دستگاه را ثابت می‌کند.',
    en: 'Anybody can report a failure or a drop in quality, without signing in. You get a receipt at once, which proves when the body came to know.'
  },
  leadDesk: {
    fa: 'این میز گزارش جدا از سامانه اصلی کار می‌کند و هنگام قطعی آن هم گزارش می‌گیرد و بی‌درنگ رسید می‌دهد.',
    en: 'This report desk runs apart from the main site: it takes reports, and gives receipts at once, also while that is down.'
  },
  kind: { fa: 'چه چیزی را گزارش می‌کنید؟', en: 'What do you report?' },
  failure: { fa: 'خرابی', en: 'A failure' },
  failureHelp: {
    fa: 'خدمت برای من کار نمی‌کند.',
    en: 'The service does not work for me.'
  },
  'failure-report': { fa: 'گزارش خرابی', en: 'A report of a failure' },
  'failure-reportHelp': {
    fa: 'خرابی‌ای که دیده یا شنیده‌ام، هرچند خودم درخواستی ندارم.',
    en: 'A failure that I saw or heard of, though I have no application of my own.'
  },
  'quality-drop': { fa: 'کاهش کیفیت', en: 'A drop in quality' },
  'quality-dropHelp': {
    fa: 'کار می‌کند، ولی کند، ناقص یا با خطا.',
    en: 'It works, but slowly, in part, or with errors.'
  },
  about: { fa: 'کدام خدمت یا بخش؟', en: 'Which service or part?' },
  aboutHelp: {
    fa: 'چند حرف از نام خدمت یا کد آن را بنویسید و از فهرست برگزینید. اگر هیچ‌کدام نیست، «میز خدمت» را بنویسید.',
    en: 'Type a few letters of its name, or its code, and choose from the list. If it is none of them, write “service desk”.'
  },
  aboutFree: {
    fa: 'نام خدمت یا بخش، و نام دستگاه آن را بنویسید.',
    en: 'Write the name of the service or part, and of its body.'
  },
  choice: { fa: 'کدام یک را می‌گویید؟', en: 'Which one do you mean?' },
  words: { fa: 'چه شد؟', en: 'What happened?' },
  wordsHelp: {
    fa: 'چه کردید، چه دیدید، چه خطایی نمایش داده شد. رمز، شماره کارت و اطلاعات شخصی ننویسید.',
    en: 'What you did, what you saw, which error was shown. Please write no passwords, card numbers or personal data.'
  },
  noticed: { fa: 'کی متوجه شدید؟', en: 'When did you notice?' },
  noticedHelp: {
    fa: 'اگر همین حالاست، خالی بگذارید.',
    en: 'Leave it empty if it is now.'
  },
  date: { fa: 'روز', en: 'Day' },
  time: { fa: 'ساعت', en: 'Time' },
  timeHelp: { fa: 'مانند ۱۴:۳۰، به وقت تهران', en: 'Such as 14:30, by Tehran time' },
  place: { fa: 'کجا؟', en: 'Where?' },
  placeHelp: {
    fa: 'شهر، اداره یا دفتر پیشخوان؛ اگر به جا ربط دارد.',
    en: 'Town, office or counter, if the place matters.'
  },
  photo: { fa: 'عکس', en: 'Photo' },
  photoHelp: {
    fa: 'عکس صفحه یا جا؛ JPEG، PNG یا WebP تا ۵ مگابایت. جا، زمان و نام دستگاه از درون فایل پاک می‌شود.',
    en: 'Of the screen or the place; JPEG, PNG or WebP of up to 5 MB. Place, time and device are taken out of the file.'
  },
  contact: { fa: 'راه تماس', en: 'Contact' },
  contactHelp: {
    fa: 'تلفن یا ای‌میل، تنها اگر می‌خواهید با شما تماس بگیرند. پیگیری با کد رسید است و به این نیاز ندارد.',
    en: 'Telephone or e-mail, only if you want to be called. Following up goes by the receipt code and does not need this.'
  },
  submit: { fa: 'ثبت گزارش و گرفتن رسید', en: 'File the report and get the receipt' },
  working: {
    fa: 'دستگاه شما چند ثانیه محاسبه می‌کند تا سامانه بداند که انبوه‌فرستی خودکار نیست…',
    en: 'Your device calculates for a few seconds, so that the desk knows this is no automatic flood…'
  },
  noTracking: {
    fa: 'برای جلوگیری از انبوه‌فرستی نه کپچای بیگانه به کار می‌رود و نه شناسایی شما؛ دستگاه شما محاسبه‌ای کوچک انجام می‌دهد و نشانی اینترنتی شما نگهداری نمی‌شود.',
    en: 'Against floods we use neither foreign captchas nor any means to know you: your device does a small calculation, and your internet address is not kept.'
  },
  follow: { fa: 'پیگیری گزارش با کد رسید', en: 'Follow a report by its receipt code' },
  chooseKind: { fa: 'یکی از این سه را برگزینید.', en: 'Please choose one of the three.' },
  chooseAbout: {
    fa: 'بنویسید کدام خدمت یا بخش را می‌گویید.',
    en: 'Please say which service or part you mean.'
  },
  whichOne: {
    fa: 'چند خدمت با این نام هست؛ یکی را برگزینید.',
    en: 'There are several of this name; please choose one.'
  },
  unknownAbout: {
    fa: 'خدمتی با این نام پیدا نشد؛ نام دیگری بنویسید، یا بنویسید «میز خدمت».',
    en: 'Nothing of this name was found; try another name, or write “service desk”.'
  },
  writeWords: {
    fa: 'بنویسید چه شد؛ چند کلمه بس است.',
    en: 'Please say what happened; a few words are enough.'
  },
  tooLong: {
    fa: 'این متن بلندتر از اندازه است؛ کوتاه‌تر بنویسید.',
    en: 'This text is too long; please shorten it.'
  },
  badTime: {
    fa: 'ساعت را مانند ۱۴:۳۰ بنویسید.',
    en: 'Write the time as 14:30.'
  },
  inFuture: {
    fa: 'این زمان هنوز نرسیده است.',
    en: 'This time has not come yet.'
  },
  tooLongAgo: {
    fa: 'این زمان بیش از یک سال پیش است.',
    en: 'This time is more than a year ago.'
  },
  photoType: {
    fa: 'تنها عکس JPEG، PNG یا WebP پذیرفته می‌شود. از عکس گوشی که HEIC است، نما (اسکرین‌شات) بگیرید یا آن را JPEG کنید.',
    en: 'Only a JPEG, PNG or WebP picture is taken. Make a screenshot of a HEIC photo, or save it as JPEG.'
  },
  photoBroken: {
    fa: 'این عکس ناقص است یا درست خوانده نمی‌شود؛ دوباره عکس بگیرید.',
    en: 'This picture breaks off or cannot be read; please take it again.'
  },
  photoTooLarge: {
    fa: 'حجم عکس بیش از ۵ مگابایت است؛ آن را کوچک‌تر کنید.',
    en: 'The picture is larger than 5 MB; please make it smaller.'
  },
  photoTooManyPixels: {
    fa: 'ابعاد این عکس بیش از اندازه بزرگ است.',
    en: 'This picture has too many pixels.'
  },
  away: {
    fa: 'گزارش هنوز ثبت نشده است: سامانه اکنون به داده‌های خود دسترسی ندارد. نوشته شما همین‌جا مانده است؛ چند ثانیه دیگر دوباره بفرستید.',
    en: 'The report is not filed yet: the desk cannot reach its data now. What you wrote is still here; please send it again in a few seconds.'
  },
  elsewhere: {
    fa: 'یا همین حالا در میز گزارش، که جدا کار می‌کند:',
    en: 'Or right now at the report desk, which runs apart:'
  },
  photoOne: {
    fa: 'تنها یک عکس پذیرفته می‌شود.',
    en: 'Only one picture is taken.'
  },
  photoAgain: {
    fa: 'مرورگر عکس را نگه نمی‌دارد؛ اگر عکس داشتید، دوباره آن را برگزینید.',
    en: 'Browsers do not keep a chosen picture; if you had one, please choose it again.'
  }
})
