import { TargetInvalidError } from './errors.ts'
import { daySeconds, secondsOf } from './local-time.ts'

/** What a target's length means: `docs/specs/worktime.md`, section 3. */
export const modes = ['elapsed', 'civil', 'working-days'] as const

/**
 * - `elapsed`: open seconds of the calendar; a day is 24 hours.
 * - `civil`: the same local time so many days, Jalali months or Jalali years later.
 * - `working-days`: open dates, each of which weighs one day whatever its opening hours.
 */
export type TargetMode = (typeof modes)[number]

/** The length of a promise, such as `{ length: 'PT8H', mode: 'elapsed' }`. */
export interface Target {
  /** ISO 8601 duration. */
  readonly length: Temporal.Duration | string
  readonly mode: TargetMode
}

/** Targets longer than this, in days, are no promises. */
const daysMax = 146_000

/** Reads an ISO 8601 duration. `field` is named in errors. */
export function parseLength(length: Temporal.Duration | string, field: string): Temporal.Duration {
  const duration = attempt(() => Temporal.Duration.from(length))
  if (duration === null)
    throw new TargetInvalidError(field, 'must be an ISO 8601 duration, as PT8H')
  if (duration.sign <= 0) throw new TargetInvalidError(field, 'must be more than zero')
  if (duration.milliseconds || duration.microseconds || duration.nanoseconds)
    throw new TargetInvalidError(field, 'must be whole seconds')
  return duration
}

/** Seconds of an elapsed target. */
export function elapsedSeconds(length: Temporal.Duration, field: string): number {
  if (length.years !== 0 || length.months !== 0)
    throw new TargetInvalidError(field, 'months and years have no fixed length: use mode civil')
  const days = length.weeks * 7 + length.days
  const time = Math.round(length.with({ weeks: 0, days: 0 }).total('seconds'))
  return within(days * daySeconds + time, daysMax * daySeconds, field)
}

/** Whole working days of a target in that mode. */
export function workingDays(length: Temporal.Duration, field: string): number {
  if (length.days === 0 || length.toString() !== `P${length.days}D`)
    throw new TargetInvalidError(field, 'must be whole days, as P5D, in mode working-days')
  return within(length.days, daysMax, field)
}

/**
 * Seconds from `start` to the same local time later. Months and years are Jalali, because the
 * deadline is read in that calendar; a day that the later month has not becomes its last day.
 */
export function civilSeconds(
  length: Temporal.Duration,
  { start, zone }: { start: number; zone: string },
  field: string
): number {
  const from = Temporal.Instant.fromEpochMilliseconds(start * 1000).toZonedDateTimeISO(zone)
  const to = attempt(() => from.withCalendar('persian').add(length))
  if (to === null) throw new TargetInvalidError(field, 'is too long')
  return within(secondsOf(to.toInstant()) - start, daysMax * daySeconds, field)
}

function within(value: number, most: number, field: string): number {
  if (!(value <= most)) throw new TargetInvalidError(field, 'is more than 400 years')
  return value
}

function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
