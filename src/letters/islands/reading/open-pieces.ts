import {
  type Expected,
  type Refused,
  type SenderKeys,
  judgeLetter,
  refusedFor
} from '../../../kernel/reading/index.ts'
import { attachmentReader, openStream, piecesOf } from '../../../kernel/seal/index.ts'
import type { Shown } from './checks.ts'
import type { ReadAttachment } from './draw-attachments.ts'

/** An opened letter; its attachments are read out of the sealed file whenever they are asked for. */
export interface OpenedPieces {
  /** Without the attachments. */
  readonly shown: Shown
  readonly attachments: readonly ReadAttachment[]
}

/**
 * Opens and judges a sealed letter, where the browser keeps it: to its end, piece by piece, so that no attachment
 * is held in this page, whatever its size.
 */
export async function openPieces(
  file: Blob,
  by: { readonly identities: readonly string[]; readonly senders: readonly SenderKeys[] },
  expected: Expected
): Promise<OpenedPieces | Refused> {
  const read = () => piecesOf(file.stream())
  for (const identity of by.identities) {
    const opened = await openStream(read(), { identity, write: () => undefined })
    if (!opened.ok) {
      const refused = refusedFor(opened.reason)
      if (refused === 'not-for-you') continue
      return refused
    }
    const letter = { ...opened.value, attachments: [] }
    const shown = judgeLetter(letter, by.senders, expected)
    if (!shown.shown) return shown.refused
    const attachmentAt = attachmentReader({ identity, read })
    const attachments = letter.header.attachments.map(({ name, type, bytes }, i) => {
      return { name, type, bytes, read: () => attachmentAt(i) }
    })
    return { shown, attachments }
  }
  return 'not-for-you'
}
