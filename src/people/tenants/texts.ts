import { defineMessages } from '../../platform/index.ts'

export const messages = defineMessages({
  slug: {
    fa: 'شناسه با حرف‌های کوچک لاتین آغاز می‌شود و تنها حرف، رقم و خط تیره دارد؛ ۲ تا ۳۲ نویسه.',
    en: 'An id begins with a small Latin letter and holds letters, digits and hyphens only; 2 to 32 characters.'
  },
  reserved: {
    fa: 'این شناسه برای خود سامانه نگه داشته شده است؛ شناسه دیگری بنویسید.',
    en: 'This id is kept for the platform itself; write another one.'
  },
  known: { fa: 'این پیش‌تر ثبت شده است.', en: 'This is registered already.' },
  nameMissing: { fa: 'نام را بنویسید.', en: 'Write the name.' },
  portal: {
    fa: 'نشانی درگاه را مانند ‎https://example.ir‎ بنویسید.',
    en: 'Write the address of the portal like https://example.ir.'
  },
  timeZone: {
    fa: 'منطقه زمانی را مانند ‎Asia/Tehran‎ بنویسید.',
    en: 'Write the time zone like Asia/Tehran.'
  },
  unitUnknown: { fa: 'این واحد در دستگاه نیست.', en: 'The authority has no such unit.' }
})

/** What is wrong with the description of an authority. */
export const tenantTexts = messages.entries
