import type { Actor } from '../people/index.ts'
import { type Context, bucketOf, inTransaction } from '../platform/index.ts'
import { removeChunks } from './file-store.ts'
import { UploadNotFoundError } from './refusals.ts'
import { senderOf } from './sender.ts'
import { takeUploads } from './upload-store.ts'

/**
 * Takes back a file that was not sent with a case yet.
 * @throws {UploadNotFoundError}
 */
export async function removeUpload(context: Context, actor: Actor, upload: string): Promise<void> {
  const sender = senderOf(actor)
  await inTransaction(context.db, async (tx) => {
    const taken = await takeUploads(tx, sender, [upload])
    if (taken.length === 0) throw new UploadNotFoundError()
    await removeChunks(tx, bucketOf(sender), taken)
  })
}
