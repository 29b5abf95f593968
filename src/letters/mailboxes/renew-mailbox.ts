import { type Session, demandFreshProof } from '../../people/index.ts'
import { type Context, type Tx, inTransaction } from '../../platform/index.ts'
import {
  type DirectoryEntry,
  currentEntry,
  publishEntry,
  stopRecovery
} from '../directory/index.ts'
import { demandKeeper } from './demand-opened.ts'
import { keepSlot } from './keep-slot.ts'
import { endSlot, slotsOf } from './keyslot-store.ts'
import { type Mailbox, entryOwner } from './mailbox.ts'
import {
  changeKey,
  clearPending,
  insertPastKey,
  lockMailbox,
  mailboxesPending,
  mailboxOf,
  pendingPastOf,
  setPending
} from './mailbox-store.ts'
import { messages } from './messages.ts'
import { recordKeyslot, recordMailbox } from './record-keyslot.ts'
import { endAsked } from './recovery/end-asked.ts'
import { loseShares } from './recovery/lose-shares.ts'
import { reopenedMessages } from './recovery/messages-reopened.ts'
import { forgetShares } from './recovery/share-store.ts'
import { KeyMovedError, KeyslotFormError, MailboxNotFoundError } from './refusals.ts'
import { type SlotInput, checkSlot, isWrappedFor, newSlot } from './slot-input.ts'
import { tellOwner } from './tell-owner.ts'

/** Another key for a mailbox whose every way is lost: nobody of before vouches for it. */
export interface RenewalInput {
  readonly mailbox: string
  readonly entry: DirectoryEntry
  readonly slots: readonly SlotInput[]
  /** The seed of before, sealed to the new key, where a closed mailbox still opens: a keyslot as JSON text. */
  readonly past?: string | null | undefined
}

/**
 * When the old ways end. The owner can stop it for 72 hours; senders use the key of before for an hour more,
 * while clocks differ (docs/specs/key-directory.md, section 5).
 */
export const renewalHours = 74

const by = 'system:mailboxes.renewals'

/**
 * Gives a person's mailbox another key. What is there stays for 72 hours, so that whoever had no right to
 * this takes nothing away; then the old ways end, and letters of before stay unreadable; but where the seed of
 * before is given along.
 * @throws {ProofRequiredError}
 * @throws {KeyMovedError}
 * @throws {KeyslotFormError}
 * @throws {WayThereError}
 */
export async function renewMailbox(
  context: Context,
  session: Session,
  { mailbox: id, entry, slots, past = null }: RenewalInput
): Promise<void> {
  const at = context.clock.now()
  demandFreshProof(session, at, 3600)
  const { actor } = session
  await inTransaction(context.db, async (tx) => {
    const mailbox = await demandKeeper(tx, { actor, mailbox: id, now: at })
    const { recipient, sequence } = entry
    const isNext = entry.owner === entryOwner(mailbox) && entry.reason === 'recovered'
    if (mailbox.kind !== 'person' || !isNext || recipient === null) throw new KeyMovedError()
    if (past !== null && !isWrappedFor(id, { slot: past, kind: 'mailbox' }))
      throw new KeyslotFormError()
    for (const input of slots) {
      checkSlot(mailbox, input)
      if (input.purpose !== 'own') throw new KeyslotFormError()
      const own = { reader: null, delegation: null, sequence, madeAt: at, provenAt: at }
      const slot = newSlot(input, own)
      await keepSlot(tx, mailbox, slot)
      await recordKeyslot(tx, mailbox, { kind: 'keyslot.added', slot, by: actor.id, at })
    }
    await setPending(tx, { id, recipient, sequence, at, past })
    const body = { sequence, way: 'nothing-left' }
    await recordMailbox(tx, mailbox, { kind: 'mailbox.recovery-asked', body, by: actor.id, at })
    const { renewing: subject, renewingText } = messages.entries
    const text = past === null ? renewingText : reopenedMessages.entries.renewing
    const told = await tellOwner(tx, mailbox, { news: { subject, text }, at })
    await publishEntry(tx, { entry, aliases: [], by: actor, told }, at)
  })
  context.nudge()
}

/** Stops it, by the owner. @throws {NothingToStopError} */
export async function stopRenewal(context: Context, { actor, person }: Session): Promise<void> {
  const mailbox = await mailboxOf(context.db, { person: person.id })
  if (mailbox === null) throw new MailboxNotFoundError()
  await stopRecovery(context, actor, entryOwner(mailbox))
  await settle(context, mailbox.id)
}

/** Ends the wait of keys that were stopped, or that count by now. */
export async function settleRenewals(context: Context): Promise<void> {
  for (const { id } of await mailboxesPending(context.db)) await settle(context, id)
}

async function settle(context: Context, id: string): Promise<void> {
  const at = context.clock.now()
  await inTransaction(context.db, async (tx) => {
    const mailbox = await lockMailbox(tx, id)
    const pending = mailbox?.pending ?? null
    if (mailbox === null || pending === null) return
    const entry = await currentEntry(tx, entryOwner(mailbox))
    if (entry === null || entry.sequence !== pending.sequence) {
      await endSlots(tx, mailbox, {
        reason: 'stopped',
        isEnding: (of) => of === pending.sequence,
        at
      })
      await clearPending(tx, id)
      const body = { sequence: pending.sequence }
      await recordMailbox(tx, mailbox, { kind: 'mailbox.recovery-stopped', body, by, at })
      return
    }
    if (Temporal.Instant.compare(pending.at.add({ hours: renewalHours }), at) > 0) return
    await endSlots(tx, mailbox, {
      reason: 'recovered',
      isEnding: (of) => of < pending.sequence,
      at
    })
    const past = await pendingPastOf(tx, id)
    await insertPastKey(tx, mailbox, { slot: past, endedAt: at })
    await changeKey(tx, { id, ...pending })
    await clearPending(tx, id)
    const body = { sequence: pending.sequence, way: 'nothing-left' }
    await recordMailbox(tx, mailbox, { kind: 'mailbox.recovery-released', body, by, at })
    // What others sealed to the key of before is lost with it; they do not know it yet.
    if (mailbox.person !== null && past === null)
      await loseShares(tx, { reader: mailbox.person, by, at })
  })
}

async function endSlots(
  tx: Tx,
  mailbox: Mailbox,
  end: { reason: string; isEnding: (sequence: number) => boolean; at: Temporal.Instant }
): Promise<void> {
  const { reason, isEnding, at } = end
  for (const slot of await slotsOf(tx, mailbox.id)) {
    if (!isEnding(slot.sequence) || !(await endSlot(tx, slot, at))) continue
    // Nobody may wait 72 hours for a half that opens nothing any more.
    if (slot.kind === 'recovery') {
      await forgetShares(tx, slot)
      await endAsked(tx, mailbox, { slot: slot.id, as: 'over', by, at })
    }
    await recordKeyslot(tx, mailbox, { kind: 'keyslot.removed', slot, reason, by, at })
  }
}
