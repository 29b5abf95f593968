/** What the reader's page says of what can be done with a letter. */
const entries = {
  reply: { fa: 'پاسخ', en: 'Reply' },
  acknowledge: { fa: 'اعلام وصول', en: 'Acknowledge' },
  acknowledged: { fa: 'وصول نامه اعلام شد.', en: 'Acknowledged.' },
  acknowledgeHelp: {
    fa: 'به فرستنده می‌گوید که نامه را دیده‌اید؛ به معنای پذیرش محتوای آن نیست.',
    en: 'Tells the sender that you have seen the letter; it does not mean that you agree.'
  },
  heirReads: {
    fa: 'این نامه را به‌عنوان وارث می‌خوانید. پاسخ و اعلام وصول را تنها صاحب صندوق می‌توانست امضا کند؛ از این رو اینجا نیست، و باز شدن نامه هم به نام او ثبت نمی‌شود.',
    en: 'You read this letter as an heir. Only the owner of the mailbox could sign an answer or an acknowledgement, so neither is offered, and no opening is recorded in their name.'
  },
  openedTold: {
    fa: 'باز شدن نامه با امضای صندوق شما ثبت شد.',
    en: 'That you opened the letter is recorded with the signature of your mailbox.'
  },
  openedUntold: {
    fa: 'باز شدن نامه ثبت نشد؛ بار دیگر که بازش کنید دوباره فرستاده می‌شود.',
    en: 'That you opened the letter was not recorded; it is sent again when you next open it.'
  },
  print: { fa: 'چاپ', en: 'Print' },
  exportAge: { fa: 'ذخیره فایل سربسته', en: 'Save the sealed file' },
  exportProof: { fa: 'ذخیره اثبات‌ها', en: 'Save the proofs' },
  exportPdf: { fa: 'ذخیره PDF', en: 'Save as PDF' },
  pdfMaking: {
    fa: 'PDF در همین مرورگر ساخته می‌شود…',
    en: 'The PDF is being made in this browser…'
  },
  pdfMade: { fa: 'PDF ذخیره شد.', en: 'The PDF is saved.' },
  pdfPage: { fa: 'صفحه %a از %b', en: 'Page %a of %b' },
  pdfCodes: {
    fa: 'نویسه‌هایی که قلم این نسخه ندارد با کد یونی‌کد نوشته شده‌اند.',
    en: 'Characters that the font of this copy lacks are written as their Unicode codes.'
  },
  pdfMadeAt: { fa: 'این نسخه در % ساخته شده است.', en: 'This copy was made on %.' },
  htmlSaved: { fa: 'نامه باز ذخیره شد.', en: 'The opened letter is saved.' },
  exportHtml: { fa: 'ذخیره نامه باز', en: 'Save the opened letter' },
  exportHelp: {
    fa: 'فایل سربسته و اثبات‌ها را با «خواننده بی‌اینترنت» و کلید کاغذی، بی‌نیاز به این سامانه، می‌توان باز کرد. نامه باز را هر که فایل را دارد می‌خواند.',
    en: 'The sealed file and the proofs open with the offline reader and your paper key, without this system. Whoever has the opened letter can read it.'
  },
  exportTitle: { fa: 'نگه داشتن نامه', en: 'Keep the letter' },
  report: { fa: 'گزارش', en: 'Report' },
  reportTitle: { fa: 'گزارش این نامه', en: 'Report this letter' },
  reportHelp: {
    fa: 'متن نامه فرستاده نمی‌شود؛ تنها شناسه نامه و دلیل.',
    en: 'The text is not sent; only the id of the letter and the reason.'
  },
  reportForgery: { fa: 'نامه جعلی است', en: 'The letter is forged' },
  reportFraud: { fa: 'کلاه‌برداری است', en: 'It is fraud' },
  reportPrivacy: { fa: 'حریم خصوصی کسی را نقض می‌کند', en: 'It violates somebody’s privacy' },
  reportWrong: { fa: 'گیرنده آن من نیستم', en: 'I am not its recipient' },
  reported: { fa: 'گزارش ثبت شد.', en: 'The report is recorded.' },
  actFailed: {
    fa: 'انجام نشد. دوباره بکوشید.',
    en: 'That did not work. Try again.'
  },
  search: { fa: 'جست‌وجو در نامه‌های بازشده', en: 'Search opened letters' },
  searchHelp: {
    fa: 'تنها در نامه‌هایی که روی همین دستگاه باز کرده‌اید. فهرست جست‌وجو با کلید صندوق مهر و موم است، از دستگاه بیرون نمی‌رود و با خروج پاک می‌شود.',
    en: 'Only in letters that you opened on this device. The index is sealed to the key of the mailbox, never leaves the device, and goes when you sign out.'
  },
  found: { fa: '% نامه پیدا شد', en: '% found' },
  folder: { fa: 'پوشه', en: 'Folder' },
  allFolders: { fa: 'همه پوشه‌ها', en: 'All folders' },
  noFolder: { fa: 'بی‌پوشه', en: 'No folder' },
  folderName: { fa: 'نام پوشه', en: 'Name of the folder' },
  putInFolder: { fa: 'گذاشتن در پوشه', en: 'Put in folder' },
  folderHelp: {
    fa: 'پوشه‌ها تنها روی همین دستگاه‌اند.',
    en: 'Folders are on this device only.'
  },
  folderDone: { fa: 'در پوشه گذاشته شد.', en: 'Put in the folder.' },
  evidence: { fa: 'شواهد این نامه', en: 'Evidence of this letter' },
  savedBy: {
    fa: 'نسخه باز نامه %a، که خواننده آن ذخیره کرده است. این نسخه به خودی خود چیزی را ثابت نمی‌کند: آن را در صفحه بررسی اصالت با نامه بسنجید.',
    en: 'An opened copy of letter %a, saved by its reader. By itself it proves nothing: hold it against its letter on the page that checks letters.'
  }
} as const satisfies Record<string, { fa: string; en: string }>

/** Name of a text. */
export type ActText = keyof typeof entries

/** The catalogue, for the tests that read every one. */
export const actMessages = { entries }
