import { type Actor, systemActor } from '../../people/index.ts'
import { type Tx, withScope } from '../../platform/index.ts'
import { currentEntry, entryThatCloses, publishEntry } from '../directory/index.ts'
import { type Mailbox, entryOwner } from './mailbox.ts'
import { setClosed } from './mailbox-store.ts'
import { recordMailbox } from './record-keyslot.ts'

/**
 * Closes the mailbox of somebody who has died: nothing is sealed to its key any more, and nothing can be
 * signed in their name. What lies in it stays. A second time it changes nothing.
 */
export async function closeMailbox(
  tx: Tx,
  mailbox: Mailbox,
  { by, at }: { readonly by: Actor; readonly at: Temporal.Instant }
): Promise<void> {
  if (mailbox.closedAt !== null) return
  const last = await currentEntry(tx, entryOwner(mailbox))
  if (last !== null && last.recipient !== null) {
    const entry = entryThatCloses(last, at)
    const { person } = mailbox
    const publication = { entry, aliases: [], by: systemActor('mailboxes.heirs'), person, told: [] }
    await publishEntry(tx, publication, at)
  }
  // The row is the owner's, and an heir reads of it: the desk closes it by what its officers found.
  await withScope('system', () => setClosed(tx, mailbox.id, at))
  const body = { sequence: mailbox.sequence, reason: 'deceased' }
  await recordMailbox(tx, mailbox, { kind: 'mailbox.closed', body, by: by.id, at })
}
