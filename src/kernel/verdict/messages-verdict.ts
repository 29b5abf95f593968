type Phrase = string | ((...values: string[]) => string)

/** Texts of a verdict in both languages; phrases take what is already in the reader's language. */
const entries = {
  proven: { fa: 'ثابت شد', en: 'Proven' },
  notProven: { fa: 'ثابت نشد', en: 'Not proven' },
  unreadable: { fa: 'خوانده نشد؛ چیزی ثابت نشد', en: 'Unreadable; nothing is proven' },
  promised: { fa: 'قول ثبت است، نه رسید', en: 'A promise, not a receipt' },
  promiseKept: { fa: 'دفتر به قول خود عمل کرده است', en: 'The log kept its promise' },
  promiseLate: {
    fa: 'دفتر دیرتر از قول خود ثبت کرده است',
    en: 'The log kept its promise, but late'
  },
  promiseOverdue: { fa: 'سررسید این قول گذشته است', en: 'The time of this promise is over' },
  partsMissing: { fa: 'هنوز کامل نیست', en: 'Not complete yet' },
  provenSummary: {
    fa: (what: string, when: string) =>
      `«${what}» در ${when} در دفتر عمومی ثبت شده و از آن پس دست نخورده است.`,
    en: (what: string, when: string) =>
      `“${what}” was entered in the public log on ${when} and has not been altered since.`
  },
  partsText: {
    fa: (numbers: string) => `این بخش‌ها هنوز خوانده نشده‌اند: ${numbers}. آن‌ها را هم بخوانید.`,
    en: (numbers: string) => `These parts are still missing: ${numbers}. Scan them too.`
  },
  checkpointAlone: {
    fa: 'این فایل تنها نقطه‌بازبینی دفتر است و درباره هیچ متنی چیزی نمی‌گوید. رسید، فایلی با پسوند tlog-proof است.',
    en: 'This file is only a checkpoint of a log and says nothing of any statement. A receipt is a file that ends in .tlog-proof.'
  },
  'paper-no-part': {
    fa: 'این رمزینه یا متن، بخشی از یک رسید نیست.',
    en: 'This code or text is no part of a receipt.'
  },
  'paper-mixed': {
    fa: 'بخش‌های خوانده‌شده از یک رسید نیستند. از نو آغاز کنید و تنها بخش‌های همان رسید را بخوانید.',
    en: 'The parts are not of one receipt. Start again and scan only the parts of that receipt.'
  },
  'paper-damaged': {
    fa: 'بخش‌ها با هم جور نیستند؛ یکی از آن‌ها آسیب دیده یا درست خوانده نشده است.',
    en: 'The parts do not fit together; one of them is damaged or was not read right.'
  },
  'no-policy': {
    fa: 'محاسبه درست است، اما این صفحه کلید هیچ دفتری را نمی‌شناسد تا امضا را با آن بسنجد؛ پس چیزی ثابت نشد. کلیدها را در «به چه کسی اعتماد می‌شود» بنویسید.',
    en: 'It is sound in itself, but this page knows no key of a log to check the signature with, so nothing is proven. Write the keys under “Who is believed”.'
  },
  notProvenAdvice: {
    fa: 'به آنچه در این فایل نوشته شده است به‌عنوان سند تکیه نکنید.',
    en: 'Do not rely on what this file says as evidence.'
  },
  statement: { fa: 'متن ثبت‌شده', en: 'Statement' },
  what: { fa: 'چه چیزی', en: 'What' },
  event: { fa: 'رویداد', en: 'Event' },
  id: { fa: 'شناسه', en: 'Id' },
  statedAt: { fa: 'زمان نوشته‌شده در متن', en: 'Time that it states' },
  authority: { fa: 'دستگاه', en: 'Authority' },
  subject: { fa: 'شناسه موضوع', en: 'Id of the subject' },
  card: { fa: 'شناسنامه خدمت', en: 'Service card' },
  digest: { fa: 'اثر انگشت محتوا', en: 'Digest of the content' },
  loggedAt: { fa: 'زمان ثبت', en: 'Entered on' },
  log: { fa: 'دفتر', en: 'Log' },
  signedBy: { fa: 'امضای دفتر', en: 'Signed by' },
  witness: { fa: 'گواه', en: 'Witness' },
  place: { fa: 'جایگاه در دفتر', en: 'Place in the log' },
  commitment: { fa: 'تعهد', en: 'Commitment' },
  promisedAt: { fa: 'زمان قول', en: 'Promised on' },
  promisedBy: { fa: 'سررسید ثبت', en: 'To be entered by' },
  keyText: {
    fa: (name: string, id: string, kind: string) => `${name}، کلید ${id} (${kind})`,
    en: (name: string, id: string, kind: string) => `${name}, key ${id} (${kind})`
  },
  placeText: {
    fa: (index: string, size: string) => `برگ ${index} از ${size} برگ`,
    en: (index: string, size: string) => `leaf ${index} of ${size}`
  },
  witnessText: {
    fa: (name: string, key: string, when: string) => `${name}: ${key}، ${when}`,
    en: (name: string, key: string, when: string) => `${name}: ${key}, ${when}`
  },
  noTime: { fa: 'بی‌ذکر زمان', en: 'states no time' },
  nobody: { fa: 'هیچ‌کس', en: 'nobody' },
  provesWhole: {
    fa: 'متن زیر، بی‌کم‌وکاست، همان متنی است که ثبت شده است.',
    en: 'The statement below is, to the last letter, the one that was entered.'
  },
  provesBy: {
    fa: (log: string) => `دفتر «${log}» با کلید خود آن را امضا کرده است و نمی‌تواند منکر آن شود.`,
    en: (log: string) => `The log “${log}” has signed it with its key and cannot deny it.`
  },
  provesWhen: {
    fa: (when: string) => `به ساعت آن دفتر، ثبت در ${when} انجام شده است.`,
    en: (when: string) => `By the clock of that log it was entered on ${when}.`
  },
  provesWitnessedOne: {
    fa: (name: string) =>
      `گواه «${name}» دفتر را در همین حال دیده و امضا کرده است؛ پس دفتر نمی‌تواند به هر کس نسخه‌ای دیگر نشان دهد.`,
    en: (name: string) =>
      `The witness “${name}” saw the log in this state and signed it, so that it cannot show a different copy to each reader.`
  },
  provesWitnessed: {
    fa: (count: string, names: string) =>
      `${count} گواه (${names}) دفتر را در همین حال دیده و امضا کرده‌اند؛ پس دفتر نمی‌تواند به هر کس نسخه‌ای دیگر نشان دهد.`,
    en: (count: string, names: string) =>
      `${count} witnesses (${names}) saw the log in this state and signed it, so that it cannot show a different copy to each reader.`
  },
  doubtsTruth: {
    fa: 'نمی‌گوید که نوشته‌های متن راست است، یا تصمیمی که گرفته شده درست بوده است.',
    en: 'It does not say that what the statement says is true, or that a decision was right.'
  },
  doubtsPerson: {
    fa: 'نمی‌گوید که دارنده رسید کیست؛ نام و شناسه هیچ‌کس در دفتر نیست.',
    en: 'It does not say who holds the receipt: the log has no name and no identity of anybody.'
  },
  doubtsAfter: {
    fa: 'نمی‌گوید که پس از آن چه پیش آمده است، مانند اینکه درخواست پاسخ گرفته باشد.',
    en: 'It does not say what happened afterwards, such as whether an application was answered.'
  },
  doubtsUnwitnessed: {
    fa: 'هیچ گواه مستقلی آن را گواهی نکرده است؛ تنها خود دفتر امضا کرده است.',
    en: 'No independent witness has vouched for it; only the log itself has signed.'
  },
  doubtsClock: {
    fa: 'درستی ساعت دفتر را ثابت نمی‌کند؛ زمان، همان است که دفتر نوشته است.',
    en: 'It does not prove that the clock of the log was right: the time is what the log wrote.'
  },
  promiseOpenSummary: {
    fa: (when: string) =>
      `دفتر با امضای خود قول داده است که درخواست یا نامه شما را تا ${when} ثبت کند. پس از آن، رسید را از سامانه بگیرید.`,
    en: (when: string) =>
      `The log has promised over its signature to enter what you sent by ${when}. Get the receipt after that.`
  },
  promiseOverdueSummary: {
    fa: (when: string) =>
      `دفتر قول داده بود تا ${when} ثبت کند. اکنون باید رسید آماده باشد؛ آن را از سامانه بگیرید و همراه همین قول بسنجید. اگر رسیدی در کار نیست، همین یادداشت سند پیمان‌شکنی دفتر است.`,
    en: (when: string) =>
      `The log had promised to enter it by ${when}. The receipt must be there now: get it and check it together with this promise. If there is none, this note is the evidence against the log.`
  },
  promiseKeptSummary: {
    fa: (when: string) =>
      `رسیدی که همراه این قول سنجیده شد، همان را تا سررسید (${when}) ثابت می‌کند.`,
    en: (when: string) => `The receipt checked with this promise proves it, in time (${when}).`
  },
  promiseLateSummary: {
    fa: (when: string) => `رسید همان را ثابت می‌کند، اما پس از سررسید (${when}) ثبت شده است.`,
    en: (when: string) =>
      `The receipt proves it, but it was entered after the time promised (${when}).`
  },
  promiseOtherSummary: {
    fa: 'رسیدی که همراه این قول سنجیده شد، از آنِ متن دیگری است و پاسخ این قول نیست.',
    en: 'The receipt checked with this promise is of another statement; it does not answer it.'
  },
  promiseOtherLogSummary: {
    fa: 'رسید، همان متنی را که قول داده شده بود ثابت می‌کند، اما در دفتری دیگر. اگر دفتر قول‌دهنده بسته شده و این دفتر را جانشین خود کرده باشد، قول برجاست: از صفحه دفتر عمومی، فایل اثبات آخرین برگ دفتر بسته‌شده را بگیرید و هر سه فایل را با هم بسنجید.',
    en: 'The receipt proves just what was promised, but in another log. If the log that promised was closed and named this one to go on for it, the promise is kept: get the proof file of the last entry of the closed log from the page of the public log, and check all three files together.'
  },
  provesPromise: {
    fa: (log: string) => `دفتر «${log}» چنین قولی داده و آن را امضا کرده است.`,
    en: (log: string) => `The log “${log}” made this promise and signed it.`
  },
  doubtsEntered: {
    fa: 'ثابت نمی‌کند که چیزی ثبت شده است؛ آن را تنها رسید ثابت می‌کند.',
    en: 'It does not prove that anything was entered; only a receipt does.'
  },
  doubtsContent: {
    fa: 'متن آنچه فرستاده‌اید در قول نیست؛ تنها تعهدی رمزگونه به آن هست.',
    en: 'What you sent is not in it; only a commitment to it, which nobody can read.'
  },
  'type-application': { fa: 'درخواست', en: 'application' },
  'type-failure-report': { fa: 'گزارش خرابی', en: 'failure report' },
  'type-complaint': { fa: 'شکایت', en: 'complaint' },
  'type-question': { fa: 'پرسش', en: 'question' },
  'type-letter': { fa: 'نامه', en: 'letter' },
  'type-case.submitted': { fa: 'ثبت درخواست', en: 'application filed' },
  'type-case.resubmitted': { fa: 'ثبت دوباره درخواست', en: 'application filed again' },
  'type-case.documents-complete': { fa: 'کامل شدن مدارک', en: 'documents complete' },
  'type-case.returned': {
    fa: 'بازگرداندن درخواست برای رفع کاستی',
    en: 'application returned for defects'
  },
  'type-case.step-entered': { fa: 'رسیدن درخواست به گامی دیگر', en: 'application at another step' },
  'type-case.assigned': { fa: 'سپردن درخواست به کارشناس', en: 'application assigned' },
  'type-case.viewed': { fa: 'دیدن درخواست', en: 'application looked at' },
  'type-case.decided': { fa: 'تصمیم درباره درخواست', en: 'decision on the application' },
  'type-case.delivered': { fa: 'تحویل نتیجه', en: 'result delivered' },
  'type-case.withdrawn': { fa: 'پس گرفتن درخواست', en: 'application withdrawn' },
  'type-case.reopened': { fa: 'از سر گرفتن درخواست', en: 'application reopened' },
  'type-case.breached': { fa: 'گذشتن از سررسید', en: 'due time passed' },
  'type-case.breach-retracted': { fa: 'پس گرفتن اعلام گذشتن از سررسید', en: 'breach taken back' },
  'type-document.received': { fa: 'دریافت مدرک', en: 'document received' },
  'type-document.requested': { fa: 'خواستن مدرک', en: 'document asked for' },
  'type-document.request-refused': {
    fa: 'رد خواستن مدرکی بیرون از شناسنامه',
    en: 'request for an unlisted document refused'
  },
  'type-intake.refused': { fa: 'رد راه ثبت نامجاز', en: 'filing by another channel refused' },
  'type-visit.recorded': { fa: 'مراجعه حضوری', en: 'visit in person' },
  'type-visit.refused': { fa: 'رد مراجعه بیش از اندازه', en: 'visit beyond the limit refused' },
  'type-invoice.issued': { fa: 'صدور صورت‌حساب', en: 'invoice issued' },
  'type-agreement.imported': { fa: 'وارد کردن توافق‌نامه', en: 'agreement brought in' },
  'type-agreement.expiring': {
    fa: 'نزدیک شدن پایان توافق‌نامه',
    en: 'agreement about to end'
  },
  'type-agreement.expired': { fa: 'پایان یافتن توافق‌نامه', en: 'agreement ended' },
  'type-calendar.versioned': { fa: 'تغییر تقویم کاری', en: 'office calendar changed' },
  'type-card.published': { fa: 'انتشار شناسنامه خدمت', en: 'service card published' },
  'type-card.publication-refused': {
    fa: 'نپذیرفتن انتشار شناسنامه خدمت',
    en: 'publication of a card refused'
  },
  'type-genesis': { fa: 'گشایش دفتر', en: 'log opened' },
  'type-key-change': { fa: 'تغییر کلید دفتر', en: 'keys of the log changed' },
  'type-freeze': { fa: 'بستن دفتر', en: 'log closed' },
  'type-repair': { fa: 'ترمیم دفتر', en: 'log repaired' },
  'event-SubmissionAcceptance': { fa: 'پذیرفتن برای ثبت', en: 'accepted for entry' },
  'event-ContentConsignment': {
    fa: 'در دسترس گیرنده گذاشتن',
    en: 'made available to the addressee'
  },
  'event-ConsignmentNotification': { fa: 'آگاه کردن گیرنده', en: 'the addressee was told' },
  'event-ContentHandover': { fa: 'تحویل محتوا', en: 'content handed over' },
  'event-ContentAccessTracking': { fa: 'دیدن محتوا', en: 'content looked at' },
  'event-AcceptanceRejectionExpiry': {
    fa: 'پذیرش، رد یا سرآمدن زمان',
    en: 'accepted, rejected or expired'
  },
  someStatement: { fa: 'یک متن', en: 'a statement' }
} as const satisfies Record<string, { readonly fa: Phrase; readonly en: Phrase }>

/** Names of the texts. */
export type VerdictText = keyof typeof entries

/** Texts of a verdict. */
export const messages = { entries }
