import {
  type OpenFault,
  type StreamedAttachment,
  type StreamedLetter,
  openStream,
  piecesOf
} from '../../kernel/seal/index.ts'
import { type Result, failed, value } from '../../kernel/tlog/index.ts'
import { nativePrimitives } from '../native/index.ts'
import { piecesOfFile } from './sealed-file.ts'

/** A sealed file on the disk that opens. Nothing of it was written: attachments are read out of it. */
export interface OpenedFile {
  readonly letter: StreamedLetter
  readonly attachments: readonly StreamedAttachment[]
}

/**
 * Opens a sealed file on the disk by the first identity that does. It was read to its end: all that it
 * says of itself holds. Who wrote it is not judged.
 */
export async function openFile(
  path: string,
  identities: readonly string[]
): Promise<Result<OpenedFile, OpenFault>> {
  let fault: OpenFault = 'age-other-recipient'
  for (const identity of identities) {
    const to = { identity, write: () => undefined }
    const opened = await openStream(piecesOfFile(path), to, nativePrimitives)
    if (opened.ok) {
      const letter = opened.value
      const attachments = letter.header.attachments.map(({ name, type }, i) => {
        return { name, type, read: () => attachmentIn(path, identity, i) }
      })
      return value({ letter, attachments })
    }
    fault = opened.reason
    if (fault !== 'age-other-recipient') break
  }
  return failed(fault)
}

/** One attachment of a sealed file, read out of it once more, only as fast as it is asked for. */
async function* attachmentIn(
  path: string,
  identity: string,
  wanted: number
): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  const write = (attachment: number, piece: Uint8Array) =>
    attachment === wanted ? writer.write(new Uint8Array(piece)) : undefined
  const ended = openStream(piecesOfFile(path), { identity, write }, nativePrimitives)
    .then((opened) => (opened.ok ? writer.close() : writer.abort(new Error(opened.reason))))
    .catch((error: unknown) => writer.abort(error).catch(() => undefined))
  yield* piecesOf(readable)
  await ended
}
