import { openParts, progressTo } from './due.ts'
import { plus, rounded, zero } from './fraction.ts'
import type { Fraction } from './fraction.ts'
import { secondsOf } from './local-time.ts'
import type { Meter } from './meter.ts'
import { explanationOf, momentOf } from './reading.ts'
import type { Moment } from './reading.ts'
import type { ClockRun } from './run.ts'
import type { Span } from './spans.ts'

/** How far a promise is, in the unit that it was made in. All amounts are exact to a millionth. */
export interface ClockProgress {
  /** `days` where the target is in working days, whatever their opening hours; else `seconds`. */
  readonly unit: Meter['unit']
  /** The whole target. */
  readonly whole: number
  /** Up to the instant asked about; more than `whole` once it is overrun. */
  readonly used: number
  /** From the instant asked about to the due; what is left, while paused; 0 after the due. */
  readonly remaining: number
  /** The share of each segment of the reading's `explanation`, in its order; 0 where nothing counts. */
  readonly segments: readonly number[]
}

/**
 * Tells how far the clock of one promise is in the promise's own unit: people check "9.4 of 10 working
 * days" with a pencil, and never the same in seconds.
 * @throws {WorktimeError} As `readClock` does.
 * @see docs/specs/worktime.md sections 3 to 6
 */
export function readProgress(clock: ClockRun): ClockProgress {
  const moment = momentOf(clock)
  const { run, course, whole, at } = moment
  const { meter } = whole
  return {
    unit: meter.unit,
    whole: amount(meter.whole),
    used: amount(measured(meter, openParts(run.start, at, course.stops))),
    remaining: amount(remaining(moment)),
    segments: explanationOf(moment).map(({ from, to, kind }) =>
      kind === 'counted' && to !== null ? amount(meter.measure(secondsOf(from), secondsOf(to))) : 0
    )
  }
}

function remaining({ course, whole, at, standing }: Moment): Fraction {
  const from = Math.max(at, course.start)
  if (!standing && whole.due !== null)
    return measured(whole.meter, openParts(from, whole.due, course.stops))
  const now = progressTo(course, from)
  return now.due === null ? now.left : zero
}

function measured(meter: Meter, parts: readonly Span[]): Fraction {
  return parts.reduce((sum, { from, to }) => plus(sum, meter.measure(from, to)), zero)
}

function amount(exact: Fraction): number {
  return rounded(exact, 6)
}
