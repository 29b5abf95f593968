import { defineMessages } from '../../platform/index.ts'

/** Why something is not done with a letter. */
export const refusalMessages = defineMessages({
  notFound: {
    fa: 'چنین نامه‌ای پیدا نشد، یا نامه شما نیست.',
    en: 'There is no such letter, or it is not yours.'
  },
  differs: {
    fa: 'نامه‌ای با همین شناسه و محتوایی دیگر پیش‌تر پذیرفته شده است؛ برای نامه تازه شناسه تازه بسازید.',
    en: 'A letter with this id and other content was accepted before; make a new id for a new letter.'
  },
  tooLarge: {
    fa: 'این نامه بزرگ‌تر از اندازه مجاز است: متن و پیوست‌ها با هم حداکثر ۶۴ مبی‌بایت.',
    en: 'This letter is larger than allowed: text and attachments together are at most 64 MiB.'
  },
  sizeClass: {
    fa: 'اندازه فایل با طبقه اندازه‌ای که اعلام شده نمی‌خواند؛ نامه باید با همان برنامه‌ای که آن را مهر و موم می‌کند پر شود.',
    en: 'The size of the file does not fit the size class that was stated; a letter has to be padded as the format says.'
  },
  hash: {
    fa: 'بایت‌های رسیده با اثر انگشت اعلام‌شده نمی‌خواند؛ دوباره بفرستید.',
    en: 'The bytes that arrived do not have the stated SHA-256; send them again.'
  },
  form: {
    fa: 'این فایل نامه مهر و موم‌شده نیست: یک فایل age بی‌زره، برای تنها یک گیرنده، لازم است.',
    en: 'This is no sealed letter: it has to be one age file without armour, for exactly one recipient.'
  },
  classicRecipient: {
    fa: 'این نامه با کلید کهنه (X25519 تنها) بسته شده است؛ صندوق‌ها تنها کلید age1pq1… دارند.',
    en: 'This letter is sealed to a classic key (X25519 alone); mailboxes have keys age1pq1… only.'
  },
  sentAt: {
    fa: 'زمان نامه نمی‌تواند بیش از ده دقیقه در آینده یا بیش از هفت روز در گذشته باشد؛ ساعت دستگاه خود را بررسی کنید.',
    en: 'A letter is dated at most ten minutes ahead and at most seven days back; check your clock.'
  },
  recipientUnknown: {
    fa: 'چنین گیرنده‌ای شناخته نیست.',
    en: 'No such recipient is known.'
  },
  recipientKey: {
    fa: (current: string) =>
      `کلید گیرنده در دفتر کلیدها دیگر است. اثر انگشت کلید کنونی: ${current}. دفتر را دوباره بخوانید، بررسی کنید و نامه را از نو مهر و موم کنید.`,
    en: (current: string) =>
      `The recipient’s key in the key directory is another one. SHA-256 of the current key: ${current}. Look it up again, check it, and seal the letter anew.`
  },
  recipientWithoutKey: {
    fa: 'این واحد هنوز صندوق نامه ندارد و نامه مهر و موم‌شده نمی‌گیرد.',
    en: 'This unit has no mailbox yet and takes no sealed letters.'
  },
  recipientEnded: {
    fa: 'این گیرنده دیگر نامه نمی‌گیرد: صندوق بسته شده، یا درگذشت یا انحلال او با سند ثبت شده است.',
    en: 'This recipient takes no more letters: the mailbox is closed, or a death or dissolution is recorded by a paper.'
  },
  senderUnregistered: {
    fa: 'این فرستنده در دفتر کلیدها کلیدی ندارد؛ نامه را تنها صندوقی می‌فرستد که کلیدش ثبت است.',
    en: 'This sender has no key in the key directory; only a mailbox with a registered key sends letters.'
  },
  senderNotYours: {
    fa: 'شما نمی‌توانید از این صندوق نامه بفرستید.',
    en: 'You cannot send letters from this mailbox.'
  },
  senderNoBody: {
    fa: 'نامه به شهروندان را تنها واحد یک دستگاه می‌فرستد؛ شما می‌توانید به دستگاه‌ها بنویسید.',
    en: 'Only a unit of a body sends letters to people; you can write to bodies.'
  },
  state: {
    fa: 'این کار با نامه در وضعیت کنونی آن شدنی نیست.',
    en: 'This cannot be done with the letter in the state that it is in.'
  },
  times: {
    fa: 'زمان‌های نامه با هم نمی‌خواند: انتشار حداکثر یک سال آینده، پایان اعتبار پس از انتشار، و تاریخ ابلاغ نه پیش از امروز.',
    en: 'The times of the letter do not fit: publication at most a year ahead, expiry after it, and no effective date before today.'
  },
  proof: {
    fa: 'این نشانه درست نیست: یا از این نامه نیست، یا با کلید صندوق گیرنده امضا نشده است.',
    en: 'This proof is not right: it is of another letter, or not signed with the key of the recipient’s mailbox.'
  },
  gone: {
    fa: 'محتوای این نامه دیگر نزد سامانه نیست.',
    en: 'The content of this letter is no longer here.'
  },
  approvalNeeded: {
    fa: 'نامه‌های این واحد را باید شخص دومی تأیید کند؛ نامه را برای تأیید و مهر و موم‌شده به صندوق خود واحد بسپارید.',
    en: 'A second person approves the letters of this unit; hand the letter in for approval, sealed to the unit’s own mailbox.'
  },
  ownApproval: {
    fa: 'نامه را باید کسی جز نویسنده‌اش تأیید کند.',
    en: 'A letter is approved by somebody other than who handed it in.'
  },
  crisisLane: {
    fa: 'خط بحران را تنها امضادار دستگاه یا کسی که دستگاه را اداره می‌کند به کار می‌برد؛ نامه را در خط عادی بسپارید.',
    en: 'Only a signatory or administrator of the body uses the crisis lane; hand the letter in on the ordinary one.'
  },
  reference: {
    fa: 'نامه یا درخواستی که به آن ارجاع داده‌اید میان همین دو طرف نیست.',
    en: 'The letter or case that is referred to is not between these two.'
  },
  reason: {
    fa: 'دلیل را در یک تا هزار نویسه بنویسید.',
    en: 'Give the reason in one to a thousand characters.'
  }
})
