import { defineMessages } from '../platform/index.ts'

/** What an applicant reads about a case. */
export const caseMessages = defineMessages({
  myCases: { fa: 'درخواست‌های من', en: 'My applications' },
  myCasesEmpty: {
    fa: 'هنوز درخواستی ثبت نکرده‌اید.',
    en: 'You have not applied for anything yet.'
  },
  open: { fa: 'دیدن درخواست', en: 'See the application' },
  draftsToo: {
    fa: 'درخواست‌هایی که هنوز نفرستاده‌اید:',
    en: 'Applications that you have not sent yet:'
  },
  late: { fa: 'گذشته از سررسید', en: 'Past due' },
  nowAwaiting: {
    fa: 'درخواست شما ثبت شده است و منتظر مدارک زیر هستیم. ساعت تعهد با رسیدن آن‌ها آغاز می‌شود.',
    en: 'Your application is registered and we wait for the documents below. The promise clock starts when they arrive.'
  },
  nowReceived: {
    fa: 'درخواست شما کامل رسیده و در نوبت بررسی است. اکنون کاری از شما لازم نیست.',
    en: 'Your application is complete and in line to be worked on. There is nothing you need to do now.'
  },
  nowInProgress: {
    fa: (step: string) =>
      `درخواست شما در گام «${step}» در دست بررسی است. اکنون کاری از شما لازم نیست.`,
    en: (step: string) =>
      `Your application is at the step "${step}". There is nothing you need to do now.`
  },
  nowReturned: {
    fa: 'درخواست شما برای تکمیل برگشته است. موارد زیر را درست کنید و دوباره بفرستید؛ تا آن زمان ساعت تعهد نمی‌گذرد.',
    en: 'Your application came back for completion. Put the points below right and send it again; until then the promise clock stands still.'
  },
  nowGranted: { fa: 'درخواست شما پذیرفته شد.', en: 'Your application was granted.' },
  nowRefused: { fa: 'درخواست شما پذیرفته نشد.', en: 'Your application was refused.' },
  nowWithdrawn: {
    fa: 'شما از این درخواست انصراف داده‌اید.',
    en: 'You withdrew this application.'
  },
  granted: { fa: 'پذیرفته شد', en: 'Granted' },
  refused: { fa: 'پذیرفته نشد', en: 'Refused' },
  fixNow: { fa: 'درست کردن و ارسال دوباره', en: 'Correct and send again' },
  addDocuments: { fa: 'افزودن مدارک', en: 'Add documents' },
  receipt: { fa: 'رسید درخواست', en: 'Receipt' },
  registered: { fa: 'ثبت درخواست', en: 'Application registered' },
  stepsTitle: { fa: 'درخواست شما در چه گامی است', en: 'Where your application stands' },
  unit: { fa: 'واحد', en: 'Unit' },
  enteredAt: { fa: (at: string) => `از ${at}`, en: (at: string) => `Since ${at}` },
  enteredBefore: {
    fa: (at: string) => `پیش از بازگشایی: از ${at}`,
    en: (at: string) => `Before it was opened again: since ${at}`
  },
  outOfOrder: { fa: 'بیرون از ترتیب اعلام‌شده', en: 'Out of the published order' },
  returnsTitle: { fa: 'برگشت برای تکمیل', en: 'Returns for completion' },
  returnedAt: { fa: (at: string) => `برگشت در ${at}`, en: (at: string) => `Returned on ${at}` },
  resubmittedAt: {
    fa: (at: string) => `دوباره فرستاده شد در ${at}`,
    en: (at: string) => `Sent again on ${at}`
  },
  repeated: { fa: 'برگشت دوباره', en: 'Returned again' },
  officerNote: { fa: 'توضیح کارشناس', en: 'Note of the officer' },
  visitsTitle: { fa: 'مراجعه حضوری', en: 'Visits in person' },
  visitsUsed: {
    fa: (used: string, max: string) => `${used} از ${max} بار انجام شده است.`,
    en: (used: string, max: string) => `${used} of ${max} used.`
  },
  visitsNone: {
    fa: 'برای این خدمت نیازی به مراجعه حضوری نیست.',
    en: 'No visit in person is needed for this service.'
  },
  visitBeyond: {
    fa: 'بیش از تعداد اعلام‌شده در شناسنامه خدمت',
    en: 'More than the service card states'
  },
  visitByProvider: { fa: 'به خواست دستگاه', en: 'Asked for by the public body' },
  visitByApplicant: { fa: 'به خواست متقاضی', en: 'By the wish of the applicant' },
  decisionTitle: { fa: 'نتیجه', en: 'Decision' },
  outcome: { fa: 'نتیجه', en: 'Outcome' },
  decidedBy: { fa: 'تصمیم‌گیرنده', en: 'Decided by' },
  decidedAt: { fa: 'زمان تصمیم', en: 'Decided on' },
  deliveredAt: { fa: 'زمان تحویل نتیجه', en: 'Delivered on' },
  notNamedApprover: {
    fa: 'این سمت، سمتی نیست که شناسنامه خدمت نام برده است.',
    en: 'This post is not the one that the service card names.'
  },
  againstDecision: {
    fa: 'اگر این نتیجه را درست نمی‌دانید',
    en: 'If you think this decision is wrong'
  },
  documentsTitle: { fa: 'مدارک', en: 'Documents' },
  showAnswers: { fa: 'دیدن آنچه نوشته‌اید', en: 'See what you wrote' },
  document: { fa: 'مدرک', en: 'Document' },
  file: { fa: 'فایل', en: 'File' },
  receivedAt: { fa: 'زمان دریافت', en: 'Received' },
  replacedVersion: { fa: 'نسخه پیشین', en: 'Earlier version' },
  missing: { fa: 'هنوز نرسیده است', en: 'Not received yet' },
  noDocuments: { fa: 'مدرکی پیوست نشده است.', en: 'No document is attached.' },
  lookedTitle: { fa: 'چه کسانی این درخواست را دیده‌اند', en: 'Who looked at this application' },
  lookedProgram: {
    fa: 'برنامه‌ای با کلید دستگاه',
    en: 'A program with a key of the body'
  },
  lookedNobody: {
    fa: 'هنوز هیچ کارمندی این درخواست را باز نکرده است.',
    en: 'No official has opened this application yet.'
  },
  lookedAtWork: {
    fa: 'کسی صفحه این درخواست را باز نکرده است؛ آنچه روی آن انجام شده با برنامه ثبت شده و در گام‌ها و نتیجه بالا آمده است.',
    en: 'Nobody opened the page of this application; what was done on it was recorded by a program and stands in the steps and the decision above.'
  },
  role: { fa: 'نقش', en: 'Role' },
  invoiceTitle: { fa: 'هزینه', en: 'Fee' },
  invoiceSame: {
    fa: 'برابر با تعرفه اعلام‌شده در شناسنامه خدمت',
    en: 'As published on the service card'
  },
  invoiceDiffers: {
    fa: (published: string) => `در شناسنامه خدمت ${published} اعلام شده است.`,
    en: (published: string) => `The service card states ${published}.`
  },
  withdraw: { fa: 'انصراف از درخواست', en: 'Withdraw the application' },
  withdrawAsk: { fa: 'از این درخواست انصراف می‌دهید؟', en: 'Withdraw this application?' },
  withdrawLead: {
    fa: 'رسیدگی متوقف می‌شود و برای همین خدمت باید درخواست تازه‌ای بفرستید. سابقه این درخواست می‌ماند.',
    en: 'Work on it stops, and for the same service you would apply anew. Its history remains.'
  },
  withdrawReason: { fa: 'دلیل انصراف', en: 'Why you withdraw' },
  delegatesTitle: { fa: 'کارهای نماینده', en: 'Done by a delegate' },
  delegate: { fa: 'نماینده', en: 'delegate' },
  byDelegate: {
    fa: (name: string, kind: string, of: string) => `به دست ${name}، ${kind} ${of}`,
    en: (name: string, kind: string, of: string) => `by ${name}, ${kind} of ${of}`
  },
  withdrawn: { fa: 'انصراف شما ثبت شد.', en: 'Your withdrawal is registered.' },
  withdrawnAtCounter: { fa: 'انصراف متقاضی ثبت شد.', en: 'The withdrawal is registered.' },
  reopened: { fa: 'درخواست دوباره باز شد.', en: 'The case is open again.' },
  reopenLead: {
    fa: 'اگر در رسیدگی اشتباهی می‌بینید یا مدرک تازه‌ای دارید، بخواهید درخواست دوباره باز شود. کد رهگیری را هم بگویید.',
    en: 'If you see a mistake, or have new evidence, ask for the case to be opened again. Have the tracking code ready.'
  },
  reopenContact: {
    fa: (title: string) => `برای بازگشایی درخواست تماس بگیرید با ${title}:`,
    en: (title: string) => `To have the case opened again, call ${title}:`
  },
  responsible: { fa: 'مسئول پیگیری', en: 'Who to ask' },
  correctTitle: { fa: 'موارد برگشتی را درست کنید', en: 'Put the points right' },
  correctLead: {
    fa: 'همه موارد را درست کنید و سپس یک بار بفرستید.',
    en: 'Put all points right, then send once.'
  },
  unresolved: {
    fa: 'این مورد را درست کنید، یا در پایین بنویسید چرا درست است.',
    en: 'Put this right, or write below why it is right.'
  },
  contest: {
    fa: 'اگر موردی را درست نمی‌دانید، دلیل خود را بنویسید',
    en: 'If you do not agree with a point, write why'
  },
  contestHelp: {
    fa: 'در این صورت لازم نیست آن مورد را تغییر دهید.',
    en: 'Then you need not change that point.'
  },
  sendAgain: { fa: 'ارسال دوباره', en: 'Send again' },
  sentAgain: {
    fa: 'درخواست دوباره فرستاده شد و ساعت تعهد ادامه یافت.',
    en: 'The application was sent again and the promise clock goes on.'
  },
  documentAdded: {
    fa: (name: string) => `مدرک «${name}» افزوده شد.`,
    en: (name: string) => `The document "${name}" was added to the file.`
  },
  clockStarted: {
    fa: 'همه مدارک رسید و ساعت تعهد آغاز شد.',
    en: 'All documents are here, and the promise clock has started.'
  },
  stillMissing: {
    fa: (names: string) => `هنوز لازم است: ${names}.`,
    en: (names: string) => `Still needed: ${names}.`
  },
  history: { fa: 'سیر پرونده', en: 'History' }
})

