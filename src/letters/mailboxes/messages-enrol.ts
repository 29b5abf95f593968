import { defineMessages } from '../../platform/index.ts'

/** Words of the wizard that makes a mailbox, one thing a screen. */
export const enrolMessages = defineMessages({
  title: { fa: 'ساختن صندوق نامه', en: 'Make a mailbox' },
  titlePaper: { fa: 'کلید کاغذی تازه', en: 'A new paper key' },
  titleLost: { fa: 'کلید تازه برای صندوق', en: 'A new key for the mailbox' },
  stepOf: {
    fa: (step: string, of: string) => `گام ${step} از ${of}`,
    en: (step: string, of: string) => `Step ${step} of ${of}`
  },
  what: { fa: 'صندوقی که تنها شما باز می‌کنید', en: 'A mailbox that only you open' },
  what1: {
    fa: 'نامه دستگاه‌ها سربسته به آن می‌رسد؛ ما هم نمی‌توانیم بخوانیم.',
    en: 'Letters of public bodies come to it sealed; even we cannot read them.'
  },
  what2: {
    fa: 'دو راه برای باز کردنش می‌سازید: قفل همین دستگاه، و یک کلید کاغذی.',
    en: 'You make two ways to open it: the lock of this device, and a key on paper.'
  },
  what3: {
    fa: 'اگر هر دو راه گم شود، نامه‌های پیشین دیگر باز نمی‌شود. پس کاغذ را خوب نگه دارید.',
    en: 'If both are lost, letters of before do not open any more. So keep the paper well.'
  },
  begin: { fa: 'آغاز', en: 'Begin' },
  device: { fa: 'قفل همین دستگاه', en: 'The lock of this device' },
  deviceText: {
    fa: 'همان که گوشی را با آن باز می‌کنید: اثر انگشت، چهره یا رمز. با همین می‌توانید وارد حساب هم بشوید.',
    en: 'What you open your telephone with: finger, face or code. It also signs you in.'
  },
  deviceButton: { fa: 'ساختن با قفل دستگاه', en: 'Use the lock of this device' },
  without: { fa: 'این دستگاه قفل ندارد', en: 'This device has no lock' },
  waiting: { fa: 'در انتظار دستگاه…', en: 'Waiting for the device…' },
  cancelled: {
    fa: 'کار در دستگاه به پایان نرسید. دوباره بزنید.',
    en: 'That was not finished on the device. Press again.'
  },
  deviceFailed: {
    fa: 'نشد. صفحه را تازه کنید و دوباره تلاش کنید، یا بی قفل دستگاه پیش بروید.',
    en: 'That did not work. Reload the page and try again, or go on without the lock.'
  },
  noPrf: {
    fa: 'این دستگاه نمی‌تواند صندوق را باز کند. به جای آن دو کلید کاغذی می‌سازیم؛ آن‌ها را در دو جای جدا نگه دارید. بعدتر می‌توانید دستگاه دیگری بیفزایید.',
    en: 'This device cannot open a mailbox. We make two paper keys instead; keep them in two places. You can add another device later.'
  },
  goOn: { fa: 'ادامه', en: 'Go on' },
  paper: { fa: 'کلید کاغذی', en: 'The paper key' },
  paperNumber: {
    fa: (n: string) =>
      `این کلید کاغذی شماره ${n} است. اگر واژه‌ها را با دست می‌نویسید، شماره و تاریخ را هم بنویسید.`,
    en: (n: string) =>
      `This is paper key ${n}. If you write the words by hand, write the number and the day as well.`
  },
  paperSecond: { fa: 'کلید کاغذی دوم', en: 'The second paper key' },
  paperText: {
    fa: 'چاپ کنید، یا هجده واژه را به ترتیب روی کاغذ بنویسید. عکس نگیرید و برای کسی نفرستید.',
    en: 'Print it, or write the eighteen words on paper in their order. Take no picture, send it to nobody.'
  },
  print: { fa: 'چاپ', en: 'Print' },
  save: { fa: 'ذخیره', en: 'Save' },
  written: { fa: 'روی کاغذ دارم', en: 'I have it on paper' },
  sheetTitle: {
    fa: (n: string) => `کلید کاغذی ${n} صندوق نامه`,
    en: (n: string) => `Paper key ${n} of a mailbox`
  },
  sheetOf: { fa: 'صندوق', en: 'Mailbox of' },
  sheetMade: { fa: 'تاریخ', en: 'Made on' },
  sheetPlace: { fa: 'سامانه', en: 'At' },
  sheetKeep: {
    fa: 'این برگه صندوق نامه شما را باز می‌کند. آن را مانند شناسنامه نگه دارید. هیچ‌کس، هیچ اداره‌ای و ما هم آن را از شما نمی‌خواهیم.',
    en: 'This page opens your mailbox. Keep it as you keep your identity papers. Nobody will ask you for it: no office, nor we.'
  },
  sheetQr: { fa: 'همان واژه‌ها برای دوربین', en: 'The same words, for a camera' },
  sheetHow: {
    fa: 'اگر دستگاهتان گم شد: وارد حساب شوید، «صندوق نامه» را باز کنید، «با کلید کاغذی» را بزنید و واژه‌ها را به ترتیب بنویسید.',
    en: 'If your device is lost: sign in, open “Mailbox”, choose “With the paper key” and type the words in order.'
  },
  check: { fa: 'سه واژه از روی کاغذ', en: 'Three words from the paper' },
  checkText: {
    fa: 'تا مطمئن شویم درست نوشته شده است. به کاغذ نگاه کنید.',
    en: 'So that we know it was written right. Look at the paper.'
  },
  wordNumber: {
    fa: (n: string) => `واژه شماره ${n}`,
    en: (n: string) => `Word ${n}`
  },
  wrongWord: {
    fa: 'یکی از این سه درست نیست. با کاغذ بسنجید؛ اگر روی کاغذ اشتباه است، برگردید و درستش کنید.',
    en: 'One of the three is not right. Compare with the paper; if the paper is wrong, go back and correct it.'
  },
  checkButton: { fa: 'بسنج', en: 'Check' },
  back: { fa: 'بازگشت به کلید', en: 'Back to the key' },
  making: { fa: 'در حال ساختن…', en: 'Making it…' },
  failed: {
    fa: 'صندوق ساخته نشد. خط اینترنت را ببینید و دوباره «بسنج» را بزنید.',
    en: 'The mailbox was not made. Look at the line and press “Check” again.'
  },
  done: { fa: 'صندوق شما آماده است', en: 'Your mailbox is ready' },
  doneText: {
    fa: 'از این پس نامه‌های محرمانه به آن می‌رسد و به شما خبر می‌دهیم.',
    en: 'Confidential letters come to it from now on, and we tell you of them.'
  },
  donePaper: { fa: 'کلید کاغذی افزوده شد', en: 'The paper key was added' },
  doneLost: { fa: 'صندوق کلید تازه دارد', en: 'The mailbox has a new key' },
  doneLostText: {
    fa: 'فرستندگان پس از هفتاد و دو ساعت با کلید تازه می‌فرستند. تا آن زمان همه‌جا به شما خبر داده می‌شود و می‌توانید آن را متوقف کنید. نامه‌های پیشین ناخواندنی ماندند.',
    en: 'Senders use the new key after seventy-two hours. Until then you are told on every channel, and can stop it. Letters of before stay unreadable.'
  },
  toMailbox: { fa: 'دیدن صندوق', en: 'See the mailbox' },
  toInbox: { fa: 'نامه‌های رسیده', en: 'Inbox' },
  lostTitle: { fa: 'همه راه‌ها گم شده است', en: 'Every way is lost' },
  lostBefore: {
    fa: 'پیش از آغاز بدانید: نامه‌هایی که تا امروز رسیده‌اند برای همیشه ناخواندنی می‌شوند. هیچ‌کس نمی‌تواند آن‌ها را باز کند. اگر یکی از راه‌ها پیدا شدنی است، این کار را نکنید.',
    en: 'Know before you begin: the letters that came until today become unreadable for ever. Nobody can open them. If any of the ways may still be found, do not do this.'
  },
  lostUnderstood: { fa: 'می‌دانم؛ کلید تازه بساز', en: 'I know; make a new key' }
})
