import { defineMessages } from '../platform/text.ts'

/** Texts of `peyman check`. */
export const messages = defineMessages({
  checked: {
    fa: (counted: (index: number) => string) =>
      `بررسی شد: ${counted(0)} درخواست، ${counted(1)} نسخه شناسنامه، ${counted(2)} نسخه اطلاعیه، ${counted(3)} قطعی، ${counted(4)} ردیف پایش، ${counted(5)} قطعی یا توقف برنامه‌ریزی‌شده، ${counted(6)} گزارش خرابی، ${counted(7)} کلید، ${counted(8)} وضع بند، ${counted(9)} رویداد، ${counted(10)} برگ دفتر. اختلاف: ${counted(11)}`,
    en: (counted: (index: number) => string) =>
      `checked ${counted(0)} cases, ${counted(1)} versions of cards, ${counted(2)} versions of notices, ${counted(3)} outages, ${counted(4)} rows of watching, ${counted(5)} planned outages and suspensions, ${counted(6)} failure reports, ${counted(7)} keys, ${counted(8)} clause states, ${counted(9)} facts and ${counted(10)} entries of the log: ${counted(11)} differences`
  },
  cached: { fa: 'نگه‌داشته', en: 'kept' },
  computed: { fa: 'از رویدادها', en: 'from the facts' },
  log: { fa: 'دفتر', en: 'log' },
  case: { fa: 'درخواست', en: 'case' },
  card: { fa: 'شناسنامه', en: 'card' },
  notice: { fa: 'اطلاعیه', en: 'notice' },
  planned: { fa: 'قطعی یا توقف', en: 'planned outage or suspension' },
  report: { fa: 'گزارش خرابی', en: 'failure report' },
  state: { fa: 'وضع بند', en: 'clause state' },
  directory: { fa: 'دفتر کلیدها', en: 'key directory' }
})

/** What of a card is not as the facts say. */
export const cardMessages = defineMessages({
  content: { fa: 'متن با اثر انگشت خود یکی نیست', en: 'its content is not that of its hash' },
  published: { fa: 'آنچه منتشر شد چیز دیگری است', en: 'something else was published' },
  changes: {
    fa: 'تفاوت آن با نسخه پیشین همان نیست که گفته شد',
    en: 'it differs from the version before otherwise than was told'
  },
  effect: { fa: 'زمان اجرا', en: 'from when it is in force' }
})

/** What of the key directory is not what its entries say. */
export const directoryMessages = defineMessages({
  entry: { fa: 'کلید ثبت‌شده با اثر انگشت خود یکی نیست', en: 'an entry is not that of its hash' },
  chain: { fa: 'زنجیره کلیدها گسسته است', en: 'the chain of entries is broken' },
  map: {
    fa: 'ریشه نقشه از کلیدها به دست نمی‌آید',
    en: 'the root of the map is not that of its entries'
  },
  branch: { fa: 'شاخه‌ای از نقشه دست خورده است', en: 'a branch of the map was changed' },
  head: { fa: 'وضع منتشرشده چیز دیگری است', en: 'the published state is another one' }
})

/** What of a notice is not as the facts say. */
export const noticeMessages = defineMessages({
  text: { fa: 'متن با اثر انگشت خود یکی نیست', en: 'its text is not that of its hash' },
  published: { fa: 'آنچه منتشر شد چیز دیگری است', en: 'something else was published' },
  lost: { fa: 'نسخه منتشرشده نیست', en: 'a published version is gone' },
  seen: { fa: 'زمان دیده‌شدن', en: 'when it was seen' },
  sight: { fa: 'آنچه از دیده‌شدن نگه داشته شد', en: 'what is kept of its sight' },
  snapshot: {
    fa: 'صفحه‌ای که دیده‌شدن را نشان می‌دهد همان نیست که نگه داشته شد',
    en: 'the page that proves the sight is not the one that was kept'
  }
})

/** What of outages, and of what watches for them, is not as the facts say. */
export const watchingMessages = defineMessages({
  outage: { fa: 'قطعی', en: 'outage' },
  gap: { fa: 'زمان بی‌نتیجه', en: 'time without results' },
  'vantage-point': { fa: 'نقطه پایش', en: 'vantage point' },
  target: { fa: 'هدف پایش', en: 'target' },
  channel: { fa: 'کانال', en: 'channel' }
})

