import { contact } from '../../../people/index.ts'
import type { Tx } from '../../../platform/index.ts'
import type { Mailbox } from '../mailbox.ts'
import { type Doing, recordMailbox } from '../record-keyslot.ts'
import { tellOwner } from '../tell-owner.ts'
import { lostMessages } from './messages-lost.ts'
import { recoveryMessages } from './messages.ts'
import { type Recovery, type RecoveryEnd, endRecovery, openRecoveries } from './recovery-store.ts'

/** Ends what is asked with a way that is gone, or that opens nothing: nobody waits for it, and another may help. */
export async function endAsked(
  tx: Tx,
  mailbox: Mailbox,
  { slot, ...end }: Doing & { readonly slot: string; readonly as: RecoveryEnd }
): Promise<void> {
  const open = await openRecoveries(tx, mailbox.id)
  for (const recovery of open.filter((each) => each.slot === slot))
    await endAsking(tx, mailbox, { ...end, recovery })
}

/** Ends one wish for the desk's share; its owner and whoever was named hear what was given by then. */
export async function endAsking(
  tx: Tx,
  mailbox: Mailbox,
  { recovery, as, by, at }: Doing & { readonly recovery: Recovery; readonly as: RecoveryEnd }
): Promise<void> {
  if (!(await endRecovery(tx, recovery, { as, at }))) return
  const body = { sequence: mailbox.sequence, way: recovery.purpose, slot: recovery.slot }
  await recordMailbox(tx, mailbox, { kind: 'mailbox.recovery-stopped', body, by, at })
  const t = recoveryMessages.entries
  const news = { subject: t.stoppedSubject, text: textOf(recovery) }
  await tellOwner(tx, mailbox, { news, at })
  await contact.tellPerson(tx, { person: recovery.reader, kind: 'mailbox', ...news }, at)
}

/** What was handed out is not taken back by an end. */
function textOf({ releasedAt, purpose }: Recovery) {
  const t = lostMessages.entries
  if (releasedAt === null) return recoveryMessages.entries.stoppedText
  return purpose === 'kin' ? t.stoppedHeirText : t.stoppedGivenText
}
