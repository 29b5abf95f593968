import { defineMessages } from '../../platform/index.ts'
import type { ProbeReason } from '../agent/wire.ts'

/** Why a look failed, in words. */
export const reasonNames: Readonly<Record<ProbeReason, { fa: string; en: string }>> = {
  connect: { fa: 'ارتباط برقرار نشد', en: 'No connection' },
  dns: { fa: 'نام میزبان پیدا نشد', en: 'The name was not found' },
  timeout: { fa: 'در زمان خود پاسخ نداد', en: 'No answer in time' },
  tls: { fa: 'گواهی یا رمزنگاری درست نیست', en: 'The certificate or encryption is not right' },
  'tls-expires': { fa: 'گواهی رو به پایان است', en: 'The certificate runs out' },
  status: { fa: 'کد پاسخ درست نیست', en: 'The status is not right' },
  keyword: { fa: 'متن مورد انتظار نیست', en: 'The expected text is not there' },
  json: { fa: 'داده مورد انتظار نیست', en: 'The expected data is not there' },
  'redirect-loop': { fa: 'پی‌درپی به جای دیگر می‌فرستد', en: 'It redirects on and on' },
  'redirect-host': {
    fa: 'به میزبانی ثبت‌نشده می‌فرستد',
    en: 'It redirects to a host that is not registered'
  },
  'too-large': { fa: 'پاسخ بیش از اندازه بزرگ است', en: 'The answer is too large' },
  journey: { fa: 'راه متقاضی تا پایان نرفت', en: 'The journey did not get to its end' },
  menu: { fa: 'برخی شناسنامه‌ها در فهرست نیست', en: 'Some cards are not in the menu' },
  protocol: { fa: 'پاسخ درست نیست', en: 'The answer is malformed' },
  'letter-key': {
    fa: 'کلید گیرنده در دفتر کلیدها اثبات نشد',
    en: 'The key of the recipient is not proven'
  },
  'letter-accept': { fa: 'نامه آزمایشی پذیرفته نشد', en: 'The test letter was not accepted' },
  'letter-publish': {
    fa: 'نامه آزمایشی به‌موقع به صندوق نرسید',
    en: 'The test letter did not reach the mailbox in time'
  },
  'letter-content': {
    fa: 'بایت‌های نامه آزمایشی همان نیست که فرستاده شد',
    en: 'The bytes of the test letter are not those that were sent'
  },
  'letter-open': { fa: 'نامه آزمایشی باز نشد', en: 'The test letter does not open' },
  'letter-proof': {
    fa: 'گواه گشودن نامه آزمایشی پذیرفته نشد',
    en: 'The proof that the test letter was opened was not taken'
  }
}

