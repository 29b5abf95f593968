import { defineMessages } from '../platform/index.ts'

/** What keeps a service from being given, as pages and refusals say it. */
export const interruptionMessages = defineMessages({
  outage: { fa: 'قطعی برنامه‌ریزی‌شده سامانه', en: 'Planned outage of the site' },
  'form-closed': { fa: 'فرم این خدمت بسته است', en: 'The form of this service is closed' },
  'service-withdrawn': { fa: 'ارائه این خدمت متوقف شده است', en: 'This service is withdrawn' },
  'office-closure': { fa: 'دفتر دستگاه تعطیل است', en: 'The office is closed' },
  coming: {
    fa: (what: string) => `اعلام‌شده: ${what}`,
    en: (what: string) => `Announced: ${what}`
  },
  comingForm: { fa: 'بسته شدن فرم این خدمت', en: 'closing of the form of this service' },
  comingWithdrawal: { fa: 'توقف ارائه این خدمت', en: 'withdrawal of this service' },
  comingOffice: { fa: 'تعطیلی دفتر دستگاه', en: 'closing of the office' },
  comingOutage: { fa: 'قطعی برنامه‌ریزی‌شده سامانه', en: 'planned outage of the site' },
  span: {
    fa: (from: string, to: string) => `از ${from} تا ${to}.`,
    en: (from: string, to: string) => `From ${from} to ${to}.`
  },
  since: {
    fa: (from: string) => `از ${from}؛ زمان پایان هنوز روشن نیست.`,
    en: (from: string) => `Since ${from}; it is not known yet until when.`
  },
  refuses: {
    fa: 'در این زمان درخواست تازه پذیرفته نمی‌شود؛ پیش‌نویس‌ها می‌مانند و درخواست‌های ثبت‌شده رسیدگی می‌شوند.',
    en: 'No new application is taken in this time; drafts are kept, and applications that were filed are worked on.'
  },
  slow: {
    fa: 'در این زمان بخشی از سامانه در دسترس نیست.',
    en: 'A part of the site is not available in this time.'
  },
  office: {
    fa: 'ثبت درخواست از راه سامانه ادامه دارد. سررسیدها تنها با تعطیلی ثبت‌شده در تقویم اداری جابه‌جا می‌شوند.',
    en: 'Applications are taken by the site as usual. Due instants move only by a closure in the office calendar.'
  },
  emergency: {
    fa: 'این توقف اضطراری است و ۷۲ ساعت پیش از آن اطلاع‌رسانی نشده؛ به همین سبب نقض تعهد ثبت شده است.',
    en: 'This is an emergency without 72 hours’ notice, and is recorded as a breach.'
  },
  notice: { fa: 'متن اطلاعیه', en: 'The notice' },
  badge: { fa: 'متوقف', en: 'Withdrawn' },
  badgeClosed: { fa: 'فرم بسته', en: 'Form closed' }
})
