import {
  type Availability,
  type MonthWindows,
  availabilityOf,
  contractMonthSeconds,
  monthWindows
} from '../worktime/index.ts'
import { type TimedRecord, instantOf, recordWithin, secondsOf } from './record.ts'

/** One Jalali month of a zone. */
export interface MonthSpan {
  /** `1405-09`; sorts as text. */
  readonly key: string
  readonly windows: MonthWindows
  /** Seconds since 1970, half-open. */
  readonly from: number
  readonly to: number
}

/** A component in a month, as the agreement counts it and as the month was. */
export interface MonthReading {
  readonly month: MonthSpan
  /**
   * Over 43,200 minutes: what is left of a running month, and what a short one lacks, counts as not used.
   * Without a percentage where no second of the month is known: that would be made of those alone.
   */
  readonly contract: Availability
  /** Over the month's own seconds; of a running month those until now. */
  readonly real: Availability
  /** Seconds of the month until now, or all of them. */
  readonly elapsedSeconds: number
  readonly isRunning: boolean
}

/** A month by its key, or `null` for a text that is none. */
export function monthOfKey(key: string, zone: string): MonthSpan | null {
  const found = /^(1[2-5]\d\d)-(0[1-9]|1[0-2])$/.exec(key)
  return found === null ? null : monthOf(Number(found[1]), Number(found[2]), zone)
}

/** The last `count` months, oldest first; the last one holds `now`. */
export function monthsUpTo(now: Temporal.Instant, zone: string, count: number): MonthSpan[] {
  const today = now.toZonedDateTimeISO(zone).toPlainDate().withCalendar('persian').with({ day: 1 })
  return Array.from({ length: count }, (_, i) => {
    const { year, month } = today.subtract({ months: count - 1 - i })
    return monthOf(year, month, zone)
  })
}

function monthOf(year: number, month: number, zone: string): MonthSpan {
  const windows = monthWindows(year, month, zone)
  const { from, to } = windows.real
  const key = `${String(year)}-${String(month).padStart(2, '0')}`
  const end = to ?? from.add({ seconds: windows.real.nominalSeconds })
  return { key, windows, from: secondsOf(from), to: secondsOf(end) }
}

/**
 * Availability of a component in a month until now.
 * @param target - Share of the time that was promised, in (0, 1]; `null` where nobody promised one:
 *   then the budgets mean nothing.
 * @returns `null` for a month that has not begun.
 */
export function readMonth(
  record: TimedRecord,
  month: MonthSpan,
  target: number | null
): MonthReading | null {
  const end = Math.min(month.to, record.now)
  if (end <= month.from) return null
  const within = recordWithin(record, month.from, end)
  const window = { from: month.windows.real.from, to: instantOf(end) }
  const elapsedSeconds = end - month.from
  const over = (nominalSeconds: number) =>
    availabilityOf({ ...window, nominalSeconds }, target ?? 1, within)
  const real = over(elapsedSeconds)
  const contract = over(contractMonthSeconds)
  return {
    month,
    contract: real.denominatorSeconds === 0 ? { ...contract, percent: null } : contract,
    real,
    elapsedSeconds,
    isRunning: end < month.to
  }
}
