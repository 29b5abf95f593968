import { defineMessages } from '../platform/index.ts'

/** The pages of the catalogue for everyone. */
export const messages = defineMessages({
  menu: { fa: 'دولت الکترونیک', en: 'E-government' },
  services: { fa: 'خدمات', en: 'Services' },
  servicesLead: {
    fa: 'فهرست همه خدماتی که دستگاه‌ها در منوی «دولت الکترونیک» ارائه می‌کنند، با شناسنامه، فرایند، فرم و مسئول تأییدکننده هر یک. خدمت خود را جست‌وجو کنید یا از فهرست برگزینید.',
    en: 'Every service that the authorities offer in the menu “E-government”, with its card, process, form and approver. Search for yours, or choose it from the list.'
  },
  queryCut: {
    fa: (most: string) =>
      `عبارت شما بلندتر از ${most} نویسه بود؛ تنها ${most} نویسه نخست آن جست‌وجو شد.`,
    en: (most: string) =>
      `What you typed is longer than ${most} characters; only the first ${most} were searched for.`
  },
  foundSome: {
    fa: 'خدمتی که همه واژه‌ها را داشته باشد پیدا نشد؛ این خدمات بخشی از آن‌ها را دارند.',
    en: 'No service has all the words; these have some of them.'
  },
  home: { fa: 'صفحه نخست', en: 'Front page' },
  search: { fa: 'جست‌وجوی خدمت', en: 'Search for a service' },
  searchHint: {
    fa: 'نام خدمت، کد آن یا کاری که می‌خواهید انجام دهید',
    en: 'The name of the service, its code, or what you want to do'
  },
  byAuthority: { fa: 'بر پایه دستگاه', en: 'By authority' },
  byLifeEvent: { fa: 'بر پایه رویداد زندگی', en: 'By life event' },
  byWhat: { fa: 'چیدمان فهرست', en: 'Order of the list' },
  found: {
    fa: (n: string, query: string) => `${n} خدمت برای «${query}»`,
    en: (n: string, query: string) => `${n} services for "${query}"`
  },
  nothingFound: { fa: 'خدمتی پیدا نشد', en: 'No service was found' },
  nothingFoundHelp: {
    fa: 'واژه‌ای کوتاه‌تر یا دیگر بنویسید، یا فهرست همه خدمات را ببینید.',
    en: 'Try a shorter or another word, or see the list of all services.'
  },
  allServices: { fa: 'همه خدمات', en: 'All services' },
  noServices: { fa: 'هنوز شناسنامه‌ای منتشر نشده است', en: 'No card has been published yet' },
  card: { fa: 'شناسنامه', en: 'Card' },
  process: { fa: 'فرایند', en: 'Process' },
  forms: { fa: 'فرم', en: 'Form' },
  approver: { fa: 'تأییدکننده', en: 'Approver' },
  versions: { fa: 'نسخه‌ها', en: 'Versions' },
  parts: { fa: 'بخش‌های شناسنامه', en: 'Parts of the card' },
  demonstration: { fa: 'محتوای نمایشی', en: 'Demonstration content' },
  demonstrationNote: {
    fa: 'این شناسنامه را سازندگان این برنامه برای نمایش نوشته‌اند و از سوی دستگاه منتشر نشده است.',
    en: 'This card was written by the makers of this program to show it; the body did not publish it.'
  },
  apply: { fa: 'ثبت درخواست', en: 'Apply' },
  serviceCode: { fa: 'کد خدمت', en: 'Service code' },
  promisedTime: { fa: 'زمان انجام', en: 'Time' },
  promisedTimeNote: { fa: 'پس از کامل شدن مدارک', en: 'once the documents are complete' },
  fee: { fa: 'هزینه', en: 'Fee' },
  visits: { fa: 'مراجعه حضوری', en: 'Visits in person' },
  visitsNone: { fa: 'بدون مراجعه حضوری', en: 'None needed' },
  visitsMost: { fa: (n: string) => `حداکثر ${n} بار`, en: (n: string) => `${n} at most` },
  documents: { fa: 'مدارک لازم', en: 'Documents' },
  documentsNone: { fa: 'مدرکی لازم نیست', en: 'No documents are needed' },
  documentsOnly: {
    fa: 'جز این مدارک چیزی از شما خواسته نمی‌شود.',
    en: 'Nothing but these documents will be asked of you.'
  },
  mandatory: { fa: 'الزامی', en: 'Mandatory' },
  conditional: { fa: 'در صورت لزوم', en: 'Where it applies' },
  formats: { fa: 'قالب و حجم', en: 'Format and size' },
  sizeMost: { fa: (n: string) => `تا ${n} مگابایت`, en: (n: string) => `up to ${n} MB` },
  document: { fa: 'مدرک', en: 'Document' },
  need: { fa: 'لزوم', en: 'Needed' },
  responsibility: { fa: 'مسئولیت ما در برابر شما', en: 'What we answer for' },
  steps: { fa: 'گام‌های انجام', en: 'Steps' },
  stepBy: { fa: (unit: string) => `واحد مسئول: ${unit}`, en: (unit: string) => `By ${unit}` },
  stepPaper: { fa: 'غیرالکترونیکی', en: 'Not electronic' },
  stepElectronic: { fa: 'الکترونیکی', en: 'Electronic' },
  channels: { fa: 'راه‌های تحویل درخواست و مدارک', en: 'Ways to hand in' },
  channelsOnly: {
    fa: 'درخواست و مدارک تنها از این راه‌ها پذیرفته می‌شود.',
    en: 'Applications and documents are taken in these ways only.'
  },
  legalBasis: { fa: 'مستندات قانونی', en: 'Legal basis' },
  number: { fa: 'شماره', en: 'No.' },
  dated: { fa: 'مورخ', en: 'of' },
  allFields: { fa: 'همه اطلاعات شناسنامه', en: 'The whole card' },
  access: { fa: 'راه‌های دسترسی در هر مرحله', en: 'Access at each stage' },
  stage: { fa: 'مرحله', en: 'Stage' },
  ways: { fa: 'راه‌ها', en: 'Ways' },
  inPersonReason: { fa: 'دلیل مراجعه حضوری', en: 'Why in person' },
  systems: { fa: 'سامانه‌های دیگر', en: 'Other systems' },
  inquiries: { fa: 'استعلام‌ها', en: 'Inquiries' },
  none: { fa: 'ندارد', en: 'None' },
  yes: { fa: 'بلی', en: 'Yes' },
  no: { fa: 'خیر', en: 'No' },
  notSaid: { fa: 'اعلام نشده', en: 'Not stated' },
  feeDecree: { fa: 'مصوبه هزینه', en: 'Fee decree' },
  formTitle: { fa: 'فرم درخواست', en: 'Application form' },
  formLead: {
    fa: 'این فرم را می‌توانید بدون ورود ببینید و چاپ کنید. برای پر کردن آن «ثبت درخواست» را بزنید.',
    en: 'You can read and print this form without signing in. To fill it in, choose "Apply".'
  },
  required: { fa: 'الزامی', en: 'Required' },
  optional: { fa: 'اختیاری', en: 'Optional' },
  signature: { fa: 'نام، تاریخ و امضا', en: 'Name, date and signature' },
  approverLead: {
    fa: 'تصمیم درباره درخواست‌های این خدمت را تنها دارنده این پست می‌گیرد.',
    en: 'Only the holder of this post decides on applications for this service.'
  },
  phone: { fa: 'تلفن', en: 'Telephone' },
  post: { fa: 'پست سازمانی', en: 'Post' },
  unit: { fa: 'واحد', en: 'Unit' },
  holder: { fa: 'دارنده پست در امروز', en: 'Holder of the post today' },
  vacant: { fa: 'اکنون بی‌متصدی', en: 'Vacant at present' },
  followUp: { fa: 'پیگیری درخواست', en: 'Follow-up' },
  version: { fa: (n: string) => `نسخه ${n}`, en: (n: string) => `Version ${n}` },
  versionsLead: {
    fa: 'هر تغییر شناسنامه نسخه‌ای تازه است و پیشینه پاک نمی‌شود. درخواست‌ها با نسخه روز ثبت خود سنجیده می‌شوند.',
    en: 'Every change of the card is a new version, and none is deleted. An application is held to the version of its day.'
  },
  publishedAt: { fa: 'زمان انتشار', en: 'Published' },
  changes: { fa: 'تغییرها', en: 'Changes' },
  firstVersion: { fa: 'نخستین نسخه', en: 'First version' },
  changesCount: { fa: (n: string) => `${n} تغییر`, en: (n: string) => `${n} changes` },
  compare: { fa: 'مقایسه دو نسخه', en: 'Compare two versions' },
  compareButton: { fa: 'مقایسه', en: 'Compare' },
  before: { fa: 'پیش از تغییر', en: 'Before' },
  after: { fa: 'پس از تغییر', en: 'After' },
  field: { fa: 'بخش', en: 'Field' },
  noDifference: { fa: 'این دو نسخه یکی است.', en: 'These two versions are the same.' },
  announcedTitle: { fa: 'این شناسنامه تغییر می‌کند', en: 'This card changes' },
  announcedFrom: {
    fa: (version: string, at: string) => `نسخه ${version} از ${at} اجرا می‌شود.`,
    en: (version: string, at: string) => `Version ${version} is in force from ${at}.`
  },
  announcedWaits: {
    fa: (version: string) =>
      `نسخه ${version} منتظر است تا پایشگری بیرونی اطلاعیه آن را بخواند؛ پیش از آن اجرا نمی‌شود.`,
    en: (version: string) =>
      `Version ${version} waits for an outside probe to read its notice; it is not in force before.`
  },
  announcedWaitsUntil: {
    fa: (version: string, at: string) =>
      `نسخه ${version} از ${at} اجرا می‌شود، اگر پایشگری بیرونی تا آن هنگام اطلاعیه آن را خوانده باشد؛ اکنون منتظر آن است.`,
    en: (version: string, at: string) =>
      `Version ${version} is in force from ${at}, if an outside probe has read its notice by then; it waits for that now.`
  },
  laterTitle: {
    fa: 'تغییر شناسنامه این خدمت پس از درخواست شما',
    en: 'The card of this service changes after your application'
  },
  laterText: {
    fa: (version: string) =>
      `درخواست شما همچنان با نسخه ${version}، نسخه روز ثبت آن، سنجیده می‌شود و از این تغییر اثر نمی‌پذیرد.`,
    en: (version: string) =>
      `Your application is still held to version ${version}, that of its day, and the change does not touch it.`
  },
  laterSince: {
    fa: (version: string, at: string) => `نسخه ${version} از ${at} اجرا می‌شود.`,
    en: (version: string, at: string) => `Version ${version} has been in force since ${at}.`
  },
  seeNotice: {
    fa: (version: string) => `اطلاعیه تغییر (نسخه ${version})`,
    en: (version: string) => `Notice of the change (version ${version})`
  },
  announcedVersion: {
    fa: 'این نسخه اعلام شده است و هنوز اجرا نمی‌شود؛ نسخه جاری را ببینید.',
    en: 'This version was announced and is not in force yet; see the one that is.'
  },
  effect: { fa: 'اجرا', en: 'In force' },
  effectFrom: { fa: (at: string) => `از ${at}`, en: (at: string) => `from ${at}` },
  effectWaits: { fa: 'در انتظار دیده شدن اطلاعیه', en: 'waits for its notice to be seen' },
  effectNever: {
    fa: 'اجرا نشد؛ نسخه‌ای تازه‌تر جای آن را گرفت',
    en: 'never in force: a newer version took its place'
  },
  notice: { fa: 'اطلاعیه', en: 'Notice' },
  noNotice: { fa: 'بی‌نیاز از اطلاعیه', en: 'None needed' },
  noNoticeThen: { fa: 'پیش از آغاز اطلاعیه‌ها', en: 'Before there were notices' },
  oldVersion: {
    fa: 'این نسخه جاری نیست؛ نسخه جاری را ببینید.',
    en: 'This is not the version in force; see the current one.'
  },
  currentVersion: { fa: 'نسخه جاری', en: 'Version in force' },
  machineReadable: { fa: 'داده ماشین‌خوان این شناسنامه', en: 'This card as data' }
})
