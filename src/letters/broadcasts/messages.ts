import { defineMessages } from '../../platform/index.ts'

/** Words of public alerts. */
export const messages = defineMessages({
  title: { fa: 'هشدارهای همگانی', en: 'Public alerts' },
  lead: {
    fa: 'پیام‌های بحران که دستگاه‌ها برای همه منتشر می‌کنند، با امضای واحد فرستنده. هر پیام به زبان برنامه‌ها (CAP) نیز خواندنی است.',
    en: 'Messages that bodies publish for everybody in a crisis, signed by the unit that sends them. Each can be read as CAP 1.2 as well.'
  },
  none: { fa: 'هشداری منتشر نشده است.', en: 'No alert has been published.' },
  current: { fa: 'برقرار', en: 'In force' },
  over: { fa: 'پایان‌یافته', en: 'Over' },
  replaced: { fa: 'جایگزین‌شده', en: 'Replaced' },
  cancel: { fa: 'لغو هشدار', en: 'Cancellation' },
  exercise: { fa: 'رزمایش', en: 'Exercise' },
  exerciseNote: {
    fa: 'این یک رزمایش است و خطری در کار نیست.',
    en: 'This is an exercise. There is no danger.'
  },
  sender: { fa: 'فرستنده', en: 'Sent by' },
  published: { fa: 'انتشار', en: 'Published' },
  expires: { fa: 'برقرار تا', en: 'In force until' },
  instruction: { fa: 'چه باید کرد', en: 'What to do' },
  areas: { fa: 'کجا', en: 'Where' },
  severity: { fa: 'شدت', en: 'Severity' },
  urgency: { fa: 'فوریت', en: 'Urgency' },
  certainty: { fa: 'قطعیت', en: 'Certainty' },
  otherLanguages: { fa: 'به زبان‌های دیگر', en: 'In other languages' },
  reach: { fa: 'به چند نفر رسید', en: 'How many it reached' },
  audience: { fa: 'مخاطبان با نشانی', en: 'People with an address' },
  reached: { fa: 'رسیده دست کم از یک راه', en: 'Reached by at least one channel' },
  refusedMessages: { fa: 'پیام‌های نرسیده', en: 'Messages refused' },
  waitingMessages: { fa: 'پیام‌های در راه', en: 'Messages on their way' },
  p95: { fa: 'تا رسیدن به ۹۵٪ آنان', en: 'Until 95% of them had it' },
  proof: { fa: 'امضا', en: 'Signature' },
  proofText: {
    fa: 'این متن را واحد فرستنده با کلیدی امضا کرده است که در دفتر کلیدها ثبت است؛ پیش از انتشار سنجیده شد و هر کس می‌تواند آن را بسنجد.',
    en: 'The sending unit signed this text with keys that stand in the key directory; it was checked before publication, and anybody can check it.'
  },
  cap: { fa: 'سند CAP', en: 'CAP document' },
  note: { fa: 'امضای واحد', en: 'Signature of the unit' },
  feed: { fa: 'خوراک هشدارها', en: 'Feed of alerts' },
  more: { fa: 'متن کامل و چه باید کرد', en: 'The whole text, and what to do' },
  newTitle: { fa: 'هشدار همگانی تازه', en: 'New public alert' },
  newLead: {
    fa: 'متن را بنویسید، ببینید و با کلید واحد امضا کنید. پس از انتشار دیگر عوض نمی‌شود؛ تنها پیام تازه جای آن را می‌گیرد.',
    en: 'Write the text, look at it, and sign it with the key of the unit. Once published it does not change; only a new message replaces it.'
  },
  unit: { fa: 'واحد فرستنده', en: 'Sending unit' },
  kind: { fa: 'گونه', en: 'Kind' },
  actual: { fa: 'هشدار واقعی، برای همه', en: 'A real alert, for everybody' },
  drillKind: { fa: 'رزمایش، برای کارکنان دستگاه', en: 'An exercise, for the staff of the body' },
  category: { fa: 'دسته', en: 'Category' },
  event: { fa: 'رخداد', en: 'Event' },
  headline: { fa: 'عنوان، حداکثر ۱۶۰ نویسه', en: 'Headline, at most 160 characters' },
  description: { fa: 'شرح', en: 'Description' },
  areaLabel: { fa: 'محدوده', en: 'Area' },
  hours: { fa: 'برقرار برای چند ساعت', en: 'In force for how many hours' },
  inPersian: { fa: 'به فارسی', en: 'In Persian' },
  inEnglish: { fa: 'به انگلیسی', en: 'In English' },
  look: { fa: 'دیدن پیش از امضا', en: 'Look before signing' },
  preview: { fa: 'آنچه منتشر می‌شود', en: 'What will be published' },
  sign: { fa: 'امضا و انتشار', en: 'Sign and publish' },
  signNeedsScript: {
    fa: 'امضا با کلید واحد در همین دستگاه انجام می‌شود و به جاوااسکریپت نیاز دارد.',
    en: 'Signing happens on this device with the key of the unit, and needs JavaScript.'
  },
  locked: {
    fa: 'صندوق واحد باز نشد؛ هشدار منتشر نشد.',
    en: 'The mailbox of the unit was not opened; the alert is not published.'
  },
  noUnit: {
    fa: 'هیچ یک از واحدهای شما صندوق نامه ندارد؛ نخست برای واحد صندوق بسازید.',
    en: 'None of your units has a mailbox; open one for the unit first.'
  },
  done: { fa: 'هشدار منتشر شد.', en: 'The alert is published.' },
  targetPercent: { fa: 'هدف رزمایش (درصد مخاطبان)', en: 'Target of the exercise (percent)' },
  targetMinutes: { fa: 'هدف رزمایش (دقیقه)', en: 'Target of the exercise (minutes)' },
  unitWithoutKey: {
    fa: 'کلید این واحد در دفتر کلیدها نیست؛ هشدار بی امضا منتشر نمی‌شود.',
    en: 'This unit has no key in the key directory; an alert is not published without a signature.'
  },
  unsigned: {
    fa: 'امضا با همه کلیدهای واحد بر همین متن نیست.',
    en: 'The signature is not by every key of the unit over this very text.'
  },
  identifierUsed: {
    fa: 'این شناسه برای هشدار دیگری به کار رفته است.',
    en: 'This identifier stands for another alert.'
  },
  wrongReference: {
    fa: 'پیام تازه باید هشدار برقرار همین دستگاه را نام ببرد.',
    en: 'An update or cancellation names an alert of this body that is in force.'
  },
  wrongCap: {
    fa: 'این متن CAP درستی نیست.',
    en: 'This text is no well-formed CAP 1.2.'
  },
  chooseOne: { fa: 'یکی را برگزینید.', en: 'choose one.' },
  writeThis: { fa: 'این را بنویسید.', en: 'write this.' },
  tooLong: {
    fa: 'این متن بلندتر از اندازه است؛ کوتاه‌ترش کنید.',
    en: 'This is too long; shorten it.'
  },
  wrongHours: {
    fa: 'از ۱ تا ۷۲۰ ساعت؛ عدد درست بنویسید.',
    en: 'From 1 to 720 hours; write a whole number.'
  },
  isActual: {
    fa: 'هشدار واقعی است: پس از امضا بالای همه صفحه‌ها می‌ایستد و برای همه مردم فرستاده می‌شود.',
    en: 'This is a real alert: once signed it stands above every page, and is sent to everybody.'
  },
  isExercise: {
    fa: 'رزمایش است: تنها برای کارکنان دستگاه فرستاده می‌شود.',
    en: 'This is an exercise: it is sent to the staff of the body alone.'
  },
  isUpdate: {
    fa: (headline: string) => `جای این هشدار را می‌گیرد: ${headline}`,
    en: (headline: string) => `It takes the place of this alert: ${headline}`
  },
  isCancel: {
    fa: (headline: string) => `این هشدار را لغو می‌کند: ${headline}`,
    en: (headline: string) => `It calls this alert off: ${headline}`
  },
  update: { fa: 'هشدار تازه به جای این', en: 'Replace this alert' },
  callOff: { fa: 'لغو این هشدار', en: 'Call this alert off' },
  wrongSender: {
    fa: 'فرستنده CAP باید نام واحد امضاکننده باشد.',
    en: 'The sender of the CAP document is the name of the signing unit.'
  },
  wrongTime: {
    fa: 'زمان فرستادن باید اکنون باشد، و پایان آن تا سی روز دیگر نوشته شود.',
    en: 'It is sent now, give or take a quarter of an hour, and ends within thirty days.'
  },
  wrongStatus: {
    fa: 'تنها هشدار واقعی یا رزمایش، و تنها پیام تازه، به‌روزشده یا لغو پذیرفته می‌شود.',
    en: 'Only actual alerts and exercises are taken, as an alert, an update or a cancellation.'
  },
  wrongLanguage: {
    fa: 'متن فارسی آن نیز لازم است.',
    en: 'It has to say it in Persian as well.'
  },
  wrongTarget: {
    fa: 'هدف رزمایش از ۱ تا ۱۰۰ درصد و از ۱ تا ۱۴۴۰ دقیقه است.',
    en: 'The target of an exercise is 1 to 100 percent within 1 to 1,440 minutes.'
  },
  toldSubject: {
    fa: (sender: string) => `هشدار از ${sender}`,
    en: (sender: string) => `Alert from ${sender}`
  }
})

