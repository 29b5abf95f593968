import { defineMessages } from '../platform/index.ts'

/** Registering what reached the body on paper, over a counter or in person. */
export const intakeMessages = defineMessages({
  title: { fa: 'ثبت درخواست رسیده', en: 'Register an application' },
  lead: {
    fa: 'درخواستی که با پست، از دفتر پیشخوان یا حضوری رسیده است.',
    en: 'An application that came by post, from a pishkhan office or in person.'
  },
  chooseTitle: { fa: 'درخواست تازه', en: 'New application' },
  service: { fa: 'خدمت', en: 'Service' },
  channel: { fa: 'از چه راهی رسیده است؟', en: 'How did it come?' },
  counterOffice: {
    fa: 'این دستگاه به نام یک دفتر پیشخوان ثبت شده است: از آن تنها درخواست همان دفتر، با رضایت متقاضی، ثبت می‌شود.',
    en: 'This device is registered for a pishkhan office: only what comes by that office, with the applicant’s consent, is registered on it.'
  },
  toldSubject: { fa: 'درخواستی به نام شما ثبت شد', en: 'An application in your name' },
  toldText: {
    fa: (authority: string) =>
      `در ${authority} درخواستی به نام شما ثبت شد که روی کاغذ، حضوری یا از دفتر پیشخوان رسیده بود. آن را در «درخواست‌های من» می‌بینید. اگر از شما نبود، به دستگاه خبر دهید یا آن را پس بگیرید.`,
    en: (authority: string) =>
      `An application in your name was registered at ${authority}: it came on paper, in person or by a pishkhan office. You find it among your applications. If it was not yours, tell the body, or withdraw it.`
  },
  messenger: { fa: 'پیام‌رسان', en: 'Messenger' },
  email: { fa: 'رایانامه', en: 'E-mail' },
  fax: { fa: 'دورنگار', en: 'Fax' },
  byHand: { fa: 'راهی دیگر', en: 'Another way' },
  channelHelp: {
    fa: 'آنچه از راهی بیرون از شناسنامه خدمت رسیده باشد ثبت نمی‌شود، ولی شمرده می‌شود.',
    en: 'What came in a way that the service card does not name is not registered, but counted.'
  },
  identifier: {
    fa: 'کد ملی، شناسه ملی یا کد فراگیر متقاضی',
    en: 'National, legal or faragir code'
  },
  identifierHelp: {
    fa: 'اگر ندارد خالی بگذارید. اگر پیش‌تر ثبت شده باشد، نام او را نشان می‌دهیم.',
    en: 'Leave empty if there is none. If the applicant is known, the name is shown.'
  },
  notIdentifier: {
    fa: 'این شناسه درست نیست: کد ملی ۱۰ رقم و شناسه ملی ۱۱ رقم دارد.',
    en: 'This is not right: a national id has 10 digits, a legal id 11.'
  },
  notNationalId: {
    fa: 'این کد ملی درست نیست: رقم کنترل آن نمی‌خواند. رقم‌ها را با کارت ملی متقاضی بسنجید.',
    en: 'This national id is not right: its check digit does not agree. Compare it with the card of the applicant.'
  },
  goOn: { fa: 'ادامه', en: 'Continue' },
  findTitle: { fa: 'برای پرونده‌ای که هست', en: 'For a case that is there' },
  findLead: {
    fa: 'افزودن مدرک، ثبت مراجعه یا پاسخ به برگشت: پرونده را با کد رهگیری باز کنید.',
    en: 'To add a document, record a visit or an answer: open the case by its code.'
  },
  find: { fa: 'باز کردن پرونده', en: 'Open the case' },
  newTitle: { fa: 'ثبت درخواست', en: 'Register the application' },
  by: {
    fa: (channel: string) => `راه رسیدن: ${channel}`,
    en: (channel: string) => `Came by: ${channel}`
  },
  arrival: { fa: 'رسیدن', en: 'Arrival' },
  arrivedHelp: {
    fa: 'روز و ساعتی که به دستگاه رسید. زمان ثبت جداگانه نگه داشته می‌شود.',
    en: 'The day and time at which it reached the body. The time of registration is kept as well.'
  },
  consentCode: { fa: 'کد رضایت متقاضی', en: 'Consent code of the applicant' },
  consentHelp: {
    fa: 'شش رقمی که متقاضی پس از زدن «فرستادن کد رضایت» از روی پیام خود می‌خواند.',
    en: 'Six digits that the applicant reads out after you pressed “Send a consent code”.'
  },
  askConsent: { fa: 'فرستادن کد رضایت', en: 'Send a consent code' },
  consentSent: {
    fa: 'کد رضایت به راه‌های تماس تأییدشده متقاضی فرستاده شد. تا ۱۰ دقیقه، تنها برای همین دفتر و همین کار، یک بار.',
    en: 'A consent code is on its way to the proven contacts of the applicant: for 10 minutes, this office and this act, once.'
  },
  consentOnPaper: {
    fa: 'متقاضی راه تماس تأییدشده ندارد و رضایت او را روی کاغذ دارم.',
    en: 'The applicant has no proven contact, and I have the consent on paper.'
  },
  atCounter: { fa: 'از دفتر پیشخوان', en: 'At a pishkhan counter' },
  atCounterLead: {
    fa: 'اگر متقاضی در دفتر پیشخوان این کار را می‌خواهد، کد دفتر و رضایت او به همین کار لازم است.',
    en: 'Where the applicant asks for this at a pishkhan office, its code and the consent to this very act are needed.'
  },
  atCounterOnly: {
    fa: 'تنها خود متقاضی می‌تواند انصراف دهد؛ در دفتر پیشخوان با رضایت او به همین کار.',
    en: 'Nobody but the applicant withdraws; at a pishkhan office, with their consent to this very act.'
  },
  withdrawAtCounter: {
    fa: 'برای متقاضی که در دفتر پیشخوان است و انصراف می‌خواهد.',
    en: 'For an applicant who stands at a pishkhan office and wants to withdraw.'
  },
  stateTitle: { fa: 'وضع درخواست در پیشخوان', en: 'The state of an application, at the counter' },
  stateLead: {
    fa: 'متقاضی کنار شماست و می‌خواهد وضع درخواستش را ببیند یا چاپ کند. این کار با رضایت او می‌شود و او می‌بیند که چه کسی نگاه کرد.',
    en: 'The applicant is with you and wants to see where the application stands, or to have it printed. It takes their consent, and they see who looked.'
  },
  showState: { fa: 'نشان دادن وضع', en: 'Show the state' },
  byConsent: {
    fa: (office: string) => `با رضایت متقاضی در دفتر ${office} نشان داده شد.`,
    en: (office: string) => `Shown at office ${office} with the consent of the applicant.`
  },
  askAgain: { fa: 'درخواست دیگری', en: 'Another application' },
  consentKnown: {
    fa: 'کد رضایت برای کسی فرستاده می‌شود که شناخته شده باشد؛ نخست با شناسه بجویید.',
    en: 'A consent code goes to somebody who is known; search by an identifier first.'
  },
  visitNote: {
    fa: 'این ثبت، یک مراجعه حضوری متقاضی شمرده می‌شود.',
    en: 'This registration counts as a visit of the applicant.'
  },
  applicant: { fa: 'متقاضی', en: 'Applicant' },
  known: {
    fa: (name: string) => `این متقاضی را می‌شناسیم: ${name}`,
    en: (name: string) => `This applicant is known: ${name}`
  },
  kind: { fa: 'متقاضی کیست؟', en: 'Who is the applicant?' },
  kindPerson: { fa: 'شخص حقیقی', en: 'A person' },
  kindBusiness: { fa: 'شخص حقوقی (شرکت، مؤسسه)', en: 'A business' },
  kindBody: { fa: 'دستگاه اجرایی', en: 'A public body' },
  name: { fa: 'نام', en: 'Name' },
  nationalId: { fa: 'کد ملی', en: 'National id' },
  legalId: { fa: 'شناسه ملی', en: 'Legal id' },
  foreignerCode: { fa: 'کد فراگیر', en: 'Faragir code' },
  mobile: { fa: 'تلفن همراه', en: 'Mobile' },
  documents: { fa: 'مدارک رسیده (اسکن)', en: 'Documents that came (scans)' },
  documentsLead: {
    fa: 'هر مدرکی که رسیده است پیوست کنید. مدارکی که نرسیده، روی رسید نوشته می‌شود و ساعت تعهد با رسیدن آن‌ها آغاز می‌شود.',
    en: 'Attach every document that came. What is missing is written on the receipt, and the clock starts when it comes.'
  },
  kept: {
    fa: (name: string) => `دریافت شد: ${name}`,
    en: (name: string) => `Received: ${name}`
  },
  register: { fa: 'ثبت و چاپ رسید', en: 'Register and print the receipt' },
  registered: { fa: 'درخواست ثبت شد.', en: 'The application is registered.' },
  noServices: {
    fa: 'این دستگاه هنوز خدمتی منتشر نکرده است.',
    en: 'This body has published no service yet.'
  }
})
