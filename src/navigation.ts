import type { Role, Session } from './people/index.ts'
import { type Lang, defineMessages } from './platform/index.ts'

export const messages = defineMessages({
  services: { fa: 'دولت الکترونیک', en: 'E-government' },
  agreements: { fa: 'توافق‌نامه‌ها', en: 'Agreements' },
  promises: { fa: 'تعهدها', en: 'Promises' },
  status: { fa: 'وضعیت سامانه', en: 'Status' },
  notices: { fa: 'اطلاعیه‌ها', en: 'Notices' },
  report: { fa: 'گزارش خرابی', en: 'Report a failure' },
  outages: { fa: 'قطعی‌ها', en: 'Outages' },
  planned: { fa: 'قطعی برنامه‌ریزی‌شده', en: 'Planned outages' },
  extensions: { fa: 'تمدید سررسید', en: 'Extend deadlines' },
  probes: { fa: 'پایش', en: 'Probes' },
  writeNotices: { fa: 'نوشتن اطلاعیه', en: 'Write notices' },
  failureReports: { fa: 'گزارش‌های خرابی', en: 'Failure reports' },
  alerts: { fa: 'هشدار همگانی', en: 'Public alerts' },
  retention: { fa: 'مدت نگهداری', en: 'Retention' },
  legalHolds: { fa: 'نگهداری قانونی', en: 'Legal holds' },
  track: { fa: 'پیگیری', en: 'Track' },
  myCases: { fa: 'درخواست‌های من', en: 'My applications' },
  letters: { fa: 'نامه‌ها', en: 'Letters' },
  mailbox: { fa: 'صندوق نامه', en: 'Mailbox' },
  unitMailboxes: { fa: 'صندوق‌های واحدها', en: 'Mailboxes of units' },
  inheritances: { fa: 'گواهی‌های حصر وراثت', en: 'Certificates of inheritance' },
  queue: { fa: 'کارتابل', en: 'Queue' },
  handedOn: { fa: 'مدارک ارجاع‌شده', en: 'Handed-on documents' },
  intake: { fa: 'ثبت حضوری و پستی', en: 'Counter intake' },
  catalogue: { fa: 'شناسنامه‌ها', en: 'Cards' },
  keys: { fa: 'کلیدهای برنامه', en: 'API keys' },
  people: { fa: 'کارکنان و سمت‌ها', en: 'Staff and posts' },
  registry: { fa: 'ثبت‌نام حضوری', en: 'Enrol at the counter' },
  operator: { fa: 'گرداندن سامانه', en: 'Operate' },
  operatorAuthorities: { fa: 'دستگاه‌ها', en: 'Authorities' },
  dashboard: { fa: 'پیشخوان', en: 'Dashboard' }
})

interface Entry {
  readonly href: string
  readonly name: keyof typeof messages.entries
  readonly roles?: readonly Role[]
}

const everyone: readonly Entry[] = [
  { href: '/services', name: 'services' },
  { href: '/agreements', name: 'agreements' },
  { href: '/promises', name: 'promises' },
  { href: '/track', name: 'track' },
  { href: '/status', name: 'status' },
  { href: '/notices', name: 'notices' },
  { href: '/report', name: 'report' }
]

const staff: readonly Entry[] = [
  {
    href: '/desk',
    name: 'dashboard',
    roles: ['officer', 'approver', 'authority-admin', 'inspector']
  },
  { href: '/desk/queue', name: 'queue', roles: ['officer', 'approver'] },
  { href: '/desk/handed-on', name: 'handedOn', roles: ['officer', 'approver'] },
  {
    href: '/letters',
    name: 'letters',
    roles: ['clerk', 'officer', 'approver', 'signatory', 'arbiter', 'committee-member']
  },
  { href: '/desk/intake', name: 'intake', roles: ['clerk'] },
  { href: '/desk/mailboxes', name: 'unitMailboxes', roles: ['approver', 'authority-admin'] },
  { href: '/desk/inheritances', name: 'inheritances', roles: ['approver', 'authority-admin'] },
  { href: '/desk/catalogue', name: 'catalogue', roles: ['authority-admin'] },
  { href: '/desk/keys', name: 'keys', roles: ['authority-admin'] },
  { href: '/desk/people', name: 'people', roles: ['authority-admin'] },
  { href: '/desk/retention', name: 'retention', roles: ['authority-admin'] },
  {
    href: '/desk/legal-holds',
    name: 'legalHolds',
    roles: ['inspector', 'authority-admin']
  },
  { href: '/desk/registry', name: 'registry', roles: ['clerk'] },
  { href: '/desk/outages', name: 'outages', roles: ['it-manager'] },
  { href: '/desk/planned', name: 'planned', roles: ['it-manager', 'authority-admin'] },
  { href: '/desk/planned/extensions', name: 'extensions', roles: ['approver'] },
  { href: '/desk/probes', name: 'probes', roles: ['it-manager'] },
  { href: '/desk/notices', name: 'writeNotices', roles: ['it-manager', 'authority-admin'] },
  { href: '/desk/alerts/new', name: 'alerts', roles: ['authority-admin', 'signatory'] },
  { href: '/desk/reports', name: 'failureReports', roles: ['it-manager', 'clerk', 'officer'] },
  { href: '/operator', name: 'operator', roles: ['operator'] },
  { href: '/operator/authorities', name: 'operatorAuthorities', roles: ['operator'] }
]

/** Entries that others stand below. */
const exact: readonly string[] = ['/desk', '/operator']

/** The navigation of a reader: what everyone sees, then what the reader's roles open. */
export function navigationOf(session: Session | null, lang: Lang, path: string) {
  const t = messages.in(lang)
  const grants = session?.actor.grants ?? []
  const opened = staff.filter((entry) => grants.some((grant) => entry.roles?.includes(grant.role)))
  const own: readonly Entry[] =
    session === null || opened.length > 0
      ? []
      : [
          { href: '/cases', name: 'myCases' },
          { href: '/letters', name: 'letters' },
          { href: '/mailbox', name: 'mailbox' }
        ]
  return [
    ...(opened.length > 0 ? opened : everyone),
    ...own,
    ...(opened.length > 0 ? everyone.slice(0, 2) : [])
  ].map((entry) => ({
    href: entry.href,
    text: t[entry.name],
    current: exact.includes(entry.href) ? path === entry.href : path.startsWith(entry.href)
  }))
}
