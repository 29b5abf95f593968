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
  answerLost: {
    fa: 'پاسخ سامانه نرسید؛ شاید نامه رسیده باشد. دوباره همین دکمه را بزنید: نامه‌ای که رسیده است دوباره فرستاده نمی‌شود.',
    en: 'No answer came; the letter may have arrived. Press the same button again: a letter that arrived is not sent a second time.'
  },
  sentBefore: {
    fa: 'نامه پیش از این پذیرفته شده است، همان‌گونه که آن بار نوشته بودید. اگر دوباره بفرستید، نامه‌ای تازه می‌رود.',
    en: 'The letter was accepted before, as you had written it then. If you send again, another letter goes.'
  },
  takenBefore: {
    fa: 'این نامه در % پذیرفته شده است؛ تنها پاسخ آن به شما نرسیده بود.',
    en: 'This letter was accepted on %; only the answer had not reached you.'
  },
  keyNotYet: {
    fa: 'صندوق گیرنده تازه ساخته شده و کلیدش هنوز در دفتر کلیدها نیامده است. چند ثانیه صبر کنید و دوباره بکوشید.',
    en: 'The recipient has just made a mailbox, and its key is not in the key directory yet. Wait a few seconds and try again.'
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
    fa: 'پیوست‌ها با هم % است؛ بیش از ۵۰ مگابایت پذیرفته نمی‌شود.',
    en: 'The attachments are % in all; more than 50 MB is not accepted.'
  },
  attachmentsTooMany: {
    fa: 'بیش از % پیوست را نمی‌توان با یک نامه فرستاد.',
    en: 'A letter takes at most % attachments.'
  },
  attachmentChanged: {
    fa: 'یکی از پیوست‌ها دیگر خوانده نمی‌شود، یا در این میان عوض شده است. پیوست‌ها را دوباره برگزینید.',
    en: 'An attachment cannot be read any more, or was changed meanwhile. Choose the attachments again.'
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
  blanksOpen: {
    fa: 'این جای خالی‌ها پر نشده است و تا پر نشود نامه فرستاده نمی‌شود: %',
    en: 'These blanks are not filled, and until they are the letter is not sent: %'
  },
  blanksUnknown: {
    fa: 'سامانه این جای خالی‌ها را نمی‌شناسد. خودتان پرشان کنید؛ تا پر نشود نامه فرستاده نمی‌شود: %',
    en: 'The system does not know these blanks. Fill them yourself; until then the letter is not sent: %'
  },
  templateAsk: {
    fa: 'شما متنی نوشته‌اید. با نامه نمونه چه کنیم؟',
    en: 'You have written something. What shall be done with the template?'
  },
  templateInsert: { fa: 'در جای مکان‌نما بیاید', en: 'Insert it at the cursor' },
  templateReplace: { fa: 'جای متن من را بگیرد', en: 'Replace my text with it' },
  templateLeave: { fa: 'هیچ، متن من بماند', en: 'Nothing, leave my text' },
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
  sendBackMissing: {
    fa: 'برای تأیید نکردن، دلیل آن را بنویسید؛ نویسنده نامه آن را می‌خواند.',
    en: 'Write why you do not approve; whoever wrote the letter reads it.'
  },
  notDone: { fa: 'انجام نشد. دلیل: %', en: 'That was not done. Reason: %' },
  goesAt: { fa: 'زمان فرستادن', en: 'To be sent' },
  goesOnApproval: { fa: 'همین که تأیید شود', en: 'As soon as it is approved' },
  sendBackReason: { fa: 'دلیل تأیید نکردن', en: 'Reason for not approving' },
  decided: { fa: 'ثبت شد.', en: 'Recorded.' },
  resealing: { fa: 'باز و دوباره مهر و موم می‌شود…', en: 'Opening and sealing again…' },
  resealed: { fa: 'برای گیرنده مهر و موم شد.', en: 'Sealed to the recipient.' },
  openingOpened: { fa: 'گشوده شد', en: 'Opened' },
  openingAcknowledged: { fa: 'وصول آن اعلام شد', en: 'Acknowledged' },
  openingReplied: { fa: 'پاسخ داده شد', en: 'Answered' },
  openingProven: { fa: '%، اثبات‌شده', en: '%, proven' },
  openingProvenText: {
    fa: 'امضای صندوق گیرنده و نشانه درون نامه در همین مرورگر سنجیده شد. زمان ثبت: %',
    en: 'The signature of the recipient’s mailbox and the token inside the letter were checked in this browser. Recorded: %'
  },
  openingSigned: { fa: '%؛ امضا شده، اثبات کامل نیست', en: '%; signed, not fully proven' },
  openingSignedText: {
    fa: 'صندوقی که سامانه آن را گیرنده می‌نامد امضا کرده است، ولی نشانه درون نامه از کلید این صندوق ساخته نشده و اینجا سنجیده نمی‌شود. زمان ثبت: %',
    en: 'The mailbox that the system names as the recipient has signed, but the token inside the letter was not made by the key of this mailbox and cannot be checked here. Recorded: %'
  },
  openingSaid: { fa: 'به گفته سامانه: %؛ اثبات نشده', en: 'Said by the system: %; not proven' },
  openingSaidText: {
    fa: 'امضایی از گیرنده همراه آن نیست. زمان به گفته سامانه: %',
    en: 'It comes with no signature of the recipient. Time, as the system says: %'
  },
  openingBroken: { fa: '%: اثبات درست نیست', en: '%: the proof does not hold' },
  openingBrokenText: {
    fa: 'آنچه سامانه نشان می‌دهد امضای گیرنده برای این نامه نیست. به آن تکیه نکنید و به پشتیبانی خبر دهید. زمان به گفته سامانه: %',
    en: 'What the system shows is not the recipient’s signature for this letter. Do not rely on it, and tell support. Time, as the system says: %'
  },
  openingUnchecked: {
    fa: 'به گفته سامانه: %؛ سنجیده نشد',
    en: 'Said by the system: %; not checked'
  },
  openingUncheckedText: {
    fa: 'کلید گیرنده در دفتر کلیدها ثابت نشد. زمان به گفته سامانه: %',
    en: 'The key of the recipient is not proven by the key directory. Time, as the system says: %'
  },
  openingNone: {
    fa: 'گیرنده هنوز نشان نداده است که نامه را گشوده است.',
    en: 'The recipient has not shown yet to have opened the letter.'
  }
} as const satisfies Record<string, { fa: string; en: string }>

/** Name of a text. */
export type WritingText = keyof typeof entries

/** The catalogue, for the tests that read every one. */
export const writingMessages = { entries }