/** The receipt of an application. */
export const receiptMessages = defineMessages({
  proofs: { fa: 'رسیدهای دفتر عمومی', en: 'Receipts of the public log' },
  title: { fa: 'رسید ثبت درخواست', en: 'Receipt of application' },
  leadDesk: {
    fa: 'رسید را چاپ کنید و به متقاضی بدهید.',
    en: 'Print the receipt and give it to the applicant.'
  },
  lead: {
    fa: 'درخواست شما ثبت شد. این رسید را نگه دارید.',
    en: 'Your application is registered. Please keep this receipt.'
  },
  filed: { fa: 'زمان ثبت', en: 'Registered' },
  gregorian: { fa: 'زمان ثبت (میلادی)', en: 'Registered (Gregorian)' },
  answerDue: { fa: 'سررسید پاسخ', en: 'Answer due' },
  dueGregorian: { fa: 'سررسید پاسخ (میلادی)', en: 'Answer due (Gregorian)' },
  waiting: {
    fa: 'پس از رسیدن مدارک زیر تعیین می‌شود',
    en: 'Set when the documents below have arrived'
  },
  paused: {
    fa: 'ساعت ایستاده است؛ سررسید پس از ارسال دوباره تعیین می‌شود',
    en: 'The clock is paused; the due time is set when you send again'
  },
  stillNeeded: { fa: 'مدارکی که باید برسد', en: 'Documents still needed' },
  qr: { fa: 'نشانی پیگیری درخواست', en: 'Address to follow the application' },
  keep: {
    fa: 'با این کد، بدون ورود به سامانه، می‌توانید ببینید درخواست در چه گامی است.',
    en: 'With this code, without signing in, you can see where the application stands.'
  },
  statement: {
    fa: 'این رسید گواه ثبت درخواست است و به معنای پذیرش آن نیست.',
    en: 'This receipt proves the registration; it does not mean that the application is granted.'
  },
  arrived: { fa: 'زمان رسیدن به دستگاه', en: 'Arrived at the body' },
  byClerk: { fa: 'ثبت‌کننده', en: 'Registered by' },
  clerk: { fa: 'متصدی دستگاه', en: 'A clerk of the public body' },
  self: { fa: 'خود متقاضی', en: 'The applicant' },
  postNumber: { fa: 'شماره مرسوله', en: 'Postal tracking number' },
  officeCode: { fa: 'کد دفتر پیشخوان', en: 'Pishkhan office code' },
  toCase: { fa: 'رفتن به درخواست', en: 'Go to the application' }
})

