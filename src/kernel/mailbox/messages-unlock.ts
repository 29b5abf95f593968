/** The words of the dialog that opens a mailbox, on any page that needs it open. */
export const unlockWords = {
  fa: {
    title: 'باز کردن صندوق نامه',
    lead: 'نامه‌ها تنها در همین دستگاه باز می‌شوند. کلید به سامانه فرستاده نمی‌شود و پس از پنج دقیقه بی‌کاری پاک می‌شود.',
    byPasskey: 'باز کردن با قفل این دستگاه',
    byPaper: 'با کلید کاغذی',
    byPhone: 'با تلفن خودم',
    paperLabel: 'هجده واژه کلید کاغذی، به ترتیب و با فاصله',
    open: 'باز کن',
    cancel: 'انصراف',
    back: 'بازگشت',
    waiting: 'در انتظار دستگاه…',
    opening: 'در حال باز کردن…',
    noPasskey: 'این دستگاه صندوق را باز نکرد. کلید کاغذی را به کار ببرید، یا دستگاه دیگری را.',
    cancelled: 'کار در دستگاه به پایان نرسید. دوباره تلاش کنید یا راه دیگری را برگزینید.',
    wrongPaper:
      'این واژه‌ها صندوق را باز نمی‌کنند. شاید کلید کاغذی دیگری است، یا آن را کنار گذاشته‌اید.',
    wrongWord: (at: string) => `واژه شماره ${at} در کلیدهای کاغذی نیست. آن را دوباره بخوانید.`,
    wrongCount: 'کلید کاغذی هجده واژه دارد.',
    wrongSum: 'یکی از واژه‌ها به جای دیگری نشسته است؛ همه را از نو بخوانید.',
    noWay: 'در این دستگاه راهی برای باز کردن این صندوق نیست.',
    noMailbox: 'هنوز صندوق نامه ندارید.',
    make: 'ساختن صندوق نامه',
    failed: 'صندوق باز نشد. صفحه را تازه کنید و دوباره تلاش کنید.',
    noLine: 'اینترنت وصل نیست. پس از وصل شدن دوباره بکوشید.',
    changed: 'کلید این صندوق آن نیست که دفتر کلیدها می‌گوید. چیزی باز نشد؛ به ما خبر دهید.',
    proving: 'کلید این صندوق همین حالا تازه شده است. تا نشستن آن در دفتر کلیدها چند ثانیه بمانید…',
    notYetProven:
      'کلید تازه این صندوق هنوز در دفتر کلیدها ننشسته است. چیزی باز نشد؛ یک دقیقه دیگر دوباره تلاش کنید.',
    unproven:
      'دفتر کلیدها اکنون نشان نمی‌دهد که کلید این صندوق از آنِ کیست. چیزی باز نشد؛ ساعت دستگاه را ببینید و دوباره تلاش کنید.',
    close: 'بستن',
    moved: 'کلید این صندوق در برگه یا دستگاه دیگری عوض شده است. صفحه را تازه کنید.',
    foreignWay:
      'یکی از راه‌های این صندوق را هیچ دستگاه شما نیفزوده است. کلید عوض نشد؛ آن راه را کنار بگذارید و به ما خبر دهید.',
    phoneLead:
      'این نقش را با دوربین تلفنی باز کنید که صندوق شما را باز می‌کند، و همین شماره را در آن ببینید:',
    phoneCode: 'شماره روی هر دو صفحه',
    phoneWait: 'در انتظار تلفن. تا پنج دقیقه فرصت هست.',
    phoneQr: 'نشانی باز کردن با تلفن',
    phoneOver: 'زمان گذشت. دوباره آغاز کنید.',
    sharedWarning:
      'این دستگاه تا قفل شدن صندوق می‌تواند نامه‌هایتان را بخواند. پس از کار، «قفل کن» را بزنید.',
    lock: 'قفل کن',
    locked: 'صندوق قفل شد.',
    demonstration: 'صندوق نمایشی: کلید آن در برنامه است و محرمانه نیست.'
  },
  en: {
    title: 'Open the mailbox',
    lead: 'Letters open on this device only. The key is not sent to us, and is wiped after five idle minutes.',
    byPasskey: 'Open with the lock of this device',
    byPaper: 'With the paper key',
    byPhone: 'With my telephone',
    paperLabel: 'The eighteen words of the paper key, in order, with spaces',
    open: 'Open',
    cancel: 'Cancel',
    back: 'Back',
    waiting: 'Waiting for the device…',
    opening: 'Opening…',
    noPasskey: 'This device did not open the mailbox. Use the paper key, or another device.',
    cancelled: 'That was not finished on the device. Try again, or choose another way.',
    wrongPaper:
      'These words do not open the mailbox. It may be another paper key, or one that was removed.',
    wrongWord: (at: string) => `Word ${at} is in no paper key. Read it again.`,
    wrongCount: 'A paper key has eighteen words.',
    wrongSum: 'One of the words is not the right one; read all of them again.',
    noWay: 'There is no way to open this mailbox on this device.',
    noMailbox: 'You have no mailbox yet.',
    make: 'Make a mailbox',
    failed: 'The mailbox did not open. Reload the page and try again.',
    noLine: 'There is no connection. Try again when there is one.',
    changed:
      'The key of this mailbox is not the one in the key directory. Nothing was opened; tell us.',
    proving:
      'The key of this mailbox is new. Wait a few seconds, until it stands in the key directory…',
    notYetProven:
      'The new key of this mailbox does not stand in the key directory yet. Nothing was opened; try again in a minute.',
    unproven:
      'The key directory does not show now whose the key of this mailbox is. Nothing was opened; look at the clock of the device and try again.',
    close: 'Close',
    moved: 'The key of this mailbox was changed in another page or device. Reload the page.',
    foreignWay:
      'One of the ways of this mailbox was added by no device of yours. The key was not changed; remove that way and tell us.',
    phoneLead:
      'Open this picture with the camera of a telephone that opens your mailbox, and see the same number there:',
    phoneCode: 'The number on both screens',
    phoneWait: 'Waiting for the telephone. There are five minutes for it.',
    phoneQr: 'Address for opening by telephone',
    phoneOver: 'The time is over. Begin again.',
    sharedWarning:
      'Until the mailbox is locked, this device can read your letters. Press “Lock” when you are done.',
    lock: 'Lock',
    locked: 'The mailbox is locked.',
    demonstration: 'A demonstration mailbox: its key is in the program, and not confidential.'
  }
} as const
