import { type Tx, withScope } from '../../platform/index.ts'
import { mailboxOf, setReopened } from './mailbox-store.ts'
import { recordMailbox } from './record-keyslot.ts'
import { stopHeirs } from './recovery/recover-mailbox.ts'

/**
 * Gives a mailbox back to somebody of whom it was recorded wrongly that they have died: what heirs asked for
 * is stopped, and one that was closed is theirs again. Its key stays closed in the directory, for an heir has
 * seen the seed: letters come once the owner has made another key.
 * @returns Whether it had been closed.
 */
export function reopenMailbox(
  tx: Tx,
  person: string,
  { by, at }: { readonly by: string; readonly at: Temporal.Instant }
): Promise<boolean> {
  // An officer of the body that was wrong gives it back, and sees nothing of it.
  return withScope('system', async () => {
    const mailbox = await mailboxOf(tx, { person })
    if (mailbox === null) return false
    await stopHeirs(tx, mailbox, { by, at })
    if (mailbox.closedAt === null) return false
    await setReopened(tx, mailbox.id, at)
    const body = { sequence: mailbox.sequence, reason: 'alive' }
    await recordMailbox(tx, mailbox, { kind: 'mailbox.reopened', body, by, at })
    return true
  })
}
