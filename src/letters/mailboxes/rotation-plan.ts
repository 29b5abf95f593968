import type { Actor } from '../../people/index.ts'
import { type Context, inTransaction } from '../../platform/index.ts'
import { type DirectoryEntry, currentEntry } from '../directory/index.ts'
import { demandKeeper } from './demand-opened.ts'
import { slotsOf } from './keyslot-store.ts'
import { entryOwner } from './mailbox.ts'
import { type ListedMailbox, readMailbox } from './read-mailboxes.ts'
import { MailboxNotFoundError } from './refusals.ts'

/** What a browser needs to change the key of a mailbox. */
export interface RotationPlan {
  readonly mailbox: ListedMailbox
  readonly entry: DirectoryEntry
  readonly ways: readonly {
    readonly id: string
    readonly purpose: string
    readonly reader: string | null
    readonly recipient: string | null
    readonly binding: string
  }[]
}

/**
 * The entry that a new key follows, and every way that is to have the new seed.
 * @throws {MailboxNotFoundError}
 * @throws {NotAllowedError} Unless the actor owns the mailbox or keeps its key.
 */
export async function rotationPlan(
  context: Context,
  actor: Actor,
  id: string
): Promise<RotationPlan> {
  const now = context.clock.now()
  const kept = await inTransaction(context.db, async (tx) => {
    const mailbox = await demandKeeper(tx, { actor, mailbox: id, now })
    const entry = await currentEntry(tx, entryOwner(mailbox))
    return entry === null ? null : { entry, slots: await slotsOf(tx, id) }
  })
  if (kept === null) throw new MailboxNotFoundError()
  const ways = kept.slots.map(({ readerMailbox, ...slot }) => ({
    id: slot.id,
    purpose: slot.purpose,
    reader: readerMailbox,
    recipient: slot.recipient,
    binding: slot.binding
  }))
  return { mailbox: await readMailbox(context, actor, id), entry: kept.entry, ways }
}
