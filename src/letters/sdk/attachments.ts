import type { Attachment, StreamedAttachment } from '../../kernel/seal/index.ts'
import { piecesOfFile } from './sealed-file.ts'

/** A file of this machine that goes with a letter. It is read piece by piece, and never held as a whole. */
export interface FileAttachment {
  readonly name: string
  /** Media type. */
  readonly type: string
  readonly path: string
}

/** An attachment in memory, by its path, or as a stream. */
export type GivenAttachment = Attachment | FileAttachment | StreamedAttachment

/** Whether every attachment is in memory. */
export function isHeld(attachments: readonly GivenAttachment[]): attachments is Attachment[] {
  return attachments.every((each) => 'content' in each)
}

/** Any attachment as one that is read when it is needed. */
export function asStream(given: GivenAttachment): StreamedAttachment {
  if ('read' in given) return given
  const { name, type } = given
  if ('path' in given) return { name, type, read: () => piecesOfFile(given.path) }
  return { name, type, read: () => onePiece(given.content) }
}

async function* onePiece(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content
}
