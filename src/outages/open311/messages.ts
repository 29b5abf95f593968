import { defineMessages } from '../../platform/index.ts'

export const messages = defineMessages({
  jurisdictionMissing: {
    fa: 'jurisdiction_id داده نشده است؛ این نشانی چند دستگاه دارد.',
    en: 'jurisdiction_id was not provided; this endpoint serves several jurisdictions.'
  },
  jurisdictionUnknown: {
    fa: 'jurisdiction_id پیدا نشد.',
    en: 'The jurisdiction_id provided was not found.'
  },
  serviceMissing: { fa: 'service_code داده نشده است.', en: 'service_code was not provided.' },
  serviceUnknown: { fa: 'service_code پیدا نشد.', en: 'The service_code provided was not found.' },
  requestUnknown: {
    fa: 'service_request_id پیدا نشد.',
    en: 'The service_request_id provided was not found.'
  },
  tokenUnknown: { fa: 'token پیدا نشد.', en: 'The token provided was not found.' },
  noResource: { fa: 'چنین منبعی نیست.', en: 'There is no such resource.' },
  keyRefused: {
    fa: 'api_key نیست یا درست نیست؛ درخواست ثبت نشد.',
    en: 'Missing or invalid api_key: the request was not created.'
  },
  kindWrong: {
    fa: 'attribute[KIND] داده نشده است یا یکی از مقدارهای تعریف خدمت نیست.',
    en: 'attribute[KIND] was not provided, or is none of the values of the service definition.'
  },
  badDate: {
    fa: 'زمان را به شکل YYYY-MM-DDThh:mm:ssZ و با منطقه زمانی بنویسید.',
    en: 'Dates are written as 2026-01-01T00:00:00Z, with their time zone.'
  },
  longRange: {
    fa: 'بازه زمانی نباید بیش از نود روز باشد.',
    en: 'The range may not span more than 90 days.'
  },
  backwards: { fa: 'start_date پس از end_date است.', en: 'start_date is after end_date.' },
  badStatus: { fa: 'status تنها open یا closed است.', en: 'status is open or closed.' },
  badPoint: {
    fa: 'lat و long باید هر دو و عدد باشند.',
    en: 'lat and long have to come together, as numbers.'
  },
  badEncoding: {
    fa: 'درخواست باید به شکل application/x-www-form-urlencoded بیاید.',
    en: 'A request has to come as application/x-www-form-urlencoded.'
  },
  general: { fa: 'درخواست انجام نشد.', en: 'The request could not be carried out.' },
  kind: { fa: 'نوع گزارش', en: 'Kind of report' },
  noticed: { fa: 'زمان مشاهده', en: 'When it was noticed' },
  noticedForm: { fa: 'به شکل YYYY-MM-DDThh:mm:ssZ', en: 'As YYYY-MM-DDThh:mm:ssZ' },
  serviceDescription: {
    fa: (title: string) => `خرابی یا کاهش کیفیت: ${title}`,
    en: (title: string) => `Failure or drop in quality: ${title}`
  },
  keywords: {
    fa: 'خرابی، قطعی، گزارش',
    en: 'failure, outage, report'
  },
  receipt: {
    fa: (code: string, address: string) =>
      `رسید خرابی صادر شد. کد رسید، تنها راه پیگیری: ${code} (${address})`,
    en: (code: string, address: string) =>
      `A failure receipt was issued. Its code, the only way to follow up: ${code} (${address})`
  },
  contact: {
    fa: (address: string) => `گردانندگان این میز خدمت: ${address}`,
    en: (address: string) => `Those who run this desk: ${address}`
  },
  keyService: {
    fa: (address: string) => `کلید را از گردانندگان میز خدمت بخواهید؛ راهنما: ${address}`,
    en: (address: string) => `Ask those who run the desk for a key; see ${address}`
  },
  notKept: {
    fa: 'متن گزارش منتشر نمی‌شود؛ دارنده رسید آن را پیگیری می‌کند.',
    en: 'What people wrote is not published; the holder of the receipt follows it up.'
  }
})
