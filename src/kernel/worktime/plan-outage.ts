import { FactOrderError } from './errors.ts'
import { instantOf, secondsOf } from './local-time.ts'
import { judgePlanned, noticeSeconds } from './planned-outage.ts'
import type { PlannedMove, PlannedOutage, PlannedVerdict } from './planned-outage.ts'

/** A half-open time that was announced for a planned outage, and when it was seen on the portal. */
export interface AnnouncedWindow {
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
  /** When an outside probe first read this announcement; `null`: not yet. */
  readonly seenAt: Temporal.Instant | null
}

/** The verdict of a planned outage, and what of its time it covers. */
export interface AnnouncedVerdict extends PlannedVerdict {
  /** The time that was announced 72 hours ahead; `null` where the outage is void. */
  readonly exempt: { readonly from: Temporal.Instant; readonly to: Temporal.Instant } | null
}

/** Why a proposed time cannot be a planned outage. */
export type PlanFault =
  'ends-before-start' | 'past' | 'too-far' | 'too-long' | 'overlaps' | 'too-soon'

/** How far ahead something can be planned, seconds: a year; further is a slip of the pen. */
const aheadSecondsMax = 366 * 86_400

/** What a proposed time is judged by. */
export interface PlanLimits {
  readonly now: Temporal.Instant
  /** As {@link earliestStart} tells. */
  readonly earliest: Temporal.Instant
  /** Longest planned outage, seconds, > 0. */
  readonly secondsMax: number
  /** Other planned outages of the same component. */
  readonly taken: readonly { readonly from: Temporal.Instant; readonly to: Temporal.Instant }[]
}

/**
 * A planned outage as the availability kernel judges it, from everything that was announced of it. What
 * was replaced before anybody saw it was never announced; a newest announcement that nobody has seen
 * counts as seen no earlier than its own start.
 * @param announced - In the order of announcement, at least one.
 */
export function plannedOf(announced: readonly AnnouncedWindow[]): PlannedOutage {
  const last = announced.at(-1)
  if (last === undefined) throw new FactOrderError('announced', 'holds no announcement')
  const seen = seenInOrder(announced)
  const [first, ...rest] = seen
  if (first === undefined) return { from: last.from, to: last.to, noticeSeenAt: null, moves: [] }
  const newest = seen.at(-1) ?? first
  const unseen: PlannedMove[] =
    last.seenAt === null ? [{ at: later(newest.at, last.from), from: last.from, to: last.to }] : []
  const moves = [...rest, ...unseen]
  return { from: first.from, to: first.to, noticeSeenAt: first.at, moves }
}

/** Whether a planned outage leaves the denominator, and which of its time does. */
export function judgeAnnounced(announced: readonly AnnouncedWindow[]): AnnouncedVerdict {
  const { valid, reason, leadSeconds, exempt } = judgePlanned(plannedOf(announced), 'announced')
  const [span] = exempt
  return {
    valid,
    reason,
    leadSeconds,
    exempt: span === undefined ? null : { from: instantOf(span.from), to: instantOf(span.to) }
  }
}

/**
 * The earliest second at which a planned outage may begin: 72 hours on the 24-hour clock after its notice
 * is seen. One that was announced and seen before may also keep the notice that it had, at that
 * announcement's start or later.
 * @param announced - What was announced of it before; empty for a new one.
 * @param seenBy - When the notice that is about to be published will have been seen, at the latest.
 */
export function earliestStart(
  announced: readonly AnnouncedWindow[],
  seenBy: Temporal.Instant
): Temporal.Instant {
  const lawful = seenInOrder(announced).map(({ at, from }) =>
    Math.max(wholeSecond(from), wholeSecond(at) + noticeSeconds)
  )
  return instantOf(Math.min(wholeSecond(seenBy) + noticeSeconds, ...lawful))
}

/**
 * The first thing that is wrong with a proposed time, or `null`. A time shorter than the notice needs is
 * no planned outage, whatever it is called: it is an emergency, and is recorded as one.
 */
export function judgeWindow(
  window: { readonly from: Temporal.Instant; readonly to: Temporal.Instant },
  limits: PlanLimits
): PlanFault | null {
  const [from, to] = [secondsOf(window.from), secondsOf(window.to)]
  if (to <= from) return 'ends-before-start'
  if (Temporal.Instant.compare(window.from, limits.now) <= 0) return 'past'
  if (from - secondsOf(limits.now) > aheadSecondsMax) return 'too-far'
  if (to - from > limits.secondsMax) return 'too-long'
  const crossed = limits.taken.some(
    (other) => secondsOf(other.from) < to && secondsOf(other.to) > from
  )
  if (crossed) return 'overlaps'
  return from < wholeSecond(limits.earliest) ? 'too-soon' : null
}

function seenInOrder(announced: readonly AnnouncedWindow[]): PlannedMove[] {
  let latest: Temporal.Instant | undefined
  return announced.flatMap(({ from, to, seenAt }) => {
    if (seenAt === null) return []
    // Two vantage points may tell of two versions in the wrong order; the later word was later.
    latest = latest === undefined ? seenAt : later(latest, seenAt)
    return [{ at: latest, from, to }]
  })
}

function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) < 0 ? b : a
}

/** A fraction of a second late is late. */
function wholeSecond(instant: Temporal.Instant): number {
  return secondsOf(instant.add({ nanoseconds: 999_999_999 }))
}