/** The desk page of probes. */
export const deskTexts = defineMessages({
  title: { fa: 'پایش', en: 'Probes' },
  lead: {
    fa: 'چه چیزی از کجا و هر چند ثانیه دیده می‌شود، و آخرین بار چه دیده شد.',
    en: 'What is looked at, from where, how often, and what was seen last.'
  },
  insideOnly: {
    fa: 'تنها نقطه پایش درون همین سامانه است: اگر همین ماشین از کار بیفتد، کسی آن را نمی‌بیند. دست‌کم یک نقطه بیرون از آن بسازید (peyman key create --role probe و peyman probe).',
    en: 'The only vantage point is inside this installation: if this machine fails, nobody sees it. Make at least one outside (peyman key create --role probe, and peyman probe).'
  },
  nobody: {
    fa: 'هیچ نقطه پایشی گزارش نمی‌دهد؛ وضعیت همه بخش‌ها نامعلوم است.',
    en: 'No vantage point reports: the state of every component is unknown.'
  },
  vantages: { fa: 'نقطه‌های پایش', en: 'Vantage points' },
  vantagesLead: {
    fa: 'هر نقطه کلید خود را دارد. تا وقتی نقطه‌ای بیرونی ثبت است، تنها گزارش نقطه‌های بیرونی شمرده می‌شود.',
    en: 'Each has a key of its own. While any outside one is registered, only those outside count.'
  },
  place: { fa: 'نقطه', en: 'Place' },
  outside: { fa: 'بیرون از سامانه', en: 'Outside' },
  inside: { fa: 'درون سامانه', en: 'Inside' },
  reported: { fa: 'آخرین گزارش', en: 'Last report' },
  never: { fa: 'هنوز هیچ', en: 'Never yet' },
  silent: { fa: 'خاموش', en: 'Silent' },
  dropped: {
    fa: (n: string) => `${n} نتیجه دور ریخته شد`,
    en: (n: string) => `${n} result(s) thrown away`
  },
  retire: { fa: 'کنارگذاشتن', en: 'Retire' },
  retired: { fa: 'کنار گذاشته شد.', en: 'Retired.' },
  noVantage: { fa: 'هنوز نقطه‌ای ثبت نشده است.', en: 'No vantage point is registered yet.' },
  strange: { fa: 'میزبان‌های ثبت‌نشده', en: 'Unregistered hosts' },
  strangeLead: {
    fa: 'این میزبان‌ها در صفحه‌های دستگاه به کار رفته‌اند ولی ثبت نشده‌اند و پایش نمی‌شوند.',
    en: 'Pages of the authority use these hosts, which are not registered, and are not probed.'
  },
  host: { fa: 'میزبان', en: 'Host' },
  foundOn: { fa: 'در صفحه', en: 'On page' },
  lastSeen: { fa: 'آخرین بار', en: 'Last met' },
  register: { fa: 'ثبت', en: 'Register' },
  targets: { fa: 'هدف‌ها', en: 'Targets' },
  component: { fa: 'بخش', en: 'Component' },
  what: { fa: 'هدف', en: 'Target' },
  where: { fa: 'نشانی', en: 'Address' },
  last: { fa: 'آخرین نتیجه', en: 'Last result' },
  up: { fa: 'در دسترس', en: 'Up' },
  down: { fa: 'ناموفق', en: 'Failing' },
  unknown: { fa: 'بی‌نتیجه', en: 'No result' },
  since: { fa: (when: string) => `از ${when}`, en: (when: string) => `since ${when}` },
  took: { fa: (ms: string) => `${ms} میلی‌ثانیه`, en: (ms: string) => `${ms} ms` },
  hosts: { fa: 'میزبان‌های ثبت‌شده', en: 'Registered hosts' },
  hostsLead: {
    fa: 'پایش تنها به این میزبان‌ها می‌رود، حتی هنگام فرستاده‌شدن به جای دیگر.',
    en: 'Probes go to these hosts only, redirects included.'
  },
  ownHost: { fa: 'میزبان خود سامانه یا پرتال', en: 'Of the desk or the portal itself' },
  subPortal: { fa: 'زیرپرتال', en: 'Sub-portal' },
  kind: { fa: 'گونه', en: 'Kind' },
  addHost: { fa: 'ثبت زیرپرتال', en: 'Register a sub-portal' },
  address: { fa: 'نام میزبان یا نشانی صفحه نخست', en: 'Host name, or address of its front page' },
  hostAdded: { fa: 'میزبان ثبت شد و پایش می‌شود.', en: 'The host was registered and is probed.' },
  addTarget: { fa: 'افزودن هدف', en: 'Add a target' },
  targetAdded: { fa: 'هدف افزوده شد.', en: 'The target was added.' },
  name: { fa: 'نام', en: 'Name' },
  checkKind: { fa: 'گونه پایش', en: 'Kind of probe' },
  kindHttp: { fa: 'صفحه وب', en: 'Web page' },
  kindTcp: { fa: 'درگاه TCP', en: 'TCP port' },
  kindDns: { fa: 'نام DNS', en: 'DNS name' },
  kindJourney: { fa: 'راه متقاضی', en: 'Journey' },
  kindMenu: { fa: 'گشتن فهرست', en: 'Menu walk' },
  url: { fa: 'نشانی صفحه', en: 'Address of the page' },
  keyword: { fa: 'متنی که باید در صفحه باشد', en: 'Text that must be on the page' },
  status: { fa: 'کد پاسخ درست', en: 'Right status' },
  tlsDays: { fa: 'کمترین روز مانده از گواهی', en: 'Least days left of the certificate' },
  hostPort: { fa: 'میزبان', en: 'Host' },
  port: { fa: 'درگاه', en: 'Port' },
  dnsName: { fa: 'نام', en: 'Name to look up' },
  dnsType: { fa: 'گونه رکورد', en: 'Type of record' },
  optional: { fa: 'اختیاری', en: 'Optional' },
  settings: { fa: 'تنظیم پایش', en: 'Settings' },
  everySeconds: { fa: 'فاصله دو پایش، ثانیه', en: 'From one look to the next, seconds' },
  timeoutMs: { fa: 'بیشترین انتظار، میلی‌ثانیه', en: 'Longest wait, milliseconds' },
  failuresInARow: {
    fa: 'چند ناموفق پی‌درپی قطعی است',
    en: 'Failures in a row that make an outage'
  },
  successesInARow: { fa: 'چند موفق پی‌درپی پایان آن است', en: 'Successes in a row that end it' },
  nextUpdateMinutes: {
    fa: 'خبر بعدی قطعی تا چند دقیقه',
    en: 'Minutes until the next news of an outage'
  },
  save: { fa: 'ذخیره', en: 'Save' },
  saved: { fa: 'تنظیم ذخیره شد.', en: 'The settings were saved.' },
  channels: { fa: 'کانال‌های اعلام‌شده', en: 'Declared channels' },
  channel: { fa: 'کانال', en: 'Channel' },
  alive: { fa: 'زنده', en: 'Alive' },
  dead: { fa: 'از کار افتاده', en: 'Not alive' },
  notProbed: { fa: 'هم‌اکنون سنجیده نمی‌شود', en: 'Not judged now' },
  checkedAt: { fa: 'سنجیده‌شده در', en: 'Checked at' },
  automatic: { fa: 'ساخته سامانه', en: 'Made by the program' },
  every: { fa: (s: string) => `هر ${s} ثانیه`, en: (s: string) => `every ${s} s` }
})

/** What the targets that the program makes are called. */
export const targetNames: Readonly<Record<string, { fa: string; en: string }>> = {
  'front-page': { fa: 'صفحه نخست', en: 'Front page' },
  journey: {
    fa: 'راه متقاضی: جست‌وجو، شناسنامه، فرم، پیگیری',
    en: 'Journey: search, card, form, tracking'
  },
  menu: { fa: 'رسیدن به همه شناسنامه‌ها', en: 'Reaching every card' },
  letter: {
    fa: 'نامه آزمایشی: فرستادن، رسیدن، گشودن',
    en: 'Test letter: sent, delivered, opened'
  },
  portal: { fa: 'صفحه نخست پرتال', en: 'Front page of the portal' },
  report: { fa: 'صفحه گزارش خرابی', en: 'Page for failure reports' },
  'report-desk': { fa: 'پیشخوان جدای گزارش خرابی', en: 'Separate desk for failure reports' },
  card: { fa: 'شناسنامه', en: 'Card' },
  form: { fa: 'فرم', en: 'Form' }
}
