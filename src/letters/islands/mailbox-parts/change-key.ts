import { directoryOwner, slotBinding } from '../../../kernel/mailbox/index.ts'
import { entryHash, signEntry } from '../../../kernel/directory/index.ts'
import { mailboxKeys, newMailboxSeed } from '../../../kernel/seal/index.ts'
import { nowText } from '../reading/time.ts'
import { wrappedFor } from './make-slot.ts'
import type { UnlockedMailbox } from './open-keyring.ts'
import { pageApi, words } from './page.ts'
import { readerKey } from './reader-key.ts'
import type { RotationPlan } from './shapes.ts'

/**
 * Changes the key of an open mailbox: a new seed in every way that stays, the old seed sealed to the new
 * key, and an entry in the directory that both keys sign.
 * @returns What went wrong, or `null`.
 */
export async function changeMailboxKey(opened: UnlockedMailbox): Promise<string | null> {
  const api = pageApi()
  const { mailbox, keys: before } = opened
  const plan = (await api.json(`/api/v1/mailboxes/${mailbox}/rotation`)) as RotationPlan
  // Another page or device changed it since this one was opened: that is no way that somebody slipped in.
  if (plan.entry.recipient !== before.recipient) return words.moved
  const seed = newMailboxSeed()
  const keys = await mailboxKeys(seed, plan.mailbox.keyName)
  const { authority, unit } = plan.mailbox
  const place = authority !== null && unit !== null ? { authority, unit } : { mailbox }
  const unsigned = {
    v: 1,
    owner: directoryOwner(place),
    sequence: plan.entry.sequence + 1,
    at: nowText(),
    recipient: keys.recipient,
    keys: keys.keys,
    reason: 'rotated',
    previous: entryHash(plan.entry)
  } as const
  const entry = signEntry(unsigned, { own: keys.signers, before: before.signers })
  const slots = []
  for (const way of plan.ways) {
    if (way.binding !== slotBinding(before.seed, way)) return words.foreignWay
    // A way of the owner's own has a key of its secret; another's is their own mailbox, looked up anew.
    const recipient = way.recipient ?? (await readerKey(mailbox, way.reader ?? '')).recipient
    const slot = await wrappedFor(mailbox, recipient, seed)
    slots.push({ id: way.id, slot, binding: slotBinding(seed, way) })
  }
  const past = await wrappedFor(mailbox, keys.recipient, before.seed)
  await api.post(`/api/v1/mailboxes/${mailbox}/rotation`, { entry, past, slots, dropped: [] })
  return null
}
