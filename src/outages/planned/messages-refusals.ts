import { defineMessages } from '../../platform/index.ts'

/** Why a planned outage, a suspension or an extension is refused. */
export const refusalTexts = defineMessages({
  notFound: {
    fa: 'چنین قطعی برنامه‌ریزی‌شده‌ای نیست.',
    en: 'There is no such planned outage.'
  },
  suspensionNotFound: { fa: 'چنین توقفی نیست.', en: 'There is no such suspension.' },
  extensionNotFound: { fa: 'چنین پیشنهادی نیست.', en: 'There is no such proposal.' },
  endsBeforeStart: {
    fa: 'پایان باید پس از آغاز باشد.',
    en: 'The end must be after the start.'
  },
  past: {
    fa: 'این زمان گذشته است. آنچه رخ داده در صفحه قطعی‌ها ثبت می‌شود، نه به‌عنوان برنامه‌ریزی‌شده.',
    en: 'This time has passed. What happened is recorded on the page of outages, not as planned.'
  },
  tooFar: {
    fa: 'آغاز بیش از یک سال دیگر است؛ سال را بازبینی کنید.',
    en: 'This is more than a year ahead; look at the year again.'
  },
  tooLong: {
    fa: (most: string) => `این بازه بلندتر از ${most} است؛ آن را به چند بازه بخش کنید.`,
    en: (most: string) => `This is longer than ${most}; divide it.`
  },
  overlaps: {
    fa: (from: string, to: string) =>
      `برای همین بخش از ${from} تا ${to} برنامه دیگری اعلام شده است؛ همان را جابه‌جا کنید.`,
    en: (from: string, to: string) =>
      `For the same part another one is announced from ${from} to ${to}; move that one.`
  },
  tooSoon: {
    fa: (earliest: string) =>
      `با این زمان ۷۲ ساعت از دیده شدن اطلاعیه تا آغاز نمی‌ماند. زودترین آغاز قانونی ${earliest} است. اگر نمی‌توان صبر کرد، این کار برنامه‌ریزی‌شده نیست: آن را با سبب آن به‌عنوان اضطراری ثبت کنید.`,
    en: (earliest: string) =>
      `This leaves less than 72 hours between the sight of the notice and the start. The earliest lawful start is ${earliest}. If it cannot wait, it is not planned: record it as an emergency, with its reason.`
  },
  notWholeMinute: {
    fa: 'زمان را تا دقیقه بنویسید، بدون ثانیه.',
    en: 'Give the time to the minute, without seconds.'
  },
  nothingNamed: {
    fa: 'دست‌کم یک بخش یا خدمت را برگزینید.',
    en: 'Choose at least one part or service.'
  },
  unknownComponent: {
    fa: 'این بخش از آنِ این دستگاه نیست یا دیگر نیست.',
    en: 'This part does not belong to the authority, or is no more.'
  },
  unknownService: {
    fa: 'این خدمت از آنِ این دستگاه نیست یا دیگر نیست.',
    en: 'This service does not belong to the authority, or is no more.'
  },
  joinedAlready: {
    fa: 'این بخش در همان برنامه هست.',
    en: 'This part is in that plan already.'
  },
  bothLanguages: {
    fa: 'توضیح را به هر دو زبان بنویسید یا هر دو را خالی بگذارید.',
    en: 'Write the explanation in both languages, or in neither.'
  },
  tooLongText: {
    fa: (most: string) => `توضیح حداکثر ${most} نویسه باشد.`,
    en: (most: string) => `The explanation has ${most} characters at most.`
  },
  unchanged: {
    fa: 'این همان زمانی است که اعلام شده است.',
    en: 'This is the time that is announced already.'
  },
  begun: {
    fa: 'آغاز شده است؛ آغاز آن دیگر جابه‌جا نمی‌شود و لغو نمی‌شود. می‌توانید پایان آن را تغییر دهید یا همین حالا پایان دهید.',
    en: 'It has begun: its start cannot be moved any more, nor can it be cancelled. Its end can be moved, or it can be ended now.'
  },
  notBegun: {
    fa: 'هنوز آغاز نشده است؛ برای نکردن آن، لغوش کنید.',
    en: 'It has not begun yet; cancel it if it is not to be.'
  },
  over: {
    fa: 'پایان یافته یا لغو شده است و دیگر تغییر نمی‌کند.',
    en: 'It is over or cancelled, and changes no more.'
  },
  changed: {
    fa: 'در این فاصله کس دیگری آن را تغییر داده است. صفحه را دوباره باز کنید.',
    en: 'Somebody else changed it in the meantime. Open the page again.'
  },
  closedAlready: {
    fa: 'این خدمت همین حالا متوقف است.',
    en: 'This service is suspended already.'
  },
  kindNotEmergency: {
    fa: 'قطعی بی‌برنامه بخش‌های سامانه در صفحه قطعی‌ها ثبت می‌شود.',
    en: 'An unplanned outage of parts of the site is recorded on the page of outages.'
  },
  outageNotFound: { fa: 'چنین قطعی‌ای نیست.', en: 'There is no such outage.' },
  outageOpen: {
    fa: 'این قطعی هنوز پایان نیافته یا نادرست شناخته شده است؛ تمدید تنها برای قطعی پایان‌یافته است.',
    en: 'This outage is not over yet, or was found to be none; deadlines are extended only for one that is over.'
  },
  outageElsewhere: {
    fa: 'این بخش در رسیدگی به درخواست‌ها نقشی ندارد یا قطعی از سامانه خود دستگاه نبوده است؛ تمدید سررسید برای آن پذیرفته نیست.',
    en: 'Work on applications does not depend on this part, or the outage was not of the body’s own; no deadline is extended for it.'
  },
  waitsAlready: {
    fa: 'برای این قطعی پیشنهادی در انتظار تأیید هست.',
    en: 'A proposal for this outage waits for approval.'
  },
  decidedAlready: {
    fa: 'درباره این پیشنهاد پیش‌تر تصمیم گرفته شده است.',
    en: 'This proposal was decided before.'
  },
  samePerson: {
    fa: 'پیشنهاددهنده نمی‌تواند آن را خودش تأیید کند؛ نفر دوم باید تصمیم بگیرد.',
    en: 'Whoever proposed it cannot approve it; a second person decides.'
  },
  sandboxOnly: {
    fa: 'این کار تنها در دستگاه آزمایشی (sandbox) شدنی است؛ اطلاعیه‌های دستگاه‌ها را پایشگر می‌بیند.',
    en: 'This works in the sandbox authority only; notices of bodies are seen by a probe.'
  },
  reasonNeeded: {
    fa: 'سبب را بنویسید: متقاضیان آن را در توضیح سررسید خود می‌خوانند.',
    en: 'Write the reason: applicants read it where their due instant is explained.'
  }
})
