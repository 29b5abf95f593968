import { defineMessages } from '../../platform/index.ts'

/** The public notices of planned outages and suspensions. */
export const noticeTexts = defineMessages({
  outage: {
    fa: (what: string) => `قطعی برنامه‌ریزی‌شده: ${what}`,
    en: (what: string) => `Planned outage: ${what}`
  },
  'form-closed': {
    fa: (what: string) => `بسته شدن فرم: ${what}`,
    en: (what: string) => `Form closed: ${what}`
  },
  'service-withdrawn': {
    fa: (what: string) => `توقف ارائه خدمت: ${what}`,
    en: (what: string) => `Service withdrawn: ${what}`
  },
  'office-closure': {
    fa: (what: string) => `تعطیلی دفتر: ${what}`,
    en: (what: string) => `Office closed: ${what}`
  },
  outageBody: {
    fa: (what: string) => `این بخش‌ها در این زمان در دسترس نخواهد بود: ${what}.`,
    en: (what: string) => `These parts will not be available in this time: ${what}.`
  },
  'form-closedBody': {
    fa: (what: string) =>
      `در این زمان برای ${what} درخواست تازه پذیرفته نمی‌شود. پیش‌نویس‌ها می‌مانند و درخواست‌های ثبت‌شده رسیدگی می‌شوند.`,
    en: (what: string) =>
      `In this time no new application is taken for ${what}. Drafts are kept, and applications that were filed are worked on.`
  },
  'service-withdrawnBody': {
    fa: (what: string) =>
      `در این زمان ${what} ارائه نمی‌شود و درخواست تازه پذیرفته نمی‌شود. پیش‌نویس‌ها می‌مانند و درخواست‌های ثبت‌شده رسیدگی می‌شوند.`,
    en: (what: string) =>
      `In this time ${what} is not offered, and no new application is taken. Drafts are kept, and applications that were filed are worked on.`
  },
  'office-closureBody': {
    fa: (what: string) =>
      `در این زمان دفترهای ${what} باز نیست. ثبت درخواست از راه سامانه ادامه دارد. سررسید درخواست‌ها تنها با تعطیلی ثبت‌شده در تقویم اداری جابه‌جا می‌شود.`,
    en: (what: string) =>
      `In this time the offices of ${what} are not open. Applications are taken by the site as usual. Due instants move only by a closure in the office calendar.`
  },
  from: { fa: (at: string) => `از ${at}`, en: (at: string) => `From ${at}` },
  window: {
    fa: (from: string, to: string) => `از ${from} تا ${to} (به وقت ایران).`,
    en: (from: string, to: string) => `From ${from} to ${to} (Iran time).`
  },
  whole: { fa: 'همه خدمات', en: 'all services' },
  joins: {
    fa: 'این بخش به قطعی برنامه‌ریزی‌شده‌ای افزوده شده است که پیش‌تر اعلام شده بود.',
    en: 'This part is added to a planned outage that was announced before.'
  },
  movedTitle: {
    fa: (title: string) => `زمان تازه، ${title}`,
    en: (title: string) => `New time, ${title}`
  },
  moved: {
    fa: (from: string, to: string) => `زمان پیشین (از ${from} تا ${to}) دیگر برقرار نیست.`,
    en: (from: string, to: string) =>
      `The time announced before (from ${from} to ${to}) holds no more.`
  },
  cancelledTitle: {
    fa: (title: string) => `لغو شد، ${title}`,
    en: (title: string) => `Cancelled, ${title}`
  },
  'not-needed': {
    fa: 'این برنامه لغو شد و انجام نمی‌شود، چون دیگر به آن نیاز نیست.',
    en: 'This is cancelled and will not take place, because it is not needed any more.'
  },
  postponed: {
    fa: 'این برنامه لغو شد و در این زمان انجام نمی‌شود. زمان تازه با اطلاعیه‌ای تازه اعلام خواهد شد.',
    en: 'This is cancelled and will not take place at this time. A new time will be announced by a new notice.'
  },
  'notice-not-seen': {
    fa: 'این برنامه انجام نشد: اطلاعیه آن ۷۲ ساعت پیش از آغاز روی پرتال دیده نشده بود. خدمت مانند همیشه ارائه می‌شود.',
    en: 'This did not take place: its notice had not been seen on the portal 72 hours before. The service is given as usual.'
  },
  emergencyTitle: {
    fa: (title: string) => `اضطراری، ${title}`,
    en: (title: string) => `Emergency, ${title}`
  },
  emergency: {
    fa: (why: string) =>
      `این توقف اضطراری است و ۷۲ ساعت پیش از آن اطلاع‌رسانی نشد. سبب: ${why}. این رویداد به‌عنوان نقض تعهد ثبت شده است.`,
    en: (why: string) =>
      `This is an emergency, and no notice was given 72 hours before. Reason: ${why}. It is recorded as a breach.`
  },
  since: {
    fa: (from: string) => `از ${from}؛ زمان پایان پس از روشن شدن در همین اطلاعیه می‌آید.`,
    en: (from: string) => `Since ${from}; the end will be told in this notice once it is known.`
  },
  endedTitle: {
    fa: (title: string) => `پایان یافت، ${title}`,
    en: (title: string) => `Over, ${title}`
  },
  ended: {
    fa: (at: string) => `این توقف در ${at} پایان یافت و خدمت مانند همیشه ارائه می‌شود.`,
    en: (at: string) => `This ended on ${at}, and the service is given as usual.`
  }
})

/** Why a service was suspended without notice. */
export const emergencyReasons = defineMessages({
  security: { fa: 'رخداد امنیتی', en: 'a security incident' },
  'legal-order': { fa: 'دستور مرجع قانونی', en: 'an order of a competent authority' },
  'data-fault': { fa: 'نادرستی داده‌ها یا نتیجه‌ها', en: 'wrong data or results' },
  dependency: {
    fa: 'در دسترس نبودن سامانه‌ای که خدمت به آن نیاز دارد',
    en: 'a system that the service needs is away'
  },
  safety: { fa: 'حادثه یا خطر جانی', en: 'an accident or danger to life' },
  capacity: { fa: 'ناتوانی در رسیدگی', en: 'no capacity to work on applications' }
})

/** Codes of {@link emergencyReasons}. */
export type EmergencyReason = keyof typeof emergencyReasons.entries
export const emergencyReasonCodes = Object.keys(emergencyReasons.entries) as EmergencyReason[]
