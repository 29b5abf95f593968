import { defineMessages } from '../../platform/index.ts'

/** What each fault of a log means, and each reason for which nothing can be said of it. */
export const messages = defineMessages({
  'checkpoint-unreadable': {
    fa: 'نقطه‌بازبینی دفتر خوانده نمی‌شود؛ ناقص یا دست‌خورده است.',
    en: 'The checkpoint of the log cannot be read: it is incomplete or altered.'
  },
  'checkpoint-shrank': {
    fa: 'دفتر کوچک‌تر از آن شده که پیش از این امضا کرده بود؛ برگ‌هایی برداشته شده است (شاید نسخه پشتیبان کهنه‌ای بازگردانده‌اند).',
    en: 'The log is smaller than it had signed before: entries were taken away (an old backup may have been restored).'
  },
  'wrong-key': {
    fa: 'نقطه‌بازبینی با کلیدی که به آن اعتماد دارید و اکنون از آنِ دفتر است امضا نشده است. شاید کلیدهای پیشین را باطل کرده‌اند: در این صورت فایل سیاست تازه را از راهی که به آن اعتماد دارید بگیرید و با ‎--policy‎ بدهید.',
    en: 'The checkpoint is not signed by a key that you believe and that is the log’s own now. The keys before may have been withdrawn: then get the new policy by a way that you trust, and give it with --policy.'
  },
  'unknown-log': {
    fa: 'این دفتر در فایل سیاست شما نیست.',
    en: 'This log is not in your policy.'
  },
  'quorum-missing': {
    fa: 'شمار گواهانی که فایل سیاست شما می‌خواهد، این نقطه‌بازبینی را گواهی نکرده‌اند.',
    en: 'The checkpoint is not cosigned by as many witnesses as your policy demands.'
  },
  fork: {
    fa: 'دو نسخه از دفتر: آنچه اکنون نشان می‌دهد، ادامه آن چیزی نیست که پیش از این امضا کرده بود. هر دو نقطه‌بازبینی امضاشده نگه داشته شد.',
    en: 'Two copies of the log: what it shows now does not continue what it had signed before. Both signed checkpoints were kept.'
  },
  'tile-missing': { fa: 'کاشی‌ای از دفتر نیست.', en: 'A tile of the log is missing.' },
  'tile-mismatch': {
    fa: 'کاشی منتشرشده با برگ‌های دفتر نمی‌خواند.',
    en: 'A published tile does not agree with the entries of the log.'
  },
  'bundle-missing': {
    fa: 'دسته‌ای از برگ‌های دفتر نیست.',
    en: 'A bundle of entries of the log is missing.'
  },
  'bundle-truncated': {
    fa: 'دسته‌ای از برگ‌های دفتر ناقص است.',
    en: 'A bundle of entries is truncated.'
  },
  'entry-rewritten': {
    fa: 'برگی از دفتر بازنویسی شده است: متن آن همان نیست که در درخت دفتر است.',
    en: 'An entry was rewritten: its text is not the one in the tree of the log.'
  },
  'entry-unreadable': {
    fa: 'برگی از دفتر خوانده نمی‌شود یا در جای نادرستی است.',
    en: 'An entry cannot be read, or stands where it must not.'
  },
  'entry-after-freeze': {
    fa: 'پس از بسته شدن دفتر، برگی به آن افزوده شده است.',
    en: 'An entry was added after the log had been closed.'
  },
  'time-goes-back': {
    fa: 'زمان در دفتر به عقب رفته است: برگی زمانی پیش از برگ پیشین خود دارد.',
    en: 'Time goes back in the log: an entry is earlier than the one before it.'
  },
  'root-mismatch': {
    fa: 'محاسبه از همه برگ‌ها به ریشه‌ای که دفتر امضا کرده است نمی‌رسد.',
    en: 'Reckoned from all its entries, the log does not lead to the root that it has signed.'
  },
  unreachable: { fa: 'دفتر پاسخ نمی‌دهد.', en: 'The log does not answer.' },
  'policy-unusable': {
    fa: 'فایل سیاست را نمی‌توان به کار برد.',
    en: 'The policy cannot be used.'
  },
  'state-unusable': {
    fa: 'آنچه از بررسی پیشین نگه داشته شده بود خوانده نمی‌شود. اگر آن را بردارید، ناسازگاری با گذشته دیده نخواهد شد.',
    en: 'What was kept of the look before cannot be read. Without it a contradiction to the past would not be seen.'
  }
})
