import type { Actor } from '../people/index.ts'
import type { Context } from '../platform/index.ts'
import type { Draft } from './draft.ts'
import { draftById, draftsOf } from './draft-store.ts'
import { listUploads } from './read-upload.ts'
import { DraftNotFoundError } from './refusals.ts'
import { draftsMax } from './save-draft.ts'
import { senderOf } from './sender.ts'

/**
 * One draft of the actor, with what was uploaded for it.
 * @throws {DraftNotFoundError}
 */
export async function readDraft(context: Context, actor: Actor, draft: string): Promise<Draft> {
  const found = await draftById(context.db, senderOf(actor), draft)
  if (found === null) throw new DraftNotFoundError()
  return { ...found, uploads: await listUploads(context, actor, { draft }) }
}

/** The actor's drafts, newest first; at most fifty. */
export async function listDrafts(context: Context, actor: Actor): Promise<Draft[]> {
  const drafts = await draftsOf(context.db, senderOf(actor), draftsMax)
  if (drafts.length === 0) return []
  const uploads = await listUploads(context, actor, {})
  return drafts.map((draft) => ({
    ...draft,
    uploads: uploads.filter((upload) => upload.draft === draft.id)
  }))
}
