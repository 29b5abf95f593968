/** What the pages that write letters say. */
const entries = {
  subject: { fa: 'موضوع', en: 'Subject' },
  subjectHelp: {
    fa: 'موضوع هم سربسته است و پیش از باز شدن نامه دیده نمی‌شود.',
    en: 'The subject is sealed too, and is not seen before the letter is opened.'
  },
  text: { fa: 'متن نامه', en: 'Text' },
  textHelp: {
    fa: 'عنوان با #، فهرست با -، پررنگ با **…**. نشانی‌ها همان‌گونه که هستند نشان داده می‌شوند.',
    en: 'Headings with #, lists with -, bold with **…**. Addresses are shown as they are.'
  },
  attach: { fa: 'پیوست', en: 'Attachment' },
  attachHelp: {
    fa: 'تا ۱۰۰ پیوست، همه با هم تا ۵۰ مگابایت.',
    en: 'Up to 100 attachments, 50 MB in all.'
  },
  preview: { fa: 'پیش‌نمایش', en: 'Preview' },
  previewTitle: { fa: 'گیرنده نامه را چنین می‌بیند', en: 'The recipient will see this' },
  edit: { fa: 'ویرایش', en: 'Edit' },
  send: { fa: 'مهر و موم و فرستادن', en: 'Seal and send' },
  sending: { fa: 'نامه مهر و موم می‌شود…', en: 'Sealing…' },
  sent: { fa: 'نامه فرستاده شد.', en: 'The letter is sent.' },
  noCopy: {
    fa: 'نسخه خود شما نگه داشته نشد.',
    en: 'Your own copy was not kept.'
  },
  sentWaiting: {
    fa: 'گیرنده هنوز صندوق ندارد. نامه، سربسته برای واحد شما، در انتظار صندوق گیرنده می‌ماند و به او خبر داده می‌شود.',
    en: 'The recipient has no mailbox yet. The letter waits, sealed to your unit, and the recipient is told.'
  },
  sentApproval: {
    fa: 'نامه، سربسته برای واحد، در انتظار تأیید نفر دوم است.',
    en: 'The letter, sealed to the unit, waits for a second person to approve it.'
  },
  sentScheduled: { fa: 'نامه در زمان تعیین‌شده می‌رود.', en: 'The letter goes at the set time.' },
  notSent: {
    fa: 'نامه فرستاده نشد و متن شما همین‌جاست. دلیل: %',
    en: 'The letter was not sent, and your text is still here. Reason: %'
  },
  keyRefused: {
    fa: 'کلید گیرنده ثابت نشد؛ نامه مهر و موم نشد. این را به پشتیبانی بگویید.',
    en: 'The key of the recipient is not proven; the letter was not sealed. Tell support.'
  },
  keyChecked: {
    fa: 'کلید گیرنده با دفتر کلیدها و دفتر عمومی سنجیده شد.',
    en: 'The key of the recipient was checked against the key directory and the public log.'
  },
  subjectWrong: {
    fa: 'موضوع نویسه پنهان دارد یا از ۵۰۰ نویسه بلندتر است.',
    en: 'The subject has hidden characters or is longer than 500.'
  },
  textMissing: { fa: 'متن نامه را بنویسید.', en: 'Write the text of the letter.' },
  subjectMissing: { fa: 'موضوع نامه را بنویسید.', en: 'Write the subject.' },
  attachmentsTooLarge: {
    fa: 'پیوست‌ها با هم از ۵۰ مگابایت بزرگ‌ترند.',
    en: 'The attachments are larger than 50 MB in all.'
  },
  attachmentName: {
    fa: 'نام پیوست «%» پذیرفته نیست؛ آن را عوض کنید.',
    en: 'The name of the attachment “%” is not accepted; change it.'
  },
  draftKept: {
    fa: 'پیش‌نویس، مهر و موم با کلید صندوق، روی همین دستگاه نگه داشته شد.',
    en: 'The draft is kept on this device, sealed to the key of the mailbox.'
  },
  draftKeptUnit: {
    fa: 'پیش‌نویس، سربسته برای صندوق واحد، نگه داشته شد؛ همکاران واحد هم آن را ادامه می‌دهند.',
    en: 'The draft is kept, sealed to the mailbox of the unit; colleagues of the unit can go on with it.'
  },
  draftGoOn: { fa: 'ادامه نوشتن', en: 'Go on writing' },
  draftNoSubject: { fa: 'بی‌موضوع', en: 'No subject' },
  draftUnreadable: {
    fa: 'این پیش‌نویس با کلید واحد باز نشد یا واحد آن را ننوشته است.',
    en: 'This draft does not open with the key of the unit, or the unit did not write it.'
  },
  draftFound: {
    fa: 'پیش‌نویسی که پیش‌تر نوشته بودید آورده شد.',
    en: 'What you wrote before has been brought back.'
  },
  draftForgotten: { fa: 'پیش‌نویس پاک شد.', en: 'The draft is gone.' },
  forget: { fa: 'پاک کردن پیش‌نویس', en: 'Discard the draft' },
  recipientUnknown: {
    fa: 'گیرنده‌ای با این نشان نیست.',
    en: 'There is no such recipient.'
  },
  recipientMissing: { fa: 'گیرنده را برگزینید.', en: 'Choose the recipient.' },
  dateWrong: {
    fa: 'تاریخ را مانند ۱۴۰۵/۹/۱ بنویسید.',
    en: 'Write the date like 1405/9/1.'
  },
  publishDayMissing: {
    fa: 'روز فرستادن را هم بنویسید، یا ساعت آن را پاک کنید.',
    en: 'Write the day of sending as well, or clear its time.'
  },
  publishPast: {
    fa: 'زمان فرستادن گذشته است. زمانی پس از اکنون بنویسید، یا خالی بگذارید تا همین حالا برود.',
    en: 'The time of sending is past. Write one ahead, or leave it empty to send now.'
  },
  mergeMissing: {
    fa: 'این جای خالی هنوز پر نشده است: %',
    en: 'This blank is not filled yet: %'
  },
  template: { fa: 'نامه نمونه', en: 'Template' },
  options: { fa: 'تاریخ ابلاغ، زمان‌بندی و خط', en: 'Effective date, schedule and lane' },
  effectiveDay: { fa: 'تاریخ ابلاغ (اختیاری)', en: 'Effective date (optional)' },
  effectiveHelp: {
    fa: 'از این روز نامه اثر قانونی دارد؛ مانند ۱۴۰۵/۹/۱۵.',
    en: 'From this day the letter has legal effect; such as 1405/9/15.'
  },
  publishDay: { fa: 'روز فرستادن (اختیاری)', en: 'Day of sending (optional)' },
  publishHelp: {
    fa: 'اگر خالی باشد همین حالا می‌رود.',
    en: 'Goes at once if left empty.'
  },
  publishTime: { fa: 'ساعت فرستادن، مانند ۰۸:۳۰', en: 'Time of sending, such as 08:30' },
  lane: { fa: 'خط فرستادن', en: 'Lane' },
  laneHelp: {
    fa: 'خط بحران تنها برای خبری است که جان یا مال کسی به آن بسته است.',
    en: 'The crisis lane is only for what lives or property depend on.'
  },
  laneSingle: { fa: 'عادی', en: 'Ordinary' },
  laneCrisis: { fa: 'بحران', en: 'Crisis' },
  sentList: { fa: 'نامه‌های فرستاده', en: 'Letters sent' },
  sealNow: { fa: 'مهر و موم برای گیرنده', en: 'Seal to the recipient' },
  lookAt: { fa: 'باز کردن و خواندن', en: 'Open and read' },
  approve: { fa: 'تأیید و مهر و موم', en: 'Approve and seal' },
  sendBack: { fa: 'تأیید نمی‌کنم', en: 'Do not approve' },
  sendBackReason: { fa: 'دلیل تأیید نکردن', en: 'Reason for not approving' },
  decided: { fa: 'ثبت شد.', en: 'Recorded.' },
  resealing: { fa: 'باز و دوباره مهر و موم می‌شود…', en: 'Opening and sealing again…' },
  resealed: { fa: 'برای گیرنده مهر و موم شد.', en: 'Sealed to the recipient.' }
} as const satisfies Record<string, { fa: string; en: string }>

/** Name of a text. */
export type WritingText = keyof typeof entries

/** The catalogue, for the tests that read every one. */
export const writingMessages = { entries }
