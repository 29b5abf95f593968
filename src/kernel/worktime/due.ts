import { ceiling, minus, one, over, plus, times, zero } from './fraction.ts'
import type { Fraction } from './fraction.ts'
import type { KnownRun } from './known-run.ts'
import { meterOf } from './meter.ts'
import type { Meter } from './meter.ts'
import { subtract, union } from './spans.ts'
import type { Span } from './spans.ts'

/** A target in force from `at` on, until the next. */
interface Leg {
  readonly at: number
  readonly meter: Meter
  readonly policy: 'first' | 'proportional' | 'switch'
}

/** A run with its targets made measurable, and its stops as one set. */
export interface Course {
  readonly start: number
  readonly legs: readonly Leg[]
  readonly stops: readonly Span[]
}

/** Either when the target was reached, or what was left of it, in the meter's unit, at the end. */
export type Progress =
  | { readonly due: number; readonly meter: Meter }
  | { readonly due: null; readonly left: Fraction; readonly meter: Meter }

/** Prepares a run for {@link progressTo}. */
export function courseOf(run: KnownRun): Course {
  const { calendar, start, target, targetField } = run
  const meter = meterOf(target, { calendar, start, field: targetField })
  const later = run.changes.map(({ at, policy, target: next, field }) => ({
    at,
    policy,
    meter: meterOf(next, { calendar, start, field })
  }))
  return { start, legs: [{ at: start, meter, policy: 'first' }, ...later], stops: union(run.stops) }
}

/**
 * Runs the clock from the start until the target is reached, or until `end`.
 *
 * The due is the earliest second at which it is reached. A clock that has run out is not revived
 * by a later change. `end` may be `Infinity`: then what is left waits behind an open pause.
 * @throws {CalendarGapError} If the calendar's data ends first.
 */
export function progressTo(course: Course, end: number): Progress {
  const { legs, stops, start } = course
  let share = one
  let last = legs[0]!.meter
  let left = last.whole
  for (const [i, { at, meter, policy }] of legs.entries()) {
    if (at >= end && i > 0) break
    last = meter
    left =
      policy === 'switch'
        ? minus(meter.whole, used(meter, openParts(start, at, stops)))
        : times(share, meter.whole)
    if (left.top <= 0n) return { due: at, meter }
    for (const part of openParts(at, Math.min(legs[i + 1]?.at ?? Infinity, end), stops)) {
      const due = meter.reach({ from: part.from, limit: part.to }, left)
      if (due !== null) return { due, meter }
      left = minus(left, meter.measure(part.from, part.to))
    }
    share = over(left, meter.whole)
  }
  return { due: null, left, meter: last }
}

/** The parts of `[from, to)` in which the clock does not stand. */
export function openParts(from: number, to: number, stops: readonly Span[]): Span[] {
  return from < to ? subtract([{ from, to }], stops) : []
}

/** Seconds that a meter counts in `[from, to)` while the clock does not stand. */
export function countedSeconds(meter: Meter, parts: readonly Span[]): number {
  return parts.reduce((sum, part) => sum + meter.count(part.from, part.to), 0)
}

/** Counted seconds from `at` on that are still needed for `left`, if nothing stopped the clock. */
export function secondsFor(meter: Meter, at: number, left: Fraction): number {
  if (meter.unit === 'seconds') return ceiling(left)
  const due = meter.reach({ from: at, limit: Infinity }, left)
  return due === null ? 0 : meter.count(at, due)
}

function used(meter: Meter, parts: readonly Span[]): Fraction {
  return parts.reduce((sum, part) => plus(sum, meter.measure(part.from, part.to)), zero)
}
