import type { ServiceCard } from '../catalogue/index.ts'
import { type FormValues, clearPart, sealedNames, validateForm } from '../kernel/forms/index.ts'
import { jalaliText, plainDateToJalali } from '../kernel/persian/index.ts'
import { type FieldProblem, InvalidInputError } from '../platform/index.ts'
import { clearAnswers } from './sealed/check-form.ts'

// Until an applicant has a zone of their own, their today is that of the authorities' country.
const zone = 'Asia/Tehran'

/**
 * The answers in canonical form, or every problem at `/answers/<name>`. Of a sealed form only the clear fields
 * are judged, and an answer to any other is refused: it is no business of the server.
 */
export function checkAnswers(
  card: ServiceCard,
  raw: unknown,
  at: Temporal.Instant
): { values: FormValues; problems: FieldProblem[] } {
  const leaked = clearAnswers(card, raw)
  const form = clearPart(card.form)
  const given = leaked.length === 0 ? raw : withoutSealed(card, raw)
  const outcome = validateForm(form, given, { today: todayAt(at) })
  if (outcome.ok && leaked.length === 0) return { values: outcome.values, problems: [] }
  const wrong = outcome.ok ? [] : outcome.problems
  const problems = wrong.map((each) => ({ ...each, pointer: `/answers${each.pointer}` }))
  return { values: {}, problems: [...leaked, ...problems] }
}

function withoutSealed(card: ServiceCard, raw: unknown): unknown {
  const sealed = sealedNames(card.form)
  return Object.fromEntries(Object.entries(raw as object).filter(([name]) => !sealed.has(name)))
}

// No zone's day begins inside a quarter of an hour, so the day is worked out once for each.
const quarterMilliseconds = 900_000
const lastToday = { quarter: Number.NaN, text: '' }

/** The day of an instant as the forms of applicants judge it, Jalali. */
export function todayAt(at: Temporal.Instant): string {
  const quarter = Math.floor(at.epochMilliseconds / quarterMilliseconds)
  if (quarter !== lastToday.quarter) {
    lastToday.text = jalaliText(plainDateToJalali(at.toZonedDateTimeISO(zone).toPlainDate()))
    lastToday.quarter = quarter
  }
  return lastToday.text
}

/** As {@link checkAnswers}, refusing at once. */
export function demandAnswers(card: ServiceCard, raw: unknown, at: Temporal.Instant): FormValues {
  const { values, problems } = checkAnswers(card, raw, at)
  if (problems.length > 0) throw new InvalidInputError(problems)
  return values
}
