import { defineMessages } from '../platform/index.ts'

/** Words that every page of a case uses. */
export const messages = defineMessages({
  trackingCode: { fa: 'کد رهگیری', en: 'Tracking code' },
  service: { fa: 'خدمت', en: 'Service' },
  authority: { fa: 'دستگاه', en: 'Public body' },
  applicant: { fa: 'متقاضی', en: 'Applicant' },
  state: { fa: 'وضعیت', en: 'State' },
  filedAt: { fa: 'زمان ثبت', en: 'Registered' },
  arrivedAndRegistered: {
    fa: (arrived: string, registered: string) => `رسید ${arrived}، ثبت شد ${registered}`,
    en: (arrived: string, registered: string) => `Arrived ${arrived}, registered ${registered}`
  },
  registeredAt: { fa: (at: string) => `ثبت شد ${at}`, en: (at: string) => `Registered ${at}` },
  lateReason: { fa: 'دلیل ثبت دیرهنگام', en: 'Why it was registered late' },
  due: { fa: 'سررسید پاسخ', en: 'Answer due' },
  documents: { fa: 'مدارک', en: 'Documents' },
  answers: { fa: 'اطلاعات درخواست', en: 'What was entered' },
  channel: { fa: 'کانال ارسال', en: 'Channel' },
  fee: { fa: 'هزینه', en: 'Fee' },
  promisedTime: { fa: 'زمان تعهدشده', en: 'Promised time' },
  visits: { fa: 'مراجعه حضوری', en: 'Visits in person' },
  step: { fa: 'گام', en: 'Step' },
  reason: { fa: 'دلیل', en: 'Reason' },
  note: { fa: 'توضیح', en: 'Note' },
  when: { fa: 'زمان', en: 'When' },
  who: { fa: 'چه کسی', en: 'Who' },
  save: { fa: 'ذخیره', en: 'Save' },
  change: { fa: 'تغییر', en: 'Change' },
  print: { fa: 'چاپ', en: 'Print' },
  open: { fa: 'باز کردن', en: 'Open' },
  none: { fa: 'هیچ', en: 'None' },
  noVisits: { fa: 'نیازی به مراجعه حضوری نیست', en: 'No visit is needed' },
  visitsMax: {
    fa: (n: string) => `حداکثر ${n} بار`,
    en: (n: string) => `At most ${n}`
  },
  notAnswered: { fa: 'پاسخی نوشته نشده است', en: 'Not answered' },
  yes: { fa: 'بلی', en: 'Yes' },
  no: { fa: 'خیر', en: 'No' },
  erased: { fa: 'این متن پاک شده است.', en: 'This text was erased.' },
  noAgreementShort: { fa: 'توافق‌نامه معتبری نیست', en: 'None in force' },
  noAgreement: {
    fa: 'اکنون توافق‌نامه معتبری در کار نیست. این درخواست با زمانی که شناسنامه خدمت اعلام کرده است پیگیری می‌شود.',
    en: 'No agreement is in force now. This application is followed by the time that the service card states.'
  },
  agreementInForce: {
    fa: (name: string) => `توافق‌نامه معتبر هنگام ثبت: ${name}`,
    en: (name: string) => `Agreement in force at registration: ${name}`
  },
  agreementNow: {
    fa: (name: string) => `این درخواست زیر پوشش ${name} است.`,
    en: (name: string) => `This application is covered by ${name}.`
  },
  agreement: { fa: 'توافق‌نامه', en: 'Agreement' },
  pieceBytes: { fa: (n: string) => `${n} بایت`, en: (n: string) => `${n} bytes` },
  pieceKilobytes: { fa: (n: string) => `${n} کیلوبایت`, en: (n: string) => `${n} kB` },
  pieceMegabytes: { fa: (n: string) => `${n} مگابایت`, en: (n: string) => `${n} MB` }
})

