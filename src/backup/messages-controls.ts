import { defineMessages } from '../platform/index.ts'

/** What each control is called. */
export const controlMessages = defineMessages({
  'encryption-at-rest': { fa: 'رمزگذاری دیسک', en: 'Encryption at rest' },
  'encryption-in-transit': { fa: 'رمزگذاری راه', en: 'Encryption in transit' },
  'backup-age': { fa: 'سن پشتیبان', en: 'Backup age' },
  'restore-drill': { fa: 'تمرین بازگرداندن', en: 'Restore drill' },
  'log-verified': { fa: 'درستی دفتر عمومی', en: 'Public log verified' },
  'dependency-audit': { fa: 'آسیب‌پذیری کتابخانه‌ها', en: 'Audit of libraries' },
  'sign-in-limited': { fa: 'محدودیت تلاش برای ورود', en: 'Sign-in limited' },
  'access-reviewed': { fa: 'بازبینی دسترسی‌ها', en: 'Access reviews' }
})

const count = (fa: (n: string) => string, en: (n: string) => string) => ({ fa, en })
const plain = (fa: string, en: string) =>
  count(
    () => fa,
    () => en
  )

/** Why a control stands as it does; each takes the figure beside it. */
export const reasonMessages = defineMessages({
  'encrypted-disk': plain(
    'دیسک را سیستم‌عامل رمز می‌کند (dm-crypt)',
    'the system encrypts the disk (dm-crypt)'
  ),
  'disk-not-known': plain(
    'رمزگذاری دیسک از اینجا دیده نمی‌شود؛ شاید در خود دیسک یا زیر ماشین مجازی باشد',
    'no encryption is seen from here; it may be in the disk, or below the virtual machine'
  ),
  'database-elsewhere': plain(
    'پایگاه داده روی سرور دیگری است و دیسک آن از اینجا دیده نمی‌شود',
    'the database is on another server, whose disk is not seen from here'
  ),
  https: plain('نشانی عمومی https است', 'the public address is https'),
  'plain-http': plain('نشانی عمومی http است', 'the public address is plain http'),
  'this-machine-only': plain('فقط از همین رایانه باز می‌شود', 'it opens from this machine only'),
  'backup-fresh': count(
    (n) => `${n} ساعت از آخرین پشتیبان می‌گذرد`,
    (n) => `the newest backup is ${n} hours old`
  ),
  'backup-old': count(
    (n) => `${n} ساعت از آخرین پشتیبان می‌گذرد`,
    (n) => `the newest backup is ${n} hours old`
  ),
  'no-backup': plain('هیچ پشتیبانی نیست', 'there is no backup'),
  'drill-passed': count(
    (n) => (n === '۰' ? 'آخرین تمرین امروز، بی‌خطا' : `آخرین تمرین ${n} روز پیش، بی‌خطا`),
    (n) =>
      n === '0'
        ? 'the last drill, today, found no fault'
        : `the last drill, ${n} days ago, found no fault`
  ),
  'drill-failed': count(
    (n) =>
      n === '۰'
        ? 'آخرین تمرین، امروز، به نتیجه نرسید'
        : `آخرین تمرین، ${n} روز پیش، به نتیجه نرسید`,
    (n) => (n === '0' ? 'the last drill, today, failed' : `the last drill, ${n} days ago, failed`)
  ),
  'drill-old': count(
    (n) => `آخرین تمرین ${n} روز پیش بود`,
    (n) => `the last drill was ${n} days ago`
  ),
  'no-drill': plain('هیچ پشتیبانی هرگز بازگردانده نشده است', 'no backup was ever restored'),
  'log-agrees': count(
    (n) => `${n} برگ دفتر با رویدادها یکی است`,
    (n) => `${n} entries of the log agree with the facts`
  ),
  'log-differs': count(
    (n) => `${n} ناسازگاری در دفتر`,
    (n) => `${n} differences in the log`
  ),
  'log-waits': count(
    (n) => `${n} رویداد هنوز به دفتر نرسیده یا منتشر نشده است؛ پس از آن سنجیده می‌شود`,
    (n) => `${n} facts are not in the log, or not published, yet; it is looked at again after that`
  ),
  'no-log': plain('هنوز دفتری نیست', 'there is no log yet'),
  'audit-clean': count(
    (day) => `در ${day} آسیب‌پذیری جدی شناخته‌شده‌ای نبود`,
    (day) => `no serious known vulnerability on ${day}`
  ),
  'audit-found': count(
    (n) => `${n} آسیب‌پذیری جدی شناخته‌شده`,
    (n) => `${n} serious known vulnerabilities`
  ),
  'audit-old': count(
    (day) => `آخرین بررسی در ${day} بود`,
    (day) => `last asked on ${day}`
  ),
  'audit-not-answered': count(
    (day) => `در ${day} پرسیده شد و مخزن پاسخ نداد`,
    (day) => `asked on ${day}; the registry did not answer`
  ),
  'no-audit': plain('اینجا هیچ‌گاه پرسیده نشده است', 'never asked from here'),
  'limits-on': count(
    (n) => `هر نشانی در دقیقه حداکثر ${n} درخواست`,
    (n) => `at most ${n} requests of one address a minute`
  ),
  'limits-wide': count(
    (n) => `حد ${n} درخواست در دقیقه جلوی حدس زدن را نمی‌گیرد`,
    (n) => `a limit of ${n} requests a minute does not stop guessing`
  ),
  demonstration: plain('نمایشی: ورود با یک کلیک', 'a demonstration: sign-in by a click'),
  'review-fresh': count(
    (n) => `دیرترین بازبینی ${n} روز پیش بود`,
    (n) => `the review that is longest ago was ${n} days ago`
  ),
  'review-old': count(
    (n) => `بازبینی دستگاهی ${n} روز پیش بود`,
    (n) => `an authority was reviewed ${n} days ago`
  ),
  'no-review': plain('مدیر دستگاهی هنوز بازبینی نکرده است', 'an administrator has not reviewed yet')
})
