import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import {
  type NoteSignature,
  type Primitives,
  type SigningKey,
  formatNote,
  parseNote,
  parseVerifierKey,
  portablePrimitives,
  toBase64,
  utf8
} from '../tlog/index.ts'
import { judgeKeyIn, messageIn } from './note-keys.ts'

const domain = 'peyman.dev/letter-opening/v1'

/** What a reader declares of a letter. */
export type OpeningState = 'opened' | 'acknowledged' | 'replied'

/**
 * The token that a sender's mailbox puts into a letter of its own: whoever has its seed knows it again, on
 * every device, and nobody else can tell it from a random one.
 * @param seed - Of the sending mailbox, 32 bytes.
 * @param letter - UUID.
 * @throws {RangeError} If the seed was wiped: the token would be anybody's.
 * @see docs/specs/letter.md §8
 */
export function openingToken(seed: Uint8Array, letter: string): Uint8Array {
  if (seed.every((byte) => byte === 0)) throw new RangeError('the seed was wiped')
  return hkdf(sha256, seed, undefined, utf8(`peyman.dev/letter-token/v1\n${letter}`), 32)
}

/** The hash by which a sender recognises the token of a letter: SHA-256 of it, base64. */
export function tokenHashOf(
  token: Uint8Array,
  primitives: Primitives = portablePrimitives
): string {
  return toBase64(primitives.sha256(token))
}

/**
 * Declares that a letter was opened, signed by its mailbox. Only whoever decrypted the letter knows the token.
 * @param of - `letter`: its UUID; `token`: 32 bytes, from the letter's header; `signers`: of the mailbox.
 * @returns A signed note (C2SP signed-note), a signature of each signer.
 * @see docs/specs/letter.md §8
 */
export function signOpening(of: {
  readonly letter: string
  readonly state: OpeningState
  readonly token: Uint8Array
  readonly signers: readonly SigningKey[]
}): string {
  const text = openingText({ ...of, tokenHash: tokenHashOf(of.token) })
  const signatures = of.signers.map((signer): NoteSignature => {
    const { key } = signer
    return { name: key.name, id: key.id, signature: signer.sign(messageIn(domain, key, text)) }
  })
  return formatNote({ text, signatures })
}

/**
 * Whether a note declares this state of this letter, under this token, signed by every given key.
 * @param of - `tokenHash`: as the sender kept it; `keys`: verifier keys of the mailbox in the key directory.
 *   Without a key nothing is proven.
 */
export function verifyOpening(
  note: string,
  of: {
    readonly letter: string
    readonly state: OpeningState
    readonly tokenHash: string
    readonly keys: readonly string[]
  },
  primitives: Primitives = portablePrimitives
): boolean {
  const parsed = parseNote(note)
  if (!parsed.ok || parsed.value.text !== openingText(of) || of.keys.length === 0) return false
  return of.keys.every((vkey) => {
    const key = parseVerifierKey(vkey, primitives)
    return (
      key.ok && judgeKeyIn(domain, { note: parsed.value, key: key.value }, primitives) === 'signed'
    )
  })
}

function openingText(of: { letter: string; state: OpeningState; tokenHash: string }): string {
  return `${domain}\n${of.letter}\n${of.state}\n${of.tokenHash}\n`
}
