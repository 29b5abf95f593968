import { wrapForMailbox } from '../../../kernel/seal/index.ts'

/**
 * A share of a secret (32 bytes), sealed to the mailbox of a recovery contact; base64 of an age file. It
 * goes in the form of a keyslot, which names the mailbox that it is a share of.
 */
export async function wrappedShare(
  mailbox: string,
  recipient: string,
  share: Uint8Array
): Promise<string> {
  const wrapped = await wrapForMailbox({ mailbox, recipient, seed: share })
  if (!wrapped.ok) throw new Error(wrapped.reason)
  return wrapped.value.kind === 'mailbox' ? wrapped.value.wrapped : ''
}
