import { defineMessages } from '../platform/index.ts'

/** The roles in which somebody of a body looks at a file. */
export const readerRoleMessages = defineMessages({
  officer: { fa: 'کارشناس', en: 'Officer' },
  approver: { fa: 'تصمیم‌گیرنده', en: 'Approver' },
  clerk: { fa: 'متصدی', en: 'Clerk' },
  inspector: { fa: 'بازرس', en: 'Inspector' },
  auditor: { fa: 'حسابرس', en: 'Auditor' },
  applicant: { fa: 'متقاضی', en: 'Applicant' }
})

/** The officers' queue. */
export const queueMessages = defineMessages({
  title: { fa: 'کارتابل', en: 'Queue' },
  open: { fa: 'نوبت دستگاه', en: 'Our turn' },
  waiting: { fa: 'نزد متقاضی', en: 'With the applicant' },
  closed: { fa: 'پایان‌یافته', en: 'Closed' },
  late: { fa: 'گذشته از سررسید', en: 'Past due' },
  mine: { fa: 'کارهای من', en: 'Mine' },
  nobody: { fa: 'بدون مسئول', en: 'Not assigned' },
  filters: { fa: 'پالایش فهرست', en: 'Filter' },
  search: { fa: 'جست‌وجوی کد رهگیری یا نام', en: 'Search a tracking code or a name' },
  authority: { fa: 'دستگاه', en: 'Public body' },
  unit: { fa: 'واحد', en: 'Unit' },
  allUnits: { fa: 'همه واحدها', en: 'All units' },
  service: { fa: 'خدمت', en: 'Service' },
  allServices: { fa: 'همه خدمات', en: 'All services' },
  state: { fa: 'وضعیت', en: 'State' },
  assigned: { fa: 'مسئول', en: 'Assigned to' },
  anybody: { fa: 'هر کس', en: 'Anybody' },
  me: { fa: 'من', en: 'Me' },
  order: { fa: 'ترتیب', en: 'Order' },
  fair: { fa: 'نوبت (هر که زودتر کامل شد)', en: 'Fair (who was complete first)' },
  urgent: { fa: 'فوریت (نزدیک‌ترین سررسید)', en: 'Urgent (nearest due time)' },
  apply: { fa: 'اعمال', en: 'Apply' },
  clear: { fa: 'پاک کردن', en: 'Clear' },
  code: { fa: 'کد رهگیری', en: 'Code' },
  applicant: { fa: 'متقاضی', en: 'Applicant' },
  step: { fa: 'گام', en: 'Step' },
  due: { fa: 'سررسید', en: 'Due' },
  left: { fa: (much: string) => `${much} تا سررسید`, en: (much: string) => `${much} until then` },
  over: {
    fa: (much: string) => `${much} گذشته از سررسید`,
    en: (much: string) => `${much} past due`
  },
  paused: { fa: 'ساعت ایستاده است', en: 'The clock stands' },
  noClock: { fa: 'آغاز نشده', en: 'Not started' },
  beyondCalendar: {
    fa: 'تقویم کاری هنوز منتشر نشده است',
    en: 'The office calendar is not published yet'
  },
  reopened: { fa: 'بازگشایی‌شده', en: 'Reopened' },
  table: { fa: 'درخواست‌ها', en: 'Applications' },
  empty: { fa: 'درخواستی با این ویژگی‌ها نیست.', en: 'No application matches.' },
  bulk: { fa: 'واگذاری انتخاب‌شده‌ها به', en: 'Assign the selected to' },
  assign: { fa: 'واگذاری', en: 'Assign' },
  unassign: { fa: 'هیچ‌کس (برگشت به صف)', en: 'Nobody (back to the queue)' },
  assignedCount: {
    fa: (n: string) => `${n} درخواست واگذار شد.`,
    en: (n: string) => `${n} assigned.`
  },
  assignedSkipped: {
    fa: (n: string, skipped: string) => `${n} درخواست واگذار شد و ${skipped} درخواست تغییر نکرد.`,
    en: (n: string, skipped: string) => `${n} assigned, ${skipped} left as they were.`
  },
  nothingSelected: {
    fa: 'هیچ درخواستی انتخاب نشده است.',
    en: 'No application is selected.'
  },
  nobodyChosen: {
    fa: 'انتخاب کنید درخواست‌ها به چه کسی واگذار شود.',
    en: 'Choose who the applications go to.'
  },
  chooseWhom: { fa: 'انتخاب کنید', en: 'Choose' },
  selectAll: { fa: 'انتخاب همه', en: 'Select all' },
  keys: {
    fa: 'کلید / به جست‌وجو می‌رود و A همه ردیف‌ها را انتخاب می‌کند.',
    en: 'The key / goes to the search, A selects all rows.'
  }
})

