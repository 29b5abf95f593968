import type { Actor } from '../people/index.ts'
import { type Context, inTransaction } from '../platform/index.ts'
import { formatBytes } from './format-bytes.ts'
import { readUpload } from './read-upload.ts'
import { UploadRefusedError } from './refusals.ts'
import { removeUpload } from './remove-upload.ts'
import { declareSize } from './upload-store.ts'

/**
 * Says how long an upload will be that was begun without knowing it.
 * @throws {UploadRefusedError} `too-large`, and the upload is removed; `offset`: shorter than what came.
 */
export async function declareUploadSize(
  context: Context,
  actor: Actor,
  input: { readonly upload: string; readonly sizeBytes: number }
): Promise<void> {
  const { upload: id, sizeBytes } = input
  const upload = await readUpload(context, actor, id)
  if (sizeBytes < upload.receivedBytes) throw new UploadRefusedError('offset')
  if (sizeBytes > upload.sizeBytesMax) {
    await removeUpload(context, actor, id)
    throw new UploadRefusedError('too-large', formatBytes(upload.sizeBytesMax))
  }
  await inTransaction(context.db, (tx) => declareSize(tx, { id, sizeBytes }, context.clock.now()))
}
