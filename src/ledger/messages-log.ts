import { defineMessages } from '../platform/index.ts'

/** Texts of the explorer of the public log. */
export const logMessages = defineMessages({
  title: { fa: 'دفتر عمومی شواهد', en: 'The public log' },
  lead: {
    fa: 'هر رویداد این سامانه در این دفتر جایی دارد. نوشته‌های آن پاک یا عوض نمی‌شود: اگر بشود، هر که نسخه‌ای از آن دارد می‌فهمد. از کار هیچ شخصی چیزی در آن خوانده نمی‌شود؛ هر شخص با رسید خود می‌تواند نشان دهد که رویداد کار او در کدام برگ آمده است.',
    en: 'Every event of this system has a place in this log. What stands in it is not erased or changed: if it were, whoever has a copy would notice. Nothing of any person can be read in it; each person can show by a receipt in which entry their own event stands.'
  },
  keyDirectory: { fa: 'دفتر کلیدهای صندوق‌های نامه', en: 'Directory of mailbox keys' },
  nothing: {
    fa: 'هنوز چیزی در دفتر نوشته نشده است.',
    en: 'Nothing has been written to the log yet.'
  },
  shard: { fa: 'دفتر سال', en: 'Log of the year' },
  shards: { fa: 'دفترهای سال‌های دیگر', en: 'Logs of other years' },
  frozen: { fa: 'بسته شده', en: 'closed' },
  standing: { fa: 'وضع دفتر', en: 'How the log stands' },
  size: { fa: 'برگ‌های منتشرشده', en: 'Published entries' },
  publishedAt: { fa: 'آخرین انتشار', en: 'Last published' },
  root: { fa: 'ریشه درخت', en: 'Root of the tree' },
  origin: { fa: 'نشان دفتر', en: 'Origin' },
  open: { fa: 'برگ‌های آشکار', en: 'Open entries' },
  sealed: { fa: 'دسته‌های مهر و موم‌شده', en: 'Sealed batches' },
  control: { fa: 'برگ‌های خود دفتر', en: 'Entries of the log itself' },
  delayed: { fa: 'مدرک با تأخیر', en: 'Evidence is delayed' },
  delayedBody: {
    fa: 'رویدادها ثبت می‌شوند و از میان نمی‌روند، اما هنوز در دفتر منتشر نشده‌اند. علت:',
    en: 'Events are recorded and not lost, but not published in the log yet. Because:'
  },
  'never-published': { fa: 'دفتر هنوز باز نشده است.', en: 'the log has not been opened yet.' },
  'quorum-missing': {
    fa: 'شمار کافی از گواهان هنوز امضا نکرده‌اند.',
    en: 'not enough witnesses have cosigned.'
  },
  'signer-away': { fa: 'برنامه امضا در دسترس نیست.', en: 'the signer does not answer.' },
  'signer-refused': {
    fa: 'برنامه امضا این نسخه از دفتر را نپذیرفته است؛ مدیر سامانه باید آن را بررسی کند.',
    en: 'the signer refuses this version of the log; the operator has to look into it.'
  },
  late: {
    fa: 'بیش از زمانی که دفتر قول داده بود گذشته است.',
    en: 'more than the promised delay has passed.'
  },
  entries: { fa: 'برگ‌ها', en: 'Entries' },
  index: { fa: 'شماره', en: 'Number' },
  kind: { fa: 'نوع', en: 'Kind' },
  about: { fa: 'درباره', en: 'About' },
  time: { fa: 'زمان ثبت', en: 'Logged at' },
  members: {
    fa: (n: string) => `${n} رویداد`,
    en: (n: string) => `${n} events`
  },
  noEntries: { fa: 'برگی با این ویژگی‌ها نیست.', en: 'There is no such entry.' },
  filter: { fa: 'جست‌وجو در برگ‌ها', en: 'Find entries' },
  show: { fa: 'نشان بده', en: 'Show' },
  all: { fa: 'همه', en: 'All' },
  day: { fa: 'روز', en: 'Day' },
  dayHelp: { fa: 'مانند ۱۴۰۵/۰۹/۰۱', en: 'Such as 1405/09/01' },
  badDay: { fa: 'این روز در تقویم نیست.', en: 'There is no such day.' },
  service: { fa: 'کد خدمت', en: 'Service code' },
  since: { fa: 'پس از نقطه‌بازبینی با اندازه', en: 'After checkpoint of size' },
  sinceHelp: {
    fa: 'اندازه‌ای که در نسخه پیشین دفتر دیده‌اید؛ تنها برگ‌های پس از آن نشان داده می‌شود.',
    en: 'The size that you saw in an earlier checkpoint; only what came after it is shown.'
  },
  entry: {
    fa: (n: string) => `برگ ${n}`,
    en: (n: string) => `Entry ${n}`
  },
  leafOf: {
    fa: (n: string, log: string) => `برگ ${n} دفتر ${log}`,
    en: (n: string, log: string) => `leaf ${n} of log ${log}`
  },
  notYet: { fa: 'هنوز در دفتر نیامده است', en: 'not in the log yet' },
  leafHash: { fa: 'درهم‌سازی برگ', en: 'Leaf hash' },
  bytes: { fa: 'بایت‌های برگ', en: 'Bytes of the entry' },
  batchRoot: { fa: 'ریشه دسته', en: 'Batch root' },
  content: { fa: 'متن برگ', en: 'What it says' },
  sealedNote: {
    fa: 'این برگ تعهد به چند رویداد است. هیچ‌کس از روی آن نمی‌تواند بفهمد که کدام رویداد و از آنِ چه کسی است؛ دارنده رسید می‌تواند رویداد خود را در آن نشان دهد.',
    en: 'This entry commits to several events. Nobody can tell from it which events, or whose; whoever holds a receipt can show their own event in it.'
  },
  paddingNote: {
    fa: 'شمار رویدادها ممکن است یکی کمتر باشد: رویدادی که تنها باشد با تعهدی همراه می‌شود که از هیچ رویدادی نیست.',
    en: 'There may be one event fewer: a lone event is joined by a commitment to nothing.'
  },
  proof: { fa: 'اثبات این برگ', en: 'Proof of this entry' },
  proofLead: {
    fa: 'فایلی که متن این برگ و جای آن در دفتر را با امضای دفتر با خود دارد. هر کس می‌تواند آن را نگه دارد و بی‌نیاز از این سامانه بسنجد.',
    en: 'A file with what this entry says, its place in the log, and the signature of the log. Anybody may keep it, and check it without this site.'
  },
  proofButton: { fa: 'دریافت فایل اثبات', en: 'Download the proof file' },
  verify: { fa: 'راستی‌آزمایی', en: 'Check it' },
  files: { fa: 'برای برنامه‌ها', en: 'For programs' },
  filesLead: {
    fa: 'قالب‌ها همان قالب‌های C2SP است (tlog-tiles و tlog-checkpoint)؛ هر برنامه‌ای که آن‌ها را بخواند می‌تواند دفتر را بررسی کند.',
    en: 'The formats are those of C2SP (tlog-tiles, tlog-checkpoint); any program that reads them can check the log.'
  },
  checkpoint: { fa: 'تازه‌ترین نقطه‌بازبینی', en: 'Newest checkpoint' },
  keys: { fa: 'کلیدهای دفتر', en: 'Keys of the log' },
  policy: { fa: 'کلیدها و گواهان (policy)', en: 'Keys and witnesses (policy)' },
  back: { fa: 'همه برگ‌ها', en: 'All entries' },
  previous: { fa: 'برگ پیش', en: 'Entry before' },
  next: { fa: 'برگ پس', en: 'Entry after' },
  unpublished: {
    fa: 'این برگ هنوز منتشر نشده است.',
    en: 'This entry is not published yet.'
  }
})

/** What public and control entries call themselves. */
export const entryTypeMessages = defineMessages({
  'agreement.imported': { fa: 'توافق‌نامه وارد شد', en: 'Agreement brought in' },
  'agreement.expiring': { fa: 'توافق‌نامه رو به پایان است', en: 'Agreement about to end' },
  'agreement.expired': { fa: 'توافق‌نامه پایان یافت', en: 'Agreement ended' },
  'calendar.versioned': { fa: 'تقویم کاری تغییر کرد', en: 'Office calendar changed' },
  'card.published': { fa: 'شناسنامه خدمت منتشر شد', en: 'Service card published' },
  'card.publication-refused': {
    fa: 'انتشار شناسنامه پذیرفته نشد',
    en: 'Publication of a card refused'
  },
  sealed: { fa: 'دسته مهر و موم‌شده', en: 'Sealed batch' },
  genesis: { fa: 'گشایش دفتر', en: 'Log opened' },
  'key-change': { fa: 'تغییر کلید دفتر', en: 'Keys changed' },
  freeze: { fa: 'بستن دفتر', en: 'Log closed' },
  repair: { fa: 'ترمیم دفتر', en: 'Log repaired' }
})
