import { type Bilingual, defineMessages } from '../../platform/index.ts'
import type { CorrectionReason, OutageCause, OutageState } from './outage.ts'

/** What causes are called. */
export const causeNames: Readonly<Record<OutageCause, Bilingual>> = {
  unknown: { fa: 'هنوز روشن نیست', en: 'Not known yet' },
  software: { fa: 'خطای نرم‌افزار', en: 'A software fault' },
  hardware: { fa: 'خرابی سخت‌افزار', en: 'A hardware fault' },
  network: { fa: 'خرابی شبکه دستگاه', en: 'A fault of the authority’s network' },
  power: { fa: 'قطع برق', en: 'A power cut' },
  supplier: { fa: 'خرابی نزد تأمین‌کننده', en: 'A fault at a supplier' },
  attack: { fa: 'حمله به سامانه', en: 'An attack on the system' },
  'human-error': { fa: 'خطای انسانی', en: 'A human error' },
  'national-network': { fa: 'اختلال شبکه کشور', en: 'A disturbance of the national network' },
  'applicant-side': { fa: 'اختلال در سمت متقاضیان', en: 'A disturbance on the applicants’ side' },
  'emergency-work': { fa: 'کار اضطراری', en: 'Emergency work' }
}

/** What reasons of corrections are called. */
export const reasonNames: Readonly<Record<CorrectionReason, Bilingual>> = {
  'probe-at-fault': {
    fa: 'پایش درست نمی‌سنجید',
    en: 'The probe looked for the wrong thing'
  },
  'vantage-at-fault': {
    fa: 'نقطه پایش خود خراب بود',
    en: 'The vantage point itself was at fault'
  },
  'wrong-times': { fa: 'زمان‌ها درست نبود', en: 'The times were not right' },
  'wrong-cause': { fa: 'علت درست نبود', en: 'The cause was not right' },
  'not-an-outage': { fa: 'قطعی نبود', en: 'It was no outage' },
  'late-results': {
    fa: 'نتیجه‌هایی که دیر رسید',
    en: 'Results that came late'
  }
}

/** What states are called. */
export const stateNames: Readonly<Record<OutageState, Bilingual>> = {
  open: { fa: 'ادامه دارد', en: 'Going on' },
  closed: { fa: 'پایان یافت', en: 'Over' },
  void: { fa: 'باطل شد: قطعی نبود', en: 'Void: it was none' }
}

/** The words of the public notice of an outage. */
export const noticeMessages = defineMessages({
  titleOpen: {
    fa: (what: string) => `قطعی: ${what}`,
    en: (what: string) => `Outage: ${what}`
  },
  titleClosed: {
    fa: (what: string) => `پایان قطعی: ${what}`,
    en: (what: string) => `Outage over: ${what}`
  },
  titleVoid: {
    fa: (what: string) => `قطعی نبود: ${what}`,
    en: (what: string) => `No outage: ${what}`
  },
  open: {
    fa: (what: string, since: string) => `${what} از ${since} در دسترس نیست.`,
    en: (what: string, since: string) => `${what}: not available since ${since}.`
  },
  closed: {
    fa: (what: string, span: { from: string; to: string; length: string }) =>
      `${what} از ${span.from} تا ${span.to} در دسترس نبود (${span.length}) و اکنون در دسترس است.`,
    en: (what: string, span: { from: string; to: string; length: string }) =>
      `${what}: not available from ${span.from} to ${span.to} (${span.length}); it is available again now.`
  },
  void: {
    fa: (what: string, from: string) =>
      `آنچه درباره قطعی ${what} از ${from} گفته بودیم درست نبود؛ پس از بازبینی روشن شد که قطعی نبوده است.`,
    en: (what: string, from: string) =>
      `What we said about an outage of ${what} from ${from} was not right: a review found that there was none.`
  },
  scope: {
    fa: (scope: string) => `دامنه: ${scope}`,
    en: (scope: string) => `Scope: ${scope}`
  },
  cause: {
    fa: (cause: string) => `علت: ${cause}.`,
    en: (cause: string) => `Cause: ${cause}.`
  },
  expected: {
    fa: (when: string) => `بازگشت مورد انتظار: ${when}.`,
    en: (when: string) => `Expected to return: ${when}.`
  },
  expectedUnknown: {
    fa: 'زمان بازگشت هنوز روشن نیست.',
    en: 'When it will return is not known yet.'
  },
  nextUpdate: {
    fa: (when: string) => `خبر بعدی تا ${when} همین‌جا می‌آید.`,
    en: (when: string) => `The next news will be here by ${when}.`
  },
  planned: {
    fa: 'این قطعی در زمان یک قطعی برنامه‌ریزی‌شده روی داده است که پیش‌تر اعلام شده بود.',
    en: 'It falls within a planned outage that was announced before.'
  },
  note: {
    fa: (note: string) => `یادداشت پایانی: ${note}`,
    en: (note: string) => `Closing note: ${note}`
  },
  noteAutomatic: {
    fa: 'یادداشت پایانی: پایش سامانه بازگشت خدمت را دید. اگر علت بعدا روشن شود، همین اطلاعیه به‌روز می‌شود.',
    en: 'Closing note: the probes saw the service return. Should the cause become known, this notice will say so.'
  },
  corrected: {
    fa: (reason: string) => `این اطلاعیه اصلاح شده است: ${reason}.`,
    en: (reason: string) => `This notice was corrected: ${reason}.`
  }
})
