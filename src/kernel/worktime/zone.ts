import { ZoneUnknownError } from './errors.ts'
import { secondsOf } from './local-time.ts'
import type { Span } from './spans.ts'

/** A stretch of time `[from, to)`, seconds since 1970, in which the zone keeps one offset. */
export interface OffsetSpan {
  readonly from: number
  readonly to: number
  /** Local time less UTC, in seconds. */
  readonly offset: number
}

/**
 * Refuses a zone that this runtime does not know.
 * @throws {ZoneUnknownError} Field `zone`.
 */
export function checkZone(zone: string): string {
  try {
    return new Temporal.ZonedDateTime(0n, zone).timeZoneId
  } catch (cause) {
    const shown = JSON.stringify(zone.slice(0, 60))
    const error = new ZoneUnknownError('zone', `${shown} is not a zone of the tz database`)
    error.cause = cause
    throw error
  }
}

/** The offsets of a zone over `[from, to)`, in order. */
export function offsetSpans(zone: string, from: number, to: number): OffsetSpan[] {
  const spans: OffsetSpan[] = []
  let local = Temporal.Instant.fromEpochMilliseconds(from * 1000).toZonedDateTimeISO(zone)
  let start = from
  while (start < to) {
    const change = local.getTimeZoneTransition('next')
    const end = change === null ? to : Math.min(secondsOf(change.toInstant()), to)
    spans.push({ from: start, to: end, offset: Math.round(local.offsetNanoseconds / 1e9) })
    if (change === null) break
    local = change
    start = end
  }
  return spans
}

/** The spans of a set on the local line that the clocks of one offset show, as instants. */
export function spansShown(local: readonly Span[], { from, to, offset }: OffsetSpan): Span[] {
  const spans: Span[] = []
  const [first, last] = [from + offset, to + offset]
  for (let i = firstEndingAfter(local, first); i < local.length && local[i]!.from < last; i++) {
    const { from: opens, to: closes } = local[i]!
    spans.push({ from: Math.max(opens, first) - offset, to: Math.min(closes, last) - offset })
  }
  return spans
}

function firstEndingAfter(spans: readonly Span[], at: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (spans[middle]!.to <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** The first second of a local date, seconds since 1970. */
export function startOfDay(date: Temporal.PlainDate, zone: string): number {
  return secondsOf(date.toZonedDateTime(zone).toInstant())
}
