import type { PlannedOutage, ServiceRecord, Stretch } from '../worktime/index.ts'

/** A stretch of time that may still go on. */
export interface OpenStretch {
  readonly from: Temporal.Instant
  /** `null`: it goes on. */
  readonly to: Temporal.Instant | null
}

/** An outage, by its id. */
export interface RecordedOutage extends OpenStretch {
  readonly id: string
}

/** A planned outage that was not cancelled, by its id. */
export interface RecordedPlan extends PlannedOutage {
  readonly id: string
}

/** What is known of one component. */
export interface ComponentRecord {
  readonly outages: readonly RecordedOutage[]
  readonly planned: readonly RecordedPlan[]
  /** Time after `watchedSince` without a result that a majority gave. */
  readonly unknown: readonly OpenStretch[]
  /** The first result; time before it is unknown. `null`: there was none yet. */
  readonly watchedSince: Temporal.Instant | null
}

interface Timed<T> {
  readonly from: number
  readonly to: number
  readonly value: T
}

/** A record made ready for many questions, as it is at one instant. Seconds since 1970. */
export interface TimedRecord {
  readonly now: number
  readonly outages: readonly Timed<RecordedOutage & Stretch>[]
  readonly planned: readonly Timed<RecordedPlan>[]
  readonly unknown: readonly Timed<Stretch>[]
}

/** Whole seconds since 1970, the fraction dropped: as {@link Availability} counts. */
export function secondsOf(instant: Temporal.Instant): number {
  return Math.floor(instant.epochMilliseconds / 1000)
}

/** The instant at whole seconds since 1970. */
export function instantOf(seconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
}

const beginning = instantOf(0)

/**
 * Reads the instants of a record once. What goes on reaches one second beyond `now`, so that the
 * second of `now` itself has a state.
 */
export function timeRecord(record: ComponentRecord, now: Temporal.Instant): TimedRecord {
  const second = secondsOf(now)
  const end = instantOf(second + 1)
  const closed = <T extends OpenStretch>(all: readonly T[]) =>
    all.map((each) => timed({ ...each, to: each.to ?? end }))
  const { watchedSince } = record
  const before = { from: beginning, to: watchedSince ?? end }
  return {
    now: second,
    outages: closed(record.outages),
    planned: record.planned.map(timedPlan),
    unknown: [timed(before), ...closed(record.unknown)]
  }
}

function timed<T extends Stretch>(value: T): Timed<T> {
  return { from: secondsOf(value.from), to: secondsOf(value.to), value }
}

/** From the earliest start to the latest end of all that was ever announced. */
function timedPlan(plan: RecordedPlan): Timed<RecordedPlan> {
  const spans = [plan, ...(plan.moves ?? [])].map(timed)
  return {
    from: Math.min(...spans.map(({ from }) => from)),
    to: Math.max(...spans.map(({ to }) => to)),
    value: plan
  }
}

/** Whether nothing of a record touches `[from, to)`: the component was up throughout. */
export function isEventless(record: TimedRecord, from: number, to: number): boolean {
  const isOutside = (each: Timed<unknown>) => each.from >= to || each.to <= from
  return (
    record.unknown.every(isOutside) &&
    record.outages.every(isOutside) &&
    record.planned.every(isOutside)
  )
}

/** What of a record can touch `[from, to)`, as the arithmetic of availability takes it. */
export function recordWithin(record: TimedRecord, from: number, to: number): ServiceRecord {
  return {
    outages: touching(record.outages, from, to),
    planned: touching(record.planned, from, to),
    unknown: touching(record.unknown, from, to)
  }
}

function touching<T>(all: readonly Timed<T>[], from: number, to: number): T[] {
  const found: T[] = []
  for (const each of all) if (each.from < to && each.to > from) found.push(each.value)
  return found
}
