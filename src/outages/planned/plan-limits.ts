import { type AnnouncedWindow, earliestStart, judgeWindow } from '../../kernel/worktime/index.ts'
import { type Context, type Db, InvalidInputError, problem } from '../../platform/index.ts'
import { refusalTexts } from './messages-refusals.ts'
import { type Planned, type PlannedKind, secondsMax } from './planned.ts'
import { plannedRowsBetween, secondsToSight } from './planned-store.ts'
import { PlanRefusedError } from './refusals.ts'

/** The earliest lawful start, and how it comes about. */
export interface Earliest {
  readonly now: Temporal.Instant
  /** How long a notice of this authority takes to be seen, at most, as far as is known. */
  readonly sightSeconds: number
  /** When a notice that is published now will have been seen. */
  readonly seenBy: Temporal.Instant
  readonly at: Temporal.Instant
}

// Before any notice was seen: a probe fetches the notices at its every refresh, and may be away a while.
const sightSecondsMin = 900
const sightSecondsMost = 86_400
const sightingsAsked = 20

/**
 * When a planned outage of an authority may begin at the earliest, if it is announced now: 72 hours after
 * its notice will have been seen, with as long for the sighting as the slowest of the last twenty took.
 * @param announced - What was announced of it before; empty for a new one.
 */
export async function earliestLawfulStart(
  context: Pick<Context, 'db' | 'clock'>,
  authority: string,
  announced: readonly AnnouncedWindow[] = []
): Promise<Earliest> {
  const now = context.clock.now()
  const taken = await secondsToSight(context.db, authority, sightingsAsked)
  const slowest = Math.ceil(Math.max(sightSecondsMin, ...taken))
  const sightSeconds = Math.min(slowest, sightSecondsMost)
  const seenBy = now.add({ seconds: sightSeconds })
  return { now, sightSeconds, seenBy, at: earliestStart(announced, seenBy) }
}

/** A time that somebody proposes, and for what. */
export interface Proposal {
  readonly authority: string
  readonly kind: PlannedKind
  readonly components: readonly string[]
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
  /** The planned outage that is moved. */
  readonly itself?: string
}

/**
 * Refuses a time that cannot be planned; the caller holds the plans of the authority.
 * @throws {PlanRefusedError}
 */
export async function demandLawful(db: Db, proposal: Proposal, earliest: Earliest): Promise<void> {
  const overlapping = await overlappingPlans(db, proposal)
  const limits = {
    now: earliest.now,
    earliest: earliest.at,
    secondsMax: secondsMax[proposal.kind],
    taken: overlapping
  }
  const fault = judgeWindow(proposal, limits)
  if (fault === null) return
  throw new PlanRefusedError(fault, { ...limits, overlapped: overlapping[0] ?? null })
}

/** Other planned outages over the same time and a component of it. */
export async function overlappingPlans(db: Db, proposal: Proposal): Promise<Planned[]> {
  const { authority, from, to, itself } = proposal
  if (Temporal.Instant.compare(to, from) <= 0) return []
  const others = await plannedRowsBetween(db, { authority, from, to })
  return others.filter((other) => other.id !== itself && isSame(other, proposal))
}

function isSame(other: Planned, { kind, components }: Proposal): boolean {
  if (kind === 'office-closure') return other.kind === kind
  return other.components.some((component) => components.includes(component))
}

/**
 * The same times, if they are whole minutes: a notice says no seconds.
 * @throws {InvalidInputError} At `/from` or `/to`.
 */
export function demandMinutes<T extends Pick<Proposal, 'from' | 'to'>>(window: T): T {
  const problems = (['from', 'to'] as const)
    .filter((name) => window[name].epochNanoseconds % 60_000_000_000n !== 0n)
    .map((name) =>
      problem(`/${name}`, 'planned/not-whole-minute', refusalTexts.entries.notWholeMinute)
    )
  if (problems.length > 0) throw new InvalidInputError(problems)
  return window
}
