import type { PromisedTime } from '../catalogue/index.ts'
import {
  CalendarGapError,
  type ClockReading,
  type ClockRun,
  type CompiledCalendar,
  type ExplanationSegment,
  type Pause,
  readClock
} from '../kernel/worktime/index.ts'
import type { CaseHistory } from './case.ts'

/** The calendars that a case of one authority can run on, as known at one time. */
export interface CaseCalendar {
  /** Version of the office calendar. */
  readonly version: string
  /** Every instant counts: promises in hours and in calendar days. */
  readonly always: CompiledCalendar
  /** Promises in working days; `null` while the authority has published none. */
  readonly office: CompiledCalendar | null
}

/** Where a promise clock stands. `paused` has no due instant, only what is left. */
export interface CaseClock {
  /** `stopped`: withdrawn, so neither kept nor broken at the end. */
  readonly state: 'not-started' | 'running' | 'paused' | 'kept' | 'late' | 'stopped'
  /** Past its due instant, done or not. */
  readonly late: boolean
  readonly startedAt: Temporal.Instant | null
  readonly dueAt: Temporal.Instant | null
  readonly doneAt: Temporal.Instant | null
  /** Counted seconds that are left; `null` before the start and where the calendar ends too early. */
  readonly remainingSeconds: number | null
  readonly usedSeconds: number
  /** The whole promise in counted seconds; `null` where it cannot be known. */
  readonly targetSeconds: number | null
  readonly overrunSeconds: number
  /** `always`, or the version of the office calendar. */
  readonly calendarVersion: string
  /** The calendar's data ends before the due instant, so none is named rather than a wrong one. */
  readonly beyondCalendar: boolean
  readonly explanation: readonly ExplanationSegment[]
}

/** What a clock is read by. */
export interface ClockQuestion {
  readonly promise: PromisedTime
  readonly calendar: CaseCalendar
  /** The instant whose state is asked. */
  readonly at: Temporal.Instant
  /** Closures announced later do not count; the history must be one as known then, too. */
  readonly asKnownAt?: Temporal.Instant
}

/**
 * Reads the promise clock of a case: it starts when the documents are complete, stands while the case
 * is with its applicant and over an outage for which its deadline was extended, and ends with the
 * delivery of the result (PI-4.1.1). Hours and calendar days run at all hours, working days on the office
 * calendar.
 */
export function readCaseClock(history: CaseHistory, question: ClockQuestion): CaseClock {
  const working = question.promise.unit === 'working-days'
  const calendarVersion = working ? question.calendar.version : 'always'
  if (history.completeAt === null) return standing('not-started', null, calendarVersion)
  const run = runOf(history, history.completeAt, question)
  if (run === null) {
    return { ...standing('running', history.completeAt, calendarVersion), beyondCalendar: true }
  }
  try {
    return clockOf(history, readClock(run), { run, calendarVersion })
  } catch (error) {
    if (!(error instanceof CalendarGapError)) throw error
    const state = history.stage === 'returned' ? 'paused' : 'running'
    return { ...standing(state, history.completeAt, calendarVersion), beyondCalendar: true }
  }
}

/** The run of the kernel that a history is; `null` while the authority has published no calendar. */
export function runOf(
  history: CaseHistory,
  start: Temporal.Instant,
  { promise, calendar, at, asKnownAt }: ClockQuestion
): ClockRun | null {
  const on = promise.unit === 'working-days' ? calendar.office : calendar.always
  if (on === null) return null
  const done = doneAt(history)
  return {
    calendar: on,
    ...targetOf(promise),
    start,
    pauses: [...returnsOf(history), ...outagesOf(history)],
    // What ended before the documents were complete ended no clock.
    reopened: history.reopenings.filter(
      (each) => Temporal.Instant.compare(each.solvedAt, start) >= 0
    ),
    ...(done === null ? {} : { done }),
    ...(asKnownAt === undefined ? {} : { asKnownAt }),
    now: at
  }
}

function returnsOf(history: CaseHistory): Pause[] {
  return history.returns.map((each) => ({
    from: each.at,
    ...(each.resubmittedAt === null ? {} : { to: each.resubmittedAt }),
    cause: 'returned',
    knownAt: each.knownAt
  }))
}

/** Outages of the body's own systems for which two of its people extended the deadline. */
function outagesOf(history: CaseHistory): Pause[] {
  return history.extensions.map(({ from, to, knownAt }) => ({
    from,
    to,
    cause: 'own-outage',
    knownAt
  }))
}

function targetOf({ amount, unit }: PromisedTime): Pick<ClockRun, 'target' | 'mode'> {
  return unit === 'hours'
    ? { target: `PT${String(amount)}H`, mode: 'elapsed' }
    : { target: `P${String(amount)}D`, mode: unit === 'calendar-days' ? 'civil' : 'working-days' }
}

/** When the case ended, as far as its clock is concerned. */
export function doneAt(history: CaseHistory): Temporal.Instant | null {
  return history.delivered?.at ?? history.decision?.at ?? history.withdrawnAt
}

function clockOf(
  history: CaseHistory,
  reading: ClockReading,
  { run, calendarVersion }: { run: ClockRun; calendarVersion: string }
): CaseClock {
  const late = reading.verdict === 'late'
  const { usedSeconds, remainingSeconds, overrunWorkingSeconds: overrunSeconds } = reading
  return {
    state: stateOf(history, reading, run),
    late,
    startedAt: history.completeAt,
    dueAt: reading.due,
    doneAt: run.done ?? null,
    remainingSeconds,
    usedSeconds,
    targetSeconds: late ? usedSeconds - overrunSeconds : usedSeconds + remainingSeconds,
    overrunSeconds,
    calendarVersion,
    beyondCalendar: false,
    explanation: reading.explanation
  }
}

function stateOf(history: CaseHistory, reading: ClockReading, run: ClockRun): CaseClock['state'] {
  if (history.withdrawnAt !== null) return 'stopped'
  if (run.done !== undefined) return reading.verdict === 'late' ? 'late' : 'kept'
  return history.stage === 'returned' || reading.paused ? 'paused' : 'running'
}

function standing(
  state: CaseClock['state'],
  startedAt: Temporal.Instant | null,
  calendarVersion: string
): CaseClock {
  return {
    state,
    late: false,
    startedAt,
    dueAt: null,
    doneAt: null,
    remainingSeconds: null,
    usedSeconds: 0,
    targetSeconds: null,
    overrunSeconds: 0,
    calendarVersion,
    beyondCalendar: false,
    explanation: []
  }
}
