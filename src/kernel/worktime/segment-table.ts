import { dateOf, daySeconds } from './local-time.ts'
import type { DayRange, LocalHours } from './local-hours.ts'
import type { Span } from './spans.ts'
import { offsetSpans, spansShown, startOfDay } from './zone.ts'

/**
 * The open seconds of a calendar over `[from, to)` as segments in order, with the seconds counted
 * before each: any sum or deadline is then two binary searches, whatever the length between.
 * Instants are whole seconds since 1970.
 */
export interface SegmentTable {
  readonly from: number
  readonly to: number
  readonly days: DayRange
  /** Open seconds in all segments. */
  readonly total: number
  /** First second of each segment; segments lie within one local date. */
  readonly starts: Float64Array
  /** Open seconds before each segment, and, as one more entry, the total. */
  readonly counted: Float64Array
  /** The open date of each segment: 0 for the first date that opens at all, then 1, … */
  readonly dayOfSegment: Int32Array
  /** First segment of each open date, and, as one more entry, the number of segments. */
  readonly firstOfDay: Int32Array
  /** How many segments begin before each stretch of 2^16 seconds since `from`. */
  readonly byStart: Int32Array
  /** How many segments begin before each stretch of 2^15 counted seconds. */
  readonly byCount: Int32Array
}

// A search begins within the few segments of one such stretch, about a day, so that it costs the
// same in a table of one year and of three hundred.
const startStretch = 2 ** -16
const countStretch = 2 ** -15

export const emptyTable: SegmentTable = {
  from: Infinity,
  to: -Infinity,
  days: { fromDay: 0, toDay: 0 },
  total: 0,
  starts: new Float64Array(0),
  counted: new Float64Array(1),
  dayOfSegment: new Int32Array(0),
  firstOfDay: new Int32Array(1),
  byStart: new Int32Array(2),
  byCount: new Int32Array(2)
}

interface Segment extends Span {
  readonly day: number
}

/** Compiles the local hours of the given days in a zone. */
export function compileSegments(hours: LocalHours, days: DayRange, zone: string): SegmentTable {
  const from = startOfDay(dateOf(days.fromDay), zone)
  const to = startOfDay(dateOf(days.toDay), zone)
  // A day more on each side, because a repeated hour can lie beyond its own midnight.
  const local = splitAtMidnight(hours({ fromDay: days.fromDay - 1, toDay: days.toDay + 1 }))
  const segments = offsetSpans(zone, from, to).flatMap((clock) =>
    spansShown(local, clock).map((span) => ({
      ...span,
      day: Math.floor((span.from + clock.offset) / daySeconds)
    }))
  )
  const filled = columns(segments)
  const { starts, counted, total } = filled
  const byStart = stretches(starts, { from, to, scale: startStretch })
  const byCount = stretches(counted.subarray(0, -1), { from: 0, to: total, scale: countStretch })
  return { from, to, days, ...filled, byStart, byCount }
}

/** For each stretch of `[from, to]`, how many of the rising values lie before it; one more at the end. */
function stretches(
  values: Float64Array,
  { from, to, scale }: { from: number; to: number; scale: number }
): Int32Array {
  const before = new Int32Array(Math.floor((to - from) * scale) + 2)
  let stretch = 0
  for (const [i, value] of values.entries()) {
    const own = Math.floor((value - from) * scale)
    while (stretch < own) before[++stretch] = i
  }
  before.fill(values.length, stretch + 1)
  return before
}

/** The last segment that begins by `at`, which is not before `table.from`; -1 before the first. */
export function segmentAt({ from, starts, byStart }: SegmentTable, at: number): number {
  const stretch = Math.min(Math.floor((at - from) * startStretch), byStart.length - 2)
  let low = byStart[stretch]!
  let high = byStart[stretch + 1]!
  while (low < high) {
    const middle = (low + high) >>> 1
    if (starts[middle]! <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Open seconds in `[table.from, at)`. */
export function countedBefore(table: SegmentTable, at: number): number {
  const segment = segmentAt(table, at)
  if (segment < 0) return 0
  const open = table.counted[segment]! + at - table.starts[segment]!
  const most = table.counted[segment + 1]!
  return open < most ? open : most
}

/**
 * The earliest second by which `seconds` open seconds have passed since `table.from`.
 * @param seconds - In `(0, table.total]`.
 */
export function instantAfter(table: SegmentTable, seconds: number): number {
  const { starts, counted, byCount } = table
  const stretch = Math.floor(seconds * countStretch)
  let low = byCount[stretch]!
  let high = byCount[stretch + 1]!
  while (low < high) {
    const middle = (low + high) >>> 1
    if (counted[middle]! < seconds) low = middle + 1
    else high = middle
  }
  return starts[low - 1]! + seconds - counted[low - 1]!
}

/** How far `at` has come in the count of open dates: `day` whole ones, then `used` of `length` seconds. */
export function dayPosition(
  table: SegmentTable,
  at: number
): { day: number; used: number; length: number } {
  const seconds = countedBefore(table, at)
  if (seconds >= table.total) return { day: table.firstOfDay.length - 1, used: 0, length: 1 }
  const { counted } = table
  let low = 0
  let high = counted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (counted[middle]! <= seconds) low = middle + 1
    else high = middle
  }
  const day = table.dayOfSegment[low - 1]!
  const before = countedBeforeDay(table, day)
  return { day, used: seconds - before, length: countedBeforeDay(table, day + 1) - before }
}

/** Open seconds before an open date begins; `day` may be one past the last. */
export function countedBeforeDay(table: SegmentTable, day: number): number {
  return table.counted[table.firstOfDay[day]!]!
}

/** How many open dates the table holds. */
export function openDays(table: SegmentTable): number {
  return table.firstOfDay.length - 1
}

function columns(segments: readonly Segment[]) {
  const starts = new Float64Array(segments.length)
  const counted = new Float64Array(segments.length + 1)
  const dayOfSegment = new Int32Array(segments.length)
  const firsts: number[] = []
  let [total, date] = [0, -Infinity]
  for (const [i, segment] of segments.entries()) {
    // Dates never go back: where midnight itself is repeated, the second piece of the old date
    // belongs to the new one.
    if (segment.day > date) {
      firsts.push(i)
      date = segment.day
    }
    starts[i] = segment.from
    dayOfSegment[i] = firsts.length - 1
    total += segment.to - segment.from
    counted[i + 1] = total
  }
  const firstOfDay = Int32Array.from([...firsts, segments.length])
  return { total, starts, counted, dayOfSegment, firstOfDay }
}

function splitAtMidnight(spans: readonly Span[]): Span[] {
  const pieces: Span[] = []
  for (const span of spans) {
    let from = span.from
    while (from < span.to) {
      const to = Math.min(span.to, (Math.floor(from / daySeconds) + 1) * daySeconds)
      pieces.push({ from, to })
      from = to
    }
  }
  return pieces
}
