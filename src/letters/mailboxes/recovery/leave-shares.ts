import type { Tx } from '../../../platform/index.ts'
import { systemActor } from '../../../people/index.ts'
import { slotsOf } from '../keyslot-store.ts'
import { lockMailbox } from '../mailbox-store.ts'
import { takeAway } from '../remove-keyslot.ts'
import { tellOwner } from '../tell-owner.ts'
import { lostMessages } from './messages-lost.ts'
import { recoveryMessages } from './messages.ts'
import { sharesKeptBy } from './share-store.ts'

/**
 * Ends the halves that somebody keeps whose account is erased: each owner hears that nothing opens by them any
 * more, and not who it was. In the scope of the system.
 */
export async function leaveShares(tx: Tx, person: string, at: Temporal.Instant): Promise<void> {
  const by = systemActor('mailboxes.erasure').id
  const { resigned: subject, resignedText } = recoveryMessages.entries
  const { fa, en } = lostMessages.entries.lostUnnamed
  const text = { fa: resignedText.fa(fa), en: resignedText.en(en) }
  for (const share of await sharesKeptBy(tx, person)) {
    const mailbox = await lockMailbox(tx, share.mailbox)
    const slot = (await slotsOf(tx, share.mailbox)).find(({ id }) => id === share.slot)
    if (mailbox === null || slot === undefined) continue
    await takeAway(tx, mailbox, { slot, reason: 'left', by, at })
    await tellOwner(tx, mailbox, { news: { subject, text }, at })
  }
}
