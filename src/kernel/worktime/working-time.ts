import { localDay } from './compiled-calendar.ts'
import type { CompiledCalendar } from './compiled-calendar.ts'
import { CalendarGapError, TargetInvalidError } from './errors.ts'
import {
  dateOf,
  daySeconds,
  firstYear,
  horizon,
  instantOf,
  lastYear,
  secondsOf
} from './local-time.ts'
import { compileSegments, countedBefore, instantAfter, segmentAt } from './segment-table.ts'
import type { SegmentTable } from './segment-table.ts'
import { clip } from './spans.ts'
import type { Span } from './spans.ts'

/** Days compiled on each side of what was asked for, so that neighbours find the table ready. */
const marginDays = { before: 366, after: 2 * 366 }

/**
 * The earliest second at which `target` open seconds have passed since `start`: two binary
 * searches. This is the inner door, on plain numbers and without pauses.
 * @param start - Whole seconds since 1970; may lie in closed time.
 * @param target - Whole seconds, > 0.
 * @throws {TargetInvalidError} Field `target`.
 * @throws {CalendarGapError} Field `calendar…`: the data does not reach the deadline.
 * @see docs/specs/worktime.md section 3
 */
export function dueEpochSeconds(calendar: CompiledCalendar, start: number, target: number): number {
  const { table } = calendar
  if (target > 0 && start >= table.from && !calendar.always) {
    const wanted = countedBefore(table, start) + target
    if (wanted <= table.total) return instantAfter(table, wanted)
  }
  if (!(target > 0)) throw new TargetInvalidError('target', 'must be more than zero')
  // Without a limit the search ends with a deadline or an error, never with null.
  return reachOpenSeconds(calendar, { from: start, limit: Infinity }, target) ?? Number.NaN
}

/**
 * Open seconds in `[from, to)`; negative where `to` is before `from`. Two binary searches.
 * @param from - Whole seconds since 1970.
 * @param to - Whole seconds since 1970.
 * @throws {CalendarGapError} Field `calendar…`: the data does not cover both.
 */
export function elapsedEpochSeconds(calendar: CompiledCalendar, from: number, to: number): number {
  if (calendar.always) return to - from
  const { table } = calendar
  if (from >= table.from && to >= table.from && from <= table.to && to <= table.to)
    return countedBefore(table, to) - countedBefore(table, from)
  const grown = tableCovering(calendar, Math.min(from, to), Math.max(from, to))
  return countedBefore(grown, to) - countedBefore(grown, from)
}

/**
 * The instant at which a target of working time is due, without pauses.
 * @param target - Whole seconds, > 0.
 * @throws {CalendarGapError} If the calendar's data does not reach the deadline.
 */
export function dueAfter(
  calendar: CompiledCalendar,
  start: Temporal.Instant,
  target: number
): Temporal.Instant {
  return instantOf(dueEpochSeconds(calendar, secondsOf(start), target))
}

/**
 * Working seconds in `[from, to)`; negative where `to` is before `from`.
 * @throws {CalendarGapError} If the calendar's data does not cover both.
 */
export function workingSecondsBetween(
  calendar: CompiledCalendar,
  from: Temporal.Instant,
  to: Temporal.Instant
): number {
  return elapsedEpochSeconds(calendar, secondsOf(from), secondsOf(to))
}

/** From where, and up to which second, a deadline is looked for. */
export interface Search {
  readonly from: number
  readonly limit: number
}

/** As {@link dueEpochSeconds}, or null where the deadline lies after `limit`. */
export function reachOpenSeconds(
  calendar: CompiledCalendar,
  { from, limit }: Search,
  seconds: number
): number | null {
  if (calendar.always) return reachAnySecond({ from, limit }, seconds)
  return searchGrowing(calendar, { from, limit }, (table) => {
    const wanted = countedBefore(table, from) + seconds
    return wanted <= table.total ? instantAfter(table, wanted) : null
  })
}

/** The same for a clock that never stops: `from + seconds`, whatever a calendar's data covers. */
export function reachAnySecond({ from, limit }: Search, seconds: number): number | null {
  const due = from + seconds
  if (due > limit) return null
  if (from >= horizon.from * daySeconds && due <= horizon.to * daySeconds) return due
  throw new CalendarGapError('calendar', `is only reckoned for ${firstYear} to ${lastYear}`)
}

/**
 * Asks a table, then larger ones, until `find` answers.
 * @throws {CalendarGapError} If the data ends first.
 */
export function searchGrowing(
  calendar: CompiledCalendar,
  { from, limit }: Search,
  find: (table: SegmentTable) => number | null
): number | null {
  let table = tableCovering(calendar, from, from)
  for (;;) {
    const found = find(table)
    if (found !== null) return found <= limit ? found : null
    if (table.to >= limit) return null
    if (table.to >= calendar.covers.to) throw gap(calendar, from)
    table = grow(calendar, {
      fromDay: table.days.fromDay,
      toDay: 2 * table.days.toDay - table.days.fromDay
    })
  }
}

/**
 * The calendar's table, grown to hold `[from, to]`.
 * @throws {CalendarGapError} If the data does not cover them.
 */
export function tableCovering(calendar: CompiledCalendar, from: number, to: number): SegmentTable {
  const { table, covers } = calendar
  if (from >= table.from && to <= table.to) return table
  if (!(from >= covers.from && to <= covers.to)) throw gap(calendar, from)
  const fromDay = localDay(from, calendar.zone) - marginDays.before
  const toDay = localDay(to, calendar.zone) + marginDays.after
  if (table.from > table.to) return grow(calendar, { fromDay, toDay })
  return grow(calendar, {
    fromDay: from >= table.from ? table.days.fromDay : fromDay,
    toDay: to <= table.to ? table.days.toDay : toDay
  })
}

/** The open spans of a calendar within `[from, to)`, in order; neighbours may touch. */
export function openSpans(calendar: CompiledCalendar, { from, to }: Span): Span[] {
  const table = tableCovering(calendar, from, to)
  const { starts, counted } = table
  const spans: Span[] = []
  for (let i = Math.max(segmentAt(table, from), 0); i < starts.length && starts[i]! < to; i++)
    spans.push({ from: starts[i]!, to: starts[i]! + counted[i + 1]! - counted[i]! })
  return clip(spans, { from, to })
}

function grow(calendar: CompiledCalendar, wanted: { fromDay: number; toDay: number }) {
  const { days, hours } = calendar.source
  const bounded = {
    fromDay: Math.max(wanted.fromDay, days.fromDay),
    toDay: Math.min(wanted.toDay, days.toDay)
  }
  calendar.table = compileSegments(hours, bounded, calendar.zone)
  return calendar.table
}

function gap({ covers, bounded, zone }: CompiledCalendar, from: number): CalendarGapError {
  const day = (at: number) => dateOf(localDay(at, zone)).toString()
  if (!(from >= covers.from)) {
    const field = bounded.from ? 'calendar.coversFrom' : 'calendar'
    return new CalendarGapError(field, `the calendar's data begins only on ${day(covers.from)}`)
  }
  const field = bounded.to ? 'calendar.coversTo' : 'calendar'
  const end = day(covers.to - daySeconds / 2)
  return new CalendarGapError(field, `the calendar's data ends with ${end}, before the answer`)
}