/** An officer's page of a case. */
export const fileMessages = defineMessages({
  queue: { fa: 'کارتابل', en: 'Queue' },
  previous: { fa: 'درخواست پیشین', en: 'Previous' },
  next: { fa: 'درخواست بعدی', en: 'Next' },
  placeOf: {
    fa: (n: string, of: string) => `${n} از ${of}`,
    en: (n: string, of: string) => `${n} of ${of}`
  },
  checklist: { fa: 'بررسی مدارک', en: 'Document checklist' },
  checklistOf: {
    fa: (have: string, all: string) => `${have} از ${all} مدرک الزامی رسیده است.`,
    en: (have: string, all: string) => `${have} of ${all} required documents are here.`
  },
  required: { fa: 'الزامی', en: 'Required' },
  optional: { fa: 'اختیاری', en: 'Optional' },
  conditional: { fa: 'مشروط', en: 'Conditional' },
  missing: { fa: 'نرسیده', en: 'Missing' },
  notGiven: { fa: 'داده نشده', en: 'Not given' },
  here: { fa: 'رسیده', en: 'Received' },
  show: { fa: 'نمایش', en: 'Show' },
  preview: {
    fa: (name: string) => `پیش‌نمایش ${name}`,
    en: (name: string) => `Preview of ${name}`
  },
  asked: { fa: 'خواسته شد', en: 'Asked for' },
  clock: { fa: 'ساعت تعهد', en: 'Promise clock' },
  steps: { fa: 'گام‌ها', en: 'Steps' },
  enterNext: {
    fa: (step: string) => `ورود به گام «${step}»`,
    en: (step: string) => `Enter the step "${step}"`
  },
  otherStep: { fa: 'گامی دیگر', en: 'Another step' },
  otherStepWhy: {
    fa: 'گامی بیرون از ترتیب اعلام‌شده، دلیل می‌خواهد و عدم انطباق ثبت می‌شود.',
    en: 'A step out of the published order needs a reason and is recorded as a nonconformity.'
  },
  stepReason: { fa: 'دلیل تغییر ترتیب', en: 'Why out of order' },
  enter: { fa: 'ورود به گام', en: 'Enter' },
  entered: {
    fa: (step: string) => `پرونده به گام «${step}» رفت.`,
    en: (step: string) => `The case is now at "${step}".`
  },
  enteredOutOfOrder: {
    fa: (step: string) => `پرونده بیرون از ترتیب به گام «${step}» رفت و عدم انطباق ثبت شد.`,
    en: (step: string) => `The case entered "${step}" out of order; a nonconformity is recorded.`
  },
  returnCase: { fa: 'برگشت برای تکمیل', en: 'Return for completion' },
  returnLead: {
    fa: 'همه کاستی‌ها را یک‌جا انتخاب کنید. فقط مدارک و پرسش‌های شناسنامه خدمت را می‌توان خواست؛ با برگشت، ساعت می‌ایستد.',
    en: 'Mark all defects at once. Only what the service card lists can be asked for; the clock stops on return.'
  },
  returnRepeat: {
    fa: 'این پرونده پیش‌تر برگشته است. کاستی‌ای که بار پیش دیده می‌شد و گفته نشد، «برگشت دوباره» شمرده می‌شود.',
    en: 'This case was returned before. A defect that was there to be seen then counts as a repeated return.'
  },
  noDefect: { fa: 'بدون کاستی', en: 'No defect' },
  defectNote: {
    fa: (item: string) => `توضیح برای متقاضی درباره ${item}`,
    en: (item: string) => `Note for the applicant about ${item}`
  },
  noteShort: { fa: 'توضیح برای متقاضی', en: 'Note for the applicant' },
  itemDocuments: { fa: 'مدارک', en: 'Documents' },
  itemAnswers: { fa: 'پاسخ‌ها', en: 'Answers' },
  returnNow: { fa: 'برگشت به متقاضی', en: 'Return to the applicant' },
  returnNothing: {
    fa: 'دست‌کم یک کاستی را انتخاب کنید.',
    en: 'Mark at least one defect.'
  },
  returned: {
    fa: (n: string) => `پرونده با ${n} کاستی برگشت و ساعت ایستاد.`,
    en: (n: string) => `Returned with ${n} defects; the clock stands.`
  },
  visits: { fa: 'مراجعه حضوری', en: 'Visits' },
  visitsUsed: {
    fa: (used: string, max: string) => `${used} از ${max} بار`,
    en: (used: string, max: string) => `${used} of ${max} used`
  },
  recordVisit: { fa: 'ثبت مراجعه', en: 'Record a visit' },
  visitCause: { fa: 'مراجعه به خواست چه کسی بود؟', en: 'Who asked for the visit?' },
  provider: { fa: 'دستگاه', en: 'The public body' },
  byApplicant: { fa: 'خود متقاضی', en: 'The applicant' },
  insist: {
    fa: 'دلیل ثبت مراجعه بیش از حد شناسنامه',
    en: 'Why a visit beyond the card is recorded'
  },
  insistHelp: {
    fa: 'مراجعه بیش از حد، فقط با دلیل ثبت می‌شود و نقض تعهد است.',
    en: 'A visit beyond the card is recorded only with a reason, and is a breach.'
  },
  visitRecorded: { fa: 'مراجعه ثبت شد.', en: 'The visit is recorded.' },
  visitBeyond: {
    fa: 'مراجعه ثبت شد و چون بیش از حد شناسنامه است، نقض تعهد ثبت شد.',
    en: 'The visit is recorded and, being beyond the card, opens a breach.'
  },
  assignment: { fa: 'مسئول پرونده', en: 'Assigned to' },
  assignedNobody: { fa: 'هنوز به کسی واگذار نشده است', en: 'Nobody yet' },
  takeIt: { fa: 'به من واگذار شود', en: 'Assign to me' },
  assigned: { fa: 'پرونده واگذار شد.', en: 'The case is assigned.' },
  notAssigned: {
    fa: 'پرونده واگذار نشد: این فرد کارشناس واحد پرونده نیست، یا پرونده همین حالا تغییر کرده است.',
    en: 'Not assigned: this person is no officer of the unit, or the case changed just now.'
  },
  chooseOne: { fa: 'این مورد را انتخاب کنید.', en: 'Choose one.' },
  decide: { fa: 'تصمیم', en: 'Decision' },
  decideLead: {
    fa: (post: string) => `تصمیم با دارنده سمت «${post}» است که شناسنامه خدمت نام برده است.`,
    en: (post: string) => `The holder of the post "${post}", named on the service card, decides.`
  },
  decider: { fa: 'تصمیم با', en: 'Decided by' },
  outcome: { fa: 'نتیجه', en: 'Outcome' },
  grant: { fa: 'پذیرفتن درخواست', en: 'Grant' },
  refuse: { fa: 'نپذیرفتن درخواست', en: 'Refuse' },
  reasons: { fa: 'دلایل تصمیم', en: 'Reasons' },
  reasonsHelp: {
    fa: 'متقاضی این متن را می‌خواند؛ ساده و کامل بنویسید و به مستند قانونی اشاره کنید.',
    en: 'The applicant reads this; write plainly and in full, and name the legal basis.'
  },
  deliverBy: { fa: 'تحویل نتیجه از راه', en: 'Deliver the result by' },
  skipReason: {
    fa: 'دلیل تصمیم پیش از پایان گام‌ها',
    en: 'Why it is decided before the last step'
  },
  decideNow: { fa: 'ثبت تصمیم', en: 'Decide' },
  decided: { fa: 'تصمیم ثبت و به متقاضی اعلام شد.', en: 'The decision is recorded and sent.' },
  reopen: { fa: 'بازگشایی', en: 'Reopen' },
  reopenPolicy: { fa: 'ساعت تعهد', en: 'Promise clock' },
  reopenReason: { fa: 'سبب', en: 'Reason' },
  reopenNote: { fa: 'شرح', en: 'Note' },
  reopenNoteHelp: { fa: 'متقاضی این متن را می‌خواند.', en: 'The applicant reads this.' },
  history: { fa: 'سیر پرونده', en: 'History' },
  applicant: { fa: 'متقاضی', en: 'Applicant' },
  answers: { fa: 'پاسخ‌ها', en: 'Answers' },
  whichDocument: { fa: 'کدام مدرک؟', en: 'Which document?' },
  scan: { fa: 'تصویر یا فایل مدرک', en: 'Scan or file' },
  scanKept: {
    fa: (name: string) => `فایل «${name}» دریافت شد و می‌ماند.`,
    en: (name: string) => `The file "${name}" was received and is kept.`
  },
  cameBy: { fa: 'از چه راهی رسید؟', en: 'How did it come?' },
  trackingNumber: { fa: 'شماره مرسوله (پست)', en: 'Postal tracking number (post)' },
  officeCode: { fa: 'کد دفتر پیشخوان', en: 'Pishkhan office code' },
  arrivedDate: { fa: 'تاریخ رسیدن', en: 'Day it arrived' },
  arrivedTime: { fa: 'ساعت رسیدن', en: 'Time it arrived' },
  answeredDate: { fa: 'تاریخ رسیدن پاسخ', en: 'Day the answer arrived' },
  lateReason: {
    fa: 'چرا اکنون ثبت می‌شود؟',
    en: 'Why is it registered only now?'
  },
  arrivedHelp: {
    fa: 'اگر پیش از امروز رسیده است. زمان ثبت جداگانه نگه داشته می‌شود.',
    en: 'If it arrived before now. The time of registration is kept as well.'
  },
  resubmit: { fa: 'ثبت پاسخ متقاضی به برگشت', en: 'Register the answer to the return' },
  resubmitLead: {
    fa: 'مدارک تازه را نخست با «افزودن مدرک رسیده» ثبت کنید؛ سپس پاسخ‌های تازه را اینجا بنویسید.',
    en: 'Register new documents first; then write the new answers here.'
  },
  addDocument: { fa: 'افزودن مدرک رسیده', en: 'Add a document that came' },
  actions: { fa: 'کارها', en: 'Actions' },
  noActions: {
    fa: 'اکنون برای شما کاری در این پرونده نیست.',
    en: 'There is nothing for you to do in this case now.'
  },
  receipt: { fa: 'رسید', en: 'Receipt' },
  keys: {
    fa: 'کلیدها: N بعدی، P پیشین، Q کارتابل، R برگشت، S گام، D تصمیم',
    en: 'Keys: N next, P previous, Q queue, R return, S step, D decision'
  },
  eventArrived: { fa: 'درخواست رسید', en: 'Application arrived' },
  eventSubmitted: { fa: 'درخواست ثبت شد', en: 'Registered' },
  eventComplete: { fa: 'مدارک کامل شد و ساعت آغاز شد', en: 'Complete; the clock started' },
  eventDocument: {
    fa: (title: string) => `مدرک رسید: ${title}`,
    en: (title: string) => `Document received: ${title}`
  },
  eventReturned: { fa: 'برگشت برای تکمیل', en: 'Returned for completion' },
  eventReturnedAgain: { fa: 'برگشت دوباره', en: 'Returned again' },
  eventResubmitted: { fa: 'دوباره فرستاده شد', en: 'Sent again' },
  eventStep: { fa: (step: string) => `گام: ${step}`, en: (step: string) => `Step: ${step}` },
  eventOutOfOrder: { fa: 'بیرون از ترتیب', en: 'Out of order' },
  eventVisit: { fa: 'مراجعه حضوری', en: 'Visit in person' },
  eventDecided: { fa: 'تصمیم', en: 'Decided' },
  eventDelivered: { fa: 'نتیجه تحویل شد', en: 'Result delivered' },
  eventWithdrawn: { fa: 'انصراف متقاضی', en: 'Withdrawn' },
  eventReopened: { fa: 'بازگشایی شد', en: 'Reopened' },
  eventBreached: { fa: 'سررسید گذشت', en: 'Due time passed' },
  eventRetracted: { fa: 'نقض پس گرفته شد', en: 'Breach retracted' }
})
