import { type Bilingual, type Db, type Tx, withScope } from '../../platform/index.ts'
import { currentEntry } from '../directory/index.ts'
import { type Mailbox, entryOwner } from './mailbox.ts'
import { mailboxOf, setReopened } from './mailbox-store.ts'
import { recordMailbox } from './record-keyslot.ts'
import { type ReadingHeir, heirsReading } from './recovery/heirs-reading.ts'
import { reopenedMessages } from './recovery/messages-reopened.ts'
import { stopHeirs } from './recovery/recover-mailbox.ts'
import { tellOwner } from './tell-owner.ts'

/**
 * Gives a mailbox back to somebody of whom it was recorded wrongly that they have died: what heirs asked for
 * is stopped, and one that was closed is theirs again. Its key stays closed in the directory, for an heir has
 * seen the seed: letters come once the owner has made another key. The owner is told who could read.
 * @returns The heirs who could read; `null` where it had not been closed.
 */
export function reopenMailbox(
  tx: Tx,
  person: string,
  { by, at }: { readonly by: string; readonly at: Temporal.Instant }
): Promise<readonly ReadingHeir[] | null> {
  // An officer of the body that was wrong gives it back, and sees nothing of it.
  return withScope('system', async () => {
    const mailbox = await mailboxOf(tx, { person })
    if (mailbox === null) return null
    const heirs = await heirsReading(tx, mailbox)
    await stopHeirs(tx, mailbox, { by, at })
    if (mailbox.closedAt === null) return null
    await setReopened(tx, mailbox.id, at)
    const body = { sequence: mailbox.sequence, reason: 'alive' }
    await recordMailbox(tx, mailbox, { kind: 'mailbox.reopened', body, by, at })
    const { subject, text, someHeir } = reopenedMessages.entries
    const who = heirs.length === 0 ? someHeir : namesOf(heirs)
    const said = { fa: text.fa(who.fa), en: text.en(who.en) }
    await tellOwner(tx, mailbox, { news: { subject, text: said }, at })
    return heirs
  })
}

/** The names of heirs, as they stand in a sentence. */
export function namesOf(heirs: readonly ReadingHeir[]): Bilingual {
  const { and } = reopenedMessages.entries
  const joined = (lang: 'fa' | 'en') => heirs.map(({ name }) => name[lang]).join(and[lang])
  return { fa: joined('fa'), en: joined('en') }
}

/** The heirs to whom the mailbox of a person was opened: what a wrong record of a death has done already. */
export async function heirsOf(db: Db, person: string): Promise<readonly ReadingHeir[]> {
  const mailbox = await mailboxOf(db, { person })
  return mailbox === null ? [] : heirsReading(db, mailbox)
}

/** Whether a mailbox was given back, and has no key that counts: its owner makes another one, and keeps all letters. */
export async function isGivenBack(db: Db, mailbox: Mailbox): Promise<boolean> {
  if (mailbox.closedAt !== null || mailbox.pending !== null) return false
  const entry = await currentEntry(db, entryOwner(mailbox))
  return entry !== null && entry.recipient === null
}
