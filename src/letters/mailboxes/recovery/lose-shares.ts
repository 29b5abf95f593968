import { contact, personById } from '../../../people/index.ts'
import { type Bilingual, type Tx, withScope } from '../../../platform/index.ts'
import { slotsOf } from '../keyslot-store.ts'
import { mailboxById } from '../mailbox-store.ts'
import { type Doing, recordKeyslot } from '../record-keyslot.ts'
import { tellOwner } from '../tell-owner.ts'
import { endAsked } from './end-asked.ts'
import { lostMessages } from './messages-lost.ts'
import { type StoredShare, setSharesLost } from './share-store.ts'

/**
 * Somebody's mailbox got another key, and nobody has the one of before: the halves that they keep for others
 * open nothing any more. Each owner is told, who gives a new one, and so is whoever kept it. Showing that a half
 * opens after all takes it back.
 */
export function loseShares(
  tx: Tx,
  { reader, ...doing }: Doing & { readonly reader: string }
): Promise<void> {
  // The rows are of those who named them: each hears of their own.
  return withScope('system', async () => {
    const lost = await setSharesLost(tx, reader, doing.at)
    if (lost.length === 0) return
    const name = (await personById(tx, reader))?.name ?? null
    for (const share of lost) await loseShare(tx, share, { ...doing, name })
    const { keptLost: subject, keptLostText: text } = lostMessages.entries
    await contact.tellPerson(tx, { person: reader, kind: 'mailbox', subject, text }, doing.at)
  })
}

async function loseShare(
  tx: Tx,
  share: StoredShare,
  { name, ...doing }: Doing & { readonly name: Bilingual | null }
): Promise<void> {
  const mailbox = await mailboxById(tx, share.mailbox)
  const slot = (await slotsOf(tx, share.mailbox)).find(({ id }) => id === share.slot)
  if (mailbox === null || slot === undefined) return
  await recordKeyslot(tx, mailbox, { ...doing, kind: 'keyslot.lost', slot })
  await endAsked(tx, mailbox, { ...doing, slot: slot.id, as: 'over' })
  const t = lostMessages.entries
  // Whoever did not accept is not named to the owner.
  const shown = share.acceptedAt === null ? t.lostUnnamed : (name ?? t.lostUnnamed)
  const text = { fa: t.lostHalfText.fa(shown.fa), en: t.lostHalfText.en(shown.en) }
  await tellOwner(tx, mailbox, { news: { subject: t.lostHalf, text }, at: doing.at })
}
