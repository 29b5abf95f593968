import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import {
  joinSecret,
  newRecoverySecret,
  portableSealPrimitives,
  splitSecret,
  unwrapForMailbox,
  wrapForMailbox,
  wrapWithSecret
} from '../seal/index.ts'
import { type Result, type SigningKey, failed, signatureTypes, utf8 } from '../tlog/index.ts'
import { openSlot, parsedSlot, slotRecipient } from './slot-key.ts'

/** A seed wrapped for two who each hold a half: neither half alone says anything of it. */
export interface SharedSlot {
  /** The keyslot of the kind `recovery`, JSON text. */
  readonly slot: string
  /** To what a later seed is wrapped: public half of the joined secret. */
  readonly recipient: string
  /** 32 bytes, for the person who was named. */
  readonly ofContact: Uint8Array
  /** 32 bytes, for the desk. */
  readonly ofDesk: Uint8Array
}

/** Wraps a seed with a new secret of 32 random bytes, and splits that. @see docs/specs/letter.md §6 */
export async function sharedSlot(mailbox: string, seed: Uint8Array): Promise<SharedSlot> {
  const secret = newRecoverySecret()
  const slot = JSON.stringify(wrapWithSecret({ kind: 'recovery', mailbox, secret, seed }))
  const [ofContact, ofDesk] = splitSecret(secret)
  const recipient = await slotRecipient(mailbox, secret)
  secret.fill(0)
  return { slot, recipient, ofContact, ofDesk }
}

/** The seed in a slot by its two shares. Whoever calls compares it with the key directory: `isSeedOf`. */
export async function openSharedSlot(
  slot: string,
  of: { readonly mailbox: string; readonly ofContact: Uint8Array; readonly ofDesk: Uint8Array }
): Promise<Result<Uint8Array, 'keyslot-wrong-secret' | 'keyslot-form'>> {
  if (of.ofContact.length !== of.ofDesk.length) return failed('keyslot-wrong-secret')
  const secret = joinSecret(of.ofContact, of.ofDesk)
  const opened = await openSlot(slot, { mailbox: of.mailbox, secret })
  secret.fill(0)
  return opened
}

/** Which share of whose mailbox: it goes into what is sealed, so that one is never taken for another. */
export interface ShareOf {
  readonly mailbox: string
  /** Id of the way. */
  readonly slot: string
}

/**
 * Seals a share to the mailbox of the person who was named, as JSON text.
 * @param to - Their key, as the key directory proves it.
 * @throws {RangeError} If the recipient is none.
 */
export async function sealShare(of: ShareOf, to: string, share: Uint8Array): Promise<string> {
  const sealed = await wrapForMailbox({ mailbox: placeOf(of), recipient: to, seed: share })
  if (!sealed.ok) throw new RangeError(sealed.reason)
  return JSON.stringify(sealed.value)
}

/** The share in what was sealed, by the keys of whoever was named, of now and of before; `null` if by none. */
export async function openShare(
  sealed: string,
  of: ShareOf,
  identities: readonly string[]
): Promise<Uint8Array | null> {
  const parsed = parsedSlot(sealed)
  if (parsed?.mailbox !== placeOf(of)) return null
  for (const identity of identities) {
    const opened = await unwrapForMailbox(parsed, identity)
    if (opened.ok) return opened.value
  }
  return null
}

/** Whether a text is a share sealed for this way: of the right form, whoever can open it. */
export function isSealedShare(sealed: string, of: ShareOf): boolean {
  const parsed = parsedSlot(sealed)
  return parsed?.kind === 'mailbox' && parsed.mailbox === placeOf(of)
}

function placeOf({ mailbox, slot }: ShareOf): string {
  return `${mailbox}/share/${slot}`
}

/**
 * What a share signs with: whoever was named shows by it that they can still open theirs, and shows
 * nothing of the share. Ed25519, its seed HKDF-SHA-256(share, info `peyman.dev/share-proof/v1\n<slot>`).
 */
export function shareSigner(slot: string, share: Uint8Array): SigningKey {
  const seed = hkdf(sha256, share, undefined, utf8(`peyman.dev/share-proof/v1\n${slot}`), 32)
  return portableSealPrimitives.signingKey({
    name: `share/${slot}`,
    type: signatureTypes.note,
    seed
  })
}
