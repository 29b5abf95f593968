import { type Result, type SigningKey, toHex } from '../tlog/index.ts'
import { encryptTo } from './age-file.ts'
import { makeContent, wrapContent } from './content.ts'
import type { LetterDraft } from './letter.ts'
import { signClaim } from './sender-note.ts'

const tokenBytes = 32

/** Why a letter cannot be sealed. */
export type SealFault = 'letter-header-invalid' | 'letter-too-large' | 'recipient-invalid'

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
 * @param to - `recipient`: `age1pq1…` of a mailbox, or `age1…` of another program; `signers`: the keys
 *   of the sending unit, none for a letter that nobody vouches for.
 * @see docs/specs/letter.md
 */
export async function sealLetter(
  draft: LetterDraft,
  to: { readonly recipient: string; readonly signers: readonly SigningKey[] }
): Promise<Result<SealedLetter, SealFault>> {
  const token = crypto.getRandomValues(new Uint8Array(tokenBytes))
  const keys = to.signers.map(({ key }) => toHex(key.id))
  const content = makeContent(draft, { keys, token })
  if (!content.ok) return content
  const { header, hash: contentHash } = content.value
  const claim = { letter: header.letter, recipient: to.recipient, contentHash }
  const note = to.signers.length === 0 ? '' : signClaim(claim, to.signers)
  const file = await encryptTo(to.recipient, wrapContent(note, content.value))
  return file.ok ? { ok: true, value: { file: file.value, contentHash, token } } : file
}
