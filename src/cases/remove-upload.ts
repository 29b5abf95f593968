import type { Actor } from '../people/index.ts'
import { type Context, bucketOf, inTransaction } from '../platform/index.ts'
import { removeChunks } from './file-store.ts'
import { UploadNotFoundError } from './refusals.ts'
import { senderOf } from './sender.ts'
import { holdUploads, takeUploads } from './upload-store.ts'

/**
 * Takes back a file that was not sent with a case yet.
 * @throws {UploadNotFoundError}
 */
export async function removeUpload(context: Context, actor: Actor, upload: string): Promise<void> {
  const sender = senderOf(actor)
  await inTransaction(context.db, async (tx) => {
    const held = await holdUploads(tx, sender, [upload])
    if (held.length === 0) throw new UploadNotFoundError()
    // Its bytes first: without the upload they are nobody's, and would stay.
    await removeChunks(tx, bucketOf(sender), held)
    await takeUploads(tx, sender, held)
  })
}
