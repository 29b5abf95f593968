import {
  type Note,
  type NoteSignature,
  type Primitives,
  type SigningKey,
  type VerifierKey,
  concat,
  formatNote,
  isSignedBy,
  portablePrimitives,
  signatureTypes,
  toBase64,
  utf8
} from '../tlog/index.ts'

const domain = 'peyman.dev/letter/v1'
const postQuantumDomain = utf8(`${domain}/ml-dsa-44\n`)

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
export function signClaim(claim: SenderClaim, by: readonly SigningKey[]): string {
  const text = claimText(claim)
  const signatures = by.map((signer): NoteSignature => {
    const { name, id } = signer.key
    return { name, id, signature: signer.sign(messageOf(signer.key, text)) }
  })
  return formatNote({ text, signatures })
}

/** Ed25519 signs the text itself, as notes do; ML-DSA-44 with its purpose before it. */
function messageOf({ type }: VerifierKey, text: string): Uint8Array {
  const bytes = utf8(text)
  return type === signatureTypes.postQuantum ? concat(postQuantumDomain, bytes) : bytes
}

/** Whether a note bears the signature of a key. */
export type KeyVerdict = 'signed' | 'absent' | 'wrong'

/** Looks for the signature of one key on a note. */
export function judgeKey(note: Note, key: VerifierKey, primitives: Primitives): KeyVerdict {
  const line = note.signatures.find((signature) => isSignedBy(signature, key))
  if (line === undefined) return 'absent'
  const message = messageOf(key, note.text)
  const holds =
    key.type === signatureTypes.postQuantum
      ? primitives.mldsa44Verify(line.signature, message, key.publicKey)
      : primitives.ed25519Verify(line.signature, message, key.publicKey)
  return holds ? 'signed' : 'wrong'
}
