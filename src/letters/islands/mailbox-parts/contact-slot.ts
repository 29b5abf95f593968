import { slotBinding, slotRecipient } from '../../../kernel/mailbox/index.ts'
import { newRecoverySecret, splitSecret, wrapWithSecret } from '../../../kernel/seal/index.ts'
import { toBase64 } from '../../../kernel/tlog/index.ts'
import type { SentSlot } from './make-slot.ts'
import { readerKey } from './reader-key.ts'
import { wrappedShare } from './share.ts'

/**
 * A way by a recovery contact: a secret in two shares, one sealed to the contact's mailbox, one for the
 * server. Neither opens anything alone.
 */
export async function contactSlot(
  mailbox: string,
  form: HTMLFormElement,
  seed: Uint8Array
): Promise<SentSlot> {
  const purpose = form.dataset['addContact'] ?? 'contact'
  const typed = new FormData(form)
  const value = (name: string) => {
    const found = typed.get(`${purpose}.${name}`)
    return typeof found === 'string' ? found.trim() : ''
  }
  const reader = await readerKey(mailbox, value('address').toLowerCase())
  const secret = newRecoverySecret()
  const [ofContact, ofServer] = splitSecret(secret)
  const slot = wrapWithSecret({ kind: 'recovery', mailbox, secret, seed })
  const bound = {
    id: crypto.randomUUID(),
    purpose,
    reader: reader.mailbox,
    recipient: await slotRecipient(mailbox, secret)
  }
  return {
    ...bound,
    kind: 'recovery',
    label: value('label').slice(0, 80),
    credential: null,
    slot: JSON.stringify(slot),
    binding: slotBinding(seed, bound),
    share: toBase64(ofServer),
    sealedShare: await wrappedShare(mailbox, reader.recipient, ofContact)
  }
}
