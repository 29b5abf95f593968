import { defineMessages } from '../platform/index.ts'

/** The public pages of notices. */
export const messages = defineMessages({
  title: { fa: 'اطلاعیه‌ها', en: 'Notices' },
  lead: {
    fa: 'قطعی‌ها، تغییر خدمات و هزینه‌ها، و هرچه دستگاه‌ها باید پیشاپیش بگویند. هر اطلاعیه هنگامی داده‌شده به شمار می‌آید که پایشگری آن را در همین صفحه‌ها خوانده باشد.',
    en: 'Outages, changes of services and fees, and all else that authorities must tell beforehand. A notice counts as given when a probe has read it on these pages.'
  },
  home: { fa: 'صفحه نخست', en: 'Home' },
  kind: { fa: 'گونه', en: 'Kind' },
  anyKind: { fa: 'همه گونه‌ها', en: 'Every kind' },
  service: { fa: 'خدمت', en: 'Service' },
  services: { fa: 'خدمات', en: 'Services' },
  anyService: { fa: 'همه خدمات', en: 'Every service' },
  allServices: { fa: 'همه خدمات دستگاه', en: 'All services of the authority' },
  authority: { fa: 'دستگاه', en: 'Authority' },
  anyAuthority: { fa: 'همه دستگاه‌ها', en: 'Every authority' },
  filter: { fa: 'نمایش', en: 'Show' },
  none: { fa: 'اطلاعیه‌ای نیست', en: 'There is no notice' },
  noneHelp: {
    fa: 'با این گونه، دستگاه و خدمت چیزی منتشر نشده است.',
    en: 'Nothing of this kind, authority and service was published.'
  },
  showAll: { fa: 'دیدن همه اطلاعیه‌ها', en: 'Show all notices' },
  subscribe: { fa: 'اشتراک اطلاعیه‌ها', en: 'Subscribe to notices' },
  feedsLead: {
    fa: 'همین فهرست برای برنامه‌های خبرخوان:',
    en: 'The same list for feed readers:'
  },
  publishedAt: { fa: 'انتشار', en: 'Published' },
  correctedAt: { fa: 'اصلاح', en: 'Corrected' },
  effectiveAt: { fa: 'اجرا از', en: 'In effect from' },
  changes: { fa: 'آنچه تغییر می‌کند', en: 'What changes' },
  version: { fa: 'نسخه', en: 'Version' },
  versionOf: { fa: (n: string) => `نسخه ${n}`, en: (n: string) => `Version ${n}` },
  versions: { fa: 'نسخه‌ها', en: 'Versions' },
  versionsLead: {
    fa: 'هر اصلاح نسخه‌ای تازه است و نسخه‌های پیشین خواندنی می‌مانند.',
    en: 'Each correction is a new version, and the earlier ones stay readable.'
  },
  newest: { fa: 'نسخه کنونی', en: 'current version' },
  olderTitle: { fa: 'این نسخه کنونی نیست', en: 'This is not the current version' },
  older: {
    fa: 'این اطلاعیه پس از آن اصلاح شده است.',
    en: 'The notice was corrected after it.'
  },
  toNewest: { fa: 'دیدن نسخه کنونی', en: 'See the current version' },
  about: { fa: 'درباره', en: 'About' },
  aboutCard: {
    fa: (service: string, version: string) => `نسخه ${version} شناسنامه ${service}`,
    en: (service: string, version: string) => `version ${version} of the card ${service}`
  },
  aboutAgreement: {
    fa: (name: string) => `متن توافق‌نامه ${name}`,
    en: (name: string) => `text of the agreement ${name}`
  },
  english: { fa: 'به انگلیسی', en: 'In English' },
  proof: { fa: 'دیده‌شدن در سامانه', en: 'Seen on the portal' },
  proofLead: {
    fa: 'پایشگر این صفحه را خوانده، با متن اطلاعیه سنجیده و چنان که بود نگه داشته است.',
    en: 'A probe read this page, compared it with the text of the notice, and kept it as it was.'
  },
  notSeenTitle: { fa: 'هنوز دیده نشده است', en: 'Not seen yet' },
  notSeen: {
    fa: 'هیچ پایشگری این نسخه را هنوز در سامانه نخوانده است. تا آن زمان این اطلاعیه داده‌شده به شمار نمی‌آید و آنچه در گرو آن است اجرا نمی‌شود.',
    en: 'No probe has read this version on the portal yet. Until then the notice does not count as given, and what depends on it does not take effect.'
  },
  neverSeen: {
    fa: 'هیچ پایشگری این نسخه را پیش از اصلاح آن نخواند.',
    en: 'No probe read this version before it was corrected.'
  },
  seenAt: { fa: 'زمان', en: 'Time' },
  seenBy: { fa: 'پایشگر', en: 'Vantage point' },
  fromOutside: { fa: 'بیرون از سامانه', en: 'outside this system' },
  fromInside: { fa: 'این سامانه، نه بیرون از آن', en: 'this system, not outside it' },
  snapshot: { fa: 'صفحه‌ای که خواند', en: 'The page it read' },
  snapshotFile: { fa: 'گرفتن فایل', en: 'Download' },
  seen: { fa: 'دیده شد', en: 'Seen' },
  waiting: { fa: 'در انتظار دیده‌شدن', en: 'Waiting to be seen' },
  inLog: { fa: 'در دفتر عمومی', en: 'In the public log' },
  textHash: { fa: 'اثر انگشت متن', en: 'Hash of the text' },
  moreBanners: {
    fa: (n: string) => `${n} اطلاعیه دیگر`,
    en: (n: string) => `${n} more notices`
  }
})

/** The kinds of notices, and what a change changes. */
export const kindMessages = defineMessages({
  'planned-outage': { fa: 'قطعی برنامه‌ریزی‌شده', en: 'Planned outage' },
  outage: { fa: 'قطعی', en: 'Outage' },
  change: { fa: 'تغییر', en: 'Change' },
  fee: { fa: 'هزینه', en: 'Fee' },
  damages: { fa: 'خسارت', en: 'Damages' },
  general: { fa: 'عمومی', en: 'General' }
})

/** What a notice of a change says is changed. */
export const changeMessages = defineMessages({
  card: { fa: 'شناسنامه خدمت', en: 'service card' },
  process: { fa: 'فرایند', en: 'process' },
  form: { fa: 'فرم', en: 'form' },
  documents: { fa: 'مدارک', en: 'documents' },
  rules: { fa: 'مقررات', en: 'rules' },
  system: { fa: 'سامانه', en: 'system' }
})
