import { defineMessages } from '../platform/index.ts'

/** Texts of the pages about agreements. */
export const messages = defineMessages({
  title: { fa: 'توافق‌نامه‌های سطح خدمت', en: 'Service level agreements' },
  lead: {
    fa: 'هر توافق‌نامه با همه نسخه‌ها و اعتبار آن، و آنچه پس از پایان اعتبار پیش آمده است.',
    en: 'Each agreement with all its versions, its validity, and what followed when it ended.'
  },
  versions: { fa: 'نسخه‌ها', en: 'Versions' },
  version: { fa: 'نسخه', en: 'Version' },
  state: { fa: 'وضعیت', en: 'State' },
  validity: { fa: 'اعتبار', en: 'Validity' },
  validityYears: { fa: 'اعتبار به تفکیک سال', en: 'Validity by year' },
  provider: { fa: 'دستگاه', en: 'Authority' },
  signatory: { fa: 'سمت امضاکننده', en: 'Signing post' },
  notInText: { fa: 'در متن نیامده است', en: 'not in the text' },
  fromUnknown: { fa: 'آغاز آن در متن نیامده است', en: 'its start is not in the text' },
  until: {
    fa: (date: string) => `تا پایان روز ${date} به وقت تهران`,
    en: (date: string) => `to the end of ${date}, Tehran time`
  },
  from: { fa: (date: string) => `از ${date}`, en: (date: string) => `from ${date}` },
  readLiving: { fa: 'متن زنده توافق‌نامه', en: 'The living agreement' },
  allVersions: { fa: 'همه نسخه‌ها', en: 'All versions' },
  compareDraft: {
    fa: (ref: string) => `مقایسه با پیش‌نویس ${ref}`,
    en: (ref: string) => `Compare with the draft ${ref}`
  },
  compare: { fa: 'مقایسه دو نسخه', en: 'Compare two versions' },
  sourceFile: { fa: 'فایل YAML', en: 'YAML file' },
  schemaFile: { fa: 'طرح‌واره JSON', en: 'JSON Schema' },
  files: { fa: 'فایل‌ها', en: 'Files' },
  sha256: { fa: 'اثر انگشت متن', en: 'Fingerprint of the text (SHA-256)' },
  importedAt: { fa: 'ثبت در سامانه', en: 'Recorded' },
  revision: {
    fa: (n: string) => `بازنگری ${n}`,
    en: (n: string) => `revision ${n}`
  },
  announcedTitle: { fa: 'متن تازه‌ای اعلام شده است', en: 'A new text was announced' },
  announcedText: {
    fa: 'متن زیر منتظر است تا پایشگری بیرونی اطلاعیه آن را بخواند؛ تا آن هنگام متن کنونی برقرار است.',
    en: 'The text below waits for an outside probe to read its notice; until then the present one holds.'
  },
  announcedNotice: { fa: 'اطلاعیه تغییر', en: 'Notice of the change' },
  draftText: {
    fa: 'پیش‌نویس است؛ امضا نشده و اعتباری ندارد.',
    en: 'This is a draft: not signed, without force.'
  },
  draftLevels: {
    fa: 'عددهای پیوست پیش‌نویس پیشنهاد پروژه پیمان است و در متن توافق‌نامه نیست.',
    en: 'The numbers in the draft’s appendix are proposals of the Peyman project and are not in the agreement.'
  },
  noneInForce: { fa: 'اکنون توافق‌نامه معتبری نیست', en: 'No agreement is in force now' },
  gap: {
    fa: (days: string) =>
      `${days} روز است که توافق‌نامه معتبری نیست. ارائه خدمات ادامه دارد و هیچ خدمتی به این سبب متوقف نمی‌شود.`,
    en: (days: string) =>
      `For ${days} days there has been no agreement in force. Services go on; none stops because of it.`
  },
  inForceDays: {
    fa: (days: string) => `معتبر است؛ ${days} روز تا پایان اعتبار مانده است.`,
    en: (days: string) => `In force; ${days} days to its end.`
  },
  endsSoon: { fa: 'اعتبار رو به پایان است', en: 'Its validity ends soon' },
  startsIn: {
    fa: (days: string) => `اعتبار آن ${days} روز دیگر آغاز می‌شود.`,
    en: (days: string) => `Its validity starts in ${days} days.`
  },
  articles: { fa: 'ماده', en: 'Articles' },
  clauses: { fa: 'بند', en: 'Clauses' },
  levelsDeclared: { fa: 'سطوح اعلام‌شده', en: 'Levels declared' },
  levelsNone: { fa: 'سطوح اعلام نشده است', en: 'Levels are not declared' },
  stateExpired: { fa: 'پایان اعتبار', en: 'Expired' },
  stateDraft: { fa: 'پیش‌نویس', en: 'Draft' },
  stateContinued: { fa: 'ادامه خدمت بدون توافق‌نامه', en: 'Continued without agreement' },
  bearer: { fa: 'بر عهده', en: 'Borne by' },
  nobody: { fa: 'بر عهده کسی نیست', en: 'Borne by nobody' },
  measure: { fa: 'سنجه', en: 'Measure' },
  remedy: { fa: 'اگر رعایت نشود', en: 'If it is not kept' },
  note: { fa: 'یادداشت', en: 'Note' },
  weOwe: { fa: 'آنچه ما در برابر شما بر عهده داریم', en: 'What we owe you' },
  youOwe: { fa: 'آنچه شما در برابر ما بر عهده دارید', en: 'What you owe us' },
  neither: { fa: 'بندهایی که تکلیفی بر طرفین نمی‌گذارند', en: 'Clauses that bind neither side' },
  otherSide: {
    fa: 'دستگاه‌ها و مراجع دیگر نیز در این ستون آمده‌اند.',
    en: 'Other bodies and authorities stand in this column too.'
  },
  origin: { fa: 'منشأ متن', en: 'Origin of the text' },
  editorNotes: { fa: 'یادداشت‌های ویراستار', en: 'The editor’s notes' },
  dataType: { fa: 'نوع داده', en: 'Data type' },
  dataPolicy: { fa: 'جدول داده‌های مرتبط با خدمت', en: 'Table of data related to the service' },
  levelsTable: { fa: 'خدمات و سطوح', en: 'Services and levels' },
  service: { fa: 'خدمت', en: 'Service' },
  clockAlways: { fa: 'همه ساعت‌های شبانه‌روز', en: 'all hours' },
  clockCard: { fa: 'به زمان شناسنامه خدمت', en: 'by the time on the service card' },
  perMonth: { fa: 'در هر ماه ۳۰ روزه', en: 'per 30-day month' },
  perCase: { fa: 'در هر درخواست', en: 'per case' },
  atLeast: {
    fa: (value: string) => `حداقل ${value}`,
    en: (value: string) => `at least ${value}`
  },
  atMost: {
    fa: (value: string) => `حداکثر ${value}`,
    en: (value: string) => `at most ${value}`
  },
  noVisit: { fa: 'بدون مراجعه حضوری', en: 'no visit in person' },
  proposal: { fa: 'پیشنهاد', en: 'Proposal' },
  clause: { fa: 'بند', en: 'Clause' },
  printed: { fa: 'چاپ از سامانه پیمان', en: 'Printed from Peyman' }
})
