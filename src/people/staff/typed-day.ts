import { jalaliToPlainDate, parseJalaliDate } from '../../kernel/persian/index.ts'
import { type FieldProblem, InvalidInputError } from '../../platform/index.ts'

/**
 * The day that was typed into a field, as a Jalali date; `null` where nothing was.
 * @throws {InvalidInputError} At the field.
 */
export function typedDay(text: string | undefined, pointer: string): Temporal.PlainDate | null {
  const typed = text?.trim() ?? ''
  if (typed === '') return null
  const date = parseJalaliDate(typed)
  if (date.ok) return jalaliToPlainDate(date.value)
  const problem: FieldProblem = { pointer, code: date.code, text: date.text }
  throw new InvalidInputError([problem])
}
