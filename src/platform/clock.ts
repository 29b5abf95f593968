/** Where a use case takes the time from; tests and replays put their own here. */
export interface Clock {
  now(): Temporal.Instant
}

/**
 * The machine's clock, in whole microseconds: that is what PostgreSQL keeps, so an instant in memory and
 * the same one in a row are equal.
 */
export const systemClock: Clock = {
  now: () => Temporal.Now.instant().round({ smallestUnit: 'microsecond', roundingMode: 'floor' })
}

/** A clock that moves only when it is told to. */
export interface ManualClock extends Clock {
  set(to: Temporal.Instant | string): void
  advance(by: Temporal.Duration | string): void
}

/** A clock that stands at `start` until it is moved; for tests and for replays of the past. */
export function manualClock(start: Temporal.Instant | string): ManualClock {
  let instant = Temporal.Instant.from(start)
  return {
    now: () => instant,
    set: (to) => {
      instant = Temporal.Instant.from(to)
    },
    advance: (by) => {
      instant = instant.add(by)
    }
  }
}