/** Following a case by its code, without signing in. */
export const trackMessages = defineMessages({
  title: { fa: 'پیگیری درخواست', en: 'Follow an application' },
  lead: {
    fa: 'کد رهگیری را از روی رسید بنویسید. برای پیگیری لازم نیست وارد شوید.',
    en: 'Type the tracking code from your receipt. You need not sign in.'
  },
  codeHelp: {
    fa: 'خط تیره، فاصله و حرف‌های کوچک و بزرگ فرقی نمی‌کند.',
    en: 'Dashes, spaces and capital letters make no difference.'
  },
  notCode: {
    fa: 'این کد رهگیری درست نیست. کد ۱۰ نویسه دارد؛ آن را با رسید مقایسه کنید.',
    en: 'This is not a tracking code. It has 10 characters; please compare it with the receipt.'
  },
  notFound: {
    fa: 'درخواستی با این کد پیدا نشد. کد را با رسید مقایسه کنید.',
    en: 'There is no application with this code. Please compare it with the receipt.'
  },
  empty: { fa: 'کد رهگیری را بنویسید.', en: 'Type the tracking code.' },
  follow: { fa: 'پیگیری', en: 'Follow' },
  only: {
    fa: 'اینجا فقط وضعیت درخواست دیده می‌شود. برای دیدن جزئیات آن وارد شوید.',
    en: 'Only the state is shown here. Sign in to see what is in it.'
  },
  decidedAt: { fa: 'زمان پایان', en: 'Decided on' },
  untilDue: { fa: 'تا سررسید', en: 'Until then' },
  noDue: { fa: 'ساعت ایستاده است', en: 'The clock stands' },
  noDueYet: {
    fa: 'پس از رسیدن مدارک تعیین می‌شود',
    en: 'Set when the documents arrive'
  },
  answeredLate: { fa: 'پس از سررسید پاسخ داده شد', en: 'Answered late' },
  yourTurn: { fa: 'اکنون نوبت شماست', en: 'It is your turn' },
  turnReturned: {
    fa: 'درخواست برای تکمیل برگشته است. وارد شوید، کاستی‌ها را درست کنید و دوباره بفرستید. تا آن زمان ساعت ایستاده است و پاسخ عقب می‌افتد.',
    en: 'The application came back for completion. Sign in, put the points right and send it again. Until then the clock stands and the answer waits.'
  },
  turnDocuments: {
    fa: 'همه مدارک الزامی نرسیده است. ساعت تعهد با رسیدن آن‌ها آغاز می‌شود.',
    en: 'Not all required documents are here. The promise clock starts when they arrive.'
  },
  stepOf: {
    fa: (title: string, step: string, of: string) => `${title} (گام ${step} از ${of})`,
    en: (title: string, step: string, of: string) => `${title} (step ${step} of ${of})`
  },
  signIn: { fa: 'ورود و دیدن درخواست', en: 'Sign in and see the application' },
  another: { fa: 'پیگیری درخواستی دیگر', en: 'Follow another application' }
})
