/** What the reader's page and the offline reader say; `%` stands for what is put in, `%a`, `%b` in order. */
const entries = {
  unlock: { fa: 'باز کردن صندوق', en: 'Unlock the mailbox' },
  unlocking: { fa: 'صندوق باز می‌شود…', en: 'Unlocking…' },
  unlocked: {
    fa: 'صندوق باز است. کلید تنها در حافظه این صفحه است و پس از ۵ دقیقه بی‌کاری پاک می‌شود.',
    en: 'The mailbox is unlocked. Its key is only in the memory of this page and goes after 5 idle minutes.'
  },
  locked: {
    fa: 'صندوق قفل است. برای خواندن نامه‌ها آن را باز کنید.',
    en: 'The mailbox is locked. Unlock it to read letters.'
  },
  lock: { fa: 'قفل کردن', en: 'Lock' },
  notUnlocked: {
    fa: 'صندوق باز نشد. دوباره بکوشید، یا با کلید کاغذی باز کنید.',
    en: 'The mailbox was not unlocked. Try again, or use the paper key.'
  },
  noLine: { fa: 'اینترنت وصل نیست', en: 'There is no connection' },
  noLineLocked: {
    fa: 'اینترنت وصل نیست، و این دستگاه راه باز کردن صندوق را نگه نداشته است. پس از وصل شدن دوباره بکوشید.',
    en: 'There is no connection, and this device does not keep what opens the mailbox. Try again when there is one.'
  },
  notKept: {
    fa: 'این نامه هنوز روی این دستگاه باز نشده است و برای گرفتن آن اینترنت لازم است. پس از وصل شدن دوباره بکوشید.',
    en: 'This letter has not been opened on this device yet, and it takes a connection to fetch it. Try again when there is one.'
  },
  keptHere: {
    fa: 'نامه اکنون گرفته نمی‌شود. آنچه می‌خوانید متنی است که همین دستگاه، پس از سنجیدن اصالت نامه، نگه داشته است.',
    en: 'The letter cannot be fetched now. What you read is the text that this device kept after it had checked the letter.'
  },
  keptWithout: {
    fa: 'پیوست‌ها روی این دستگاه نیستند؛ پس از وصل شدن اینترنت گرفته می‌شوند.',
    en: 'Attachments are not on this device; they come with a connection.'
  },
  tryAgain: { fa: 'دوباره بگیر', en: 'Fetch it again' },
  opening: { fa: 'نامه باز می‌شود…', en: 'Opening the letter…' },
  back: { fa: 'بازگشت به فهرست', en: 'Back to the list' },
  sealedSubject: { fa: 'سربسته', en: 'Sealed' },
  noSubject: { fa: '(بدون موضوع)', en: '(no subject)' },
  from: { fa: 'فرستنده', en: 'From' },
  to: { fa: 'گیرنده', en: 'To' },
  writtenAt: { fa: 'زمان نوشتن، به گفته فرستنده', en: 'Written, as the sender says' },
  acceptedAt: { fa: 'زمان پذیرش در سامانه', en: 'Accepted by the system' },
  effectiveAt: { fa: 'تاریخ ابلاغ', en: 'Effective date' },
  ofCase: { fa: 'درخواست', en: 'Case' },
  attachments: { fa: 'پیوست‌ها', en: 'Attachments' },
  save: { fa: 'ذخیره', en: 'Save' },
  attachmentAdvice: {
    fa: 'پیوست‌ها در این صفحه باز نمی‌شوند. پس از ذخیره، تنها اگر فرستنده را می‌شناسید بازشان کنید.',
    en: 'Attachments are not opened on this page. Once saved, open them only if you know the sender.'
  },
  textCut: {
    fa: 'متن این نامه بسیار بلند است؛ تنها آغاز آن نشان داده شده است.',
    en: 'The text of this letter is very long; only its beginning is shown.'
  },
  textCutHelp: {
    fa: 'همه متن در نامه هست و امضای فرستنده همه آن را در بر می‌گیرد. پیش از هر کاری آن را ذخیره کنید و تا پایان بخوانید.',
    en: 'All of it is in the letter, and the signature of the sender covers all of it. Save it and read it to its end before you act on it.'
  },
  saveText: { fa: 'ذخیره همه متن', en: 'Save the whole text' },
  linkTo: { fa: 'نشانی: %', en: 'Address: %' },
  linkAdvice: {
    fa: 'نشانی‌ها باز نمی‌شوند؛ می‌توانید آن‌ها را رونوشت بردارید.',
    en: 'Addresses are not followed; you can copy them.'
  },

  verified: { fa: 'اصالت تأیید شد', en: 'Verified' },
  verifiedText: {
    fa: 'این نامه را «%» نوشته است و از آن پس دست نخورده است.',
    en: 'This letter was written by “%” and has not been altered since.'
  },
  howChecked: { fa: 'چگونه سنجیده شد؟', en: 'How was this checked?' },
  checkSealed: {
    fa: 'نامه تنها برای صندوق شما مهر و موم شده بود و در همین مرورگر باز شد؛ گرداننده سامانه آن را نخوانده است.',
    en: 'The letter was sealed to your mailbox alone and was opened in this browser; the operator of the system has not read it.'
  },
  checkSigned: {
    fa: 'همه کلیدهای امضای فرستنده (%) آن را، برای همین گیرنده، امضا کرده‌اند.',
    en: 'Every signing key of the sender (%) has signed it, for this recipient.'
  },
  checkDirectory: {
    fa: 'این کلیدها در دفتر کلیدها به نام فرستنده ثبت‌اند: سطر %a، از %b.',
    en: 'The key directory has these keys under the name of the sender: entry %a, since %b.'
  },
  checkLog: {
    fa: 'سر دفتر کلیدها در دفتر عمومی ثبت است و این مرورگر اثبات آن را خودش سنجیده است.',
    en: 'The head of the key directory is in the public log, and this browser checked the proof itself.'
  },
  checkFile: {
    fa: 'اثبات کلیدها همراه نامه ذخیره شده است و با دفتر عمومی، همان‌گونه که در %a بود، می‌خواند.',
    en: 'The proof of these keys was saved with the letter, and agrees with the public log as it was on %a.'
  },
  keyName: { fa: 'نام کلید', en: 'Name of the key' },
  contentHash: { fa: 'اثر انگشت محتوا', en: 'Digest of the content' },

  checkTitle: { fa: 'بررسی اصالت', en: 'Check that it is genuine' },
  checkText: {
    fa: 'هر کس می‌تواند اصالت این نامه را با این کد بررسی کند: فرستنده، تاریخ و وضعیت. متن نامه نشان داده نمی‌شود.',
    en: 'Anybody can check with this code that the letter is genuine: sender, date and state. What it says is not shown.'
  },
  checkLink: { fa: 'صفحه بررسی', en: 'The page that checks it' },

  refused: { fa: 'این نامه نشان داده نمی‌شود', en: 'This letter is not shown' },
  forged: {
    fa: 'جعلی: امضای این نامه از آنِ فرستنده‌ای که نام برده شده نیست. به آن تکیه نکنید و آن را گزارش کنید.',
    en: 'Forged: its signature is not that of the named sender. Do not rely on it, and report it.'
  },
  unsigned: {
    fa: 'بی‌امضا: هیچ‌کس این نامه را امضا نکرده است. نامه‌ای که از این راه می‌رسد همیشه امضا دارد؛ آن را گزارش کنید.',
    en: 'Unsigned: nobody has signed this letter. A letter that comes this way is always signed; report it.'
  },
  altered: {
    fa: 'دست‌خورده: این نامه پس از فرستادن تغییر کرده یا آسیب دیده است.',
    en: 'Altered: this letter was changed or damaged after it was sent.'
  },
  replayed: {
    fa: 'تکراری: به جای این نامه، نامه دیگری به شما داده شده است.',
    en: 'Replayed: another letter was handed to you in place of this one.'
  },
  'sealed-again': {
    fa: 'جابه‌جا شده: فرستنده این نامه را برای گیرنده دیگری نوشته و کسی آن را دوباره برای شما مهر و موم کرده است.',
    en: 'Misdirected: its sender wrote it to somebody else, and someone has sealed it again to you.'
  },
  'not-for-you': {
    fa: 'این نامه با کلید این صندوق باز نمی‌شود؛ برای صندوق دیگری است.',
    en: 'The key of this mailbox does not open this letter; it is for another one.'
  },
  'unknown-sender': {
    fa: 'فرستنده ناشناخته: دفتر کلیدها برای این فرستنده کلیدی که نامه را امضا کرده باشد ندارد.',
    en: 'Unknown sender: the key directory has no key of this sender that signed the letter.'
  },
  unreadable: {
    fa: 'این فایل نامه‌ای از این سامانه نیست.',
    en: 'This file is no letter of this system.'
  },
  'too-large': {
    fa: 'این نامه از اندازه پذیرفته بزرگ‌تر است.',
    en: 'This letter is larger than any may be.'
  },
  proofsMissing: {
    fa: 'فایل اثبات‌های این نامه را هم برگزینید؛ بی آن، فرستنده شناخته نمی‌شود.',
    en: 'Choose the file of proofs of this letter too; without it the sender is not known.'
  },
  keyWrong: {
    fa: 'این کلید صندوق را باز نمی‌کند. واژه‌ها را دوباره بخوانید.',
    en: 'This key does not open the mailbox. Read the words again.'
  },
  wordWrong: {
    fa: 'واژه شماره % در فهرست واژه‌ها نیست یا جابه‌جا نوشته شده است.',
    en: 'Word number % is not one of the list, or stands in the wrong place.'
  },
  wordsWrong: {
    fa: 'واژه‌ها کامل یا درست نیستند: ۱۸ واژه کلید کاغذی را به همان ترتیب بنویسید.',
    en: 'The words are not complete or not right: write the 18 words of the paper key in their order.'
  },
  'directory-refused': {
    fa: 'کلیدهای فرستنده ثابت نشدند: پاسخ دفتر کلیدها با دفتر عمومی نمی‌خواند. نامه باز نشد.',
    en: 'The keys of the sender are not proven: what the key directory answers does not agree with the public log. The letter was not opened.'
  },
  notSaved: { fa: 'ذخیره نشد. دوباره بکوشید.', en: 'It was not saved. Try again.' },
  failed: {
    fa: 'نامه دریافت نشد. پیوند اینترنت را بررسی کنید و دوباره بکوشید.',
    en: 'The letter did not arrive. Check the connection and try again.'
  },
  'sent-at-differs': {
    fa: 'زمانی که فرستنده در نامه نوشته با زمانی که سامانه می‌گوید یکی نیست.',
    en: 'The time that the sender wrote in the letter is not the one that the system says.'
  },
  'case-differs': {
    fa: 'درخواستی که در نامه نوشته شده با آنچه سامانه می‌گوید یکی نیست؛ متن نامه درست است.',
    en: 'The case named in the letter is not the one that the system says; the letter is right.'
  },
  'old-key': {
    fa: 'فرستنده از آن پس کلید خود را عوض کرده است.',
    en: 'The sender has changed its keys since.'
  }
} as const satisfies Record<string, { fa: string; en: string }>

/** Name of a text. */
export type ReadingText = keyof typeof entries

/** The catalogue, for the tests that read every one. */
export const messages = { entries }
