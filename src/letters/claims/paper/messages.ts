import { defineMessages } from '../../../platform/index.ts'

/** Words of letters that are opened by a page which came by post. */
export const claimMessages = defineMessages({
  title: { fa: 'نامه شما', en: 'Your letter' },
  lead: {
    fa: 'برگه‌ای با پست برایتان آمده است. نامه در همین دستگاه باز می‌شود؛ کلید روی برگه به ما فرستاده نمی‌شود.',
    en: 'A page came to you by post. The letter opens on this device; the key on the page is not sent to us.'
  },
  needsScript: {
    fa: 'باز کردن نامه در همین دستگاه انجام می‌شود و به جاوااسکریپت نیاز دارد. می‌توانید با برگه به پیشخان همان دستگاه هم بروید.',
    en: 'The letter is opened on this device, which needs JavaScript. You can also take the page to the counter of that body.'
  },
  words: { fa: 'سی‌وسه واژه روی برگه', en: 'The thirty-three words on the page' },
  wordsHelp: {
    fa: 'اگر دوربین کار نمی‌کند، واژه‌ها را به ترتیب و با فاصله بنویسید.',
    en: 'If the camera does not work, type the words in their order, with spaces.'
  },
  open: { fa: 'باز کن', en: 'Open' },
  opening: { fa: 'در حال باز کردن…', en: 'Opening…' },
  notClaim: {
    fa: 'این نشانی یا این واژه‌ها از روی برگه نیست. با برگه بسنجید.',
    en: 'This address, or these words, are not from the page. Compare with the page.'
  },
  failed: { fa: 'نشد.', en: 'That did not work.' },
  keepTitle: { fa: 'این نامه را نگه دارید', en: 'Keep this letter' },
  keepText: {
    fa: 'برگه تنها یک بار کار می‌کند. با صندوق نامه خودتان این نامه می‌ماند و نامه‌های بعدی هم به آن می‌رسد؛ دو دقیقه زمان می‌برد.',
    en: 'The page works once. In a mailbox of your own this letter stays, and later ones arrive; it takes two minutes.'
  },
  keep: { fa: 'نگه داشتن نامه', en: 'Keep the letter' },
  usedKeep: {
    fa: 'اگر خودتان آن را باز کرده‌اید، می‌توانید نامه را در صندوق خود بگذارید.',
    en: 'If it was you who opened it, you can put the letter into your mailbox.'
  },
  keepPage: { fa: 'گذاشتن نامه در صندوق', en: 'Put the letter into the mailbox' },
  keepLead: {
    fa: 'کلید روی برگه در همین دستگاه برای صندوق شما مهر و موم می‌شود.',
    en: 'The key on the page is sealed to your mailbox on this device.'
  },
  keepNow: { fa: 'در صندوق من بگذار', en: 'Put it into my mailbox' },
  needMailbox: { fa: 'نخست صندوق نامه بسازید.', en: 'Make a mailbox first.' },
  make: { fa: 'ساختن صندوق نامه', en: 'Make a mailbox' },
  noPage: {
    fa: 'در این پنجره برگه‌ای باز نشده است. نقش روی برگه را دوباره با دوربین باز کنید، یا واژه‌ها را بنویسید.',
    en: 'No page was opened in this window. Open the picture on the page with the camera again, or type its words.'
  },
  kept: { fa: 'نامه در صندوق شماست.', en: 'The letter is in your mailbox.' },
  toInbox: { fa: 'نامه‌های رسیده', en: 'Inbox' },
  // The officer's side.
  makeTitle: { fa: 'برگه پستی نامه', en: 'A page for the post' },
  makeLead: {
    fa: (name: string) =>
      `${name} هنوز صندوق نامه ندارد. برگه‌ای چاپ کنید و با پست بفرستید: نقش روی آن نامه را در دستگاه گیرنده باز می‌کند.`,
    en: (name: string) =>
      `${name} has no mailbox yet. Print a page and send it by post: the picture on it opens the letter on the recipient’s device.`
  },
  makeWarning: {
    fa: 'هر که برگه را در دست دارد نامه را می‌خواند؛ آن را در پاکت بسته و سفارشی بفرستید. کلید تنها روی کاغذ است: این صفحه را که ببندید، برگه را دیگر نمی‌توان چاپ کرد.',
    en: 'Whoever holds the page reads the letter; send it in a closed, registered envelope. The key is on the paper alone: once you close this page, it cannot be printed again.'
  },
  makeAgain: {
    fa: 'اگر برگه گم شد، برگه تازه بسازید؛ برگه پیشین از همان دم کار نمی‌کند.',
    en: 'If the page is lost, make another one; the one of before stops working at once.'
  },
  make2: { fa: 'ساختن برگه', en: 'Make the page' },
  making: { fa: 'در حال مهر و موم…', en: 'Sealing…' },
  tooLarge: {
    fa: 'این نامه برای برگه پستی بزرگ است. نسخه چاپی را بفرستید، یا منتظر صندوق گیرنده بمانید.',
    en: 'This letter is too large for a page by post. Send it printed, or wait for the recipient’s mailbox.'
  },
  print: { fa: 'چاپ', en: 'Print' },
  sheetTitle: { fa: 'نامه‌ای برای شما', en: 'A letter for you' },
  sheetFrom: { fa: 'از', en: 'From' },
  sheetTo: { fa: 'برای', en: 'To' },
  sheetUntil: { fa: 'تا', en: 'Until' },
  sheetReference: { fa: 'شماره نزد فرستنده', en: 'Reference of the sender' },
  sheetHow: {
    fa: 'نقش را با دوربین تلفن باز کنید. نامه همان‌جا باز می‌شود. اگر دوربین ندارید، نشانی زیر را باز کنید و سی‌وسه واژه را به ترتیب بنویسید.',
    en: 'Open the picture with the camera of a telephone: the letter opens there. Without a camera, open the address below and type the thirty-three words in their order.'
  },
  sheetOnce: {
    fa: 'این برگه یک بار کار می‌کند. اگر پیش از شما باز شده باشد، به دستگاه فرستنده خبر دهید.',
    en: 'This page works once. If it was opened before you, tell the body that sent it.'
  },
  sheetKeep: {
    fa: 'برگه را به کسی ندهید و از آن عکس نگیرید. هیچ‌کس از شما واژه‌ها را نمی‌پرسد.',
    en: 'Give the page to nobody and take no picture of it. Nobody asks you for the words.'
  },
  sheetQr: { fa: 'نقش برای دوربین', en: 'A picture for the camera' }
})