/** Where a case stands, by `Stage`. */
export const stageMessages = defineMessages({
  'awaiting-documents': { fa: 'در انتظار مدارک', en: 'Waiting for documents' },
  received: { fa: 'دریافت شد', en: 'Received' },
  'in-progress': { fa: 'در دست بررسی', en: 'Being worked on' },
  returned: { fa: 'برگشت برای تکمیل', en: 'Returned for completion' },
  decided: { fa: 'پایان یافت', en: 'Decided' },
  withdrawn: { fa: 'انصراف متقاضی', en: 'Withdrawn' }
})

/** The four channels of the agreement. */
export const channelMessages = defineMessages({
  site: { fa: 'سایت', en: 'Web site' },
  post: { fa: 'پست', en: 'Post' },
  pishkhan: { fa: 'دفتر پیشخوان', en: 'Pishkhan office' },
  'in-person': { fa: 'حضوری', en: 'In person' }
})

/** Why a file is returned, by defect code: what is wrong, for a list. */
export const defectMessages = defineMessages({
  'document-missing': { fa: 'مدرک پیوست نشده است', en: 'The document is missing' },
  'document-unreadable': { fa: 'مدرک خوانا نیست', en: 'The document cannot be read' },
  'document-incomplete': { fa: 'مدرک کامل نیست', en: 'The document is not complete' },
  'document-expired': { fa: 'اعتبار مدرک گذشته است', en: 'The document has expired' },
  'document-wrong': {
    fa: 'این مدرک، مدرک خواسته‌شده نیست',
    en: 'It is not the document asked for'
  },
  'field-wrong': { fa: 'پاسخ درست نیست', en: 'The answer is not right' },
  'field-unclear': { fa: 'پاسخ روشن نیست', en: 'The answer is not clear' },
  'field-contradicts-document': {
    fa: 'پاسخ با مدرک همخوان نیست',
    en: 'The answer does not agree with the document'
  }
})

/** What the applicant can do about a defect. */
export const remedyMessages = defineMessages({
  'document-missing': { fa: 'این مدرک را پیوست کنید.', en: 'Attach this document.' },
  'document-unreadable': {
    fa: 'از مدرک دوباره، در نور کافی و از روبه‌رو عکس بگیرید یا اسکن کنید و پیوست کنید.',
    en: 'Photograph or scan the document again, in good light and from straight above, and attach it.'
  },
  'document-incomplete': {
    fa: 'همه صفحه‌های مدرک را در یک فایل پیوست کنید.',
    en: 'Attach all pages of the document in one file.'
  },
  'document-expired': {
    fa: 'مدرکی را پیوست کنید که هنوز اعتبار دارد.',
    en: 'Attach a document that is still valid.'
  },
  'document-wrong': {
    fa: 'مدرکی را پیوست کنید که نام آن در بالا آمده است.',
    en: 'Attach the document that is named above.'
  },
  'field-wrong': { fa: 'پاسخ را درست کنید.', en: 'Correct the answer.' },
  'field-unclear': { fa: 'پاسخ را روشن‌تر بنویسید.', en: 'Write the answer more clearly.' },
  'field-contradicts-document': {
    fa: 'پاسخ را مانند مدرک بنویسید، یا مدرک درست را پیوست کنید.',
    en: 'Write the answer as in the document, or attach the right document.'
  }
})

