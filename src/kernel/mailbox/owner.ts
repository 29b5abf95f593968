import { sha256, toBase64, utf8 } from '../tlog/index.ts'

/** Whose mailbox: of a unit of a body, or (by the mailbox's own id) of a person or business. */
export type MailboxPlace =
  { readonly mailbox: string } | { readonly authority: string; readonly unit: string }

/** Under which name the key directory has a mailbox: `unit:sko/it`, `mailbox:<uuid>`. */
export function directoryOwner(place: MailboxPlace): string {
  return 'unit' in place ? `unit:${place.authority}/${place.unit}` : `mailbox:${place.mailbox}`
}

/**
 * Six digits that two screens show for one key: whoever sees the same on both unlocks the computer in
 * front of them, and none elsewhere.
 */
export function comparisonCode(pairing: string, recipient: string): string {
  const hash = sha256(utf8(`peyman.dev/mailbox/pairing/v1\n${pairing}\n${recipient}\n`))
  const number = new DataView(hash.buffer, hash.byteOffset).getUint32(0)
  return String(number % 1_000_000).padStart(6, '0')
}

/** The fingerprint of a computer's key that its QR code holds, so that the telephone needs to believe nobody. */
export function pairingFingerprint(recipient: string): string {
  return toBase64(sha256(utf8(recipient)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 43)
}
