import { correctNotice } from '../../notices/index.ts'
import { type Actor, demand } from '../../people/index.ts'
import { type Context, type Tx, inTransaction } from '../../platform/index.ts'
import { plannerRoles } from './announce-planned.ts'
import { type PlannedNews, plannedNotice } from './notice-text.ts'
import { type Earliest, demandLawful, demandMinutes, earliestLawfulStart } from './plan-limits.ts'
import { type Planned, plannedState } from './planned.ts'
import { holdPlans, insertAnnouncement, plannedById } from './planned-store.ts'
import {
  PlannedChangedError,
  PlannedNotFoundError,
  PlannedOverError,
  PlannedBegunError,
  PlannedUnchangedError
} from './refusals.ts'
import { tellApplicants } from './tell-planned.ts'
import {
  type Doing,
  namesOf,
  plannedFact,
  savePlanned,
  spanBody,
  withSights
} from './write-planned.ts'

/** A new time for a planned outage. */
export interface MoveInput {
  readonly planned: string
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
  /** The revision that the mover saw. */
  readonly revision?: number | undefined
}

/**
 * Moves a planned outage. Its notice is corrected, and the new version must be seen: a start moved earlier
 * needs 72 hours of its own, one moved later keeps those that it had, and what is made longer is exempt
 * only for a length that was announced in time. Of one that has begun only the end can be moved.
 * @throws {PlanRefusedError}
 * @throws {PlannedOverError} If it is over or cancelled, or has begun and the start is another.
 */
export async function movePlanned(
  context: Context,
  actor: Actor,
  input: MoveInput
): Promise<Planned> {
  const planned = await openPlanned(context, actor, input)
  const { from, to } = demandMinutes({ from: input.from, to: input.to })
  if (from.equals(planned.from) && to.equals(planned.to)) throw new PlannedUnchangedError()
  const earliest = await earliestLawfulStart(context, planned.authority, planned.announcements)
  const limits = limitsOf(planned, { from, earliest })
  return rewrite(context, {
    planned,
    window: { from, to },
    by: { actor: actor.id, at: earliest.now },
    news: { instead: planned },
    judge: (tx) => demandLawful(tx, { ...planned, from, to, itself: planned.id }, limits)
  })
}

/** A planned outage for one who may change it. */
export async function openPlanned(
  context: Context,
  actor: Actor,
  input: { readonly planned: string; readonly revision?: number | undefined }
): Promise<Planned> {
  const found = await plannedById(context.db, input.planned)
  if (found === null) throw new PlannedNotFoundError()
  const planned = await withSights(context.db, found)
  demand(actor, { authority: planned.authority, role: plannerRoles })
  if ((input.revision ?? planned.revision) !== planned.revision) throw new PlannedChangedError()
  const state = plannedState(planned, context.clock.now())
  if (state === 'over' || state === 'cancelled') throw new PlannedOverError()
  return planned
}

/** Of what has begun the start stands, however soon it is; its end is judged by itself. */
function limitsOf(
  planned: Planned,
  { from, earliest }: { from: Temporal.Instant; earliest: Earliest }
): Earliest {
  if (plannedState(planned, earliest.now) === 'announced') return earliest
  if (!from.equals(planned.from)) throw new PlannedBegunError()
  const before = planned.from.subtract({ seconds: 1 })
  return { ...earliest, now: before, at: planned.from }
}

/** What is announced instead of what was announced before. */
interface Rewriting {
  readonly planned: Planned
  readonly window: { readonly from: Temporal.Instant; readonly to: Temporal.Instant }
  readonly by: Doing
  readonly news: PlannedNews
  readonly judge?: (tx: Tx) => Promise<void>
  /** Further rows of the same transaction. */
  readonly within?: (tx: Tx, next: Planned) => Promise<void>
  readonly ended?: Temporal.Instant
}

/** Announces another time of a planned outage: corrected notice, fact, rows, all at once. */
export async function rewrite(context: Context, rewriting: Rewriting): Promise<Planned> {
  const { planned, window, by, news } = rewriting
  const { authority, notice } = planned
  const named = await namesOf(context.db, authority, by.at)
  const saved = await inTransaction(context.db, async (tx) => {
    await holdPlans(tx, authority)
    await rewriting.judge?.(tx)
    const text = plannedNotice({ ...planned, ...window }, named, news)
    const { version } = await correctNotice(tx, notice, text, by)
    const announced = { ...window, announcedAt: by.at, announcedBy: by.actor }
    const announcement = { noticeVersion: version, ...announced, seenAt: null }
    const next: Planned = {
      ...planned,
      ...window,
      sequence: planned.sequence + 1,
      changedAt: by.at,
      endedAt: rewriting.ended ?? planned.endedAt,
      announcements: [...planned.announcements, announcement]
    }
    await insertAnnouncement(tx, planned, announcement)
    await savePlanned(tx, next)
    const body = { ...spanBody(window), notice, noticeVersion: version }
    await plannedFact(tx, 'planned-outage.moved', { planned, by, body })
    await rewriting.within?.(tx, next)
    await tellApplicants(tx, { ...next, version }, by.at)
    return { ...next, revision: planned.revision + 1 }
  })
  context.nudge()
  return saved
}
