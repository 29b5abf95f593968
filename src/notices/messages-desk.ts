import { defineMessages } from '../platform/index.ts'

/** The pages on which an authority writes its notices. */
export const deskMessages = defineMessages({
  title: { fa: 'نوشتن اطلاعیه', en: 'Write notices' },
  lead: {
    fa: 'پیش‌نویس‌ها و اطلاعیه‌های منتشرشده دستگاه شما.',
    en: 'The drafts and the published notices of your authority.'
  },
  desk: { fa: 'پیشخوان', en: 'Dashboard' },
  drafts: { fa: 'پیش‌نویس‌ها', en: 'Drafts' },
  noDrafts: { fa: 'پیش‌نویسی نیست.', en: 'There are no drafts.' },
  published: { fa: 'منتشرشده', en: 'Published' },
  nonePublished: { fa: 'هنوز چیزی منتشر نشده است.', en: 'Nothing was published yet.' },
  notice: { fa: 'اطلاعیه', en: 'Notice' },
  untitled: { fa: 'بی‌عنوان', en: 'Untitled' },
  authority: { fa: 'دستگاه', en: 'Authority' },
  savedAt: { fa: 'ذخیره', en: 'Saved' },
  savedBy: { fa: 'نویسنده', en: 'Writer' },
  corrects: { fa: (n: string) => `اصلاح نسخه ${n}`, en: (n: string) => `corrects version ${n}` },
  newNotice: { fa: 'اطلاعیه تازه', en: 'New notice' },
  editTitle: { fa: 'نوشتن اطلاعیه', en: 'Write a notice' },
  correctTitle: {
    fa: (n: string) => `اصلاح اطلاعیه (نسخه ${n} می‌شود)`,
    en: (n: string) => `Correct a notice (becomes version ${n})`
  },
  correct: { fa: 'اصلاح', en: 'Correct' },
  correctLead: {
    fa: 'اصلاح، نسخه‌ای تازه است: نسخه پیشین خواندنی می‌ماند و نسخه تازه باید دوباره در سامانه دیده شود.',
    en: 'A correction is a new version: the earlier one stays readable, and the new one must be seen on the portal anew.'
  },
  addLead: {
    fa: 'این اطلاعیه را سامانه ساخته است و آنچه گفته می‌ماند: آنچه می‌نویسید، پس از بندهای آن در نسخه‌ای تازه می‌آید که باید دوباره در سامانه دیده شود.',
    en: 'The program made this notice, and what it said stays: what you write comes behind its paragraphs, in a new version that must be seen on the portal anew.'
  },
  addFa: { fa: 'آنچه افزوده می‌شود (فارسی)', en: 'What is added (Persian)' },
  addEn: { fa: 'آنچه افزوده می‌شود (انگلیسی)', en: 'What is added (English)' },
  see: { fa: 'دیدن اطلاعیه', en: 'See the notice' },
  kind: { fa: 'گونه اطلاعیه', en: 'Kind of notice' },
  changes: { fa: 'چه چیزی تغییر می‌کند؟', en: 'What changes?' },
  changesHelp: {
    fa: 'تنها برای اطلاعیه تغییر؛ دست‌کم یکی.',
    en: 'Only for a notice of a change; at least one.'
  },
  services: { fa: 'خدمات', en: 'Services' },
  servicesHelp: {
    fa: 'اگر هیچ‌کدام را برنگزینید، اطلاعیه درباره همه خدمات دستگاه است.',
    en: 'If you choose none, the notice is about all services of the authority.'
  },
  titleFa: { fa: 'عنوان (فارسی)', en: 'Title (Persian)' },
  titleEn: { fa: 'عنوان (انگلیسی)', en: 'Title (English)' },
  bodyFa: { fa: 'متن (فارسی)', en: 'Text (Persian)' },
  bodyEn: { fa: 'متن (انگلیسی)', en: 'Text (English)' },
  bodyHelp: {
    fa: 'متن ساده؛ بندها را با یک سطر خالی جدا کنید.',
    en: 'Plain text; part the paragraphs by an empty line.'
  },
  effectiveAt: { fa: 'اجرا از تاریخ', en: 'In effect from (date)' },
  effectiveTime: { fa: 'ساعت', en: 'Time' },
  bannerUntil: { fa: 'نمایش بالای صفحه‌ها تا تاریخ', en: 'Show on top of pages until (date)' },
  dateHelp: { fa: 'تاریخ شمسی مانند ۱۴۰۵/۰۹/۰۵', en: 'Jalali date such as 1405/09/05' },
  timeHelp: {
    fa: 'مانند ۰۸:۳۰؛ اگر ننویسید، ساعت ۰۰:۰۰',
    en: 'Such as 08:30; 00:00 if you leave it empty'
  },
  overtakenTitle: {
    fa: 'اطلاعیه در این فاصله اصلاح شده است',
    en: 'The notice was corrected in the meantime'
  },
  overtaken: {
    fa: (n: string) =>
      `نسخه ${n} را ببینید. اگر نوشته شما همچنان درست است، «اصلاح نسخه تازه» را بزنید و سپس منتشر کنید.`,
    en: (n: string) =>
      `See version ${n}. If what you wrote still holds, press "Correct the new version", then publish.`
  },
  rebase: { fa: 'اصلاح نسخه تازه', en: 'Correct the new version' },
  save: { fa: 'ذخیره پیش‌نویس', en: 'Save the draft' },
  preview: { fa: 'پیش‌نمایش', en: 'Preview' },
  previewTitle: { fa: 'پیش‌نمایش: چنین دیده می‌شود', en: 'Preview: this is how it will look' },
  publish: { fa: 'انتشار', en: 'Publish' },
  discard: { fa: 'کنار گذاشتن پیش‌نویس', en: 'Discard the draft' },
  saved: { fa: 'پیش‌نویس ذخیره شد.', en: 'The draft is saved.' },
  discarded: { fa: 'پیش‌نویس کنار گذاشته شد.', en: 'The draft was discarded.' },
  publishedNow: {
    fa: (n: string) =>
      `نسخه ${n} منتشر شد؛ هنگامی داده‌شده به شمار می‌آید که پایشگری آن را در سامانه ببیند.`,
    en: (n: string) =>
      `Version ${n} is published; it counts as given when a probe sees it on the portal.`
  },
  state: { fa: 'وضع', en: 'State' },
  mails: { fa: 'ایمیل به مشترکان', en: 'Mails to subscribers' },
  'mail-sent': { fa: 'فرستاده‌شده', en: 'Sent' },
  'mail-queued': { fa: 'در صف', en: 'Waiting' },
  'mail-refused': { fa: 'نپذیرفته', en: 'Refused' },
  'mail-given-up': { fa: 'رهاشده پس از چند بار', en: 'Given up after many tries' }
})

