import type { Actor } from '../people/index.ts'
import { type Context, bucketOf, inTransaction } from '../platform/index.ts'
import { appendChunk, chunkBytesMax } from './file-store.ts'
import { formatBytes } from './format-bytes.ts'
import { UploadNotFoundError, UploadRefusedError } from './refusals.ts'
import { removeUpload } from './remove-upload.ts'
import { senderOf } from './sender.ts'
import type { Upload } from './upload.ts'
import { advanceUpload, uploadById } from './upload-store.ts'

/** The next bytes of an upload. */
export interface AppendUploadInput {
  readonly upload: string
  /** How much the sender knows to have arrived: the bytes follow right behind. */
  readonly offsetBytes: number
  readonly stream: AsyncIterable<Uint8Array>
}

/**
 * Takes the next bytes of an upload. Each piece of at most 1 MiB is kept by a transaction of its own,
 * so that a line which breaks loses nothing that has arrived; the sender asks how much that was and goes
 * on from there.
 * @throws {UploadRefusedError} `offset`: they do not follow what is there; `too-large`: the file is
 * larger than declared or than the card allows, and is removed.
 */
export async function appendUpload(
  context: Context,
  actor: Actor,
  input: AppendUploadInput
): Promise<Upload> {
  const upload = await uploadById(context.db, senderOf(actor), input.upload)
  if (upload === null) throw new UploadNotFoundError()
  if (upload.finished || upload.receivedBytes !== input.offsetBytes) {
    throw new UploadRefusedError('offset')
  }
  let receivedBytes = input.offsetBytes
  for await (const piece of pieces(input.stream)) {
    if (receivedBytes + piece.content.length > (upload.sizeBytes ?? upload.sizeBytesMax)) {
      await removeUpload(context, actor, upload.id)
      throw new UploadRefusedError('too-large', formatBytes(upload.sizeBytesMax))
    }
    await keepPiece(context, upload, { fromByte: receivedBytes, content: piece.content })
    receivedBytes += piece.content.length
    if (piece.broken !== null) throw piece.broken
  }
  return { ...upload, receivedBytes }
}

async function keepPiece(
  context: Context,
  upload: Upload,
  piece: { fromByte: number; content: Uint8Array }
): Promise<void> {
  const { fromByte, content } = piece
  await inTransaction(context.db, async (tx) => {
    const toByte = fromByte + content.length
    const mine = await advanceUpload(tx, { id: upload.id, fromByte, toByte }, context.clock.now())
    if (!mine) throw new UploadRefusedError('offset')
    await appendChunk(tx, { bucket: bucketOf(upload.person), file: upload.id }, piece)
  })
}

interface Piece {
  readonly content: Uint8Array
  /** What broke the line behind this piece. */
  readonly broken: Error | null
}

/**
 * Gathers small pieces to rows; what had arrived before the line broke comes with what broke it.
 * @yields A full row, or the last one.
 */
async function* pieces(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  let held: Uint8Array[] = []
  let heldBytes = 0
  const take = (broken: Error | null): Piece => {
    const content = Buffer.concat(held)
    held = []
    heldBytes = 0
    return { content, broken }
  }
  try {
    for await (const bytes of stream) {
      for (let from = 0; from < bytes.length;) {
        const part = bytes.subarray(from, from + chunkBytesMax - heldBytes)
        held.push(part)
        heldBytes += part.length
        from += part.length
        if (heldBytes === chunkBytesMax) yield take(null)
      }
    }
  } catch (error) {
    yield take(error instanceof Error ? error : new Error(String(error)))
    return
  }
  if (heldBytes > 0) yield take(null)
}
