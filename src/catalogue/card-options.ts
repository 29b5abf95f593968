import type { Bilingual } from '../platform/index.ts'

/** The values that a field of the card may have, each with its name, in the order of the forms. */
export type Options = Readonly<Record<string, Bilingual>>

export const audiences = {
  G2C: { fa: 'دولت به شهروند (G2C)', en: 'Government to citizen (G2C)' },
  G2B: { fa: 'دولت به کسب‌وکار (G2B)', en: 'Government to business (G2B)' },
  G2G: { fa: 'دولت به دولت (G2G)', en: 'Government to government (G2G)' }
} as const satisfies Options

export const natures = {
  sovereign: { fa: 'حاکمیتی', en: 'Sovereign' },
  entrusted: { fa: 'تصدی‌گری', en: 'Entrusted' }
} as const satisfies Options

export const levels = {
  national: { fa: 'ملی', en: 'National' },
  regional: { fa: 'منطقه‌ای', en: 'Regional' },
  provincial: { fa: 'استانی', en: 'Provincial' },
  urban: { fa: 'شهری', en: 'Urban' },
  rural: { fa: 'روستایی', en: 'Rural' }
} as const satisfies Options

export const lifeEvents = {
  birth: { fa: 'تولد', en: 'Birth' },
  education: { fa: 'آموزش', en: 'Education' },
  health: { fa: 'سلامت', en: 'Health' },
  tax: { fa: 'مالیات', en: 'Tax' },
  business: { fa: 'کسب‌وکار', en: 'Business' },
  'social-security': { fa: 'تأمین اجتماعی', en: 'Social security' },
  property: { fa: 'ثبت مالکیت', en: 'Registering property' },
  utilities: { fa: 'تأسیسات شهری', en: 'Utilities' },
  insurance: { fa: 'بیمه', en: 'Insurance' },
  marriage: { fa: 'ازدواج', en: 'Marriage' },
  retirement: { fa: 'بازنشستگی', en: 'Retirement' },
  documents: { fa: 'مدارک و گواهینامه‌ها', en: 'Documents and certificates' },
  death: { fa: 'وفات', en: 'Death' },
  other: { fa: 'سایر', en: 'Other' }
} as const satisfies Options

export const startTriggers = {
  request: { fa: 'تقاضای گیرنده خدمت', en: 'Request of the applicant' },
  time: { fa: 'فرارسیدن زمانی مشخص', en: 'A set time' },
  event: { fa: 'رخداد رویدادی مشخص', en: 'An event' },
  finding: { fa: 'تشخیص دستگاه', en: 'A finding of the body itself' },
  other: { fa: 'سایر', en: 'Other' }
} as const satisfies Options

export const recurrencePeriods = {
  once: { fa: 'یک بار برای همیشه', en: 'Once' },
  month: { fa: 'در ماه', en: 'A month' },
  season: { fa: 'در فصل', en: 'A season' },
  year: { fa: 'در سال', en: 'A year' }
} as const satisfies Options

export const timeUnits = {
  hours: { fa: 'ساعت', en: 'hour' },
  'calendar-days': { fa: 'روز تقویمی', en: 'calendar day' },
  'working-days': { fa: 'روز کاری', en: 'working day' }
} as const satisfies Options

export const channels = {
  site: { fa: 'سایت', en: 'Site' },
  post: { fa: 'پست', en: 'Post' },
  pishkhan: { fa: 'دفتر پیشخوان', en: 'Pishkhan office' },
  'in-person': { fa: 'حضوری', en: 'In person' }
} as const satisfies Options

export const accessWays = {
  web: { fa: 'اینترنتی (وب)', en: 'Web' },
  'e-mail': { fa: 'پست الکترونیک', en: 'E-mail' },
  phone: { fa: 'تلفن گویا یا مرکز تماس', en: 'Call centre' },
  sms: { fa: 'پیام کوتاه', en: 'SMS' },
  'mobile-app': { fa: 'برنامه تلفن همراه', en: 'Mobile app' },
  pishkhan: { fa: 'دفتر پیشخوان', en: 'Pishkhan office' },
  'in-person': { fa: 'مراجعه حضوری', en: 'In person' }
} as const satisfies Options

export const inPersonReasons = {
  identity: { fa: 'احراز هویت', en: 'Proof of identity' },
  authenticity: { fa: 'احراز اصالت مدارک', en: 'Authenticity of documents' },
  infrastructure: { fa: 'نبود زیرساخت ارتباطی مناسب', en: 'No infrastructure' },
  other: { fa: 'سایر', en: 'Other' }
} as const satisfies Options

export const accessStages = {
  inform: { fa: 'اطلاع‌رسانی خدمت', en: 'Informing' },
  apply: { fa: 'درخواست خدمت', en: 'Applying' },
  produce: { fa: 'تولید خدمت', en: 'Producing' },
  deliver: { fa: 'ارائه خدمت', en: 'Delivering' }
} as const satisfies Options

export const legalBasisTypes = {
  law: { fa: 'قانون', en: 'Law' },
  regulation: { fa: 'آیین‌نامه', en: 'Regulation' },
  decree: { fa: 'تصویب‌نامه', en: 'Decree' },
  circular: { fa: 'بخشنامه', en: 'Circular' },
  letter: { fa: 'مکاتبه', en: 'Letter' },
  other: { fa: 'سایر', en: 'Other' }
} as const satisfies Options

export const exchangeModes = {
  online: { fa: 'برخط', en: 'Online' },
  batch: { fa: 'دسته‌ای', en: 'In batches' },
  paper: { fa: 'کاغذی', en: 'On paper' }
} as const satisfies Options

export const fileFormats = {
  pdf: { fa: 'PDF', en: 'PDF' },
  jpeg: { fa: 'JPEG', en: 'JPEG' },
  png: { fa: 'PNG', en: 'PNG' },
  docx: { fa: 'DOCX', en: 'DOCX' },
  xlsx: { fa: 'XLSX', en: 'XLSX' }
} as const satisfies Options

export const fieldTypes = {
  text: { fa: 'متن کوتاه', en: 'Short text' },
  paragraph: { fa: 'متن بلند', en: 'Long text' },
  integer: { fa: 'عدد صحیح', en: 'Whole number' },
  money: { fa: 'مبلغ (ریال)', en: 'Amount (rial)' },
  'national-id': { fa: 'کد ملی', en: 'National id' },
  'legal-id': { fa: 'شناسه ملی شرکت', en: 'Legal id' },
  mobile: { fa: 'تلفن همراه', en: 'Mobile number' },
  'postal-code': { fa: 'کد پستی', en: 'Postal code' },
  iban: { fa: 'شماره شبا', en: 'Sheba number' },
  'jalali-date': { fa: 'تاریخ شمسی', en: 'Jalali date' },
  choice: { fa: 'یک گزینه', en: 'One of a list' },
  choices: { fa: 'چند گزینه', en: 'Several of a list' },
  'yes-no': { fa: 'بلی یا خیر', en: 'Yes or no' },
  'e-mail': { fa: 'رایانامه', en: 'E-mail' }
} as const satisfies Options
