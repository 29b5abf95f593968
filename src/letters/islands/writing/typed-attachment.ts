import { type StreamedAttachment, piecesOf } from '../../../kernel/seal/index.ts'
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
