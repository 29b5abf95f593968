import { entryHash, signEntry } from '../../../kernel/directory/index.ts'
import { directoryOwner } from '../../../kernel/mailbox/index.ts'
import { mailboxKeys } from '../../../kernel/seal/index.ts'
import { nowText } from '../reading/time.ts'
import { type SentSlot, wrappedFor } from './make-slot.ts'
import { pageApi } from './page.ts'
import type { RotationPlan } from './shapes.ts'

/** A mailbox about to be opened, or to get another key. */
export interface MadeMailbox {
  readonly mailbox: string
  readonly keyName: string
  readonly seed: Uint8Array
  readonly slots: readonly SentSlot[]
}

/** Opens a mailbox: its key enters the directory, its ways go to the server. */
export async function openMailbox(
  made: MadeMailbox,
  owner: { readonly person: string } | { readonly authority: string; readonly unit: string }
): Promise<void> {
  const { mailbox: id, slots } = made
  const place = 'unit' in owner ? owner : { mailbox: id }
  const entry = await newEntry(made, directoryOwner(place), { reason: 'enrolled', after: null })
  await pageApi().post('/api/v1/mailboxes', { id, owner, entry, slots })
}

/**
 * Gives a mailbox another key, which nobody of before vouches for: every way is lost, or its key was closed.
 * @param before - The seed of before, where somebody has it: what it opens stays readable.
 */
export async function renewMailbox(made: MadeMailbox, before: Uint8Array | null): Promise<void> {
  const api = pageApi()
  const path = `/api/v1/mailboxes/${made.mailbox}`
  const { entry: after } = (await api.json(`${path}/rotation`)) as RotationPlan
  const entry = await newEntry(made, after.owner, { reason: 'recovered', after })
  const { mailbox, slots } = made
  const past = before && (await wrappedFor(mailbox, entry.recipient ?? '', before))
  await api.post(`${path}/renewal`, { entry, slots, ...(past !== null && { past }) })
}

async function newEntry(
  { seed, keyName }: MadeMailbox,
  owner: string,
  { reason, after }: { reason: 'enrolled' | 'recovered'; after: RotationPlan['entry'] | null }
) {
  const { recipient, keys, signers } = await mailboxKeys(seed, keyName)
  const sequence = after === null ? 0 : after.sequence + 1
  const previous = after === null ? null : entryHash(after)
  return signEntry(
    { v: 1, owner, sequence, at: nowText(), recipient, keys, reason, previous },
    { own: signers }
  )
}
