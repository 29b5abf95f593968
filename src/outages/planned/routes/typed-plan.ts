import { jalaliToPlainDate, parseJalaliDate, toLatinDigits } from '../../../kernel/persian/index.ts'
import { type FieldProblem, problem } from '../../../platform/index.ts'
import { deskTexts } from '../messages-pages.ts'
import type { TypedPlan } from '../views/plan-form-page.ts'

/** A time as two fields of a form name it, or what is wrong with them. */
export type ReadMoment =
  | { readonly at: Temporal.Instant | null; readonly problems: readonly [] }
  | { readonly at: null; readonly problems: readonly FieldProblem[] }

/**
 * Reads a Jalali day and a time of day in a zone. Nothing typed is `null`. A time that a zone change
 * skipped is refused; of one that it repeats the first is meant.
 * @param name - `from`, `to`, `until`: of the fields `<name>.date` and `<name>.time`.
 */
export function readMoment(sent: Sent, name: string, zone: string): ReadMoment {
  const [typedDate, typedTime] = [textIn(sent, `${name}.date`), textIn(sent, `${name}.time`)]
  if (typedDate === undefined && typedTime === undefined) return { at: null, problems: [] }
  const date = parseJalaliDate(typedDate ?? '')
  const time = timeOf(typedTime ?? '')
  const { badTime, noSuchTime } = deskTexts.entries
  const wrong = [
    ...(date.ok ? [] : [problem(`/${name}/date`, date.code, date.text)]),
    ...(time === null ? [problem(`/${name}/time`, 'time/form', badTime)] : [])
  ]
  if (!date.ok || time === null) return { at: null, problems: wrong }
  const local = jalaliToPlainDate(date.value).toPlainDateTime(time)
  const zoned = local.toZonedDateTime(zone, { disambiguation: 'earlier' })
  if (zoned.toPlainDateTime().equals(local)) return { at: zoned.toInstant(), problems: [] }
  return { at: null, problems: [problem(`/${name}/time`, 'planned/no-such-time', noSuchTime)] }
}

function timeOf(typed: string): Temporal.PlainTime | null {
  const found = /^\s*([0-9]{1,2})[:.]([0-9]{2})\s*$/.exec(toLatinDigits(typed))
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2])]
  return hour <= 23 && minute <= 59 ? Temporal.PlainTime.from({ hour, minute }) : null
}

/** The body of a form: one text for each name, or several. */
export type Sent = Readonly<Record<string, unknown>>

/** The body of a form. */
export function sentBy(body: unknown): Sent {
  return typeof body === 'object' && body !== null ? (body as Sent) : {}
}

/** What was typed into a field; `undefined` for nothing. */
export function textIn(sent: Sent, name: string): string | undefined {
  const value = sent[name]
  const text = Array.isArray(value) ? (value as unknown[])[0] : value
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined
}

/** The boxes that were ticked. */
export function listIn(sent: Sent, name: string): string[] {
  const value = sent[name]
  const all: unknown[] = Array.isArray(value) ? value : [value]
  return all.filter((each) => typeof each === 'string' && each !== '') as string[]
}

/** Everything that was typed, to be shown again. */
export function typedPlan(sent: Sent): TypedPlan {
  return {
    kind: textIn(sent, 'kind'),
    parts: listIn(sent, 'parts'),
    reason: textIn(sent, 'reason'),
    fa: textIn(sent, 'words.fa'),
    en: textIn(sent, 'words.en'),
    fromDate: textIn(sent, 'from.date'),
    fromTime: textIn(sent, 'from.time'),
    toDate: textIn(sent, 'to.date') ?? textIn(sent, 'until.date'),
    toTime: textIn(sent, 'to.time') ?? textIn(sent, 'until.time')
  }
}

/** The explanation as typed; empty where nothing was. */
export function wordsIn(sent: Sent): { fa: string; en: string } {
  return { fa: textIn(sent, 'words.fa') ?? '', en: textIn(sent, 'words.en') ?? '' }
}

const fieldOf: Readonly<Record<string, string>> = {
  '/components': '/parts',
  '/services': '/parts',
  '/from': '/from/date',
  '/to': '/to/date',
  '/until': '/until/date'
}

/** Problems of an input at the fields of the form that has them. */
export function atFields(problems: readonly FieldProblem[]): FieldProblem[] {
  return problems.map((each) => ({ ...each, pointer: fieldOf[each.pointer] ?? each.pointer }))
}
