import { createHash } from 'node:crypto'

/**
 * What opens the mailboxes of units of a demonstration: it is here, for all to read, so nothing in them is
 * confidential. Base64 of 32 bytes.
 */
export function demonstrationSecret(): string {
  return createHash('sha256').update('peyman demonstration, not confidential').digest('base64')
}

/** The seed of the mailbox of a unit of a demonstration, the same everywhere; 32 bytes. */
export function demonstrationSeed(authority: string, unit: string): Uint8Array {
  const name = `peyman demonstration, not confidential: ${authority}/${unit}`
  return new Uint8Array(createHash('sha256').update(name).digest())
}
