import { type Actor, delegation } from '../people/index.ts'
import { type Context, withScope } from '../platform/index.ts'
import { bucketOfId } from './case-id.ts'
import type { CaseRecord } from './case-record.ts'
import { ownerOfCase } from './case-store.ts'
import { type CaseUse, recordCaseRefusal } from './case-use.ts'

/** What somebody asked for by its id. */
export interface HiddenUse extends Pick<CaseUse, 'document' | 'because'> {
  readonly case: string
}

/**
 * Records, where there is such a case, that somebody asked for it whom the database itself shows none:
 * staff of another body, another person. They are answered the same in either case.
 */
export async function recordHiddenRefusal(
  context: Context,
  actor: Actor,
  { case: id, ...use }: HiddenUse
): Promise<void> {
  if (bucketOfId(id) === null) return
  // The applicant is to hear of it from whoever it was: only whose it is, is read, and not shown.
  const record = await withScope('system', () => ownerOfCase(context.db, id))
  if (record !== null) await recordCaseRefusal(context, actor, { record, access: null, ...use })
}

/** What a delegation has to cover for a case. */
export function placeOf(
  actor: Actor,
  record: Pick<CaseRecord, 'applicant' | 'authority' | 'service'>
): Parameters<typeof delegation.refuseSuspended>[1] {
  const { applicant, authority, service } = record
  return { actor, for: applicant, place: { authority, service } }
}

/**
 * Says to a delegate of the applicant that their delegation stands still, where that is why they see none.
 * @throws {DelegationSuspendedError}
 */
export async function refuseSuspended(
  { db, clock }: Context,
  actor: Actor,
  id: string
): Promise<void> {
  if (actor.person === null || bucketOfId(id) === null) return
  // Whose delegation might cover it is asked of the asker's own; nothing of the case is shown.
  const record = await withScope('system', () => ownerOfCase(db, id))
  if (record !== null) await delegation.refuseSuspended(db, placeOf(actor, record), clock.now())
}