/** What is wrong with a field of a notice. */
export const problemMessages = defineMessages({
  kind: { fa: 'گونه اطلاعیه را برگزینید.', en: 'Choose the kind of the notice.' },
  'planned-outage': {
    fa: 'قطعی برنامه‌ریزی‌شده را در صفحه «قطعی برنامه‌ریزی‌شده» (/desk/planned) اعلام کنید؛ اطلاعیه آن با ۷۲ ساعت پیش‌آگهی همان‌جا ساخته می‌شود.',
    en: 'Announce a planned outage on the page "Planned outages" (/desk/planned, /api/v1/planned-outages): its notice is made there, 72 hours ahead.'
  },
  outage: {
    fa: 'قطعی را در صفحه «قطعی‌ها» (/desk/outages) ثبت کنید؛ اطلاعیه آن همان‌جا ساخته می‌شود.',
    en: 'Record an outage on the page "Outages" (/desk/outages, /api/v1/outages): its notice is made there.'
  },
  oneLine: { fa: 'عنوان را در یک سطر بنویسید.', en: 'Write the title on one line.' },
  changes: {
    fa: 'دست‌کم یکی از آنچه را تغییر می‌کند برگزینید.',
    en: 'Choose at least one thing that changes.'
  },
  service: {
    fa: 'تنها خدمات همین دستگاه را برگزینید.',
    en: 'Choose only services of this authority.'
  },
  empty: { fa: 'این بخش را بنویسید.', en: 'Write this field.' },
  tooLong: {
    fa: (most: string) => `کوتاه‌تر بنویسید؛ حداکثر ${most} نویسه.`,
    en: (most: string) => `Write less; at most ${most} characters.`
  },
  'language-fa': {
    fa: 'این بخش را به فارسی بنویسید.',
    en: 'Write this field in Persian.'
  },
  'language-en': {
    fa: 'این بخش را به انگلیسی بنویسید.',
    en: 'Write this field in English.'
  },
  effectivePast: {
    fa: 'آغاز اجرا باید پس از اکنون باشد؛ اطلاعیه پیش از اجرا داده می‌شود.',
    en: 'The start must be after now: a notice is given beforehand.'
  },
  bannerFar: {
    fa: 'زمانی تا حداکثر یک سال دیگر بنویسید.',
    en: 'Write a time within a year from now.'
  },
  bannerPast: {
    fa: 'زمانی پس از اکنون بنویسید، یا این بخش را خالی بگذارید.',
    en: 'Write a time after now, or leave this empty.'
  },
  time: {
    fa: 'ساعت را مانند ۰۸:۳۰ بنویسید.',
    en: 'Write the time as 08:30.'
  }
})
