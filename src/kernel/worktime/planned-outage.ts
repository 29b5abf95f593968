import { FactOrderError } from './errors.ts'
import { secondsOf } from './local-time.ts'
import type { Span } from './spans.ts'

/** How long before its start a planned outage must be seen on the portal: 72 hours (SK-5.4). */
export const noticeSeconds = 259_200

/** A planned outage as first announced, and its moves in the order they were made. */
export interface PlannedOutage {
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
  /** When an outside probe first read the notice on the portal; absent: never. */
  readonly noticeSeenAt?: Temporal.Instant | null | undefined
  readonly moves?: readonly PlannedMove[] | undefined
}

/** A new time for a planned outage; `at` is when the new time was seen. */
export interface PlannedMove {
  readonly at: Temporal.Instant
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
}

/** Why a planned outage is plain downtime. */
export type PlannedFault = 'notice-not-seen' | 'notice-late' | 'moved-late'

/** Whether a planned outage leaves the denominator. */
export interface PlannedVerdict {
  readonly valid: boolean
  readonly reason: PlannedFault | null
  /** Seconds between the notice of the final start and that start; null: no notice was seen. */
  readonly leadSeconds: number | null
}

interface Judged extends PlannedVerdict {
  /** Time that leaves the denominator. */
  readonly exempt: readonly Span[]
  /** Time of the planned outage that is plain downtime. */
  readonly down: readonly Span[]
}

interface Announcement extends Span {
  /** When it was seen, seconds since 1970. */
  readonly seen: number
  readonly moved: boolean
}

/**
 * Judges a planned outage by the notice of its final start: the first one seen that named this
 * start or an earlier one. So a start moved earlier needs its own 72 hours, and one moved later
 * keeps the notice that it had. An outage made longer with less notice is exempt only for the
 * longest length that was announced in time.
 */
export function judgePlanned(planned: PlannedOutage, field: string): Judged {
  const announcements = announcementsOf(planned, field)
  const { from, to } = announcements.at(-1)!
  if (planned.noticeSeenAt === undefined || planned.noticeSeenAt === null)
    return fault({ from, to }, 'notice-not-seen', null)
  const notices = announcements.filter((notice) => notice.from <= from)
  const first = notices.reduce((a, b) => (b.seen < a.seen ? b : a))
  const leadSeconds = from - first.seen
  if (leadSeconds < noticeSeconds)
    return fault({ from, to }, first.moved ? 'moved-late' : 'notice-late', leadSeconds)
  const lengths = announcements
    .filter((notice) => from - notice.seen >= noticeSeconds)
    .map((notice) => notice.to - notice.from)
  const end = Math.min(to, from + Math.max(...lengths))
  return {
    valid: true,
    reason: null,
    leadSeconds,
    exempt: [{ from, to: end }],
    down: end < to ? [{ from: end, to }] : []
  }
}

function fault(span: Span, reason: PlannedFault, leadSeconds: number | null): Judged {
  return { valid: false, reason, leadSeconds, exempt: [], down: [span] }
}

function announcementsOf(planned: PlannedOutage, field: string): Announcement[] {
  const { noticeSeenAt, moves = [] } = planned
  // A fraction of a second late is late.
  const seen = noticeSeenAt ? secondsOf(noticeSeenAt.add({ nanoseconds: 999_999_999 })) : Infinity
  const first = { ...spanOf(planned, field), seen, moved: false }
  const later = moves.map((move, i) => {
    const at = secondsOf(move.at.add({ nanoseconds: 999_999_999 }))
    return { ...spanOf(move, `${field}.moves[${i}]`), seen: Math.max(at, seen), moved: true, at }
  })
  for (const [i, move] of later.entries())
    if (i > 0 && move.at < later[i - 1]!.at)
      throw new FactOrderError(`${field}.moves[${i}].at`, 'is before the move above it')
  return [first, ...later]
}

function spanOf(stretch: { from: Temporal.Instant; to: Temporal.Instant }, field: string): Span {
  const span = { from: secondsOf(stretch.from), to: secondsOf(stretch.to) }
  if (span.to < span.from) throw new FactOrderError(`${field}.to`, 'is before it begins')
  return span
}
