import { asKnown } from './compiled-calendar.ts'
import type { CompiledCalendar } from './compiled-calendar.ts'
import { FactOrderError } from './errors.ts'
import { secondsOf } from './local-time.ts'
import type { AgreementChange, ClockRun, Reopening } from './run.ts'
import type { Span } from './spans.ts'
import { parseLength } from './target.ts'
import type { Target } from './target.ts'

/** A stretch in which the clock stands, and why; `to` is `Infinity` while it is open. */
export interface Stop extends Span {
  readonly cause: string | null
}

/** A target that came into force during the run. */
export interface TargetChange {
  readonly at: number
  readonly target: Target
  readonly policy: 'proportional' | 'switch'
  readonly field: string
}

/** What was known of a run by its knowledge time, in whole seconds since 1970. */
export interface KnownRun {
  readonly calendar: CompiledCalendar
  /** Where the present run began: the case's start, or its last restart. */
  readonly start: number
  readonly target: Target
  readonly targetField: string
  /** In order of `at`, all after `start`. */
  readonly changes: readonly TargetChange[]
  /** Not merged: each with its own cause. */
  readonly stops: readonly Stop[]
  /** The first whole second by which it was done; null while it runs. */
  readonly done: number | null
  /** The instant asked about; null: the last fact decides. */
  readonly at: number | null
}

interface Limits {
  /** Facts known later do not count. */
  readonly knownAt: number
  /** Events later than this have not happened yet. */
  readonly happened: number
}

/**
 * Leaves out what was not known, or has not happened, at the time asked about.
 * @throws {FactOrderError} If instants contradict each other.
 */
export function knownRun(run: ClockRun): KnownRun {
  const knownAt = run.asKnownAt === undefined ? Infinity : secondsOf(run.asKnownAt)
  const now = run.now === undefined ? Infinity : secondsOf(run.now)
  const limits = { knownAt, happened: Math.min(knownAt, now) }
  const start = secondsOf(run.start)
  const reopenings = reopeningsOf(run, start)
  const done = doneOf(run, reopenings, limits)
  const past = reopenings.filter((reopening) => reopening.at <= limits.happened)
  const restart = past.findLast((reopening) => reopening.policy === 'restart')
  const from = restart?.at ?? start
  const stops = [...pausesOf(run, limits), ...past.map((r) => ({ ...r.solved, cause: 'solved' }))]
  const end = done ?? Infinity
  const asked = run.now ?? run.asKnownAt
  return {
    calendar: asKnown(run.calendar, knownAt),
    start: from,
    ...targetsOf(run, { from, before: end, knownAt, filedAt: start }),
    stops: stops.filter((stop) => stop.to > from && stop.from < end),
    done,
    at: done ?? (asked === undefined ? null : secondsOf(asked))
  }
}

interface KnownReopening {
  readonly at: number
  readonly policy: Reopening['policy']
  readonly solved: Span
}

function reopeningsOf(run: ClockRun, start: number): KnownReopening[] {
  const reopenings = (run.reopened ?? []).map((reopening, i) => {
    const solved = { from: secondsOf(reopening.solvedAt), to: secondsOf(reopening.at) }
    if (solved.to < solved.from)
      throw new FactOrderError(`reopened[${i}].at`, 'is before it was solved')
    return { at: solved.to, policy: reopening.policy, solved, field: `reopened[${i}].solvedAt` }
  })
  let last = start
  for (const { at, solved, field } of reopenings.toSorted((a, b) => a.at - b.at)) {
    if (solved.from < last) throw new FactOrderError(field, 'is before the case was opened')
    last = at
  }
  return reopenings.toSorted((a, b) => a.at - b.at)
}

/** The end of the run that is asked about, if it had ended by then. */
function doneOf(run: ClockRun, reopenings: readonly KnownReopening[], limits: Limits) {
  const done = run.done === undefined ? null : secondsOf(run.done)
  const opened = reopenings.at(-1)?.at ?? secondsOf(run.start)
  // A case that was opened again is not done by what was done before.
  const undone = reopenings.some(({ solved }) => solved.from === done)
  if (done !== null && done < opened && !undone)
    throw new FactOrderError('done', 'is before the case was opened')
  const { happened } = limits
  const between = reopenings.find(({ at, solved }) => solved.from <= happened && at > happened)
  if (between !== undefined) return between.solved.from
  if (run.done === undefined || done === null || undone || done > happened) return null
  // A fraction of a second after the deadline is after the deadline.
  return secondsOf(run.done.add({ nanoseconds: 999_999_999 }))
}

function pausesOf(run: ClockRun, limits: Limits): Stop[] {
  return (run.pauses ?? []).flatMap((pause, i) => {
    const from = secondsOf(pause.from)
    const to = pause.to === undefined ? Infinity : secondsOf(pause.to)
    if (to < from) throw new FactOrderError(`pauses[${i}].to`, 'is before the pause starts')
    const knownAt = pause.knownAt === undefined ? from : secondsOf(pause.knownAt)
    return knownAt <= limits.knownAt ? [{ from, to, cause: pause.cause ?? null }] : []
  })
}

interface ChangeScope {
  readonly from: number
  readonly before: number
  readonly knownAt: number
  readonly filedAt: number
}

/** The target that the run began with, and those that took its place while it ran. */
function targetsOf(run: ClockRun, { from, before, knownAt, filedAt }: ChangeScope) {
  let target: Target = { length: run.target, mode: run.mode ?? 'elapsed' }
  let targetField = 'target'
  const changes: TargetChange[] = []
  for (const { change, at, field } of changesInOrder(run)) {
    const known = (change.knownAt === undefined ? at : secondsOf(change.knownAt)) <= knownAt
    const policy = change.policy ?? 'locked'
    // What was in force when the case was filed binds it, whatever the policy.
    if (!known || at >= before || (policy === 'locked' && at > filedAt)) continue
    const next: Target = { length: change.target, mode: change.mode ?? target.mode }
    if (at > from && policy !== 'locked') changes.push({ at, target: next, policy, field })
    else [target, targetField] = [next, field]
  }
  return { target, targetField, changes }
}

function changesInOrder(run: ClockRun): { change: AgreementChange; at: number; field: string }[] {
  return (run.changes ?? [])
    .map((change, i) => {
      const field = `changes[${i}].target`
      return {
        change: { ...change, target: parseLength(change.target, field) },
        at: secondsOf(change.at),
        field
      }
    })
    .toSorted((a, b) => a.at - b.at)
}
