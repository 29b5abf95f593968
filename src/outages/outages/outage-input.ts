import { refuseHostileText } from '../../kernel/persian/index.ts'
import { type Bilingual, type FieldProblem, problem } from '../../platform/index.ts'

/** An outage is begun, and its times are corrected, at most so long before it was known. */
const backDaysMax = 30

/** Longest text of an update, a scope or a note, in characters. */
export const textLengthMax = 2000

/** What is wrong with words for the public in both languages; a missing one may be asked for. */
export function textProblems(
  pointer: string,
  text: Bilingual | null,
  { isNeeded }: { readonly isNeeded: boolean }
): FieldProblem[] {
  const typed = { fa: text?.fa.trim() ?? '', en: text?.en.trim() ?? '' }
  const isEmpty = typed.fa === '' && typed.en === ''
  if (isEmpty && !isNeeded) return []
  return (['fa', 'en'] as const).flatMap((lang): FieldProblem[] => {
    const at = `${pointer}/${lang}`
    if (typed[lang] === '') return [problem(at, 'outage/text-missing', missing)]
    const isGood = typed[lang].length <= textLengthMax && refuseHostileText(typed[lang]) === null
    return isGood ? [] : [problem(at, 'outage/text', wrongText)]
  })
}

/** Words as they are kept; `null` where none were given. */
export function textOrNull(text: Bilingual | null): Bilingual | null {
  if (text === null || (text.fa.trim() === '' && text.en.trim() === '')) return null
  return { fa: text.fa.trim(), en: text.en.trim() }
}

/** When it is expected back, and when there will be news: both ahead, and within reach of people. */
export function newsProblems(
  told: {
    readonly expectedReturnAt: Temporal.Instant | null
    readonly nextUpdateAt: Temporal.Instant | null
  },
  now: Temporal.Instant
): FieldProblem[] {
  const isFar = (at: Temporal.Instant | null, days: number) =>
    at !== null && Temporal.Instant.compare(at, now.add({ hours: 24 * days })) > 0
  return [
    ...aheadProblems('/expectedReturnAt', told.expectedReturnAt, now),
    ...aheadProblems('/nextUpdateAt', told.nextUpdateAt, now),
    ...(isFar(told.expectedReturnAt, 366)
      ? [problem('/expectedReturnAt', 'outage/time-far', farReturn)]
      : []),
    ...(isFar(told.nextUpdateAt, 1) ? [problem('/nextUpdateAt', 'outage/time-far', farNews)] : [])
  ]
}

/** A time that must lie ahead, where it is given. */
function aheadProblems(
  pointer: string,
  at: Temporal.Instant | null,
  now: Temporal.Instant
): FieldProblem[] {
  if (at === null || Temporal.Instant.compare(at, now) > 0) return []
  return [problem(pointer, 'outage/time-past', past)]
}

/** A time that must not lie ahead. */
export function pastProblems(
  pointer: string,
  at: Temporal.Instant,
  now: Temporal.Instant
): FieldProblem[] {
  if (Temporal.Instant.compare(at, now) <= 0) return []
  return [problem(pointer, 'outage/time-ahead', ahead)]
}

/**
 * A time of an outage that must not lie before its component was there, nor long before anybody knew of
 * it: one wrong year would take the numbers of many months away.
 * @param known - When the outage came to be known.
 */
export function reachProblems(
  pointer: string,
  at: Temporal.Instant,
  { addedAt, known }: { readonly addedAt: Temporal.Instant; readonly known: Temporal.Instant }
): FieldProblem[] {
  if (Temporal.Instant.compare(at, known.subtract({ hours: backDaysMax * 24 })) < 0) {
    return [problem(pointer, 'outage/too-old', tooOld)]
  }
  if (Temporal.Instant.compare(at, addedAt) < 0) {
    return [problem(pointer, 'outage/before-watched', notWatched)]
  }
  return []
}

/** An end that must come after its beginning. */
export function orderProblems(
  pointer: string,
  from: Temporal.Instant,
  to: Temporal.Instant | null
): FieldProblem[] {
  if (to === null || Temporal.Instant.compare(from, to) < 0) return []
  return [problem(pointer, 'outage/time-order', order)]
}

const missing = {
  fa: 'این متن به هر دو زبان لازم است.',
  en: 'This text is needed in both languages.'
}
const wrongText = {
  fa: 'متن حداکثر ۲۰۰۰ نویسه و بدون نویسه پنهان است.',
  en: 'The text is at most 2000 characters, none of them hidden.'
}
const past = { fa: 'این زمان باید پس از اکنون باشد.', en: 'This time must be after now.' }
const farReturn = {
  fa: 'بازگشت را حداکثر تا یک سال پس از اکنون بنویسید، یا خالی بگذارید.',
  en: 'The expected return is at most a year ahead; or leave it empty.'
}
const farNews = {
  fa: 'خبر بعدی حداکثر تا ۲۴ ساعت پس از اکنون است.',
  en: 'The next news is at most 24 hours ahead.'
}
const ahead = { fa: 'این زمان نباید پس از اکنون باشد.', en: 'This time must not be after now.' }
const order = { fa: 'پایان باید پس از آغاز باشد.', en: 'The end must come after the beginning.' }
const tooOld = {
  fa: 'این زمان بیش از ۳۰ روز پیش از آن است که این قطعی دانسته شد؛ سال و ماه را بازبینی کنید.',
  en: 'This time is more than 30 days before the outage came to be known; look at the year and the month again.'
}
const notWatched = {
  fa: 'در این زمان این بخش هنوز در سامانه نبود و پایش نمی‌شد.',
  en: 'At this time the component was not here yet, and was not watched.'
}
