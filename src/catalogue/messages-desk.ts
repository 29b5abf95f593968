import { defineMessages } from '../platform/index.ts'

/** The pages on which an authority keeps its cards. */
export const deskMessages = defineMessages({
  title: { fa: 'شناسنامه خدمات', en: 'Service cards' },
  lead: {
    fa: 'شناسنامه‌های دستگاه شما، کامل بودن آن‌ها و پیش‌نویس‌ها.',
    en: 'The cards of your authority, how complete they are, and their drafts.'
  },
  desk: { fa: 'پیشخوان', en: 'Dashboard' },
  service: { fa: 'خدمت', en: 'Service' },
  code: { fa: 'کد خدمت', en: 'Service code' },
  authority: { fa: 'دستگاه', en: 'Authority' },
  version: { fa: 'نسخه جاری', en: 'In force' },
  versionNone: { fa: 'منتشر نشده', en: 'Not published' },
  draft: { fa: 'پیش‌نویس', en: 'Draft' },
  draftNone: { fa: 'ندارد', en: 'None' },
  draftSavedAt: { fa: (at: string) => `ذخیره ${at}`, en: (at: string) => `saved ${at}` },
  completeness: { fa: 'کامل بودن', en: 'Completeness' },
  missingCount: { fa: (n: string) => `${n} بخش خالی`, en: (n: string) => `${n} fields empty` },
  edit: { fa: 'ویرایش', en: 'Edit' },
  newCard: { fa: 'شناسنامه تازه', en: 'New card' },
  newCardHelp: {
    fa: 'کد خدمت ۶ تا ۱۳ رقم است و دیگر عوض نمی‌شود.',
    en: 'The code is 6 to 13 digits and does not change later.'
  },
  create: { fa: 'ساختن پیش‌نویس', en: 'Start a draft' },
  importTitle: { fa: 'ورود شناسنامه‌ها از فایل', en: 'Import cards from a file' },
  importLead: {
    fa: 'فایل CSV (با کدگذاری یونیکد) یا XLSX با یک ردیف برای هر خدمت بفرستید. یا همه پذیرفته می‌شود یا هیچ‌کدام.',
    en: 'Send a CSV (UTF-8) or XLSX file with one row for each service. All of it is taken, or none.'
  },
  importTemplate: {
    fa: 'شناسنامه‌های کنونی را بگیرید تا ستون‌ها و نمونه پرشده را ببینید:',
    en: 'Download the present cards to see the columns and filled rows:'
  },
  importColumns: {
    fa: 'ستون‌ها (در ستون‌های فهرستی، هر سطر خانه یک ردیف است)',
    en: 'Columns (in a column that holds a list, each line of the cell is one item)'
  },
  exportCards: { fa: 'شناسنامه‌های کنونی (CSV)', en: 'Present cards (CSV)' },
  file: { fa: 'فایل', en: 'File' },
  fileHelp: {
    fa: 'حداکثر ۵ مگابایت، ۲۰۰۰ ردیف',
    en: 'At most 5 MB and 2,000 rows'
  },
  send: { fa: 'فرستادن', en: 'Send' },
  fileMissing: { fa: 'فایلی برگزینید.', en: 'Choose a file.' },
  imported: {
    fa: (published: string, unchanged: string) =>
      `${published} شناسنامه منتشر شد و ${unchanged} شناسنامه تغییری نداشت.`,
    en: (published: string, unchanged: string) =>
      `${published} cards were published and ${unchanged} had no change.`
  },
  importedWaiting: {
    fa: (n: string) =>
      `${n} نسخه اعلام شده است و پس از آنکه پایشگری بیرونی اطلاعیه‌اش را بخواند اجرا می‌شود.`,
    en: (n: string) =>
      `${n} versions are announced; each is in force once an outside probe has read its notice.`
  },
  announcedColumn: { fa: 'اعلام‌شده', en: 'Announced' },
  announcedNone: { fa: 'ندارد', en: 'None' },
  effectiveAt: { fa: 'اجرا از روز', en: 'In force from the day' },
  effectiveAtHelp: {
    fa: 'تاریخ شمسی، مانند ۱۴۰۵/۱۰/۰۱. خالی: همین که پایشگری بیرونی اطلاعیه تغییر را بخواند. نسخه تازه هیچ‌گاه پیش از آن اجرا نمی‌شود.',
    en: 'A Jalali date, such as 1405/10/01. Empty: as soon as an outside probe has read the notice of the change. The new version is never in force before that.'
  },
  publishTitle: { fa: 'انتشار', en: 'Publishing' },
  publishLead: {
    fa: 'با انتشار، اطلاعیه تغییر از روی تفاوت دو نسخه ساخته و در همان دم منتشر می‌شود.',
    en: 'Publishing makes the notice of the change from the difference of the versions, and publishes it at once.'
  },
  announcedTitle: {
    fa: 'تغییر اعلام‌شده‌ای در راه است',
    en: 'A change was announced and is to come'
  },
  place: { fa: 'جای خطا', en: 'Where' },
  wrong: { fa: 'چه چیزی درست است', en: 'What would be right' },
  problems: { fa: 'موارد نادرست', en: 'What is wrong' },
  editTitle: {
    fa: (code: string) => `ویرایش شناسنامه ${code}`,
    en: (code: string) => `Edit card ${code}`
  },
  save: { fa: 'ذخیره پیش‌نویس', en: 'Save the draft' },
  publish: { fa: 'انتشار', en: 'Publish' },
  discard: { fa: 'کنار گذاشتن پیش‌نویس', en: 'Discard the draft' },
  discarded: { fa: 'پیش‌نویس کنار گذاشته شد.', en: 'The draft was discarded.' },
  saved: {
    fa: 'پیش‌نویس ذخیره شد؛ همه بخش‌ها پر است.',
    en: 'The draft is saved; every field is filled.'
  },
  savedMissing: {
    fa: (n: string) => `پیش‌نویس ذخیره شد؛ برای انتشار ${n} بخش دیگر را پر کنید.`,
    en: (n: string) => `The draft is saved; to publish, fill ${n} more fields.`
  },
  published: {
    fa: (n: string) => `نسخه ${n} منتشر شد.`,
    en: (n: string) => `Version ${n} is published.`
  },
  publishedWaiting: {
    fa: (n: string) =>
      `نسخه ${n} و اطلاعیه آن منتشر شد. این نسخه پس از آنکه پایشگری بیرونی اطلاعیه را بخواند اجرا می‌شود.`,
    en: (n: string) =>
      `Version ${n} and its notice are published. It is in force once an outside probe has read the notice.`
  },
  missingTitle: { fa: 'برای انتشار این بخش‌ها را پر کنید', en: 'To publish, fill these fields' },
  see: { fa: 'دیدن شناسنامه', en: 'See the card' },
  row: { fa: (n: string) => `ردیف ${n}`, en: (n: string) => `Row ${n}` },
  newRow: { fa: 'ردیف تازه', en: 'New row' },
  position: { fa: 'جای ردیف', en: 'Place of the row' },
  persian: { fa: 'فارسی', en: 'Persian' },
  english: { fa: 'انگلیسی', en: 'English' },
  rowsHelp: {
    fa: 'برای برداشتن یک ردیف همه بخش‌های آن را خالی کنید.',
    en: 'To remove a row, empty all its fields.'
  }
})
