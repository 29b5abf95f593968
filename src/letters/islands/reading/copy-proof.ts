import { openContent } from '../../../kernel/seal/index.ts'
import { toBase64 } from '../../../kernel/tlog/index.ts'
import type { OpenedHere } from './opened-here.ts'

/** What is saved in an opened copy: by it the text is held against what the sender signed. */
export interface CopyProof {
  readonly v: 1
  readonly letter: string
  readonly sender: { readonly owner: string; readonly key: string }
  /** To whose key it was sealed: the signature names it. */
  readonly recipient: string
  /** What was sealed, base64: header, body and attachments, with the note of the sender. */
  readonly plain: string
  /** The directory's answer about the sender, with its proof in the log. */
  readonly directory: unknown
}

/** Of longer ones the copy alone would be too much for a telephone. */
const plainBytesMax = 8_000_000
const sealBytesMax = 100_000

/**
 * The proof of an opened letter, as JSON. `null` for an own copy of what was sent, whose id is another, and where
 * attachments are large: the sealed file proves those.
 */
export async function copyProofOf({ letter, open, opened }: OpenedHere): Promise<string | null> {
  const { owner, key } = letter.sender
  if (letter.isSent || owner === null || key === null) return null
  // Not even opened: what is sealed is a little longer than what is in it.
  if (opened.file.size > plainBytesMax + sealBytesMax) return null
  const file = new Uint8Array(await opened.file.arrayBuffer())
  for (const identity of open.unlocked.identities) {
    const content = await openContent(file, identity)
    if (!content.ok) continue
    const { plain, recipient } = content.value
    if (plain.length > plainBytesMax) return null
    const proof: CopyProof = {
      ...{ v: 1, letter: opened.shown.letter.header.letter, sender: { owner, key }, recipient },
      ...{ plain: toBase64(plain), directory: opened.answer }
    }
    return JSON.stringify(proof)
  }
  return null
}

/** Reads a proof again; `null` where it is none. */
export function readCopyProof(text: string): CopyProof | null {
  try {
    const read = JSON.parse(text) as Partial<CopyProof>
    const isOne =
      read.v === 1 &&
      typeof read.letter === 'string' &&
      typeof read.recipient === 'string' &&
      typeof read.plain === 'string' &&
      typeof read.sender?.owner === 'string' &&
      typeof read.sender.key === 'string'
    return isOne ? (read as CopyProof) : null
  } catch {
    return null
  }
}
