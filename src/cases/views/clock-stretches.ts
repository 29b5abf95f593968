import type { CaseClock } from '../case-clock.ts'
import type { ShownClock } from '../case-progress.ts'
import { hundredths } from './promise-left.ts'
import { zone } from './words.ts'

type Segment = CaseClock['explanation'][number]

/** A stretch of a clock, cut at the instant asked about, with its share of the promise. */
export interface Stretch extends Segment {
  /** It lies ahead of the instant asked about. */
  readonly isAhead: boolean
  /** It lies after the due instant. */
  readonly isOver: boolean
  /** In the unit of the promise, to the hundredth; all of them together are what was used and is left. */
  readonly share: number
  /** Working seconds of its day, where it is only a part of them; else `null`. */
  readonly daySeconds: number | null
  /** Whole days that lie in it, where it is closed. */
  readonly closedDays: readonly Temporal.PlainDate[]
}

/**
 * The stretches of a clock, cut at the instant asked about: what was, and what will be. A clock that
 * has ended ends with its answer: nothing lies ahead of it. Nights between two working days are left
 * out: nobody asks why an office is closed at night.
 */
export function stretchesAt(
  reading: Pick<ShownClock, 'explanation' | 'doneAt' | 'dueAt' | 'progress'>,
  asked: Temporal.Instant
): Stretch[] {
  const { explanation, doneAt, dueAt, progress } = reading
  const at = (doneAt ?? asked).round({ smallestUnit: 'second', roundingMode: 'floor' })
  const whole = explanation
    .map((segment, i) => ({ segment, share: progress?.stretches[i] ?? 0, i }))
    .filter(({ segment, i }) => !isNight(segment, explanation[i - 1], explanation[i + 1]))
    .flatMap(({ segment, share }) => cut({ ...segment, share }, at))
    .filter(({ isAhead }) => doneAt === null || !isAhead)
    .map((part) => ({ ...part, isOver: dueAt !== null && !isBefore(part.from, dueAt) }))
  return whole.map((part, i) => ({ ...part, share: shareIn(whole, i) }))
}

/** Rounded so that a row and all before it are always the rounded sum of them. */
function shareIn(parts: readonly { readonly share: number }[], i: number): number {
  const until = (end: number) =>
    hundredths(parts.slice(0, end).reduce((sum, p) => sum + p.share, 0))
  return hundredths(until(i + 1) - until(i))
}

function isNight(segment: Segment, before: Segment | undefined, after: Segment | undefined) {
  return (
    segment.kind === 'closed' &&
    segment.cause === null &&
    goesOn(before) &&
    goesOn(after) &&
    wholeDays(segment).length === 0
  )
}

/** A neighbour that the clock itself explains: neither the edge of the run nor a pause. */
function goesOn(segment: Segment | undefined): boolean {
  return segment !== undefined && segment.kind !== 'paused'
}

type Whole = Segment & { readonly share: number }

function cut(segment: Whole, at: Temporal.Instant): Omit<Stretch, 'isOver'>[] {
  const { from, to, seconds, share } = segment
  const told = { ...segment, daySeconds: daySecondsOf(segment), closedDays: wholeDays(segment) }
  if (to === null || !isBefore(at, to)) return [{ ...told, isAhead: false }]
  if (!isBefore(from, at)) return [{ ...told, isAhead: true }]
  const past = at.since(from).total('seconds')
  const pastShare = (share * past) / seconds
  return [
    { ...told, to: at, seconds: past, share: pastShare, isAhead: false },
    { ...told, from: at, seconds: seconds - past, share: share - pastShare, isAhead: true }
  ]
}

/** An open day weighs one, so a part of one says how long the whole was. */
function daySecondsOf({ kind, seconds, share }: Whole): number | null {
  return kind === 'counted' && share > 0 && share <= 1 ? Math.round(seconds / share) : null
}

function wholeDays({ kind, from, to }: Segment): Temporal.PlainDate[] {
  if (kind !== 'closed' || to === null) return []
  const begins = from.toZonedDateTimeISO(zone)
  const isMidnight = begins.equals(begins.startOfDay())
  let day = isMidnight ? begins.toPlainDate() : begins.toPlainDate().add({ days: 1 })
  const days: Temporal.PlainDate[] = []
  for (;;) {
    const next = day.add({ days: 1 })
    if (isBefore(to, next.toZonedDateTime(zone).toInstant())) return days
    days.push(day)
    day = next
  }
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0
}
