import { calendarSchema } from './calendar.ts'
import type { CalendarDocument, WorkingCalendar } from './calendar.ts'
import { CalendarNeverOpensError } from './errors.ts'
import { parseInput } from './input.ts'
import { announcement, isKnown, localHours } from './local-hours.ts'
import type { DayRange, LocalHours } from './local-hours.ts'
import { dayNumber, horizon, parseDate } from './local-time.ts'
import { emptyTable } from './segment-table.ts'
import type { SegmentTable } from './segment-table.ts'
import { checkZone, startOfDay } from './zone.ts'

/**
 * A calendar ready to answer in one zone, as known at one time. Make it with
 * {@link compileCalendar} and keep it: its table of segments grows as far as it has been asked for,
 * and no answer is ever stored.
 */
export interface CompiledCalendar {
  readonly zone: string
  /** The calendar's own name for its version; null where it has none. */
  readonly version: string | null
  /** Every second counts; plain arithmetic, no table. */
  readonly always: boolean
  /** First and last covered instants `[from, to)`, seconds since 1970. */
  readonly covers: { readonly from: number; readonly to: number }
  /** Whether the data itself, and not the house's horizon, ends the cover. */
  readonly bounded: { readonly from: boolean; readonly to: boolean }
  /** What the table is made from. */
  readonly source: CalendarSource
  /** Grown on demand; read it through the functions of `working-time.ts`. */
  table: SegmentTable
}

interface CalendarSource {
  readonly document: WorkingCalendar
  readonly hours: LocalHours
  readonly days: DayRange
  /** When rows became known, in order, and the calendars that were known in between. */
  readonly announcements: readonly number[]
  readonly earlier: Map<number, CompiledCalendar>
}

const wholeDay = ['00:00-24:00']
const everyDay: WorkingCalendar = {
  weekly: {
    sat: wholeDay,
    sun: wholeDay,
    mon: wholeDay,
    tue: wholeDay,
    wed: wholeDay,
    thu: wholeDay,
    fri: wholeDay
  }
}

/** More views of one calendar than people ask for at a time; the oldest goes first. */
const viewsMax = 32

/**
 * Compiles a calendar for a zone, with every row that it has. Compile once and reuse.
 * @param document - `"always"` or a calendar file's content; checked against `calendarSchema`.
 * @param zone - A zone of the tz database, such as `Asia/Tehran`.
 * @throws {MalformedInputError} Field `calendar…`: the document has not the documented shape.
 * @throws {ZoneUnknownError} Field `zone`.
 * @throws {CalendarNeverOpensError} Field `calendar.weekly`: no hours and no opening.
 */
export function compileCalendar(document: CalendarDocument, zone: string): CompiledCalendar {
  const checked = parseInput(calendarSchema, document, 'calendar')
  const zoneId = checkZone(zone)
  const always = checked === 'always'
  return compiled(always ? everyDay : checked, { zone: zoneId, always })
}

/**
 * The calendar without the closures, openings and dated tables announced after `knownAt`.
 * @param knownAt - Seconds since 1970; `Infinity` for everything.
 */
export function asKnown(calendar: CompiledCalendar, knownAt: number): CompiledCalendar {
  const { document, announcements, earlier } = calendar.source
  const count = announcements.filter((time) => time <= knownAt).length
  if (count === announcements.length) return calendar
  const found = earlier.get(count)
  if (found !== undefined) return found
  const { datedWeekly = [], closures = [], openings = [] } = document
  const then: WorkingCalendar = {
    ...document,
    datedWeekly: datedWeekly.filter((row) => isKnown(row, knownAt)),
    closures: closures.filter((row) => isKnown(row, knownAt)),
    openings: openings.filter((row) => isKnown(row, knownAt))
  }
  const view = compiled(then, { zone: calendar.zone, always: calendar.always })
  const oldest = earlier.keys().next()
  if (earlier.size >= viewsMax && oldest.done === false) earlier.delete(oldest.value)
  earlier.set(count, view)
  return view
}

/** One version of a calendar, and since when it has been the one that is known. */
export interface CalendarVersion {
  readonly knownAt: Temporal.Instant
  readonly calendar: CompiledCalendar
}

/**
 * The version of a calendar that was known at an instant: the one published last by then, and of
 * two published together the later listed. Null before the first.
 */
export function calendarKnownAt(
  versions: readonly CalendarVersion[],
  at: Temporal.Instant
): CompiledCalendar | null {
  const known = versions
    .filter((version) => Temporal.Instant.compare(version.knownAt, at) <= 0)
    .toSorted((a, b) => Temporal.Instant.compare(a.knownAt, b.knownAt))
  return known.at(-1)?.calendar ?? null
}

function compiled(
  document: WorkingCalendar,
  { zone, always }: { zone: string; always: boolean }
): CompiledCalendar {
  const { datedWeekly = [], closures = [], openings = [] } = document
  const opens = [document.weekly, ...datedWeekly.map((row) => row.weekly)]
    .flatMap((week) => Object.values(week))
    .some((hours) => (hours ?? []).length > 0)
  if (!opens && openings.length === 0)
    throw new CalendarNeverOpensError('calendar.weekly', 'the calendar never opens')
  const first = dayAt(document.coversFrom)
  const last = dayAt(document.coversTo)
  const days = { fromDay: first ?? horizon.from, toDay: last === null ? horizon.to : last + 1 }
  const rows = [...datedWeekly, ...closures, ...openings]
  const announcements = rows.map((row) => announcement(row)).toSorted((a, b) => a - b)
  return {
    zone,
    version: document.version ?? null,
    always,
    covers: { from: dayStart(days.fromDay, zone), to: dayStart(days.toDay, zone) },
    bounded: { from: first !== null, to: last !== null },
    source: { document, hours: localHours(document), days, announcements, earlier: new Map() },
    table: emptyTable
  }
}

/** The local day number of an instant, seconds since 1970. */
export function localDay(at: number, zone: string): number {
  const local = Temporal.Instant.fromEpochMilliseconds(at * 1000).toZonedDateTimeISO(zone)
  return dayNumber(local.toPlainDate())
}

function dayAt(date: string | undefined): number | null {
  const parsed = date === undefined ? null : parseDate(date)
  return parsed === null ? null : dayNumber(parsed)
}

function dayStart(day: number, zone: string): number {
  return startOfDay(new Temporal.PlainDate(1970, 1, 1).add({ days: day }), zone)
}
