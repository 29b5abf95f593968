import { correctNotice } from '../../notices/index.ts'
import type { Actor } from '../../people/index.ts'
import { type Context, inTransaction } from '../../platform/index.ts'
import { openPlanned } from './move-planned.ts'
import { plannedNotice } from './notice-text.ts'
import { type CancelReason, type Planned, plannedState } from './planned.ts'
import { PlannedBegunError } from './refusals.ts'
import { tellApplicants } from './tell-planned.ts'
import { type Doing, namesOf, plannedFact, savePlanned } from './write-planned.ts'

/** A planned outage that will not be. */
export interface CancelInput {
  readonly planned: string
  readonly because: Exclude<CancelReason, 'notice-not-seen'>
  readonly revision?: number | undefined
}

/**
 * Cancels a planned outage that has not begun; its notice says so from now on.
 * @throws {PlannedOverError} If it has begun, is over or was cancelled.
 */
export async function cancelPlanned(
  context: Context,
  actor: Actor,
  input: CancelInput
): Promise<Planned> {
  const planned = await openPlanned(context, actor, input)
  const at = context.clock.now()
  if (plannedState(planned, at) !== 'announced') throw new PlannedBegunError()
  return writeCancellation(context, planned, { because: input.because, actor: actor.id, at })
}

/** Writes a cancellation: corrected notice, fact, row, and nothing left in the catalogue. */
export async function writeCancellation(
  context: Context,
  planned: Planned,
  { because, actor, at }: Doing & { readonly because: CancelReason }
): Promise<Planned> {
  const named = await namesOf(context.db, planned.authority, at)
  const next: Planned = {
    ...planned,
    sequence: planned.sequence + 1,
    changedAt: at,
    cancelledAt: at,
    cancelledBy: actor,
    cancelledBecause: because
  }
  await inTransaction(context.db, async (tx) => {
    const text = plannedNotice(planned, named, { cancelled: because })
    const { version } = await correctNotice(tx, planned.notice, text, { actor, at })
    await savePlanned(tx, next)
    await plannedFact(tx, 'planned-outage.cancelled', { planned, by: { actor, at } })
    await tellApplicants(tx, { ...planned, version }, at)
  })
  context.nudge()
  return { ...next, revision: planned.revision + 1 }
}
