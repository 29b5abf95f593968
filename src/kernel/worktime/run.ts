import type { CompiledCalendar } from './compiled-calendar.ts'
import type { TargetMode } from './target.ts'

/** A stop of the clock with its cause; open while `to` is absent. Half-open, whole seconds. */
export interface Pause {
  readonly from: Temporal.Instant
  readonly to?: Temporal.Instant | undefined
  readonly cause?: string | null | undefined
  /** When it was reported; absent: as it began. */
  readonly knownAt?: Temporal.Instant | undefined
}

/** What becomes of a running clock when the agreement changes. */
export const changePolicies = ['locked', 'proportional', 'switch'] as const

/** A new target, in force from `at`. */
export interface AgreementChange {
  readonly at: Temporal.Instant
  readonly target: Temporal.Duration | string
  /** Absent: the mode in force before. */
  readonly mode?: TargetMode | undefined
  /** Absent: `locked`. */
  readonly policy?: (typeof changePolicies)[number] | undefined
  /** When it was published; absent: as it came into force. */
  readonly knownAt?: Temporal.Instant | undefined
}

/** What becomes of a solved case's clock when the case is opened again. */
export const reopeningPolicies = ['resume', 'restart'] as const

/** A case that was solved, and opened again at `at`. */
export interface Reopening {
  readonly solvedAt: Temporal.Instant
  readonly at: Temporal.Instant
  readonly policy: (typeof reopeningPolicies)[number]
}

/** One promise of time about one case: all facts that bear on its deadline. */
export interface ClockRun {
  readonly calendar: CompiledCalendar
  /** ISO 8601 duration, more than zero. */
  readonly target: Temporal.Duration | string
  /** Absent: `elapsed`. */
  readonly mode?: TargetMode | undefined
  readonly start: Temporal.Instant
  readonly pauses?: readonly Pause[] | undefined
  readonly changes?: readonly AgreementChange[] | undefined
  readonly reopened?: readonly Reopening[] | undefined
  /** When it was done for the last time. */
  readonly done?: Temporal.Instant | undefined
  /** The instant whose state is asked; absent: `asKnownAt`, and without it the last fact. */
  readonly now?: Temporal.Instant | undefined
  /** Facts that became known later do not count; absent: all count. */
  readonly asKnownAt?: Temporal.Instant | undefined
}
