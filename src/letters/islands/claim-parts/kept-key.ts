import { claimText, readClaim } from '../../../kernel/mailbox/index.ts'

// Signing in and making a mailbox lead over other pages of this window: the key waits here, and goes with it.
const name = 'peyman-letter-claim'

/** The key of the page that was opened in this window, or `null`. */
export function claimOfWindow(): Uint8Array | null {
  return readClaim(sessionStorage.getItem(name) ?? '')
}

/** Keeps it for this window; `null` forgets it. */
export function keepForWindow(secret: Uint8Array | null): void {
  if (secret === null) sessionStorage.removeItem(name)
  else sessionStorage.setItem(name, claimText(secret))
}
