import type { CompiledCalendar } from './compiled-calendar.ts'
import { ceiling, floor, fraction, minus, plus } from './fraction.ts'
import type { Fraction } from './fraction.ts'
import { countedBeforeDay, dayPosition, instantAfter, openDays } from './segment-table.ts'
import type { SegmentTable } from './segment-table.ts'
import { civilSeconds, elapsedSeconds, parseLength, workingDays } from './target.ts'
import type { Target } from './target.ts'
import { elapsedEpochSeconds, reachAnySecond, reachOpenSeconds } from './working-time.ts'
import { searchGrowing, tableCovering } from './working-time.ts'
import type { Search } from './working-time.ts'

/** How progress towards a target is measured, in the target's own unit, always exactly. */
export interface Meter {
  readonly unit: 'seconds' | 'days'
  /** The whole target. */
  readonly whole: Fraction
  /** Progress in `[from, to)`. */
  measure(from: number, to: number): Fraction
  /** The earliest second at which progress since `from` reaches `amount` > 0; null: after `limit`. */
  reach(search: Search, amount: Fraction): number | null
  /** The seconds in `[from, to)` that this meter counts at all. */
  count(from: number, to: number): number
  /** The calendar whose closed hours do not count; null where all do. */
  readonly calendar: CompiledCalendar | null
}

/** What a target is measured against. */
export interface MeterBasis {
  readonly calendar: CompiledCalendar
  /** Where the run began, seconds since 1970; a civil target's length is taken from here. */
  readonly start: number
  /** Path of the target in the input, for errors. */
  readonly field: string
}

/**
 * The meter of a target.
 * @throws {TargetInvalidError} At `basis.field`.
 */
export function meterOf(target: Target, basis: MeterBasis): Meter {
  const { calendar, start, field } = basis
  const length = parseLength(target.length, field)
  if (target.mode === 'working-days') return dayMeter(calendar, workingDays(length, field))
  if (target.mode === 'elapsed') return openMeter(calendar, elapsedSeconds(length, field))
  return civilMeter(civilSeconds(length, { start, zone: calendar.zone }, field))
}

function openMeter(calendar: CompiledCalendar, seconds: number): Meter {
  const count = (from: number, to: number) => elapsedEpochSeconds(calendar, from, to)
  return {
    unit: 'seconds',
    whole: fraction(seconds),
    measure: (from, to) => fraction(count(from, to)),
    reach: (search, amount) => reachOpenSeconds(calendar, search, ceiling(amount)),
    count,
    calendar: calendar.always ? null : calendar
  }
}

/** A civil target, its length fixed at the start, runs on all hours whatever the calendar. */
function civilMeter(seconds: number): Meter {
  return {
    unit: 'seconds',
    whole: fraction(seconds),
    measure: (from, to) => fraction(to - from),
    reach: (search, amount) => reachAnySecond(search, ceiling(amount)),
    count: (from, to) => to - from,
    calendar: null
  }
}

function dayMeter(calendar: CompiledCalendar, days: number): Meter {
  return {
    unit: 'days',
    whole: fraction(days),
    measure(from, to) {
      const table = tableCovering(calendar, from, to)
      return minus(daysBefore(table, to), daysBefore(table, from))
    },
    reach: (search, amount) =>
      searchGrowing(calendar, search, (table) =>
        instantAtDays(table, plus(daysBefore(table, search.from), amount))
      ),
    count: (from, to) => elapsedEpochSeconds(calendar, from, to),
    calendar: calendar.always ? null : calendar
  }
}

/** Open dates before `at` since the table begins: whole ones, and the used share of the present. */
function daysBefore(table: SegmentTable, at: number): Fraction {
  const { day, used, length } = dayPosition(table, at)
  return fraction(BigInt(day) * BigInt(length) + BigInt(used), length)
}

/** The earliest second at which {@link daysBefore} reaches `days` > 0; null beyond the table. */
function instantAtDays(table: SegmentTable, days: Fraction): number | null {
  const day = floor(days)
  if (day > openDays(table)) return null
  const before = countedBeforeDay(table, day)
  const share = minus(days, fraction(day))
  if (share.top === 0n) return instantAfter(table, before)
  if (day === openDays(table)) return null
  const length = countedBeforeDay(table, day + 1) - before
  return instantAfter(table, before + ceiling(fraction(share.top * BigInt(length), share.bottom)))
}
