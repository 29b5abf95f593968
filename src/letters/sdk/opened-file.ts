import {
  type OpenFault,
  type StreamedAttachment,
  type StreamedLetter,
  attachmentReader,
  openStream
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
      const read = attachmentReader({ identity, read: () => piecesOfFile(path) }, nativePrimitives)
      const attachments = letter.header.attachments.map(({ name, type }, i) => {
        return { name, type, read: () => read(i) }
      })
      return value({ letter, attachments })
    }
    fault = opened.reason
    if (fault !== 'age-other-recipient') break
  }
  return failed(fault)
}
