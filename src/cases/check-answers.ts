import type { ServiceCard } from '../catalogue/index.ts'
import { type FormValues, validateForm } from '../kernel/forms/index.ts'
import { jalaliText, plainDateToJalali } from '../kernel/persian/index.ts'
import { type FieldProblem, InvalidInputError } from '../platform/index.ts'

// Until an applicant has a zone of their own, their today is that of the authorities' country.
const zone = 'Asia/Tehran'

/** The answers in canonical form, or every problem at `/answers/<name>`. */
export function checkAnswers(
  card: ServiceCard,
  raw: unknown,
  at: Temporal.Instant
): { values: FormValues; problems: FieldProblem[] } {
  const outcome = validateForm(card.form, raw, { today: todayAt(at) })
  if (outcome.ok) return { values: outcome.values, problems: [] }
  const problems = outcome.problems.map((each) => ({ ...each, pointer: `/answers${each.pointer}` }))
  return { values: {}, problems }
}

// No zone's day begins inside a quarter of an hour, so the day is worked out once for each.
const quarterMilliseconds = 900_000
const lastToday = { quarter: Number.NaN, text: '' }

function todayAt(at: Temporal.Instant): string {
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
