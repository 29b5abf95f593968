import type { Actor } from '../people/index.ts'
import { type Context, inTransaction } from '../platform/index.ts'
import { endDraft } from './end-draft.ts'
import { DraftNotFoundError } from './refusals.ts'

/**
 * Gives a draft up, with what was uploaded for it.
 * @throws {DraftNotFoundError}
 */
export async function discardDraft(context: Context, actor: Actor, draft: string): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    if (!(await endDraft(tx, actor, draft))) throw new DraftNotFoundError()
  })
}
