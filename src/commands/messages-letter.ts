import { defineMessages } from '../platform/text.ts'

/** What is wrong with a letter, by the reason of `kernel/seal`. */
export const letterFaults = defineMessages({
  'age-form': { fa: 'این فایل، فایل age نیست.', en: 'This is no age file.' },
  'age-other-recipient': {
    fa: 'این نامه برای صندوق دیگری بسته شده است؛ این کلید آن را باز نمی‌کند.',
    en: 'This letter is sealed to another mailbox; this key does not open it.'
  },
  'age-damaged': {
    fa: 'فایل آسیب دیده یا دست‌کاری شده است؛ باز نشد.',
    en: 'The file is damaged or was altered; it was not opened.'
  },
  'age-several-recipients': {
    fa: 'این فایل برای بیش از یک کلید بسته شده است؛ نامه تنها برای یک صندوق بسته می‌شود. باز نشد.',
    en: 'The file is sealed to more than one key; a letter is sealed to one mailbox alone. It was not opened.'
  },
  'identity-invalid': {
    fa: 'فایل کلید، کلید صندوق (AGE-SECRET-KEY…) ندارد.',
    en: 'The identity file holds no key of a mailbox (AGE-SECRET-KEY…).'
  },
  'recipient-invalid': {
    fa: 'گیرنده باید نشانی صندوق باشد: age1pq1… یا age1…',
    en: 'The recipient must be that of a mailbox: age1pq1… or age1…'
  },
  'not-a-letter': {
    fa: 'فایل باز شد، ولی نامه‌ای از پیمان در آن نیست و کسی آن را امضا نکرده است. با ‎--raw‎ همان‌گونه که هست نوشته می‌شود.',
    en: 'The file was opened, but holds no letter of Peyman: nobody signed it. With --raw it is written as it is.'
  },
  'letter-too-large': {
    fa: 'نامه با پیوست‌ها از ۶۴ مبی‌بایت بزرگ‌تر است.',
    en: 'The letter with its attachments is larger than 64 MiB.'
  },
  'letter-truncated': { fa: 'متن نامه ناقص است.', en: 'The letter is incomplete.' },
  'letter-header-invalid': {
    fa: 'سربرگ نامه درست نیست: شناسه، موضوع یا نام پیوستی پذیرفته نیست.',
    en: 'The head of the letter is not right: its id, its subject or the name of an attachment.'
  },
  'letter-part-altered': {
    fa: 'متن یا پیوستی با سربرگ نامه نمی‌خواند.',
    en: 'The text or an attachment is not the one that the head names.'
  },
  'letter-body-not-utf-8': { fa: 'متن نامه UTF-8 نیست.', en: 'The text is not UTF-8.' },
  'letter-padding-invalid': {
    fa: 'پس از پایان نامه چیزی هست که نباید باشد.',
    en: 'Something stands behind the end of the letter.'
  }
})

/** What is said of the sender of a letter. */
export const letterMessages = defineMessages({
  verified: {
    fa: (name: string) => `فرستنده راستی‌آزمایی شد: ${name}`,
    en: (name: string) => `The sender is verified: ${name}`
  },
  unsigned: { fa: 'هیچ‌کس این نامه را امضا نکرده است.', en: 'Nobody signed this letter.' },
  'unknown-sender': {
    fa: 'نامه امضا دارد، ولی نه با کلیدی که به آن اعتماد دارید.',
    en: 'The letter is signed, but by no key that you believe.'
  },
  'other-recipient': {
    fa: 'این نامه را فرستنده برای کس دیگری امضا کرده و دیگری آن را دوباره برای شما بسته است. نشان داده نمی‌شود.',
    en: 'Its sender signed this letter to somebody else, and another sealed it again to you. It is not shown.'
  },
  forged: {
    fa: 'امضای این نامه درست نیست: ساختگی یا دست‌کاری‌شده است. نشان داده نمی‌شود.',
    en: 'The signature of this letter is wrong: it is forged or altered. It is not shown.'
  },
  unchecked: {
    fa: 'فرستنده سنجیده نشد: کلیدهای فرستنده را با ‎--keys‎ بدهید.',
    en: 'The sender was not checked: give the keys of senders with --keys.'
  },
  subject: { fa: 'موضوع', en: 'Subject' },
  sentAt: { fa: 'زمان فرستادن', en: 'Sent at' },
  letter: { fa: 'شناسه نامه', en: 'Letter' },
  attachment: { fa: 'پیوست', en: 'Attachment' },
  bytes: { fa: (n: string) => `${n} بایت`, en: (n: string) => `${n} bytes` }
})
