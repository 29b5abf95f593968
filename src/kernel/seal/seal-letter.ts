import { type Result, type SigningKey, failed, toHex } from '../tlog/index.ts'
import { encryptTo, recipientKindOf } from './age-file.ts'
import { type HeaderFault, makeContent, wrappingOf } from './content.ts'
import type { LetterDraft } from './letter.ts'
import { portableSealPrimitives } from './portable-primitives.ts'
import type { SealPrimitives } from './seal-primitives.ts'
import { signClaim } from './sender-note.ts'

const tokenBytes = 32

/** Why a letter cannot be sealed. */
export type SealFault = HeaderFault | 'recipient-invalid'

/** To whom a letter is sealed, and by whom. */
export interface Addressing {
  /** `age1pq1…` of a mailbox, or `age1…` of another program. */
  readonly recipient: string
  /** The keys of the sending unit; none for a letter that nobody vouches for. */
  readonly signers: readonly SigningKey[]
  /** The opening token, 32 bytes: of the sender's own making ({@link openingToken}); random where absent. */
  readonly token?: Uint8Array
}

/** A sealed letter, and what its sender keeps to recognise the proof that it was opened. */
export interface SealedLetter {
  /** An age file; the only thing that a server is given. */
  readonly file: Uint8Array
  /** SHA-256 of the content, 32 bytes. */
  readonly contentHash: Uint8Array
  /** The opening token, 32 bytes. */
  readonly token: Uint8Array
}

/**
 * Seals a letter to one mailbox: signed for this recipient, padded, then encrypted (PI-4.1.10).
 * @see docs/specs/letter.md
 */
export async function sealLetter(
  draft: LetterDraft,
  to: Addressing,
  primitives: SealPrimitives = portableSealPrimitives
): Promise<Result<SealedLetter, SealFault>> {
  if (recipientKindOf(to.recipient) === null) return failed('recipient-invalid')
  const token = to.token ?? newToken()
  const content = makeContent(draft, { keys: keyIdsOf(to.signers), token }, primitives)
  if (!content.ok) return content
  const { header, hash: contentHash, parts, length } = content.value
  const claim = { letter: header.letter, recipient: to.recipient, contentHash }
  const { before, zeroes } = wrappingOf(noteOf(claim, to.signers, primitives), length)
  const file = await encryptTo(to.recipient, [...before, ...parts, zeroes], primitives)
  return file.ok ? { ok: true, value: { file: file.value, contentHash, token } } : file
}

/** A new opening token. */
export function newToken(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(tokenBytes))
}

/** Key ids of signers, as a header tells them. */
export function keyIdsOf(signers: readonly SigningKey[]): string[] {
  return signers.map(({ key }) => toHex(key.id))
}

/** The signed note of a letter; empty where nobody signs. */
export function noteOf(
  claim: Parameters<typeof signClaim>[0],
  signers: readonly SigningKey[],
  primitives: SealPrimitives
): string {
  return signers.length === 0 ? '' : signClaim(claim, signers, primitives)
}
