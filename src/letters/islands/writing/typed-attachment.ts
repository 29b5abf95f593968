import { type Attachment, type StreamedAttachment, piecesOf } from '../../../kernel/seal/index.ts'
import { fileName } from '../reading/dom.ts'

/** An attachment that was chosen: it is read from where it lies whenever it is needed, and never held. */
export interface TypedAttachment extends StreamedAttachment {
  readonly bytes: number
  /** The same file as before has the same mark. */
  readonly mark: string
}

/** A file of this device, under a name that every reader takes: nothing hides in it, and it is no path. */
export function fileAttachment(file: File): TypedAttachment {
  const { name, size: bytes, lastModified } = file
  const isType = /^[a-z0-9.+-]+\/[a-z0-9.+-]+$/i.test(file.type)
  return {
    ...{ name: fileName(name), type: isType ? file.type : 'application/octet-stream', bytes },
    mark: JSON.stringify([name, file.type, bytes, lastModified]),
    read: () => piecesOf(file.stream())
  }
}

/** An attachment of a letter that was opened on this page. */
export function openedAttachment({ name, type, content }: Attachment): TypedAttachment {
  return { name, type, bytes: content.length, mark: name, read: () => onePiece(content) }
}

async function* onePiece(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(content)
}