/** What refusals say. */
export const claimRefusals = defineMessages({
  notFound: {
    fa: 'برگه‌ای با این کلید نیست. با برگه بسنجید؛ شاید دستگاه برگه تازه‌ای فرستاده است.',
    en: 'There is no page with this key. Compare with the page; the body may have sent another one.'
  },
  used: {
    fa: 'این برگه پیش‌تر باز شده است و دوباره باز نمی‌شود. اگر شما نبودید، به دستگاه فرستنده خبر دهید.',
    en: 'This page was opened before, and does not open again. If it was not you, tell the body that sent it.'
  },
  over: {
    fa: 'زمان این برگه گذشته است، یا نامه راه دیگری رفته است. از دستگاه فرستنده بپرسید.',
    en: 'The time of this page is over, or the letter went another way. Ask the body that sent it.'
  },
  notYours: {
    fa: 'این نامه برای شخص دیگری است؛ در صندوق شما گذاشته نمی‌شود.',
    en: 'This letter is for somebody else, and is not put into your mailbox.'
  },
  tooMany: {
    fa: 'تلاش‌ها زیاد بود. چند دقیقه دیگر دوباره بیازمایید.',
    en: 'There were too many tries. Try again in some minutes.'
  },
  form: {
    fa: 'آنچه فرستاده شد با برگه نمی‌خواند. صفحه را تازه کنید.',
    en: 'What was sent does not fit the page. Reload the page.'
  }
})
