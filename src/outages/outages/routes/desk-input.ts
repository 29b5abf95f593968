import type { Bilingual, FieldProblem } from '../../../platform/index.ts'
import {
  type ReadMoment,
  type Sent,
  readMoment,
  sentBy,
  textIn
} from '../../planned/routes/typed-plan.ts'
import type { Typed } from '../views/outage-fields.ts'

/** A text in both languages, as typed. */
export function bothIn(sent: Sent, name: string): Bilingual {
  return { fa: textIn(sent, `${name}.fa`) ?? '', en: textIn(sent, `${name}.en`) ?? '' }
}

/** What one form sent, without the name of the form before the names of its fields. */
export function sentOf(body: unknown, form: string): Sent {
  const prefix = `${form}.`
  return Object.fromEntries(
    Object.entries(sentBy(body)).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : []
    )
  )
}

const fieldOf: Readonly<Record<string, string>> = {
  '/from': '/from/date',
  '/to': '/to/date',
  '/expectedReturnAt': '/expectedReturnAt/date',
  '/nextUpdateAt': '/nextUpdateAt/date'
}

/** Problems of an input at the fields of the form that has them. */
export function atForm(problems: readonly FieldProblem[], form: string): FieldProblem[] {
  return problems.map((each) => ({
    ...each,
    pointer: `/${form}${fieldOf[each.pointer] ?? each.pointer}`
  }))
}

/** Everything that was typed, by the names of the fields. */
export function typedIn(sent: Sent): Typed {
  return Object.fromEntries(Object.keys(sent).map((name) => [name, textIn(sent, name)]))
}

/**
 * Reads a time that a form showed to the minute: left as it was, it is the exact instant that it was.
 */
export function readChanged(
  sent: Sent,
  name: string,
  { was, zone }: { readonly was: Temporal.Instant | null; readonly zone: string }
): ReadMoment {
  const read = readMoment(sent, name, zone)
  if (read.at === null || was === null) return read
  const shown = was.round({ smallestUnit: 'minute', roundingMode: 'floor' })
  return shown.equals(read.at) ? { at: was, problems: [] } : read
}

/** A time that must be there. */
export function neededMoment(
  read: ReadMoment,
  name: string,
  missing: FieldProblem['text']
): { readonly at: Temporal.Instant; readonly problems: readonly FieldProblem[] } {
  if (read.at !== null) return { at: read.at, problems: [] }
  const none = Temporal.Instant.fromEpochMilliseconds(0)
  const absent = [{ pointer: `/${name}/date`, code: 'outage/time-missing', text: missing }]
  return { at: none, problems: read.problems.length > 0 ? read.problems : absent }
}
