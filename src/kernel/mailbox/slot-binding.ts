import { hkdf } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { toBase64, utf8 } from '../tlog/index.ts'

/** What a way to open a mailbox is, as far as a change of the key goes by it. */
export interface BoundSlot {
  readonly id: string
  readonly purpose: string
  /** Mailbox of whoever else opens it by this way. */
  readonly reader: string | null
  /** Public half of the secret of the way, to which a new seed is wrapped. */
  readonly recipient: string | null
}

/**
 * A mark that only whoever had the mailbox open can make: a server that adds a way, or changes to whom one is
 * wrapped, is found out before the key changes. Base64 of HMAC-SHA-256 by a key of the seed.
 */
export function slotBinding(seed: Uint8Array, slot: BoundSlot): string {
  const key = hkdf(sha256, seed, undefined, utf8('peyman.dev/keyslot-binding/v1'), 32)
  const { id, purpose, reader, recipient } = slot
  const text = `${id}\n${purpose}\n${reader ?? '-'}\n${recipient ?? '-'}\n`
  return toBase64(hmac(sha256, key, utf8(text)))
}
