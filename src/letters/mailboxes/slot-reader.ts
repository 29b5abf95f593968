import { actorOfPerson } from '../../people/index.ts'
import { type Tx, withScope } from '../../platform/index.ts'
import { mayRead, receivingDelegation } from './access.ts'
import type { Mailbox, StoredSlot } from './mailbox.ts'
import { mailboxById } from './mailbox-store.ts'
import { ReaderRefusedError } from './refusals.ts'
import { type SlotInput, isShared } from './slot-input.ts'

/** Who gets a way by their own mailbox, and by which delegation. */
type Reader = Pick<StoredSlot, 'reader' | 'delegation'>

/**
 * Whom a slot is for: nobody else where it is of the owner; else the person whose mailbox was named, who
 * must be one who may read this one.
 * @throws {ReaderRefusedError}
 */
export async function readerOf(
  tx: Tx,
  mailbox: Mailbox,
  { slot, now }: { readonly slot: SlotInput; readonly now: Temporal.Instant }
): Promise<Reader> {
  if (slot.reader === null) return { reader: null, delegation: null }
  const own = await mailboxById(tx, slot.reader)
  const person = own?.kind === 'person' ? own.person : null
  if (person === null || !own?.confidential || person === mailbox.person)
    throw new ReaderRefusedError()
  // Whoever holds a half reads nothing by it: they need no right to read.
  if (isShared(slot))
    return mailbox.kind === 'person' ? { reader: person, delegation: null } : refused()
  // Roles and delegations of somebody else are looked at, and none of them shown.
  return withScope('system', () => readerByRight(tx, mailbox, { slot, person, now }))
}

async function readerByRight(
  tx: Tx,
  mailbox: Mailbox,
  { slot, person, now }: { slot: SlotInput; person: string; now: Temporal.Instant }
): Promise<Reader> {
  const actor = await actorOfPerson(tx, person, now)
  if (actor === null || !(await mayRead(tx, actor, { mailbox, now })))
    throw new ReaderRefusedError()
  if (mailbox.person === null)
    return slot.purpose === 'delegate' ? refused() : { reader: person, delegation: null }
  if (mailbox.kind === 'person' && slot.purpose !== 'delegate') return refused()
  const by = await receivingDelegation(tx, { actor, person: mailbox.person, now })
  return by === null ? refused() : { reader: person, delegation: by.id }
}

function refused(): never {
  throw new ReaderRefusedError()
}
