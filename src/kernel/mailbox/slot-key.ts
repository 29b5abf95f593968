import { mailboxIdentity, recipientOf, unwrapForMailbox, unwrapWithSecret } from '../seal/index.ts'
import { type Result, concat, failed, sha256, utf8 } from '../tlog/index.ts'

/**
 * A key pair of the secret of a way to open a mailbox (a passkey's output, a paper key). When the key of the
 * mailbox changes, the new seed is wrapped to its public half: paper need not be printed anew, and a
 * device in another house need not be fetched. 32 bytes.
 */
function slotSeed(mailbox: string, secret: Uint8Array): Uint8Array {
  return sha256(concat(utf8(`peyman.dev/keyslot-recipient/v1\n${mailbox}\n`), secret))
}

/** The age identity of the key pair of a way to open a mailbox; see `slotSeed`. */
export function slotIdentity(mailbox: string, secret: Uint8Array): string {
  return mailboxIdentity(slotSeed(mailbox, secret))
}

/** Its age recipient; public. */
export async function slotRecipient(mailbox: string, secret: Uint8Array): Promise<string> {
  return (await recipientOf(slotIdentity(mailbox, secret))) ?? ''
}

/** The seed in a keyslot by its secret: as it was wrapped first, or anew when the key changed. */
export async function openSlot(
  slot: string,
  { mailbox, secret }: { readonly mailbox: string; readonly secret: Uint8Array }
): Promise<Result<Uint8Array, 'keyslot-wrong-secret' | 'keyslot-form'>> {
  const parsed = parsedSlot(slot)
  if (parsed === null || parsed.mailbox !== mailbox) return failed('keyslot-form')
  return parsed.kind === 'mailbox'
    ? unwrapForMailbox(parsed, slotIdentity(mailbox, secret))
    : unwrapWithSecret(parsed, secret)
}

/** The slot in a JSON text with its kind and mailbox, or `null`. */
export function parsedSlot(text: string): { kind: string; mailbox: string } | null {
  try {
    const slot = JSON.parse(text) as { kind?: unknown; mailbox?: unknown } | null
    const isSlot = typeof slot?.kind === 'string' && typeof slot.mailbox === 'string'
    return isSlot ? (slot as { kind: string; mailbox: string }) : null
  } catch {
    return null
  }
}
