import { defineMessages } from '../platform/index.ts'

/** Applying: drafts, the form, the documents, the check before sending. */
export const applyMessages = defineMessages({
  lengthMax: {
    fa: (n: string) => `حداکثر ${n} نویسه.`,
    en: (n: string) => `At most ${n} characters.`
  },
  progress: {
    fa: (step: string, of: string) => `گام ${step} از ${of}`,
    en: (step: string, of: string) => `Step ${step} of ${of}`
  },
  formTitle: { fa: 'اطلاعات درخواست', en: 'Your details' },
  documentsTitle: { fa: 'مدارک', en: 'Documents' },
  checkTitle: { fa: 'پاسخ‌هایتان را بازبینی کنید', en: 'Check your answers' },
  needed: { fa: 'مدارک، هزینه و زمان این خدمت', en: 'Documents, fee and time of this service' },
  noDocuments: { fa: 'این خدمت مدرکی نمی‌خواهد.', en: 'This service asks for no documents.' },
  mandatory: { fa: 'الزامی', en: 'Required' },
  optional: { fa: 'اختیاری', en: 'Optional' },
  allowed: {
    fa: (formats: string, size: string) => `${formats}، حداکثر ${size}`,
    en: (formats: string, size: string) => `${formats}, at most ${size}`
  },
  cardChanged: {
    fa: 'شناسنامه این خدمت تغییر کرده است',
    en: 'The card of this service has changed'
  },
  cardChangedLead: {
    fa: 'از هنگامی که این پیش‌نویس ذخیره شد، نسخه تازه‌ای منتشر شده است و درخواست با نسخه تازه ثبت می‌شود. نوشته‌هایتان مانده است؛ آن‌ها را بازبینی کنید.',
    en: 'A new version was published since this draft was saved, and the application is filed by the new one. What you typed is kept; please look it through.'
  },
  nowAsked: {
    fa: (names: string) => `اکنون پرسیده یا خواسته می‌شود: ${names}`,
    en: (names: string) => `Now asked for: ${names}`
  },
  notAskedNow: {
    fa: (names: string) => `دیگر خواسته نمی‌شود و فرستاده نمی‌شود: ${names}`,
    en: (names: string) => `No longer asked for, and not sent: ${names}`
  },
  timeNow: {
    fa: (before: string, now: string) => `زمان تعهدشده: ${now} (پیش از این ${before})`,
    en: (before: string, now: string) => `Promised time: ${now} (before: ${before})`
  },
  feeChanged: { fa: 'هزینه خدمت تغییر کرده است.', en: 'The fee has changed.' },
  seeCard: { fa: 'دیدن شناسنامه خدمت', en: 'See the service card' },
  saveAndGoOn: { fa: 'ذخیره و ادامه', en: 'Save and continue' },
  saveForLater: { fa: 'ذخیره برای بعد', en: 'Save for later' },
  goOn: { fa: 'ادامه', en: 'Continue' },
  back: { fa: 'بازگشت', en: 'Back' },
  savedAt: {
    fa: (at: string) => `آخرین ذخیره: ${at}`,
    en: (at: string) => `Last saved: ${at}`
  },
  savedLater: {
    fa: 'پیش‌نویس ذخیره شد. هر زمان و با هر دستگاهی که وارد شوید، از «پیش‌نویس‌های من» ادامه دهید.',
    en: 'The draft is saved. Go on from "My drafts" at any time, on any device where you sign in.'
  },
  savedNow: { fa: 'ذخیره شد', en: 'Saved' },
  saving: { fa: 'در حال ذخیره…', en: 'Saving…' },
  notSaved: {
    fa: 'هنوز ذخیره نشده است. نوشته‌هایتان در همین صفحه می‌ماند و دوباره تلاش می‌کنیم.',
    en: 'Not saved yet. What you typed stays in this page and we keep trying.'
  },
  signedOut: {
    fa: 'نشست شما پایان یافته است. نوشته‌هایتان در همین صفحه مانده است؛ در برگه‌ای تازه وارد شوید و سپس اینجا ادامه دهید.',
    en: 'Your session has ended. What you typed is kept in this page; sign in in a new tab and then go on here.'
  },
  signInAgain: { fa: 'ورود در برگه تازه', en: 'Sign in, in a new tab' },
  restored: {
    fa: 'نوشته‌هایی که ذخیره نشده بود به فرم برگشت.',
    en: 'What had not been saved is back in the form.'
  },
  attach: { fa: 'پیوست کردن', en: 'Attach' },
  takePhoto: { fa: 'گرفتن عکس', en: 'Take a photo' },
  replace: { fa: 'فایل دیگر', en: 'Another file' },
  removeOf: { fa: (name: string) => `حذف ${name}`, en: (name: string) => `Remove ${name}` },
  attachedNow: {
    fa: (name: string) => `«${name}» پیوست شد.`,
    en: (name: string) => `"${name}" is attached.`
  },
  removed: { fa: 'فایل حذف شد.', en: 'The file was removed.' },
  sending: {
    fa: (percent: string) => `در حال ارسال: ${percent}`,
    en: (percent: string) => `Sending: ${percent}`
  },
  resuming: {
    fa: 'ارتباط قطع شد؛ ارسال از همان جا ادامه می‌یابد.',
    en: 'The connection broke; sending goes on from where it stopped.'
  },
  uploadFailed: {
    fa: 'فایل فرستاده نشد. دوباره تلاش کنید.',
    en: 'The file was not sent. Please try again.'
  },
  tooLarge: {
    fa: (size: string) => `این فایل بزرگ‌تر از اندازه مجاز (${size}) است.`,
    en: (size: string) => `This file is larger than allowed (${size}).`
  },
  wrongType: {
    fa: (formats: string) => `گونه این فایل پذیرفته نمی‌شود؛ فایل‌های مجاز: ${formats}.`,
    en: (formats: string) => `This type of file is not accepted; allowed: ${formats}.`
  },
  emptyFile: { fa: 'این فایل خالی است.', en: 'This file is empty.' },
  chooseFirst: { fa: 'نخست یک فایل انتخاب کنید.', en: 'Choose a file first.' },
  later: {
    fa: (ways: string) => `این مدرک را جداگانه (${ways}) می‌فرستم.`,
    en: (ways: string) => `I will send this document separately (${ways}).`
  },
  byPost: { fa: 'با پست', en: 'by post' },
  byPishkhan: { fa: 'از راه دفتر پیشخوان', en: 'through a pishkhan office' },
  inPerson: { fa: 'حضوری', en: 'in person' },
  or: { fa: ' یا ', en: ' or ' },
  laterNote: {
    fa: 'ساعت تعهد هنگامی آغاز می‌شود که همه مدارک الزامی رسیده باشد.',
    en: 'The promise clock starts when all required documents have arrived.'
  },
  laterChosen: { fa: 'جداگانه فرستاده می‌شود', en: 'Will come separately' },
  notAttached: { fa: 'پیوست نشده است', en: 'Not attached' },
  changeOf: {
    fa: (what: string) => `تغییر ${what}`,
    en: (what: string) => `Change ${what}`
  },
  declarationTitle: { fa: 'تعهد صحت اطلاعات', en: 'Declaration' },
  declaration: {
    fa: 'اعلام می‌کنم که اطلاعات و مدارک این درخواست درست و کامل است.',
    en: 'I declare that the information and documents of this application are true and complete.'
  },
  declarationNeeded: {
    fa: 'برای ارسال درخواست باید درستی اطلاعات را بپذیرید.',
    en: 'To send the application you have to declare that it is true.'
  },
  acceptFirst: {
    fa: 'پیش از ارسال، متقاضی توافق‌نامه این دستگاه را می‌پذیرد. پس از پذیرفتن به درخواست خود برمی‌گردید.',
    en: 'Before it is sent, the applicant accepts the agreement of this authority. Afterwards you are back here.'
  },
  send: { fa: 'ارسال درخواست', en: 'Send the application' },
  afterSending: {
    fa: 'پس از ارسال، کد رهگیری و رسید می‌گیرید.',
    en: 'After sending you get a tracking code and a receipt.'
  },
  sentAlready: {
    fa: 'این درخواست پیش‌تر ثبت شده است؛ این رسید همان درخواست است.',
    en: 'This application was registered before; this is its receipt.'
  },
  documentNeeded: {
    fa: 'این مدرک را پیوست کنید، یا بگویید که جداگانه می‌فرستید.',
    en: 'Attach this document, or say that it comes separately.'
  },
  documentNeededNow: { fa: 'این مدرک را پیوست کنید.', en: 'Attach this document.' },
  onBehalfOf: { fa: 'این درخواست از سوی کیست؟', en: 'Whose application is this?' },
  myself: {
    fa: (name: string) => `خودم (${name})`,
    en: (name: string) => `Mine (${name})`
  },
  drafts: { fa: 'پیش‌نویس‌های من', en: 'My drafts' },
  draftsLead: {
    fa: 'درخواست‌هایی که آغاز کرده‌اید و هنوز نفرستاده‌اید.',
    en: 'Applications that you began and have not sent yet.'
  },
  draftsEmpty: { fa: 'پیش‌نویسی ندارید.', en: 'You have no drafts.' },
  findService: { fa: 'یافتن خدمت', en: 'Find a service' },
  resume: { fa: 'ادامه درخواست', en: 'Continue' },
  deleteDraft: { fa: 'حذف پیش‌نویس', en: 'Delete the draft' },
  deleteAsk: {
    fa: 'این پیش‌نویس و فایل‌های آن حذف شود؟',
    en: 'Delete this draft and its files?'
  },
  deleteWarning: {
    fa: 'این کار برگشت ندارد.',
    en: 'This cannot be undone.'
  },
  deleted: { fa: 'پیش‌نویس حذف شد.', en: 'The draft was deleted.' },
  feeTime: { fa: 'هزینه و زمان', en: 'Fee and time' }
})
