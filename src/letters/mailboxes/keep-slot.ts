import type { Tx } from '../../platform/index.ts'
import { type NewSlot, insertSlot, papersEverOf, slotsOf } from './keyslot-store.ts'
import type { Mailbox } from './mailbox.ts'
import { KeyMovedError, KeyslotFormError, WayThereError } from './refusals.ts'

/**
 * Keeps a way to a mailbox. One secret is one way: paper that was sent twice, or a passkey that is added
 * again, would count as the two ways that letters need and be lost as one. Ways of another key in waiting
 * are beside those of now: whoever has the same telephone still makes the new ones with it.
 * @throws {WayThereError}
 * @throws {KeyMovedError} If the number on the sheet of a paper key is another's by now.
 * @throws {KeyslotFormError}
 */
export async function keepSlot(tx: Tx, mailbox: Mailbox, slot: NewSlot): Promise<void> {
  const { recipient, sequence } = slot
  const there = recipient === null ? [] : await slotsOf(tx, mailbox.id)
  if (there.some((way) => way.recipient === recipient && way.sequence === sequence))
    throw new WayThereError()
  await demandNextNumber(tx, mailbox, slot)
  if (!(await insertSlot(tx, mailbox, slot))) throw new KeyslotFormError()
}

/** Paper keys are told apart by what stands on them: no two of a mailbox ever have one number. */
async function demandNextNumber(tx: Tx, mailbox: Mailbox, slot: NewSlot): Promise<void> {
  if (slot.kind !== 'paper' || slot.label === '') return
  if (slot.label !== String(1 + (await papersEverOf(tx, mailbox.id)))) throw new KeyMovedError()
}
