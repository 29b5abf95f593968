import { type Bilingual, defineMessages } from '../../platform/index.ts'
import type { Scope } from './scope.ts'

export const messages = defineMessages({
  title: { fa: 'کلیدهای برنامه', en: 'API keys' },
  lead: {
    fa: 'برنامه‌های دیگر با کلید به این سامانه وصل می‌شوند. هر کلید تنها کارهایی را باز می‌کند که به آن داده‌اید، و هر کار آن با نام برنامه ثبت می‌شود. کلید را در هیچ پیام و فایلی ننویسید؛ اگر لو رفت همین جا باطل کنید.',
    en: 'Other systems reach this desk by a key. Each key opens only what you give it, and whatever it does is recorded under the program’s name. Keep keys out of messages and files; if one leaks, revoke it here.'
  },
  make: { fa: 'ساختن کلید', en: 'Make a key' },
  makeTitle: { fa: 'کلید تازه', en: 'A new key' },
  label: { fa: 'نام برنامه', en: 'Name of the program' },
  labelHelp: {
    fa: 'کسی که درخواستش را این برنامه دیده است همین نام را می‌خواند.',
    en: 'Whoever’s case the program looked at reads this name.'
  },
  role: { fa: 'نقش', en: 'Role' },
  unit: { fa: 'واحد', en: 'Unit' },
  allUnits: { fa: 'همه واحدها', en: 'All units' },
  scopes: { fa: 'کارهایی که باز می‌کند', en: 'What it opens' },
  scopesHelp: {
    fa: 'هر چه کمتر، بهتر. اگر هیچ یک را برنگزینید هر کاری را که نقش آن می‌تواند باز می‌کند.',
    en: 'The fewer the better. With none chosen it opens everything that its role may do.'
  },
  allOfRole: { fa: 'همه کارهای نقش', en: 'All that its role may' },
  expires: { fa: 'تا کی کار کند', en: 'How long it works' },
  days: { fa: (n: string) => `${n} روز`, en: (n: string) => `${n} days` },
  noEnd: { fa: 'بدون پایان', en: 'Without an end' },
  kind: { fa: 'گونه', en: 'Kind' },
  live: { fa: 'اصلی: برای کارهای واقعی', en: 'Live: for real cases' },
  test: {
    fa: 'آزمایشی: تنها در سامانه نمایشی و دستگاه آزمایشی',
    en: 'Test: in a demonstration and in the sandbox only'
  },
  liveShort: { fa: 'اصلی', en: 'Live' },
  testShort: { fa: 'آزمایشی', en: 'Test' },
  made: { fa: 'کلید ساخته شد', en: 'The key was made' },
  shownOnce: {
    fa: 'این کلید تنها همین یک بار نشان داده می‌شود. همین حالا آن را در جای امن برنامه بگذارید.',
    en: 'This key is shown only this once. Put it into the program’s safe place now.'
  },
  oldGoesOn: {
    fa: (until: string) => `کلید پیشین تا ${until} نیز کار می‌کند و پس از آن پایان می‌یابد.`,
    en: (until: string) => `The old key works until ${until} as well, and ends then.`
  },
  back: { fa: 'بازگشت به کلیدها', en: 'Back to the keys' },
  keys: { fa: 'کلیدهای دستگاه', en: 'Keys of the authority' },
  none: { fa: 'هنوز کلیدی ساخته نشده است.', en: 'No key has been made yet.' },
  program: { fa: 'برنامه', en: 'Program' },
  state: { fa: 'وضع', en: 'State' },
  works: { fa: 'کار می‌کند', en: 'Works' },
  replaced: { fa: 'جایگزین شده', en: 'Replaced' },
  expired: { fa: 'زمانش گذشته', en: 'Expired' },
  revoked: { fa: 'باطل', en: 'Revoked' },
  until: { fa: (day: string) => `تا ${day}`, en: (day: string) => `until ${day}` },
  created: { fa: 'ساخته‌شده', en: 'Made' },
  used: { fa: 'آخرین روز استفاده', en: 'Last used on' },
  never: { fa: 'هنوز نه', en: 'Not yet' },
  actions: { fa: 'اقدام', en: 'Action' },
  rotate: { fa: 'نو کردن', en: 'Rotate' },
  rotateHelp: {
    fa: 'نو کردن کلید، کلیدی با همان دسترسی‌ها می‌سازد و کلید پیشین را ۲۴ ساعت دیگر پایان می‌دهد. باطل کردن از همان دم است و برگشت ندارد.',
    en: 'Rotating makes a key with the same rights and ends the old one in 24 hours. Revoking takes effect at once and cannot be undone.'
  },
  revoke: { fa: 'باطل کردن', en: 'Revoke' },
  toldMade: {
    fa: (name: string) =>
      `با حساب شما کلیدی برای برنامه «${name}» ساخته شد. اگر کار شما نبود، آن را در /desk/keys باطل کنید و ورودهای باز حساب خود را ببینید.`,
    en: (name: string) =>
      `A key for the program “${name}” was made from your account. If it was not you, revoke it at /en/desk/keys, and look at the open sessions of your account.`
  },
  toldReplaced: {
    fa: (name: string) =>
      `با حساب شما کلید برنامه «${name}» نو شد. اگر کار شما نبود، آن را در /desk/keys باطل کنید و ورودهای باز حساب خود را ببینید.`,
    en: (name: string) =>
      `The key of the program “${name}” was rotated from your account. If it was not you, revoke it at /en/desk/keys, and look at the open sessions of your account.`
  },
  toldRevoked: {
    fa: (name: string) => `با حساب شما کلید برنامه «${name}» باطل شد.`,
    en: (name: string) => `The key of the program “${name}” was revoked from your account.`
  },
  wasRevoked: { fa: 'کلید باطل شد.', en: 'The key was revoked.' }
})

/** The scopes in words. */
export const scopeNames: Readonly<Record<Scope, Bilingual>> = {
  'cases:read': { fa: 'دیدن درخواست‌ها و مدارک', en: 'Read cases and documents' },
  'cases:write': { fa: 'ثبت و رسیدگی به درخواست‌ها', en: 'File and work on cases' },
  'services:read': { fa: 'دیدن پیش‌نویس شناسنامه‌ها', en: 'Read drafts of cards' },
  'services:write': { fa: 'نوشتن و انتشار شناسنامه‌ها', en: 'Write and publish cards' },
  'notices:write': { fa: 'انتشار اطلاعیه', en: 'Publish notices' },
  'broadcasts:write': { fa: 'انتشار هشدار همگانی', en: 'Publish public alerts' },
  'outages:read': { fa: 'دیدن درخواست‌های تمدید', en: 'Read extensions' },
  'outages:write': { fa: 'ثبت و خبر قطعی‌ها', en: 'Record outages and their news' },
  'failure-reports:read': { fa: 'دیدن گزارش‌های خرابی', en: 'Read failure reports' },
  'failure-reports:write': { fa: 'ثبت گزارش خرابی', en: 'File failure reports' },
  'letters:read': { fa: 'گرفتن نامه‌های سربسته', en: 'Fetch sealed letters' },
  'letters:send': { fa: 'فرستادن نامه و پرسیدن کلید گیرنده', en: 'Send letters and look up keys' },
  'probes:read': { fa: 'دیدن پایش', en: 'Read what is watched' },
  'probes:write': { fa: 'تنظیم پایش و میزبان‌ها', en: 'Set up probes and hosts' },
  'probes:report': { fa: 'کار پایشگر: گرفتن برنامه و فرستادن نتیجه', en: 'Be a probe' }
}