/** A form that was sent and not done, and is no longer on the page. */
export const refusedMessages = defineMessages({
  notRecorded: {
    fa: (what: string) => `ثبت نشد: ${what}`,
    en: (what: string) => `Not recorded: ${what}`
  },
  standsNow: {
    fa: (state: string) => `وضعیت کنونی درخواست: ${state}.`,
    en: (state: string) => `The application now: ${state}.`
  },
  notOfAccount: {
    fa: 'این فرم را با حساب کنونی نمی‌توان ثبت کرد',
    en: 'This form cannot be recorded by the present account'
  },
  signedInAs: {
    fa: (name: string) => `اکنون به نام ${name} وارد شده‌اید.`,
    en: (name: string) => `You are signed in as ${name}.`
  },
  otherAccount: {
    fa: 'اگر این فرم را با حساب دیگری آغاز کرده‌اید، در برگه‌ای تازه با همان حساب وارد شوید و سپس دوباره بفرستید. چیزی ثبت نشد و نوشته‌هایتان در همین صفحه مانده است.',
    en: 'If you began this form with another account, sign in with that one in a new tab and then send again. Nothing was recorded, and what you typed is kept in this page.'
  },
  signInTab: { fa: 'ورود در برگه تازه', en: 'Sign in, in a new tab' },
  sendAgain: { fa: 'ارسال دوباره', en: 'Send again' },
  kept: {
    fa: 'آنچه نوشته یا انتخاب کرده بودید (می‌توانید رونوشت بردارید)',
    en: 'What you had written or chosen (you can copy it)'
  }
})

/** Why a decided case is opened again, by `ReopeningReason`. */
export const reopeningMessages = defineMessages({
  'error-found': { fa: 'در رسیدگی اشتباهی پیدا شد', en: 'A mistake was found' },
  'new-evidence': { fa: 'مدرک تازه‌ای رسید', en: 'New evidence came in' },
  'complaint-upheld': { fa: 'شکایت وارد شناخته شد', en: 'A complaint was upheld' },
  'court-order': { fa: 'حکم مرجع قضایی', en: 'Order of a court' }
})

/** A case that was opened again, told to its people. */
export const reopenedMessages = defineMessages({
  title: { fa: 'این درخواست دوباره باز شده است', en: 'This application was opened again' },
  afterGrant: {
    fa: (ended: string, opened: string) =>
      `در ${ended} پذیرفته شده بود؛ در ${opened} دوباره باز شد`,
    en: (ended: string, opened: string) => `Granted on ${ended}, opened again on ${opened}`
  },
  afterRefusal: {
    fa: (ended: string, opened: string) =>
      `در ${ended} پذیرفته نشده بود؛ در ${opened} دوباره باز شد`,
    en: (ended: string, opened: string) => `Refused on ${ended}, opened again on ${opened}`
  },
  afterWithdrawal: {
    fa: (ended: string, opened: string) =>
      `در ${ended} متقاضی انصراف داده بود؛ در ${opened} دوباره باز شد`,
    en: (ended: string, opened: string) => `Withdrawn on ${ended}, opened again on ${opened}`
  },
  afterEnd: {
    fa: (ended: string, opened: string) =>
      `در ${ended} پایان یافته بود؛ در ${opened} دوباره باز شد`,
    en: (ended: string, opened: string) => `Had ended on ${ended}, opened again on ${opened}`
  },
  reason: { fa: 'سبب', en: 'Reason' },
  note: { fa: 'شرح', en: 'Note' },
  reasonsThen: { fa: 'دلایل آن تصمیم', en: 'Reasons of that decision' },
  resumed: {
    fa: 'ساعت تعهد با زمانی که مانده بود ادامه یافت.',
    en: 'The promise clock went on with the time that was left.'
  },
  restarted: {
    fa: 'ساعت تعهد با همه زمان آن از نو آغاز شد؛ دور پیش جداگانه سنجیده می‌شود و همان‌گونه که بود می‌ماند.',
    en: 'The promise clock started anew with its whole time; the earlier run is measured by itself and stays as it was.'
  },
  known: { fa: 'بازگشایی', en: 'Opened again' }
})

/** The choices of a reopening: how the clock goes on. */
export const reopeningPolicyMessages = defineMessages({
  resume: {
    fa: 'ساعت از زمان مانده ادامه یابد',
    en: 'The clock goes on with the time that was left'
  },
  restart: { fa: 'ساعت از نو آغاز شود', en: 'The clock starts anew' }
})
