import type { Session } from '../../people/index.ts'
import { type Context, inTransaction } from '../../platform/index.ts'
import { mayRead } from './access.ts'
import { demandOpened } from './demand-opened.ts'
import { setProven, slotsOf } from './keyslot-store.ts'
import { lockMailbox } from './mailbox-store.ts'
import { recordKeyslot } from './record-keyslot.ts'
import { MailboxNotFoundError } from './refusals.ts'

/** A way that has just opened its mailbox, with a note by the key that came out of it. */
export interface ProofInput {
  readonly mailbox: string
  readonly slot: string
  readonly note: string
}

/**
 * Notes that a way was tried and opens its mailbox.
 * @throws {MailboxNotFoundError}
 * @throws {NotOpenedError}
 */
export async function proveKeyslot(
  context: Context,
  session: Session,
  { mailbox: id, slot: slotId, note }: ProofInput
): Promise<void> {
  const now = context.clock.now()
  const { actor } = session
  await inTransaction(context.db, async (tx) => {
    const mailbox = await lockMailbox(tx, id)
    if (mailbox === null || !(await mayRead(tx, actor, { mailbox, now })))
      throw new MailboxNotFoundError()
    const slot = (await slotsOf(tx, id)).find((each) => each.id === slotId)
    const isOwn = slot !== undefined && (slot.reader === null || slot.reader === actor.person)
    if (!isOwn) throw new MailboxNotFoundError()
    await demandOpened(tx, mailbox, { act: 'keyslot-proved', what: slotId, note, now })
    await setProven(tx, slot, now)
    await recordKeyslot(tx, mailbox, { kind: 'keyslot.proved', slot, by: actor.id, at: now })
  })
}
