import { defineMessages } from '../platform/index.ts'

/** The operator's page of backups. */
export const messages = defineMessages({
  title: { fa: 'پشتیبان‌ها', en: 'Backups' },
  console: { fa: 'گرداندن سامانه', en: 'Operating' },
  lead: {
    fa: 'پشتیبان تا بازگردانده نشود، امید است نه پشتیبان. اینجا می‌بینید چه پشتیبان‌هایی هست، آخرین بار کدام‌یک بازگردانده و با دفتر عمومی سنجیده شد، و این کار چه اندازه طول کشید.',
    en: 'Until it has been restored a backup is a hope. Here is what was backed up, which backup was last brought back and held against the public log, and how long that took.'
  },
  measured: { fa: 'سنجیده‌شده در آخرین تمرین', en: 'Measured in the last drill' },
  rpo: { fa: 'کار ازدست‌رفته (RPO)', en: 'Work lost (RPO)' },
  rpoNote: {
    fa: 'آنچه پس از آخرین پشتیبان ثبت شده بود، اگر در آغاز تمرین به آن نیاز می‌شد',
    en: 'what was recorded after the newest backup, had it been needed when the drill began'
  },
  rto: { fa: 'زمان بازگشت (RTO)', en: 'Time to be back (RTO)' },
  rtoNote: {
    fa: 'از هیچ تا پایگاه داده‌ای که با دفتر عمومی سنجیده شده است',
    en: 'from nothing to a database that was held against the public log'
  },
  age: { fa: 'سن آخرین پشتیبان', en: 'Age of the newest backup' },
  none: { fa: 'ندارد', en: 'none' },
  controls: { fa: 'کنترل‌های حفاظت از داده', en: 'Controls that protect the data' },
  control: { fa: 'کنترل', en: 'Control' },
  state: { fa: 'وضعیت', en: 'State' },
  why: { fa: 'چرا', en: 'Why' },
  checked: { fa: 'آزموده در', en: 'Checked' },
  passed: { fa: 'گذرانده', en: 'Passed' },
  failed: { fa: 'نگذرانده', en: 'Failed' },
  notKnown: { fa: 'دانسته نیست', en: 'Not known' },
  noControls: {
    fa: 'هنوز آزموده نشده است؛ کارگر سامانه در ساعت نخست می‌آزماید.',
    en: 'Not looked at yet; the worker does so within its first hour.'
  },
  backups: { fa: 'پشتیبان‌های گرفته‌شده', en: 'Backups made' },
  noBackups: {
    fa: 'هنوز پشتیبانی گرفته نشده است: «peyman backup» یا PEYMAN_BACKUP_FOLDER.',
    en: 'No backup was made yet: “peyman backup”, or PEYMAN_BACKUP_FOLDER.'
  },
  started: { fa: 'آغاز', en: 'Begun' },
  size: { fa: 'اندازه', en: 'Size' },
  facts: { fa: 'رویداد', en: 'Facts' },
  by: { fa: 'گرفته‌شده', en: 'Made' },
  schedule: { fa: 'خودکار', en: 'by itself' },
  command: { fa: 'با فرمان', en: 'by command' },
  gone: { fa: 'جای خود را به تازه‌تر داد', en: 'replaced by newer ones' },
  drills: { fa: 'تمرین‌های بازگرداندن', en: 'Drills of a restore' },
  noDrills: {
    fa: 'هنوز تمرینی انجام نشده است: «peyman backup drill» یا PEYMAN_DRILL_IDENTITY.',
    en: 'No drill yet: “peyman backup drill”, or PEYMAN_DRILL_IDENTITY.'
  },
  settings: { fa: 'تنظیم', en: 'Settings' },
  everyHours: { fa: 'پشتیبان خودکار', en: 'Backup by itself' },
  hours: {
    fa: (n: string, keep: string) => `هر ${n} ساعت؛ ${keep} فایل نگه داشته می‌شود`,
    en: (n: string, keep: string) => `every ${n} hours; ${keep} files are kept`
  },
  drillHours: { fa: 'تمرین خودکار', en: 'Drill by itself' },
  drillEvery: { fa: (n: string) => `هر ${n} ساعت`, en: (n: string) => `every ${n} hours` },
  off: { fa: 'تنظیم نشده است', en: 'not set' },
  key: { fa: 'کلید بازیابی', en: 'Recovery key' },
  keyThere: {
    fa: 'ساخته شده است؛ بخش پنهان آن در این سامانه نیست',
    en: 'made; its secret part is not in this system'
  },
  noKey: { fa: 'ساخته نشده است: «peyman backup key»', en: 'not made: “peyman backup key”' },
  bytes: { fa: 'کیلوبایت', en: 'kB' }
})
