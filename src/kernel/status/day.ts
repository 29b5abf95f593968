import { availabilityOf } from '../worktime/index.ts'
import { type TimedRecord, instantOf, isEventless, recordWithin, secondsOf } from './record.ts'

/** What a component is at an instant; `degraded`: people report faults, no outage was found. */
export const componentStates = ['up', 'degraded', 'down', 'planned', 'unknown'] as const
/** One of {@link componentStates}. */
export type ComponentState = (typeof componentStates)[number]

/** One day of a zone. */
export interface DaySpan {
  readonly date: Temporal.PlainDate
  /** Seconds since 1970, half-open. */
  readonly from: number
  readonly to: number
}

/** A component on one day; the four counts together are the seconds of the day until now. */
export interface DayReading {
  readonly day: DaySpan
  /** The worst of the day: down, then unknown, then planned, then up. */
  readonly state: Exclude<ComponentState, 'degraded'>
  readonly upSeconds: number
  readonly downSeconds: number
  readonly plannedSeconds: number
  readonly unknownSeconds: number
}

/** The last `count` days, oldest first; the last one is today. */
export function daysUpTo(now: Temporal.Instant, zone: string, count: number): DaySpan[] {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  return Array.from({ length: count }, (_, i) =>
    dayOf(today.subtract({ days: count - 1 - i }), zone)
  )
}

function dayOf(date: Temporal.PlainDate, zone: string): DaySpan {
  const start = (day: Temporal.PlainDate) => secondsOf(day.toZonedDateTime(zone).toInstant())
  return { date, from: start(date), to: start(date.add({ days: 1 })) }
}

/** One day of a component until now; a day that has not begun has no seconds. */
export function readDay(record: TimedRecord, day: DaySpan): DayReading {
  const seconds = readSpan(record, day.from, Math.min(day.to, record.now))
  const state =
    seconds.downSeconds > 0
      ? 'down'
      : seconds.unknownSeconds > 0
        ? 'unknown'
        : seconds.plannedSeconds > 0
          ? 'planned'
          : 'up'
  return { day, state: seconds.upSeconds === 0 && state === 'up' ? 'unknown' : state, ...seconds }
}

/** The seconds of a span by what they were. */
export function readSpan(record: TimedRecord, from: number, to: number) {
  if (to <= from) return { upSeconds: 0, downSeconds: 0, plannedSeconds: 0, unknownSeconds: 0 }
  // Most days: asking the arithmetic takes a hundred times longer than seeing that there is nothing to ask.
  if (isEventless(record, from, to)) {
    return { upSeconds: to - from, downSeconds: 0, plannedSeconds: 0, unknownSeconds: 0 }
  }
  const window = { from: instantOf(from), to: instantOf(to), nominalSeconds: to - from }
  const read = availabilityOf(window, 1, recordWithin(record, from, to))
  return {
    upSeconds: read.denominatorSeconds - read.downSeconds,
    downSeconds: read.downSeconds,
    plannedSeconds: read.plannedSeconds,
    unknownSeconds: read.unknownSeconds
  }
}

/** Reports of people that nobody matched to an outage, in {@link reportsWindowSeconds}. */
export const reportsThatDegrade = 3
/** How long a report counts towards {@link reportsThatDegrade}. */
export const reportsWindowSeconds = 3600

/**
 * What a component is now.
 * @param reports - Reports in the last hour that belong to no outage.
 */
export function readState(record: TimedRecord, reports = 0): ComponentState {
  const second = readSpan(record, record.now, record.now + 1)
  if (second.downSeconds > 0) return 'down'
  if (second.plannedSeconds > 0) return 'planned'
  if (reports >= reportsThatDegrade) return 'degraded'
  return second.unknownSeconds > 0 ? 'unknown' : 'up'
}
