import { defineMessages } from '../../platform/index.ts'

/** Words of the pages of a mailbox, and of the messages about it. */
export const messages = defineMessages({
  title: { fa: 'صندوق نامه', en: 'Mailbox' },
  lead: {
    fa: 'نامه‌های دستگاه‌ها به این صندوق می‌رسد و تنها با راه‌های زیر باز می‌شود. ما هیچ‌یک از آن‌ها را نداریم.',
    en: 'Letters of public bodies come here, and only the ways below open them. We have none of them.'
  },
  none: { fa: 'هنوز صندوق نامه ندارید.', en: 'You have no mailbox yet.' },
  noneText: {
    fa: 'ساختن آن دو دقیقه زمان می‌برد. پس از آن دستگاه‌ها نامه‌های محرمانه را سربسته برایتان می‌فرستند.',
    en: 'It takes two minutes. After it, public bodies can send you confidential letters, sealed.'
  },
  make: { fa: 'ساختن صندوق نامه', en: 'Make a mailbox' },
  needsScript: {
    fa: 'کلید صندوق در همین دستگاه ساخته می‌شود؛ برای همین مرورگر باید جاوااسکریپت را اجرا کند. آن را روشن کنید و صفحه را تازه کنید.',
    en: 'The key of the mailbox is made on this device, so the browser has to run JavaScript. Turn it on and reload the page.'
  },
  ready: { fa: 'آماده نامه‌های محرمانه', en: 'Ready for confidential letters' },
  notReady: { fa: 'هنوز آماده نیست', en: 'Not ready yet' },
  notReadyText: {
    fa: 'نامه محرمانه هنگامی می‌رسد که دو راه آزموده برای باز کردن صندوق داشته باشید. یک راه دیگر بیفزایید.',
    en: 'Confidential letters come once two proven ways open the mailbox. Add one more.'
  },
  ways: { fa: 'راه‌های باز کردن صندوق', en: 'Ways to open the mailbox' },
  noWays: { fa: 'راهی نمانده است.', en: 'There is no way.' },
  way: { fa: 'راه', en: 'Way' },
  forWhom: { fa: 'برای', en: 'For' },
  proven: { fa: 'آخرین آزمون', en: 'Last tried' },
  madeOn: {
    fa: (day: string) => `ساخته‌شده در ${day}`,
    en: (day: string) => `made on ${day}`
  },
  never: { fa: 'هنوز نیازموده', en: 'Not tried yet' },
  drill: { fa: 'زمان آزمودن است', en: 'Due for a trial' },
  drillTitle: { fa: 'یک بار در سال بیازمایید', en: 'Try it once a year' },
  drillText: {
    fa: 'بیش از یک سال است که برخی راه‌ها به کار نرفته‌اند. کاغذ کم‌رنگ می‌شود و تلفن عوض می‌شود. یک بار صندوق را با همان راه باز کنید.',
    en: 'Some ways were not used for more than a year. Paper fades, and telephones change. Open the mailbox once by each of them.'
  },
  try: { fa: 'آزمودن', en: 'Try' },
  remove: { fa: 'کنار گذاشتن', en: 'Remove' },
  removal: { fa: 'کنار گذاشتن این راه', en: 'Remove this way' },
  removalText: {
    fa: 'پس از این، صندوق با این راه باز نمی‌شود. نامه‌ها از دست نمی‌روند.',
    en: 'After this it does not open the mailbox any more. No letter is lost.'
  },
  copied: {
    fa: 'شاید دست کس دیگری است (گم یا دزدیده شده، یا رونوشت آن گرفته شده)',
    en: 'Somebody else may have it (lost, stolen or copied)'
  },
  keep: { fa: 'نگه می‌دارم', en: 'Keep it' },
  changeFailed: {
    fa: 'نشد. صفحه را تازه کنید و دوباره تلاش کنید.',
    en: 'That did not work. Reload the page and try again.'
  },
  removed: { fa: 'این راه کنار گذاشته شد.', en: 'The way was removed.' },
  rotateTitle: { fa: 'کلید صندوق را عوض کنید', en: 'Change the key of the mailbox' },
  rotateText: {
    fa: 'کسی که پیش‌تر می‌توانست صندوق را باز کند، شاید هنوز بتواند. با عوض کردن کلید، نامه‌های آینده تنها با راه‌های مانده باز می‌شود و نامه‌های پیشین خواندنی می‌مانند.',
    en: 'Somebody who could open this mailbox may still be able to. Change the key: letters to come open by the remaining ways alone, and letters of before stay readable.'
  },
  rotate: { fa: 'عوض کردن کلید', en: 'Change the key' },
  rotated: { fa: 'کلید صندوق نامه عوض شد', en: 'The key of a mailbox was changed' },
  rotatedText: {
    fa: 'کلید یک صندوق نامه که با شماست عوض شد. اگر از این کار خبر ندارید، در صفحه حساب «این من نبودم» را بزنید.',
    en: 'The key of a mailbox of yours was changed. If you know nothing of it, press “This was not me” on your account page.'
  },
  addTitle: { fa: 'افزودن راه دیگر', en: 'Add another way' },
  addDevice: { fa: 'همین دستگاه', en: 'This device' },
  addDeviceText: {
    fa: 'در دستگاه دوم وارد حساب شوید، این صفحه را باز کنید و آن را بیفزایید.',
    en: 'Sign in on the second device, open this page there, and add it.'
  },
  addPaper: { fa: 'کلید کاغذی تازه', en: 'A new paper key' },
  addDelegate: { fa: 'نماینده‌ای که نامه‌ها را می‌گیرد', en: 'A delegate who receives letters' },
  delegateText: {
    fa: 'تنها کسانی که اکنون برای همه کارهای شما نماینده‌اند و گرفتن نامه‌ها را هم دارند. با پایان نمایندگی، این راه هم پایان می‌یابد.',
    en: 'Only who is your delegate for all affairs now, with the receiving of letters. The way ends when the delegation does.'
  },
  add: { fa: 'بیفزا', en: 'Add' },
  added: { fa: 'افزوده شد.', en: 'Added.' },
  lostTitle: { fa: 'اگر چیزی گم شود', en: 'If something is lost' },
  lostDevice: {
    fa: 'گم شدن یک دستگاه: با راه دیگری صندوق را باز کنید، دستگاه تازه را بیفزایید و گم‌شده را کنار بگذارید. هیچ نامه‌ای از دست نمی‌رود.',
    en: 'A device is lost: open the mailbox by another way, add the new device, remove the lost one. No letter is lost.'
  },
  lostAll: {
    fa: 'همه راه‌ها گم شده: صندوق با کلیدی تازه از نو باز می‌شود، ولی نامه‌های پیشین برای همیشه ناخواندنی می‌مانند. هیچ‌کس، ما هم، نمی‌تواند آن‌ها را باز کند. می‌توانید از فرستنده بخواهید دوباره بفرستد.',
    en: 'Every way is lost: the mailbox opens anew with another key, but letters of before stay unreadable for ever. Nobody can open them, nor can we. You can ask the senders to send them again.'
  },
  notAccount: {
    fa: 'بازیابی حساب کاربری چیز دیگری است: شما را به حساب برمی‌گرداند، ولی هیچ نامه‌ای را باز نمی‌کند.',
    en: 'Recovering the account is something else: it brings you back into the account, and opens no letter.'
  },
  lostAllButton: { fa: 'همه را گم کرده‌ام', en: 'I have lost every way' },
  others: { fa: 'صندوق‌های دیگر', en: 'Other mailboxes' },
  ofUnit: { fa: 'صندوق واحد', en: 'Mailbox of a unit' },
  open: { fa: 'باز کردن', en: 'Open' },
  passkey: { fa: 'قفل دستگاه (کلید عبور)', en: 'Lock of a device (passkey)' },
  paper: { fa: 'کلید کاغذی', en: 'Paper key' },
  mailbox: { fa: 'صندوق خودشان', en: 'Their own mailbox' },
  purposeOwn: { fa: 'خودتان', en: 'Yourself' },
  purposeCustodian: { fa: 'نگهدار کلید', en: 'Custodian' },
  purposeMember: { fa: 'همکار', en: 'Member' },
  twoHalves: { fa: 'دو نیمه، با هم', en: 'Two halves together' },
  purposeContact: { fa: 'آشنای امین', en: 'Recovery contact' },
  purposeKin: { fa: 'وارث نامه‌ها', en: 'Heir of the letters' },
  purposeDelegate: { fa: 'نماینده', en: 'Delegate' },
  demonstration: {
    fa: 'صندوق نمایشی: کلید آن در برنامه آمده است و محرمانه نیست.',
    en: 'A demonstration mailbox: its key is in the program, and not confidential.'
  },
  openedSubject: { fa: 'صندوق نامه شما ساخته شد', en: 'Your mailbox was made' },
  openedText: {
    fa: 'از این پس دستگاه‌ها می‌توانند نامه سربسته بفرستند. اگر کار شما نبود، در صفحه حساب «این من نبودم» را بزنید.',
    en: 'Public bodies can send sealed letters from now on. If it was not you, press “This was not me” on your account page.'
  },
  wayAdded: { fa: 'راه تازه‌ای به صندوق نامه افزوده شد', en: 'A way to open a mailbox was added' },
  wayAddedText: {
    fa: 'راه تازه‌ای برای باز کردن صندوق نامه شما افزوده شد. اگر کار شما نبود، در صفحه صندوق آن را کنار بگذارید و کلید را عوض کنید.',
    en: 'Your mailbox has a new way to open it. If it was not you, remove it on the page of the mailbox and change the key.'
  },
  wayRemoved: {
    fa: 'راهی از صندوق نامه کنار گذاشته شد',
    en: 'A way to open a mailbox was removed'
  },
  wayRemovedText: {
    fa: 'یکی از راه‌های باز کردن صندوق نامه شما کنار گذاشته شد. اگر کار شما نبود، صفحه صندوق را ببینید.',
    en: 'A way to open your mailbox was removed. If it was not you, look at the page of the mailbox.'
  },
  gotWay: { fa: 'صندوق نامه دیگری به شما سپرده شد', en: 'Another mailbox was opened to you' },
  gotWayText: {
    fa: 'از این پس صندوق نامه دیگری را هم با صندوق خودتان باز می‌کنید. آن را در صفحه صندوق می‌بینید.',
    en: 'Your own mailbox opens another one as well from now on. You see it on the page of your mailbox.'
  },
  renewing: {
    fa: 'کلید تازه‌ای برای صندوق نامه خواسته شد',
    en: 'Another key for your mailbox was asked for'
  },
  renewingText: {
    fa: 'کسی که وارد حساب شما بود گفت همه راه‌های صندوق گم شده است و کلید تازه ساخت. پس از هفتاد و دو ساعت راه‌های پیشین پایان می‌یابد و نامه‌های پیشین ناخواندنی می‌شود. اگر کار شما نبود، همین حالا در صفحه صندوق «متوقف کن» را بزنید.',
    en: 'Somebody signed in to your account said that every way to the mailbox is lost, and made another key. After seventy-two hours the ways of before end, and letters of before become unreadable. If it was not you, press “Stop it” on the page of the mailbox now.'
  },
  pendingUntil: {
    fa: (when: string) =>
      `کلید تازه از ${when} به کار می‌افتد. تا آن زمان راه‌های پیشین هم کار می‌کنند و می‌توانید آن را متوقف کنید.`,
    en: (when: string) =>
      `The new key counts from ${when}. Until then the ways of before work as well, and you can stop it.`
  },
  stop: { fa: 'متوقف کن', en: 'Stop it' },
  stopped: {
    fa: 'متوقف شد. صندوق با راه‌های پیشین باز می‌شود.',
    en: 'Stopped. The ways of before open the mailbox.'
  },
  readerLeft: { fa: 'کسی دیگر صندوق نامه را نمی‌خواند', en: 'Somebody reads a mailbox no more' },
  readerLeftText: {
    fa: 'نقش یا نمایندگی کسی که این صندوق را باز می‌کرد پایان یافت و راه او کنار گذاشته شد. اکنون کلید را عوض کنید: صفحه صندوق، یک دکمه.',
    en: 'The role or delegation of somebody who opened this mailbox ended, and their way with it. Change the key now: one button on the page of the mailbox.'
  },
  drillSubject: { fa: 'راه‌های صندوق نامه را بیازمایید', en: 'Try the ways to your mailbox' }
})
