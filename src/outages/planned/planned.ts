import type { Interruption } from '../../catalogue/index.ts'
import {
  type AnnouncedVerdict,
  type PlannedMove,
  type PlannedOutage,
  judgeAnnounced,
  plannedOf
} from '../../kernel/worktime/index.ts'
import type { Bilingual } from '../../platform/index.ts'

/** What can be planned. */
export const plannedKinds = [
  'outage',
  'form-closed',
  'service-withdrawn',
  'office-closure'
] as const satisfies readonly Interruption['kind'][]
export type PlannedKind = (typeof plannedKinds)[number]

/** What is suspended rather than down: everything but an outage. */
export type SuspensionKind = Exclude<PlannedKind, 'outage'>

const hour = 3600

/** Longest planned time of each kind, seconds. */
export const secondsMax: Readonly<Record<PlannedKind, number>> = {
  outage: 24 * hour,
  'form-closed': 92 * 24 * hour,
  'service-withdrawn': 366 * 24 * hour,
  'office-closure': 31 * 24 * hour
}

/** One time that was announced, with the version of the notice that said it. */
export interface Announcement {
  readonly noticeVersion: number
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
  readonly announcedAt: Temporal.Instant
  readonly announcedBy: string
  /** When an outside probe first read it; `null`: not yet, or never. */
  readonly seenAt: Temporal.Instant | null
}

/** A planned outage or suspension, with everything that was announced of it. */
export interface Planned {
  readonly id: string
  readonly authority: string
  readonly kind: PlannedKind
  /** Components that it takes down; of a suspension, those of its services. */
  readonly components: readonly string[]
  /** Codes of the services that it keeps from being given; `null`: all of the authority. */
  readonly services: readonly string[] | null
  /** The time that was announced last. */
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
  /** What is done and why, as its announcer wrote it. */
  readonly words: Bilingual | null
  /** Id of the notice. */
  readonly notice: string
  /** The planned outage to which this adds a service. */
  readonly joins: string | null
  /** Rises with every change that a calendar has to hear of. */
  readonly sequence: number
  readonly announcedAt: Temporal.Instant
  readonly announcedBy: string
  readonly changedAt: Temporal.Instant
  readonly cancelledAt: Temporal.Instant | null
  readonly cancelledBy: string | null
  readonly cancelledBecause: CancelReason | null
  readonly begunAt: Temporal.Instant | null
  readonly endedAt: Temporal.Instant | null
  /** Raised by every change. */
  readonly revision: number
  /** In order, at least one. */
  readonly announcements: readonly Announcement[]
}

/** Why it will not be: its announcer said so, or its notice was not seen 72 hours before. */
export const cancelReasons = ['not-needed', 'postponed', 'notice-not-seen'] as const
export type CancelReason = (typeof cancelReasons)[number]

/** Where a planned outage stands. */
export type PlannedState = 'announced' | 'under-way' | 'over' | 'cancelled'

/** Where a planned outage stands at an instant. */
export function plannedState(planned: Planned, at: Temporal.Instant): PlannedState {
  if (planned.cancelledAt !== null) return 'cancelled'
  if (Temporal.Instant.compare(at, planned.from) < 0) return 'announced'
  return Temporal.Instant.compare(at, planned.to) < 0 ? 'under-way' : 'over'
}

/** Whether it leaves the denominator of availability, and which of its time does. */
export function verdictOf({ announcements }: Planned): AnnouncedVerdict {
  return judgeAnnounced(announcements)
}

/**
 * A planned outage for whoever reckons with it: `from`, `to`, `moves` and `noticeSeenAt` as the
 * availability kernel takes them, `window` as it stands now.
 */
export interface PlannedView extends PlannedOutage {
  readonly noticeSeenAt: Temporal.Instant | null
  readonly moves: readonly PlannedMove[]
  readonly id: string
  readonly authority: string
  readonly kind: PlannedKind
  readonly components: readonly string[]
  /** Codes; empty where it is about the whole authority, or about no service. */
  readonly services: readonly string[]
  readonly window: { readonly from: Temporal.Instant; readonly to: Temporal.Instant }
  readonly notice: string
  readonly words: Bilingual | null
  readonly announcedAt: Temporal.Instant
  readonly changedAt: Temporal.Instant
  readonly sequence: number
  readonly state: PlannedState
  readonly verdict: AnnouncedVerdict
}

/** A planned outage as others reckon with it at an instant. */
export function plannedView(planned: Planned, at: Temporal.Instant): PlannedView {
  const { id, authority, kind, components, services, from, to, notice, words } = planned
  const reckoned = plannedOf(planned.announcements)
  return {
    ...reckoned,
    noticeSeenAt: reckoned.noticeSeenAt ?? null,
    moves: reckoned.moves ?? [],
    id,
    authority,
    kind,
    components,
    services: services ?? [],
    window: { from, to },
    notice,
    words,
    announcedAt: planned.announcedAt,
    changedAt: planned.changedAt,
    sequence: planned.sequence,
    state: plannedState(planned, at),
    verdict: verdictOf(planned)
  }
}

/**
 * What the catalogue shows of it. An application is refused only in the time that was announced 72 hours
 * ahead; `null` where it keeps no service from being given.
 */
export function interruptionOf(planned: Planned): Interruption | null {
  const { id, authority, kind, services, from, to, notice, cancelledAt } = planned
  if (cancelledAt !== null || (services !== null && services.length === 0)) return null
  const closes = kind === 'form-closed' || kind === 'service-withdrawn'
  const closed = closes ? verdictOf(planned).exempt : null
  // What was made longer too late opens the form again at the end that was announced in time.
  const shown = { kind, services: services ?? [], from, to: closed?.to ?? to, notice }
  return { id, authority, ...shown, closed, emergency: false, reason: null }
}

/** A sight of a version of the notice. */
export interface NoticeSight {
  readonly noticeVersion: number
  readonly at: Temporal.Instant
}

/**
 * Which announcement a sight of the notice gives: a version tells the time that was announced last before
 * it, also where somebody only added to its words; the one that cancels it tells none.
 * @param announced - Versions that announced a time, in order.
 * @returns One of `announced`, or `null`.
 */
export function announcementSeen(
  announced: readonly number[],
  cancelledAt: Temporal.Instant | null,
  sight: NoticeSight
): number | null {
  const told = announced.findLast((version) => version <= sight.noticeVersion)
  if (told === undefined || told === sight.noticeVersion) return told ?? null
  const isCancelled = cancelledAt !== null && Temporal.Instant.compare(sight.at, cancelledAt) >= 0
  return isCancelled ? null : told
}
