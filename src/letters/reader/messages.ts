import { defineMessages } from '../../platform/index.ts'

/** What the pages of the reader say before any letter is open. */
export const messages = defineMessages({
  inbox: { fa: 'نامه‌های رسیده', en: 'Letters received' },
  sent: { fa: 'فرستاده‌ها', en: 'Letters sent' },
  letter: { fa: 'نامه', en: 'Letter' },
  inboxLead: {
    fa: 'هر نامه تا در همین مرورگر باز نشود سربسته است. گرداننده سامانه موضوع، متن و پیوست‌ها را نمی‌بیند.',
    en: 'Every letter stays sealed until it is opened in this browser. The operator of the system sees no subject, text or attachment.'
  },
  compose: { fa: 'نامه تازه', en: 'New letter' },
  settings: { fa: 'راه‌های باز کردن صندوق', en: 'Ways to open the mailbox' },
  deskDrafts: { fa: 'پیش‌نویس‌ها', en: 'Drafts' },
  deskWaiting: { fa: 'در انتظار صندوق گیرنده', en: 'Waiting for a mailbox' },
  deskApprovals: { fa: 'در انتظار تأیید', en: 'Waiting for approval' },
  deskTemplates: { fa: 'نامه‌های نمونه', en: 'Templates' },
  mailboxes: { fa: 'صندوق‌ها', en: 'Mailboxes' },
  ownMailbox: { fa: 'صندوق من', en: 'My mailbox' },
  folders: { fa: 'رسیده و فرستاده', en: 'Received and sent' },
  noMailboxTitle: { fa: 'هنوز صندوق نامه ندارید', en: 'You have no mailbox yet' },
  noMailbox: {
    fa: 'با ساختن صندوق، نامه‌های سربسته دستگاه‌ها به دست شما می‌رسد و تنها شما می‌توانید بازشان کنید. دو دقیقه زمان می‌برد.',
    en: 'Make a mailbox, and authorities can send you sealed letters that only you can open. It takes two minutes.'
  },
  noUnitMailbox: {
    fa: 'واحد شما هنوز صندوق نامه ندارد. مدیر واحد آن را می‌سازد.',
    en: 'Your unit has no mailbox yet. Whoever heads the unit makes it.'
  },
  makeMailbox: { fa: 'ساختن صندوق', en: 'Make a mailbox' },
  empty: { fa: 'نامه‌ای نیست.', en: 'There are no letters.' },
  list: { fa: 'نامه‌ها', en: 'Letters' },
  sender: { fa: 'فرستنده', en: 'From' },
  recipient: { fa: 'گیرنده', en: 'To' },
  subject: { fa: 'موضوع', en: 'Subject' },
  sealed: { fa: 'سربسته', en: 'Sealed' },
  arrived: { fa: 'زمان رسیدن', en: 'Arrived' },
  sentAt: { fa: 'زمان فرستادن', en: 'Sent' },
  effective: { fa: 'تاریخ ابلاغ', en: 'Effective date' },
  publishAt: { fa: 'می‌رود در', en: 'To be sent' },
  waitsForSecond: { fa: 'تا نفر دوم تأیید نکند نمی‌رود', en: 'Goes once a second person approves' },
  state: { fa: 'وضعیت', en: 'State' },
  lane: { fa: 'خط فرستادن', en: 'Lane' },
  size: { fa: 'اندازه', en: 'Size' },
  case: { fa: 'درخواست', en: 'Case' },
  open: { fa: 'باز کردن نامه', en: 'Open the letter' },
  older: { fa: 'قدیمی‌تر', en: 'Older' },
  lanesCrisis: { fa: 'بحران', en: 'Crisis' },
  lanesSingle: { fa: 'عادی', en: 'Ordinary' },
  lanesBulk: { fa: 'انبوه', en: 'Bulk' },
  scriptTitle: {
    fa: 'باز کردن نامه با کلید شما و در همین مرورگر انجام می‌شود',
    en: 'A letter is opened with your key, in this browser'
  },
  scriptBody: {
    fa: 'این کار به جاوااسکریپت نیاز دارد که در مرورگر شما خاموش است. فهرست را می‌بینید؛ برای خواندن نامه‌ها آن را روشن کنید، یا فایل سربسته را بگیرید و با «خواننده بی‌اینترنت» باز کنید.',
    en: 'That needs JavaScript, which is off in your browser. You see the list; to read letters turn it on, or take the sealed file and open it with the offline reader.'
  },
  sealedFile: { fa: 'گرفتن فایل سربسته', en: 'Take the sealed file' },
  evidence: { fa: 'شواهد این نامه', en: 'Evidence of this letter' },
  evidenceLead: {
    fa: 'هر رویداد در دفتر عمومی ثبت می‌شود و رسید آن را فرستنده و گیرنده هر دو دارند. نام رویدادها از استاندارد ETSI EN ۳۱۹ ۵۲۲ است.',
    en: 'Every event is entered in the public log, and both sender and recipient hold its receipt. The names of the events are those of ETSI EN 319 522.'
  },
  openings: { fa: 'اثبات باز شدن', en: 'Proof of opening' },
  openingsLead: {
    fa: 'گیرنده باز کردن نامه را امضا می‌کند. امضا با کلید او در دفتر کلیدها، و نشانه‌ای که تنها درون نامه بود، در همین مرورگر سنجیده می‌شود؛ گفته سامانه اثبات نیست.',
    en: 'The recipient signs that they opened the letter. The signature is checked in this browser with their key in the key directory, and so is the token that only the letter held; what the system says is no proof.'
  },
  openingsLocked: {
    fa: 'برای سنجیدن، صندوق فرستنده را باز کنید. این کار به جاوااسکریپت نیاز دارد.',
    en: 'Open the sender’s mailbox to check it. That needs JavaScript.'
  },
  event: { fa: 'رویداد', en: 'Event' },
  etsi: { fa: 'نام در ETSI EN ۳۱۹ ۵۲۲', en: 'Name in ETSI EN 319 522' },
  at: { fa: 'زمان', en: 'Time' },
  receipt: { fa: 'رسید', en: 'Receipt' },
  noEvidence: { fa: 'هنوز رویدادی ثبت نشده است.', en: 'No event is recorded yet.' },
  envelope: { fa: 'روی پاکت', en: 'On the envelope' },
  envelopeLead: {
    fa: 'همه آنچه سامانه از این نامه می‌داند.',
    en: 'All that the system knows of this letter.'
  },
  sha256: { fa: 'اثر انگشت فایل سربسته', en: 'Digest of the sealed file' },
  check: { fa: 'بررسی اصالت', en: 'Genuineness' },
  checkText: {
    fa: 'هر کس می‌تواند اصالت این نامه را بررسی کند: فرستنده، تاریخ و وضعیت. متن نامه نشان داده نمی‌شود.',
    en: 'Anybody can check that the letter is genuine: sender, date and state. What it says is not shown.'
  },
  checkLink: { fa: 'صفحه بررسی', en: 'The page that checks it' },
  id: { fa: 'شناسه نامه', en: 'Id of the letter' },
  withdrawn: {
    fa: (reason: string) => `فرستنده این نامه را پس گرفته است. دلیل: ${reason}`,
    en: (reason: string) => `The sender has taken this letter back. Reason: ${reason}`
  },
  sentBack: {
    fa: (reason: string) => `همکار شما این نامه را تأیید نکرد. دلیل: ${reason}`,
    en: (reason: string) => `A colleague did not approve this letter. Reason: ${reason}`
  },
  gone: {
    fa: 'متن سربسته این نامه دیگر در سامانه نیست.',
    en: 'The sealed text of this letter is no longer in the system.'
  },
  awaiting: {
    fa: 'گیرنده هنوز صندوق ندارد.',
    en: 'The recipient has no mailbox yet.'
  },
  unknownParty: { fa: 'نامعلوم', en: 'Unknown' },
  trustTitle: {
    fa: 'این صفحه با کدام برنامه نامه را باز می‌کند؟',
    en: 'Which program opens letters here?'
  },
  trust: {
    fa: 'روی این صفحه تنها یک اسکریپت اجرا می‌شود، و اگر PDF بخواهید یکی دیگر؛ مرورگر پیش از اجرا اثر انگشت هر دو را می‌سنجد. همان اثر انگشت‌ها در نشانی زیر منتشر شده‌اند:',
    en: 'One script alone runs on this page, and another if you ask for a PDF; the browser checks the digest of either before it runs. The same digests are published at:'
  },
  offline: { fa: 'خواننده بی‌اینترنت', en: 'Offline reader' },
  offlineLead: {
    fa: 'یک فایل که نامه‌های ذخیره‌شده شما را با کلید کاغذی، بی‌نیاز به این سامانه و اینترنت، باز می‌کند. آن را کنار نامه‌ها نگه دارید.',
    en: 'One file that opens letters you saved, with your paper key, without this system and without a network. Keep it beside the letters.'
  },
  offlineButton: { fa: 'ذخیره خواننده بی‌اینترنت', en: 'Save the offline reader' },
  offlineFiles: {
    fa: 'فایل سربسته (age) و فایل اثبات‌ها (json) را برگزینید',
    en: 'Choose the sealed file (age) and the file of proofs (json)'
  },
  offlineKey: {
    fa: 'واژه‌های کلید کاغذی، یا هویت age صندوق',
    en: 'Words of the paper key, or the age identity of the mailbox'
  },
  offlineKeyHelp: {
    fa: 'هیچ‌چیز از این صفحه بیرون نمی‌رود: خود صفحه هر ارتباطی را بر خود بسته است.',
    en: 'Nothing leaves this page: it forbids itself every connection.'
  },
  offlineOpen: { fa: 'باز کردن', en: 'Open' },
  offlineMade: {
    fa: (origin: string, when: string) => `این نسخه در ${when} از ${origin} ذخیره شده است.`,
    en: (origin: string, when: string) => `This copy was saved from ${origin} on ${when}.`
  },
  offlineDigest: {
    fa: (origin: string) =>
      `چکیده (SHA-256) برنامه این فایل، برای مقایسه با ${origin}/letters/reader-code:`,
    en: (origin: string) =>
      `SHA-256 of the script in this file, to compare with ${origin}/en/letters/reader-code:`
  },
  offlineScript: {
    fa: 'برای باز کردن نامه جاوااسکریپت را روشن کنید. همان فایل را برنامه age هم باز می‌کند.',
    en: 'Turn JavaScript on to open a letter. The age program opens the same file.'
  },
  withdraw: { fa: 'پس گرفتن نامه', en: 'Take the letter back' },
  withdrawHelp: {
    fa: 'اگر هنوز ثابت نشده باشد که گیرنده نامه را باز کرده است، متن سربسته آن پاک می‌شود؛ وگرنه نامه در صندوق او می‌ماند و کنار آن، دلیل شما دیده می‌شود. نامه‌ای که گرفته شده یا برگه آن باز شده است، شاید خوانده شده باشد. آنچه دانسته است در شواهد نامه ثبت می‌شود.',
    en: 'If it is not proven yet that the recipient has opened the letter, its sealed text is deleted; otherwise the letter stays in their mailbox and your reason is shown beside it. A letter that was fetched, or whose page by post was opened, may have been read. What is known is recorded in its evidence.'
  },
  reason: { fa: 'دلیل', en: 'Reason' },
  reasonHelp: {
    fa: 'گیرنده این را می‌خواند. دلیل سربسته نیست؛ محتوای نامه را در آن ننویسید.',
    en: 'The recipient reads this. The reason is not sealed; do not write what the letter says.'
  },
  takenBack: { fa: 'نامه پس گرفته شد.', en: 'The letter is taken back.' }
})
