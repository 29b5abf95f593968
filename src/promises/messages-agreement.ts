import { defineMessages } from '../platform/index.ts'

/** Texts of the living agreement and of one clause. */
export const agreementMessages = defineMessages({
  agreements: { fa: 'توافق‌نامه‌ها', en: 'Agreements' },
  version: { fa: (name: string) => `نسخه ${name}`, en: (name: string) => `Version ${name}` },
  validityByYear: { fa: 'اعتبار سال به سال', en: 'Validity by year' },
  versions: { fa: 'نسخه‌ها', en: 'Versions' },
  draft: { fa: 'پیش‌نویس امضانشده', en: 'Unsigned draft' },
  expired: { fa: 'پایان اعتبار', en: 'Expired' },
  inForce: { fa: 'معتبر', en: 'In force' },
  draftTitle: {
    fa: 'این متن پیش‌نویس است و امضا نشده است',
    en: 'This text is a draft that nobody has signed'
  },
  draftBody: {
    fa: 'این نسخه برای دستگاه تعهدی ایجاد نمی‌کند. هر سطح و عددی که در پیوست آن آمده است پیشنهاد این پروژه است. وضعیت کنار هر بند نشان می‌دهد که اگر این متن معتبر بود، رویدادهای ثبت‌شده چه می‌گفتند.',
    en: 'This version binds nobody. Every level and number in its annex is a proposal of this project. The state beside a clause shows what the recorded facts would say if this text were in force.'
  },
  expiredTitle: {
    fa: (date: string) => `این توافق‌نامه تا پایان ${date} اعتبار داشت`,
    en: (date: string) => `This agreement ended with ${date}`
  },
  expiredBody: {
    fa: 'خدمات با پایان اعتبار متوقف نمی‌شوند و «بدون توافق‌نامه معتبر» ادامه دارند. وضعیت کنار هر بند نشان می‌دهد که رویدادهای امروز با همین متن چگونه سنجیده می‌شوند.',
    en: 'Services do not stop when an agreement ends; they go on without an agreement in force. The state beside a clause shows how the facts of today measure up to this text.'
  },
  gap: {
    fa: (days: string) => `تا امروز ${days} روز بدون توافق‌نامه امضاشده گذشته است.`,
    en: (days: string) => `${days} days have passed without a signed agreement.`
  },
  endsSoon: {
    fa: (days: string) => `${days} روز تا پایان اعتبار`,
    en: (days: string) => `${days} days until it ends`
  },
  validFrom: { fa: 'آغاز اعتبار', en: 'Valid from' },
  validTo: { fa: 'پایان اعتبار', en: 'Valid to' },
  notStated: { fa: 'در متن نیامده است', en: 'Not stated in the text' },
  gapDays: { fa: 'روزهای بدون توافق‌نامه', en: 'Days without an agreement' },
  clauseCount: { fa: 'شمار بندها', en: 'Clauses' },
  textHash: { fa: 'اثر انگشت متن', en: 'Fingerprint of the text' },
  document: { fa: 'متن کامل', en: 'The document' },
  duties: { fa: 'تعهدهای دو سوی توافق‌نامه', en: 'What we owe you, what you owe us' },
  stateFilter: { fa: 'وضعیت بند', en: 'State of the clause' },
  byBearer: { fa: 'نمایش بر پایه متعهد', en: 'Filter by who is bound' },
  bearerFilter: { fa: 'متعهد', en: 'Who is bound' },
  clearFilter: { fa: 'نمایش همه متن', en: 'Show the whole text' },
  nothingMatches: { fa: 'بندی با این ویژگی‌ها نیست.', en: 'No clause is like this.' },
  matching: { fa: (n: string) => `${n} بند`, en: (n: string) => `${n} clauses` },
  bearer: { fa: 'متعهد', en: 'Bound' },
  beneficiary: { fa: 'ذی‌نفع', en: 'Served' },
  kind: { fa: 'نوع بند', en: 'Kind of clause' },
  inPersian: { fa: 'متن فارسی', en: 'The Persian text, as it stands' },
  inEnglish: { fa: 'ترجمه انگلیسی', en: 'In English' },
  measuredHow: { fa: 'چگونه سنجیده می‌شود', en: 'How it is measured' },
  noFactsRecorded: {
    fa: 'رویدادهایی که این سنجه می‌خواند هنوز ثبت نمی‌شوند؛ پس عددی نیست و داوری هم نمی‌شود.',
    en: 'The facts that this measure reads are not recorded yet, so there is no number and no verdict.'
  },
  formulas: { fa: 'همه فرمول‌ها', en: 'All formulas' },
  ofAttestation: { fa: 'سند گواهی', en: 'Document of attestation' },
  byPeriod: { fa: 'ماه به ماه', en: 'Month by month' },
  byService: { fa: 'به تفکیک خدمت', en: 'By service' },
  monthsTotal: { fa: 'جمع دوازده ماه', en: 'Twelve months together' },
  facts: { fa: 'رویدادها', en: 'The facts' },
  factsLead: {
    fa: 'رویدادهایی که این عدد از آن‌ها به دست آمده است. نام و داده شخصی در رویداد نیست.',
    en: 'The facts that this number was counted from. No name and no personal value is in them.'
  },
  noFacts: { fa: 'در این ماه رویدادی نیست.', en: 'There are no facts in this month.' },
  factTime: { fa: 'زمان', en: 'Time' },
  factKind: { fa: 'رویداد', en: 'Fact' },
  factId: { fa: 'شناسه', en: 'Id' },
  breachesLead: {
    fa: 'هر نقض با رویدادی که آن را نشان می‌دهد.',
    en: 'Each breach with the fact that shows it.'
  },
  noBreaches: { fa: 'نقضی نیست.', en: 'There is no breach.' },
  breachesListed: {
    fa: (listed: string, all: string) => `تازه‌ترین ${listed} نقض از ${all}`,
    en: (listed: string, all: string) => `The newest ${listed} of ${all} breaches`
  },
  remedy: { fa: 'اگر نقض شود', en: 'If it is broken' },
  note: { fa: 'یادداشت', en: 'Note' },
  clauseOf: {
    fa: (id: string) => `بند ${id}`,
    en: (id: string) => `Clause ${id}`
  },
  inDocument: { fa: 'دیدن در متن توافق‌نامه', en: 'See it in the agreement' },
  chart: { fa: 'سهم برقرار، ماه به ماه', en: 'Share kept, month by month' }
})
