import type { Bilingual } from '../../platform/index.ts'

/** What declared channels are called. */
export const channelNames: Readonly<Record<string, Bilingual>> = {
  desk: { fa: 'میز خدمت', en: 'Service desk' },
  site: { fa: 'سایت', en: 'The site' },
  'e-mail': { fa: 'رایانامه', en: 'E-mail' },
  post: { fa: 'پست', en: 'Post' },
  pishkhan: { fa: 'دفتر پیشخوان', en: 'Pishkhan office' },
  'in-person': { fa: 'مراجعه حضوری', en: 'In person' }
}

/** Why a channel is not alive, or why nobody can tell. */
export const channelReasons: Readonly<Record<string, Bilingual>> = {
  'not-probed': {
    fa: 'این کانال بیرون از سامانه است؛ زنده‌بودن آن از اینجا دیده نمی‌شود.',
    en: 'This channel is outside the system; from here nobody can see whether it is alive.'
  },
  outage: { fa: 'سایت هم‌اکنون در دسترس نیست.', en: 'The site is not available right now.' },
  planned: {
    fa: 'سایت در قطعی برنامه‌ریزی‌شده است که به‌هنگام اعلام شده.',
    en: 'The site is in a planned outage that was announced in time.'
  },
  unknown: { fa: 'پایش سایت نتیجه‌ای ندارد.', en: 'The probes of the site have no result.' },
  refused: { fa: 'کارساز رایانامه نپذیرفت.', en: 'The mail server refused.' },
  'no-answer': { fa: 'کارساز رایانامه پاسخ نداد.', en: 'The mail server did not answer.' }
}
