import { defineMessages } from '../platform/text.ts'

/** Texts of `peyman log verify`. */
export const messages = defineMessages({
  verified: { fa: 'دفتر درست است.', en: 'The log is what it says.' },
  fault: { fa: 'خطا در دفتر:', en: 'The log is at fault:' },
  trouble: { fa: 'بررسی نشد:', en: 'Not checked:' },
  log: { fa: 'دفتر', en: 'Log' },
  size: { fa: 'برگ‌ها', en: 'Entries' },
  root: { fa: 'ریشه', en: 'Root' },
  latest: { fa: 'زمان برگ آخر', en: 'Last entry' },
  signedBy: { fa: 'امضاکننده', en: 'Signed by' },
  witnesses: { fa: 'گواهان', en: 'Witnesses' },
  nobody: { fa: 'هیچ‌کس؛ سیاست شما گواهی نخواسته است', en: 'nobody; your policy demands none' },
  before: { fa: 'بررسی پیشین', en: 'Verified before' },
  beforeNone: { fa: 'نخستین بررسی', en: 'this is the first look' },
  beforeSome: {
    fa: (size: string) => `${size} برگ؛ اکنون ادامه همان است`,
    en: (size: string) => `${size} entries, which it still continues`
  },
  sizeText: {
    fa: (all: string, [open = '', sealed = '', control = '']: readonly string[]) =>
      `${all} (همگانی ${open}، مهرشده ${sealed}، گرداندن دفتر ${control})`,
    en: (all: string, [open = '', sealed = '', control = '']: readonly string[]) =>
      `${all} (public ${open}, sealed ${sealed}, control ${control})`
  },
  key: {
    fa: (name: string, id: string) => `${name}، کلید ${id}`,
    en: (name: string, id: string) => `${name}, key ${id}`
  },
  frozen: { fa: 'این دفتر بسته شده است.', en: 'This log is closed.' },
  fromLog: {
    fa: 'هشدار: کلیدها را خود دفتر داده است. برای اطمینان، سیاستی را که از راه دیگری گرفته‌اید با ‎--policy بدهید.',
    en: 'Note: the keys came from the log itself. To be sure, give a policy that you have from elsewhere with --policy.'
  },
  path: { fa: 'فایل', en: 'File' },
  index: { fa: 'برگ', en: 'Entry' },
  sizes: {
    fa: (before: string, now: string) => `پیش از این ${before} برگ، اکنون ${now} برگ`,
    en: (before: string, now: string) => `${before} entries before, ${now} now`
  },
  evidence: { fa: 'سند', en: 'Evidence' },
  progress: {
    fa: (done: string, total: string, percent: string) => `${done} از ${total} برگ (${percent}٪)`,
    en: (done: string, total: string, percent: string) =>
      `${done} of ${total} entries (${percent} %)`
  }
})
