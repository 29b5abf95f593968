import { addedSlotLine } from '../../kernel/mailbox/index.ts'
import { type Session, contact, demandFreshProof } from '../../people/index.ts'
import { type Context, inTransaction } from '../../platform/index.ts'
import { demandKeeper, demandOpened } from './demand-opened.ts'
import { keepSlot } from './keep-slot.ts'
import { slotsOf } from './keyslot-store.ts'
import { slotsMax } from './mailbox.ts'
import { messages } from './messages.ts'
import { recordKeyslot } from './record-keyslot.ts'
import { KeyslotFormError, TooManyWaysError } from './refusals.ts'
import { type SharesInput, keepShares } from './recovery/keep-shares.ts'
import { type SlotInput, checkSlot, isShared, newSlot } from './slot-input.ts'
import { readerOf } from './slot-reader.ts'
import { tellOwner } from './tell-owner.ts'

/** A way to be added, with a note by the key of the mailbox. */
export interface AddInput {
  readonly mailbox: string
  readonly slot: SlotInput
  readonly note: string
  /** The two shares, where the way is opened by two. */
  readonly shares?: SharesInput | undefined
}

/**
 * Adds a way to open a mailbox: a second device, paper anew, somebody who may read it. The owner is told by
 * every contact, and so is whoever got it.
 * @throws {ProofRequiredError}
 * @throws {NotOpenedError}
 * @throws {ReaderRefusedError}
 * @throws {KeyslotFormError}
 * @throws {TooManyWaysError}
 * @throws {WayThereError}
 */
export async function addKeyslot(
  context: Context,
  session: Session,
  { mailbox: id, slot: input, note, shares }: AddInput
): Promise<void> {
  const now = context.clock.now()
  demandFreshProof(session, now, 3600)
  const { actor } = session
  await inTransaction(context.db, async (tx) => {
    const mailbox = await demandKeeper(tx, { actor, mailbox: id, now })
    checkSlot(mailbox, input)
    const what = addedSlotLine(input)
    await demandOpened(tx, mailbox, { act: 'keyslot-added', what, note, now })
    if ((await slotsOf(tx, id)).length >= slotsMax) throw new TooManyWaysError()
    const who = await readerOf(tx, mailbox, { slot: input, now })
    const isHeld = isShared(input)
    // Whoever was named shows that they can open their share; until then nobody has.
    const provenAt = isHeld ? null : now
    const slot = newSlot(input, { ...who, sequence: mailbox.sequence, madeAt: now, provenAt })
    await keepSlot(tx, mailbox, slot)
    await recordKeyslot(tx, mailbox, { kind: 'keyslot.added', slot, by: actor.id, at: now })
    if (isHeld !== (shares !== undefined)) throw new KeyslotFormError()
    if (shares !== undefined) {
      const by = actor.id
      await keepShares(context, tx, { mailbox, slot, shares, by, at: now })
    }
    const t = messages.entries
    const news = { subject: t.wayAdded, text: t.wayAddedText }
    await tellOwner(tx, mailbox, { news, at: now })
    const { reader } = who
    if (reader === null || isHeld) return
    const text = t.gotWayText
    await contact.tellPerson(tx, { person: reader, kind: 'mailbox', subject: t.gotWay, text }, now)
  })
  context.nudge()
}
