import type { Actor } from '../people/index.ts'
import type { Context } from '../platform/index.ts'
import { UploadNotFoundError } from './refusals.ts'
import { senderOf } from './sender.ts'
import type { Upload } from './upload.ts'
import { uploadById, uploadsOf } from './upload-store.ts'

/**
 * One upload of the actor: how far it is, and what it is.
 * @throws {UploadNotFoundError}
 */
export async function readUpload(context: Context, actor: Actor, upload: string): Promise<Upload> {
  const found = await uploadById(context.db, senderOf(actor), upload)
  if (found === null) throw new UploadNotFoundError()
  return found
}

/** The actor's uploads that wait for a draft or for a case, oldest first. */
export async function listUploads(
  context: Context,
  actor: Actor,
  of: { readonly draft?: string; readonly case?: string }
): Promise<Upload[]> {
  const all = await uploadsOf(context.db, senderOf(actor))
  return all.filter(
    (upload) =>
      (of.draft === undefined || upload.draft === of.draft) &&
      (of.case === undefined || upload.case === of.case)
  )
}
