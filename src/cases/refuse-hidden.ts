import type { Actor } from '../people/index.ts'
import { type Context, withScope } from '../platform/index.ts'
import { bucketOfId } from './case-id.ts'
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
