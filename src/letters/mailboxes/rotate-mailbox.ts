import { type Session, demandFreshProof } from '../../people/index.ts'
import { type Context, type Tx, inTransaction } from '../../platform/index.ts'
import { type DirectoryEntry, publishEntry } from '../directory/index.ts'
import { demandKeeper } from './demand-opened.ts'
import { rewrapSlot, slotsOf } from './keyslot-store.ts'
import { type Mailbox, type StoredSlot, countsAsWay, entryOwner, waysNeeded } from './mailbox.ts'
import { changeKey, insertPastKey } from './mailbox-store.ts'
import { messages } from './messages.ts'
import { recordMailbox } from './record-keyslot.ts'
import { KeyMovedError, KeyslotFormError, LastWaysError } from './refusals.ts'
import { takeAway } from './remove-keyslot.ts'
import { isWrappedFor } from './slot-input.ts'
import { tellOwner } from './tell-owner.ts'

/** A way that stays, with the new seed and a mark by it. */
type RewrappedSlot = Pick<StoredSlot, 'id' | 'slot' | 'binding'>

/** A new key for a mailbox: its entry, the seed of before sealed to it, and the new seed in each way. */
export interface RotationInput {
  readonly mailbox: string
  /** Signed by the keys of before and by the new ones. */
  readonly entry: DirectoryEntry
  /** The seed of before, sealed to the new key: a keyslot as JSON text. */
  readonly past: string
  /** Each way that stays, with the new seed. */
  readonly slots: readonly RewrappedSlot[]
  /** The ways that end with the old key. */
  readonly dropped: readonly string[]
}

/**
 * Changes the key of a mailbox. Letters of before stay readable, for the seed of before goes with the new
 * one; whoever copied the old seed reads nothing that comes from now on.
 * @throws {ProofRequiredError}
 * @throws {KeyMovedError}
 * @throws {KeyslotFormError}
 * @throws {LastWaysError}
 */
export async function rotateMailbox(
  context: Context,
  session: Session,
  input: RotationInput
): Promise<void> {
  const at = context.clock.now()
  demandFreshProof(session, at, 3600)
  const { actor } = session
  await inTransaction(context.db, async (tx) => {
    const mailbox = await demandKeeper(tx, { actor, mailbox: input.mailbox, now: at })
    const { entry, past } = input
    if (entry.owner !== entryOwner(mailbox) || entry.reason !== 'rotated') throw new KeyMovedError()
    if (entry.recipient === null || entry.recipient === mailbox.recipient) throw new KeyMovedError()
    if (!isWrappedFor(mailbox.id, { slot: past, kind: 'mailbox' })) throw new KeyslotFormError()
    await insertPastKey(tx, mailbox, { slot: past, endedAt: at })
    await changeKey(tx, {
      id: mailbox.id,
      recipient: entry.recipient,
      sequence: entry.sequence
    })
    await rewrapAll(tx, mailbox, { ...input, by: actor.id, at })
    const body = { sequence: entry.sequence, kept: input.slots.length, ended: input.dropped.length }
    await recordMailbox(tx, mailbox, { kind: 'mailbox.rotated', body, by: actor.id, at })
    const { rotated: subject, rotatedText: text } = messages.entries
    const told = await tellOwner(tx, mailbox, { news: { subject, text }, at })
    await publishEntry(tx, { entry, aliases: [], by: actor, told }, at)
  })
  context.nudge()
}

/** Every way either has the new seed or ends: none is left that opens nothing. */
async function rewrapAll(
  tx: Tx,
  mailbox: Mailbox,
  input: RotationInput & { readonly by: string; readonly at: Temporal.Instant }
): Promise<void> {
  const { entry, slots: anew, dropped, by, at } = input
  const there = await slotsOf(tx, mailbox.id)
  const isEach = there.every(
    ({ id }) => dropped.includes(id) !== anew.some((slot) => slot.id === id)
  )
  if (!isEach || anew.length + dropped.length !== there.length) throw new KeyMovedError()
  const before = there.filter(countsAsWay)
  const stay = before.filter(({ id }) => !dropped.includes(id))
  // Of two custodians one is gone: the other one changes the key just because of that.
  if (stay.length < Math.min(waysNeeded, before.length)) throw new LastWaysError()
  for (const { id, slot, binding } of anew) {
    if (!isWrappedFor(mailbox.id, { slot, kind: 'mailbox' })) throw new KeyslotFormError()
    if (!(await rewrapSlot(tx, mailbox.id, { id, slot, binding, sequence: entry.sequence })))
      throw new KeyMovedError()
  }
  for (const id of dropped)
    await takeAway(tx, mailbox, { slot: slotById(there, id), reason: 'rotated', by, at })
}

function slotById<T extends { readonly id: string }>(slots: readonly T[], id: string): T {
  const found = slots.find((slot) => slot.id === id)
  if (found === undefined) throw new KeyMovedError()
  return found
}
