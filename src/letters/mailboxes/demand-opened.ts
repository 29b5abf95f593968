import { type SlotAct, actSecondsMax, actSignedAt } from '../../kernel/mailbox/index.ts'
import { type Actor, NotAllowedError } from '../../people/index.ts'
import type { Tx } from '../../platform/index.ts'
import { currentEntry } from '../directory/index.ts'
import { mayRead } from './access.ts'
import { slotsOf } from './keyslot-store.ts'
import { type Mailbox, entryOwner } from './mailbox.ts'
import { lockMailbox } from './mailbox-store.ts'
import { KeyMovedError, MailboxNotFoundError, NotOpenedError } from './refusals.ts'

/** Who changes the ways of which mailbox. */
export interface Change {
  readonly actor: Actor
  readonly mailbox: string
  readonly now: Temporal.Instant
}

/**
 * The mailbox that somebody is about to change, held to the end of the transaction: one that they own, or
 * whose key they keep. Whoever only reads it changes nothing of it.
 * @throws {MailboxNotFoundError}
 * @throws {NotAllowedError}
 */
export async function demandKeeper(tx: Tx, { actor, mailbox: id, now }: Change): Promise<Mailbox> {
  const mailbox = await lockMailbox(tx, id)
  if (mailbox === null || mailbox.closedAt !== null || mailbox.demonstration)
    throw new MailboxNotFoundError()
  if (!(await mayRead(tx, actor, { mailbox, now }))) throw new MailboxNotFoundError()
  // What may still be stopped must take nothing away: until then nothing changes.
  if (mailbox.pending !== null) throw new KeyMovedError()
  if (mailbox.kind === 'person') {
    if (actor.person !== mailbox.person) throw new NotAllowedError()
    return mailbox
  }
  const slots = await slotsOf(tx, id)
  const keeps = slots.some(
    ({ purpose, reader }) => purpose === 'custodian' && reader === actor.person
  )
  if (!keeps) throw new NotAllowedError()
  return mailbox
}

/**
 * Asks for a note by the key of the mailbox: whoever sends it has the mailbox open, now.
 * @throws {NotOpenedError}
 */
export async function demandOpened(
  tx: Tx,
  mailbox: Mailbox,
  asked: {
    readonly act: SlotAct
    readonly what: string
    readonly note: string
    readonly now: Temporal.Instant
  }
): Promise<void> {
  const entry = await currentEntry(tx, entryOwner(mailbox))
  const { act, what, note, now } = asked
  const at = actSignedAt(note, { act, mailbox: mailbox.id, what }, entry?.keys ?? [])
  if (at === null || !isNear(at, now)) throw new NotOpenedError()
}

function isNear(at: string, now: Temporal.Instant): boolean {
  try {
    const apart = Temporal.Instant.from(at).until(now).total('seconds')
    return Math.abs(apart) <= actSecondsMax
  } catch {
    return false
  }
}