/** Values of CAP in words. */
export const capWords = defineMessages({
  Extreme: { fa: 'بسیار شدید', en: 'Extreme' },
  Severe: { fa: 'شدید', en: 'Severe' },
  Moderate: { fa: 'متوسط', en: 'Moderate' },
  Minor: { fa: 'خفیف', en: 'Minor' },
  Unknown: { fa: 'نامعلوم', en: 'Unknown' },
  Immediate: { fa: 'بی‌درنگ', en: 'Immediate' },
  Expected: { fa: 'تا یک ساعت', en: 'Within the hour' },
  Future: { fa: 'در آینده نزدیک', en: 'In the near future' },
  Past: { fa: 'گذشته', en: 'Past' },
  Observed: { fa: 'دیده‌شده', en: 'Observed' },
  Likely: { fa: 'محتمل', en: 'Likely' },
  Possible: { fa: 'ممکن', en: 'Possible' },
  Unlikely: { fa: 'کم‌احتمال', en: 'Unlikely' },
  Geo: { fa: 'زمین‌لرزه و زمین', en: 'Geophysical' },
  Met: { fa: 'هوا و سیل', en: 'Weather and flood' },
  Safety: { fa: 'ایمنی همگانی', en: 'Public safety' },
  Security: { fa: 'امنیت', en: 'Security' },
  Rescue: { fa: 'امداد', en: 'Rescue' },
  Fire: { fa: 'آتش‌سوزی', en: 'Fire' },
  Health: { fa: 'سلامت', en: 'Health' },
  Env: { fa: 'محیط زیست', en: 'Environment' },
  Transport: { fa: 'راه و حمل‌ونقل', en: 'Transport' },
  Infra: { fa: 'آب و برق و ارتباطات', en: 'Infrastructure' },
  CBRNE: { fa: 'شیمیایی و پرتویی', en: 'Chemical and radiological' },
  Other: { fa: 'دیگر', en: 'Other' }
})
