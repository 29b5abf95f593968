import type { Bilingual } from '../../platform/index.ts'

/** Why something failed in a story, what was said of it, and what people reported meanwhile. */
export interface Trouble {
  readonly cause: string
  readonly words: Bilingual
  readonly note: Bilingual
}

export const troubles: readonly Trouble[] = [
  {
    cause: 'power',
    words: {
      fa: 'برق اتاق سرور قطع شده است؛ مولد در حال راه‌اندازی است.',
      en: 'The server room lost its power; the generator is being started.'
    },
    note: {
      fa: 'برق با مولد برگشت. باتری پشتیبان فرسوده بود و در همین هفته عوض می‌شود.',
      en: 'The generator brought the power back. A worn backup battery is replaced this week.'
    }
  },
  {
    cause: 'software',
    words: {
      fa: 'پس از به‌روزرسانی، ثبت درخواست خطا می‌دهد؛ نسخه پیشین بازگردانده می‌شود.',
      en: 'Applications fail after an update; the version before is being put back.'
    },
    note: {
      fa: 'نسخه پیشین بازگردانده شد. هیچ درخواستی از دست نرفته است.',
      en: 'The version before was put back. No application was lost.'
    }
  },
  {
    cause: 'network',
    words: {
      fa: 'ارتباط مرکز داده با بیرون قطع است؛ تأمین‌کننده در حال رسیدگی است.',
      en: 'The data centre has no line to the outside; the supplier is at it.'
    },
    note: {
      fa: 'تأمین‌کننده کابل آسیب‌دیده را ترمیم کرد.',
      en: 'The supplier mended a damaged cable.'
    }
  },
  {
    cause: 'hardware',
    words: {
      fa: 'یکی از دیسک‌ها از کار افتاده است و سامانه به دیسک دیگر می‌رود.',
      en: 'A disk failed, and the system moves to another.'
    },
    note: {
      fa: 'دیسک عوض شد و داده‌ها کامل است.',
      en: 'The disk was replaced, and the data are whole.'
    }
  }
]

/** What is done in a planned outage. */
export const works: readonly Bilingual[] = [
  { fa: 'به‌روزرسانی پایگاه داده', en: 'An update of the database' },
  { fa: 'جابه‌جایی به سرورهای تازه', en: 'A move to new servers' },
  { fa: 'تعویض تجهیزات شبکه', en: 'New network equipment' }
]

/** What people report. */
export const complaints = [
  { kind: 'failure', words: 'صفحه درخواست باز نمی‌شود.' },
  { kind: 'failure', words: 'بعد از ثبت درخواست پیام خطا می‌آید و کد رهگیری نمی‌دهد.' },
  { kind: 'failure-report', words: 'همکارم در دفتر پیشخوان گفت سامانه از صبح باز نمی‌شود.' },
  { kind: 'quality-drop', words: 'بارگذاری مدرک بیش از پنج دقیقه طول می‌کشد.' },
  { kind: 'quality-drop', words: 'سایت از دیروز بسیار کند است.' }
] as const

/** What the desk answers. */
export const answers = {
  mended: 'با سپاس از گزارش شما؛ خرابی برطرف شد.',
  'was-outage': 'با سپاس از گزارش شما؛ این خرابی از قطعی اعلام‌شده بود که پایان یافته است.',
  'no-fault-found':
    'با سپاس از گزارش شما؛ در بررسی ما خرابی دیده نشد. اگر باز رخ داد، دوباره گزارش دهید.'
} as const

/** Why an outage that probes found was none. */
export const falseAlarm: Bilingual = {
  fa: 'پایش از نشانی اشتباه انجام شده بود؛ خدمت در همه این مدت در دسترس بود.',
  en: 'The probe looked at a wrong address; the service was there all the time.'
}

/** Why a form is closed at once. */
export const suspended: Bilingual = {
  fa: 'استعلام از سامانه‌ای دیگر که این خدمت به آن نیاز دارد، پاسخ نادرست می‌دهد.',
  en: 'Another system that this service asks gives wrong answers.'
}
