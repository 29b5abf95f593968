import { createHash } from 'node:crypto'
import type { Actor } from '../people/index.ts'
import { type Context, bucketOf, inTransaction } from '../platform/index.ts'
import { checkFormat, demandEnd, lastBytes } from './file-format.ts'
import { readChunks } from './file-store.ts'
import { sealedFault } from './sealed/check-form.ts'
import { sealedMediaType } from './sealed/sealed-form.ts'
import { documentOfUpload } from './document-of-upload.ts'
import { UploadNotFoundError, UploadRefusedError } from './refusals.ts'
import { removeUpload } from './remove-upload.ts'
import { senderOf } from './sender.ts'
import type { Upload } from './upload.ts'
import { sealUpload, uploadById } from './upload-store.ts'

/**
 * Ends an upload: looks into the bytes for what the file is, and keeps the SHA-256 of the whole. A file
 * that is refused is removed.
 * @throws {UploadRefusedError} `incomplete`, `empty`, `type-refused`, `lies-about-type`, `broken`; of
 * a sealed one `in-the-clear`, `size-class`.
 */
export async function finishUpload(context: Context, actor: Actor, id: string): Promise<Upload> {
  const upload = await uploadById(context.db, senderOf(actor), id)
  if (upload === null) throw new UploadNotFoundError()
  if (upload.finished) return upload
  if (upload.sizeBytes !== null && upload.receivedBytes < upload.sizeBytes) {
    throw new UploadRefusedError('incomplete')
  }
  try {
    const sealed = await seal(context, upload)
    return { ...upload, ...sealed, finished: true }
  } catch (error) {
    if (error instanceof UploadRefusedError) await removeUpload(context, actor, id)
    throw error
  }
}

async function seal(
  context: Context,
  upload: Upload
): Promise<{ mediaType: string; sha256: string; sizeBytes: number }> {
  if (upload.receivedBytes === 0) throw new UploadRefusedError('empty')
  const at = { bucket: bucketOf(upload.person), file: upload.id }
  const mediaType = await mediaTypeOf(context, upload)
  const hash = createHash('sha256')
  let last: Uint8Array = new Uint8Array()
  for await (const piece of readChunks(context.db, at)) {
    hash.update(piece)
    last = lastBytes(last, piece)
  }
  demandEnd(mediaType, last)
  const found = { mediaType, sha256: hash.digest('hex'), sizeBytes: upload.receivedBytes }
  await inTransaction(context.db, (tx) =>
    sealUpload(tx, { id: upload.id, ...found }, context.clock.now())
  )
  return found
}

/** What a file is by its bytes; a sealed one shows that it is sealed, and of what length. */
async function mediaTypeOf(context: Context, upload: Upload): Promise<string> {
  const at = { bucket: bucketOf(upload.person), file: upload.id }
  const { formats } = await documentOfUpload(context.db, upload, context.clock.now())
  if (upload.recipientKey === null) {
    return checkFormat(readChunks(context.db, at), { name: upload.name, formats })
  }
  let first: Uint8Array = new Uint8Array()
  for await (const piece of readChunks(context.db, at)) {
    first = piece
    break
  }
  const fault = sealedFault(first, upload.receivedBytes)
  if (fault === null) return sealedMediaType
  throw new UploadRefusedError(fault === 'form' ? 'in-the-clear' : 'size-class')
}
