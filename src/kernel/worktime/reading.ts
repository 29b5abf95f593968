import { countedSeconds, courseOf, openParts, progressTo, secondsFor } from './due.ts'
import type { Course, Progress } from './due.ts'
import { causesAt, stretches } from './explanation.ts'
import type { Stretch } from './explanation.ts'
import { knownRun } from './known-run.ts'
import type { KnownRun } from './known-run.ts'
import { formatJalali, instantOf } from './local-time.ts'
import type { ClockRun } from './run.ts'
import { elapsedEpochSeconds } from './working-time.ts'

/** - `late`: done after the due, or not done and the due has passed. */
export type Verdict = 'kept' | 'late' | 'running' | 'paused'

/** One stretch of the run and what the clock did in it. */
export interface ExplanationSegment {
  readonly from: Temporal.Instant
  /** Null for the pause that is still open. */
  readonly to: Temporal.Instant | null
  readonly kind: Stretch['kind']
  /** Of a pause, its causes joined by ` + `; of a closed stretch, the closure's title. */
  readonly cause: string | null
  /** Real seconds from `from` to `to`, or to the instant asked about while the pause is open. */
  readonly seconds: number
}

/** What a clock shows at one instant, by what was known at one time. */
export interface ClockReading {
  /** When the target is reached; null while a pause keeps that open. */
  readonly due: Temporal.Instant | null
  /** The same in the Jalali calendar and the calendar's zone, as `1404-07-19 15:00`. */
  readonly dueLocal: string | null
  readonly paused: boolean
  /** Counted seconds from the instant asked about to the due; what is left, while paused. */
  readonly remainingSeconds: number
  /** Counted seconds of the present run up to the instant asked about. */
  readonly usedSeconds: number
  readonly verdict: Verdict
  /** Working seconds of the calendar after the due, pauses left out. */
  readonly overrunWorkingSeconds: number
  readonly explanation: readonly ExplanationSegment[]
  /** The calendar version that this was computed with, for whoever stores it. */
  readonly calendarVersion: string | null
}

/** A run at the instant asked about. */
export interface Moment {
  readonly run: KnownRun
  readonly course: Course
  readonly whole: Progress
  /** The instant asked about. */
  readonly at: number
  readonly standing: boolean
}

/**
 * Reads the clock of one promise. A pure function of the run: the same facts, calendar version and
 * knowledge time give the same answer, whenever and wherever it is asked.
 * @throws {WorktimeError} One of its subclasses; `field` is the path in the run.
 * @see docs/specs/worktime.md sections 3 to 6
 */
export function readClock(clock: ClockRun): ClockReading {
  const moment = momentOf(clock)
  const { run, course, whole, at, standing } = moment
  const due = standing || whole.due === null ? null : instantOf(whole.due)
  return {
    due,
    dueLocal: due === null ? null : formatJalali(due, run.calendar.zone),
    paused: standing,
    remainingSeconds: remainingSeconds(moment),
    usedSeconds: countedSeconds(whole.meter, openParts(run.start, at, course.stops)),
    verdict: verdictOf(moment),
    overrunWorkingSeconds: overrunSeconds(moment),
    explanation: explanationOf(moment),
    calendarVersion: run.calendar.version
  }
}

/** Runs the clock up to the instant asked about. */
export function momentOf(clock: ClockRun): Moment {
  const run = knownRun(clock)
  const course = courseOf(run)
  const whole = progressTo(course, Infinity)
  const at = run.at ?? lastFact(run, whole.due)
  // A clock that has run out has nothing left to stop.
  const running = run.done === null && (whole.due === null || at < whole.due)
  const standing = running && course.stops.some((stop) => stop.from <= at && at < stop.to)
  return { run, course, whole, at, standing }
}

/** Without a time to ask about, the state after the last fact, which is never a late one. */
function lastFact({ start, stops }: KnownRun, due: number | null): number {
  const facts = stops.flatMap(({ from, to }) => (to === Infinity ? [from] : [from, to]))
  return Math.min(Math.max(start, ...facts), due ?? Infinity)
}

function verdictOf({ run, whole, at, standing }: Moment): Verdict {
  if (whole.due !== null && at > whole.due) return 'late'
  if (run.done !== null) return 'kept'
  return standing ? 'paused' : 'running'
}

function remainingSeconds({ course, whole, at, standing }: Moment): number {
  const from = Math.max(at, course.start)
  if (!standing && whole.due !== null)
    return countedSeconds(whole.meter, openParts(from, whole.due, course.stops))
  const now = progressTo(course, from)
  return now.due === null ? secondsFor(now.meter, from, now.left) : 0
}

function overrunSeconds({ run, course, whole, at }: Moment): number {
  if (whole.due === null || at <= whole.due) return 0
  const parts = openParts(whole.due, at, course.stops)
  return parts.reduce((sum, { from, to }) => sum + elapsedEpochSeconds(run.calendar, from, to), 0)
}

/** The stretches of a run, from its start to what comes last: the due, or the instant asked about. */
export function explanationOf({ run, course, whole, at, standing }: Moment): ExplanationSegment[] {
  const { calendar } = whole.meter
  const opened = run.stops.filter((stop) => stop.to === Infinity).map((stop) => stop.from)
  const waiting = run.done === null && (standing || whole.due === null)
  const end = waiting ? Math.max(at, ...(standing ? [] : opened)) : Math.max(at, whole.due ?? at)
  // What lies after the due is told apart from what led to it.
  const turn = Math.min(whole.due ?? end, end)
  const parts = [
    { from: course.start, to: turn },
    { from: turn, to: end }
  ]
  const segments = parts
    .flatMap((within) => stretches({ calendar, stops: run.stops, within }))
    .map(segmentOf)
  if (!waiting) return segments
  const cause = causesAt(run.stops, end)
  const last = segments.at(-1)
  if (last?.kind === 'paused' && last.cause === cause)
    return [...segments.slice(0, -1), { ...last, to: null }]
  return [...segments, { from: instantOf(end), to: null, kind: 'paused', cause, seconds: 0 }]
}

function segmentOf({ from, to, kind, cause }: Stretch): ExplanationSegment {
  return { from: instantOf(from), to: instantOf(to), kind, cause, seconds: to - from }
}
