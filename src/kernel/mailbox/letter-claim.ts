import { mailboxIdentity, readShareWords, recipientOf } from '../seal/index.ts'
import { concat, fromBase64, sha256, toBase64, toHex, utf8 } from '../tlog/index.ts'

/** Bytes of the key on a page that comes by post. */
export const claimBytes = 32

/** Longest sealed letter of a page: it is fetched whole, by whoever types its key on a telephone. */
export const claimedBytesMax = 1_048_576

/** A new key for one page, {@link claimBytes} random bytes. */
export function newClaimSecret(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(claimBytes))
}

/**
 * By what the desk finds the letter of a page: a hash of its key, hexadecimal, which opens nothing.
 * @see docs/specs/letter-exchange.md §10
 */
export function claimHandle(secret: Uint8Array): string {
  return toHex(sha256(concat(utf8('peyman.dev/letter-claim/v1\n'), secret)))
}

/** The key of a page as an age identity: the `age` tool opens the letter by it as well. */
export function claimIdentity(secret: Uint8Array): string {
  return mailboxIdentity(secret)
}

/** The key to which the letter of a page is sealed. */
export async function claimRecipient(secret: Uint8Array): Promise<string> {
  return (await recipientOf(claimIdentity(secret))) ?? ''
}

/** The key as it stands behind `#` in the address of the QR code: base64url, 43 characters. */
export function claimText(secret: Uint8Array): string {
  return toBase64(secret).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The key in what stands behind `#`, or in the thirty-three words of the page; `null` where it is neither. */
export function readClaim(text: string): Uint8Array | null {
  const given = text.trim()
  if (/^[A-Za-z0-9_-]{43}$/.test(given)) {
    const secret = fromBase64(`${given.replaceAll('-', '+').replaceAll('_', '/')}=`)
    return secret?.length === claimBytes && claimText(secret) === given ? secret : null
  }
  const read = readShareWords(given)
  return read.ok ? read.value : null
}