/** What each difference between facts, log, files and signer means. */
export const differenceMessages = defineMessages({
  'shard-missing': {
    fa: 'ردیف این دفتر از پایگاه داده برداشته شده است.',
    en: 'The row of this log was taken out of the database.'
  },
  'fact-without-leaf': {
    fa: 'این رویداد نه در دفتر است و نه در نوبت آن.',
    en: 'This fact neither stands in the log nor waits for it.'
  },
  'fact-logged-twice': {
    fa: 'این رویداد دو بار در دفتر آمده است.',
    en: 'This fact stands in the log twice.'
  },
  'fact-waits': {
    fa: 'این رویداد بیش از زمان قول‌داده‌شده در نوبت دفتر مانده است.',
    en: 'This fact has waited for the log longer than was promised.'
  },
  'fact-edited': {
    fa: 'این رویداد پس از ثبت در دفتر دست خورده، یا کلید شواهد آن عوض شده است.',
    en: 'This fact, or the key of its evidence, was changed after it was logged.'
  },
  'key-missing': {
    fa: 'کلید شواهد این رویداد نیست، بی‌آنکه پاک شدن آن ثبت شده باشد.',
    en: 'The key of the evidence of this fact is gone, and no erasure of it is on record.'
  },
  'leaf-without-fact': {
    fa: 'این رویداد در دفتر آمده، اما ردیف آن پاک شده است.',
    en: 'This fact stands in the log, but its row was deleted.'
  },
  'leaf-without-entry': {
    fa: 'برگی که این رویداد باید در آن باشد نیست یا خوانده نمی‌شود.',
    en: 'The entry in which this fact should stand is not there, or cannot be read.'
  },
  'leaf-misplaced': {
    fa: 'جایی که برای این رویداد نوشته شده، در برگ دفتر نیست.',
    en: 'The place that is written for this fact is not one of its entry.'
  },
  'entry-without-leaf': {
    fa: 'رویداد این برگ آشکار از پایگاه داده برداشته شده است.',
    en: 'The fact of this public entry was taken out of the database.'
  },
  'commitment-without-leaf': {
    fa: 'این برگ به رویدادهایی بیش از آنچه در پایگاه داده مانده تعهد دارد.',
    en: 'This entry commits to more facts than are left in the database.'
  },
  'commitments-missing': {
    fa: 'تعهدهای این برگ از پایگاه داده برداشته شده است.',
    en: 'The commitments of this entry were taken out of the database.'
  },
  'commitments-lost': {
    fa: 'این برگ پس از بازگرداندن پشتیبانی کهنه از فایل‌های منتشرشده بازآورده شده، اما رویدادهای آن از دست رفته‌اند.',
    en: 'This entry was brought back from the published files after an old backup was restored, but its facts are lost.'
  },
  'commitments-differ': {
    fa: 'تعهدهای این برگ با آنچه مهر شده یکی نیست.',
    en: 'The commitments of this entry are not those that it seals.'
  },
  'entry-missing': { fa: 'این برگ پاک شده است.', en: 'This entry was deleted.' },
  'entry-differs': {
    fa: 'ردیف این برگ با بایت‌های خود برگ یکی نیست.',
    en: 'The row of this entry is not what its bytes say.'
  },
  'time-went-back': {
    fa: 'زمان این برگ پیش از برگ قبلی است.',
    en: 'The time of this entry is before that of the entry before.'
  },
  'rows-beyond-head': {
    fa: 'این ردیف بیرون از دفتر است؛ برنامه آن را ننوشته است.',
    en: 'This row is beyond the end of the log; the program did not write it.'
  },
  'head-differs': {
    fa: 'سر دفتر با برگ‌های آن یکی نیست.',
    en: 'The head of the log is not that of its entries.'
  },
  'tile-row-differs': {
    fa: 'این کاشی در پایگاه داده با برگ‌ها یکی نیست.',
    en: 'This tile in the database is not that of the entries.'
  },
  'tile-file-differs': {
    fa: 'این فایل منتشرشده با برگ‌ها یکی نیست.',
    en: 'This published file is not that of the entries.'
  },
  'tile-file-missing': {
    fa: 'این فایل منتشرشده سر جای خود نیست.',
    en: 'This published file is not there.'
  },
  'checkpoint-file-differs': {
    fa: 'فایل نقطه‌بازبینی منتشرشده دست خورده است.',
    en: 'The published file of the checkpoint was changed.'
  },
  'checkpoint-file-missing': {
    fa: 'فایل نقطه‌بازبینی منتشرشده سر جای خود نیست.',
    en: 'The published file of the checkpoint is not there.'
  },
  'checkpoint-not-signed': {
    fa: 'نقطه‌بازبینی امضای درست دفتر را ندارد.',
    en: 'The checkpoint does not bear a right signature of the log.'
  },
  'checkpoint-differs': {
    fa: 'نقطه‌بازبینی منتشرشده با برگ‌های دفتر یکی نیست.',
    en: 'The published checkpoint is not that of the entries.'
  },
  'rows-behind-checkpoint': {
    fa: 'پایگاه داده کمتر از آن دارد که منتشر شده است؛ شاید پشتیبانی کهنه بازگردانده شده باشد.',
    en: 'The database holds less than was published; an old backup may have been restored.'
  },
  'rows-behind-signer': {
    fa: 'پایگاه داده کمتر از آن دارد که امضا شده است؛ شاید پشتیبانی کهنه بازگردانده شده باشد.',
    en: 'The database holds less than was signed; an old backup may have been restored.'
  },
  fork: {
    fa: 'برگ‌ها همان‌هایی نیستند که امضا شده‌اند: گذشته دفتر دو شاخه شده است.',
    en: 'The entries are not those that were signed: the log has forked.'
  },
  'signer-unknown': {
    fa: 'برنامه امضا یا فایل آن نمی‌گوید تا کجا امضا شده است.',
    en: 'Neither the signer nor its file says what was signed.'
  },
  'signer-behind-checkpoint': {
    fa: 'برنامه امضا از آنچه خود امضا کرده کمتر می‌داند؛ حافظه آن عقب برده شده است.',
    en: 'The signer knows of less than it has signed; its memory was set back.'
  },
  'signer-keys-differ': {
    fa: 'فایل کلیدهای امضا نیست یا عوض شده است؛ پیش از ایستادن برنامه امضا آن را از پشتیبان بازگردانید.',
    en: 'The file of the signing keys is gone or changed; bring it back before the signer stops.'
  },
  'clock-set-back': {
    fa: 'ساعت این دستگاه از زمان آخرین برگ عقب‌تر است.',
    en: 'The clock of this machine is behind the last entry.'
  },
  'not-published': {
    fa: 'تازه‌ترین حال دفتر منتشر نمی‌شود.',
    en: 'The newest head of the log is not being published.'
  },
  'publishing-late': {
    fa: 'تازه‌ترین حال دفتر بیش از زمان قول‌داده‌شده منتشر نشده است.',
    en: 'The newest head of the log has not been published within the promised time.'
  }
})
