import { jalaliToPlainDate, parseJalaliDate, toLatinDigits } from '../../kernel/persian/index.ts'
import type { FieldProblem } from '../../platform/index.ts'
import { clockMessages } from '../messages-clock.ts'
import { zone } from '../views/words.ts'

/** A day and a time of day as two fields of a form, and the names of the fields. */
export interface TypedTime {
  readonly date: string | undefined
  readonly time: string | undefined
  readonly dateName: string
  readonly timeName: string
  /** Taken where no time was typed, `08:00`. */
  readonly timeElse: string
}

/** What was typed as an instant: nothing, an instant, or what is wrong with it. */
export interface ReadTime {
  readonly at: Temporal.Instant | undefined
  readonly problems: readonly FieldProblem[]
}

/** Reads a Jalali day and a time of day in the zone of the desk. */
export function readTypedTime(typed: TypedTime): ReadTime {
  if (typed.date === undefined) return { at: undefined, problems: [] }
  const date = parseJalaliDate(typed.date)
  const time = timeOf(typed.time ?? typed.timeElse)
  const problems: FieldProblem[] = []
  if (!date.ok) {
    problems.push({ pointer: `/${typed.dateName}`, code: date.code, text: date.text })
  }
  if (time === null) {
    const text = clockMessages.entries.badTime
    problems.push({ pointer: `/${typed.timeName}`, code: 'time/form', text })
  }
  if (!date.ok || time === null) return { at: undefined, problems }
  const at = jalaliToPlainDate(date.value).toZonedDateTime({ timeZone: zone, plainTime: time })
  return { at: at.toInstant(), problems: [] }
}

function timeOf(typed: string): Temporal.PlainTime | null {
  const found = /^\s*([0-9]{1,2})[:.]([0-9]{2})\s*$/.exec(toLatinDigits(typed))
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2])]
  return hour <= 23 && minute <= 59 ? Temporal.PlainTime.from({ hour, minute }) : null
}
