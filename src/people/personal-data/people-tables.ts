import type { PersonTable } from './person-table.ts'

const rooted = { person: 'person', rooted: true } as const
const spread = { person: 'person', rooted: false } as const

/** Where people keep rows about a person. `persons` itself goes last, when nothing needs the name. */
export const peopleTables: readonly PersonTable[] = [
  {
    ...rooted,
    table: 'sessions',
    title: { fa: 'ورودها', en: 'Sessions' },
    hidden: ['secret_sha256']
  },
  {
    ...rooted,
    table: 'passkeys',
    title: { fa: 'کلیدهای عبور', en: 'Passkeys' },
    hidden: ['public_key', 'id']
  },
  { ...rooted, table: 'devices', title: { fa: 'دستگاه‌ها', en: 'Devices' }, hidden: ['id'] },
  { ...rooted, table: 'contacts', title: { fa: 'راه‌های تماس', en: 'Contacts' } },
  {
    ...spread,
    table: 'contact_owners',
    title: { fa: 'فهرست راه‌های تماس', en: 'Directory of contacts' },
    hidden: ['id']
  },
  {
    ...spread,
    table: 'person_identifiers',
    title: { fa: 'فهرست شناسه‌ها', en: 'Directory of identifiers' },
    hidden: ['id']
  },
  {
    ...rooted,
    table: 'person_messages',
    title: { fa: 'پیام‌های حساب', en: 'Messages about the account' }
  },
  {
    ...spread,
    table: 'enrolment_codes',
    title: { fa: 'کدهای ثبت‌نام', en: 'Enrolment codes' },
    hidden: ['id']
  },
  {
    ...spread,
    table: 'webauthn_challenges',
    title: { fa: 'ورودهای نیمه‌تمام', en: 'Sign-ins under way' },
    hidden: ['id', 'browser_sha256']
  },
  {
    ...spread,
    table: 'code_challenges',
    title: { fa: 'کدهای یک‌بارمصرف در راه', en: 'One-time codes on their way' },
    hidden: ['id', 'browser_sha256', 'code_sha256']
  },
  {
    ...rooted,
    table: 'account_freezes',
    title: { fa: 'بسته شدن حساب', en: 'When the account was frozen' }
  },
  {
    ...rooted,
    table: 'account_recoveries',
    title: { fa: 'بازیابی‌های حساب', en: 'Recoveries of the account' }
  },
  {
    ...spread,
    table: 'account_links',
    title: { fa: 'پیوندهای پیام‌ها', en: 'Links in messages' },
    hidden: ['id']
  },
  {
    ...spread,
    table: 'oidc_logins',
    title: { fa: 'ورود از درگاه ملی در راه', en: 'National sign-ons under way' },
    hidden: ['id', 'browser_sha256', 'nonce', 'verifier']
  },
  {
    ...spread,
    table: 'oidc_identities',
    title: { fa: 'پیوند با درگاه ملی', en: 'Ties to the national sign-on' },
    hidden: ['id']
  },
  {
    ...rooted,
    table: 'typed_identifiers',
    title: { fa: 'شناسه‌هایی که نوشته‌اید', en: 'Identifiers that you typed' }
  },
  {
    ...rooted,
    table: 'session_sights',
    title: { fa: 'شبکه‌هایی که از آن‌ها وارد شده‌اید', en: 'Networks that you signed in from' }
  },
  {
    ...rooted,
    table: 'sharing_signs',
    title: { fa: 'نشانه‌های استفاده مشترک', en: 'Signs of a shared account' },
    hidden: ['sign_key']
  },
  {
    ...rooted,
    table: 'counter_consents',
    title: { fa: 'رضایت‌های پیشخوان', en: 'Consents at counters' },
    hidden: ['code_sha256']
  },
  {
    ...rooted,
    table: 'name_corrections',
    title: { fa: 'نام پیش از اصلاح', en: 'Names before a correction' }
  },
  { ...rooted, table: 'role_grants', title: { fa: 'نقش‌ها', en: 'Roles' } },
  {
    table: 'delegations',
    person: 'grantor',
    rooted: true,
    title: { fa: 'نمایندگی‌هایی که داده‌اید', en: 'Delegations that you gave' }
  },
  {
    table: 'delegations_held',
    person: 'delegate',
    rooted: true,
    title: { fa: 'نمایندگی‌هایی که دارید', en: 'Delegations that you hold' }
  },
  {
    table: 'delegation_offers',
    person: 'grantor',
    rooted: true,
    title: { fa: 'نمایندگی‌های پیشنهادشده', en: 'Delegations that you offered' }
  },
  {
    table: 'delegation_offer_keys',
    person: 'grantor',
    rooted: false,
    title: { fa: 'فهرست پیشنهادهای نمایندگی', en: 'Directory of offered delegations' },
    hidden: ['id']
  },
  {
    ...rooted,
    table: 'data_exports',
    title: { fa: 'نسخه‌های داده‌های من', en: 'Copies of my data' }
  },
  {
    ...rooted,
    table: 'data_export_links',
    title: { fa: 'پیوندهای دریافت', en: 'Links to copies' },
    hidden: ['secret_sha256']
  }
]
