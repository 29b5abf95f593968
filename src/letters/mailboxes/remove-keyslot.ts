import { type Session, demandFreshProof } from '../../people/index.ts'
import { type Context, type Tx, inTransaction } from '../../platform/index.ts'
import { demandKeeper } from './demand-opened.ts'
import { endSlot, slotsOf } from './keyslot-store.ts'
import { type Mailbox, type StoredSlot, countsAsWay, waysNeeded } from './mailbox.ts'
import { setRotationDue } from './mailbox-store.ts'
import { messages } from './messages.ts'
import { type Doing, recordKeyslot } from './record-keyslot.ts'
import { endAsked } from './recovery/end-asked.ts'
import { forgetShares } from './recovery/share-store.ts'
import { LastWaysError, MailboxNotFoundError } from './refusals.ts'
import { tellOwner } from './tell-owner.ts'

/** Which way goes. */
export interface RemovalInput {
  readonly mailbox: string
  readonly slot: string
  /** Somebody else may have used or copied it: then the key should change as well. */
  readonly wasCopied: boolean
}

/**
 * Takes a way to open a mailbox away, by its owner or a keeper of its key, after a fresh proof. It needs no
 * open mailbox: a lost telephone should lose its way at once.
 * @throws {ProofRequiredError}
 * @throws {MailboxNotFoundError}
 * @throws {LastWaysError}
 */
export async function removeKeyslot(
  context: Context,
  session: Session,
  input: RemovalInput
): Promise<void> {
  const at = context.clock.now()
  demandFreshProof(session, at)
  const { actor } = session
  await inTransaction(context.db, async (tx) => {
    const mailbox = await demandKeeper(tx, { actor, mailbox: input.mailbox, now: at })
    const slots = await slotsOf(tx, mailbox.id)
    const slot = slots.find(({ id }) => id === input.slot)
    if (slot === undefined) throw new MailboxNotFoundError()
    const left = slots.filter((each) => each.id !== slot.id && countsAsWay(each)).length
    if (countsAsWay(slot) && left < waysNeeded) throw new LastWaysError()
    const reason = input.wasCopied ? 'lost' : 'removed'
    await takeAway(tx, mailbox, { slot, reason, by: actor.id, at })
    const { wayRemoved: subject, wayRemovedText: text } = messages.entries
    await tellOwner(tx, mailbox, { news: { subject, text }, at })
  })
  context.nudge()
}

/** Ends one way and records it. Whoever else had it has seen the seed: the key is due to change. */
export async function takeAway(
  tx: Tx,
  mailbox: Mailbox,
  { slot, reason, ...doing }: Doing & { readonly slot: StoredSlot; readonly reason: string }
): Promise<void> {
  if (!(await endSlot(tx, slot, doing.at))) return
  await recordKeyslot(tx, mailbox, { ...doing, kind: 'keyslot.removed', slot, reason })
  if (slot.kind === 'recovery') {
    await forgetShares(tx, slot)
    await endAsked(tx, mailbox, { ...doing, slot: slot.id, as: 'stopped' })
  }
  const sawSeed = slot.kind === 'mailbox' || reason === 'lost'
  if (sawSeed && reason !== 'rotated') await setRotationDue(tx, mailbox.id, doing.at)
}
