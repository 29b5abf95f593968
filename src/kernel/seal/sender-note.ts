import {
  type Note,
  type NoteSignature,
  type Primitives,
  type SigningKey,
  type VerifierKey,
  formatNote,
  portablePrimitives,
  toBase64,
  utf8
} from '../tlog/index.ts'
import { type KeyVerdict, judgeKeyIn, messageIn } from './note-keys.ts'

const domain = 'peyman.dev/letter/v1'

/** What a sender signs: this content, under this id, to this recipient and no other. */
export interface SenderClaim {
  readonly letter: string
  /** The age recipient of the mailbox. */
  readonly recipient: string
  /** SHA-256 of the content, 32 bytes. */
  readonly contentHash: Uint8Array
}

/** The text that is signed. @see docs/specs/letter.md §3 */
export function claimText(claim: SenderClaim, primitives: Primitives = portablePrimitives): string {
  const recipientHash = primitives.sha256(utf8(claim.recipient))
  const lines = [domain, claim.letter, toBase64(recipientHash), toBase64(claim.contentHash)]
  return `${lines.join('\n')}\n`
}

/** The claim as a signed note (C2SP signed-note), a signature of each key. */
export function signClaim(
  claim: SenderClaim,
  by: readonly SigningKey[],
  primitives: Primitives = portablePrimitives
): string {
  const text = claimText(claim, primitives)
  const signatures = by.map((signer): NoteSignature => {
    const { name, id } = signer.key
    return { name, id, signature: signer.sign(messageIn(domain, signer.key, text)) }
  })
  return formatNote({ text, signatures })
}

/** Looks for the signature of one key on a sender's note. */
export function judgeKey(note: Note, key: VerifierKey, primitives: Primitives): KeyVerdict {
  return judgeKeyIn(domain, { note, key }, primitives)
}
