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
  const today = jalaliText(plainDateToJalali(at.toZonedDateTimeISO(zone).toPlainDate()))
  const outcome = validateForm(card.form, raw, { today })
  if (outcome.ok) return { values: outcome.values, problems: [] }
  const problems = outcome.problems.map((each) => ({ ...each, pointer: `/answers${each.pointer}` }))
  return { values: {}, problems }
}

/** As {@link checkAnswers}, refusing at once. */
export function demandAnswers(card: ServiceCard, raw: unknown, at: Temporal.Instant): FormValues {
  const { values, problems } = checkAnswers(card, raw, at)
  if (problems.length > 0) throw new InvalidInputError(problems)
  return values
}
