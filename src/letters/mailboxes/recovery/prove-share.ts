import { actSecondsMax, actSignedAt } from '../../../kernel/mailbox/index.ts'
import { type Session, contact } from '../../../people/index.ts'
import { type Context, type Tx, inTransaction } from '../../../platform/index.ts'
import { setProven, slotsOf } from '../keyslot-store.ts'
import { type Mailbox, type StoredSlot, isDrillDue } from '../mailbox.ts'
import { lockMailbox } from '../mailbox-store.ts'
import { recordKeyslot } from '../record-keyslot.ts'
import { takeAway } from '../remove-keyslot.ts'
import { tellOwner } from '../tell-owner.ts'
import { recoveryMessages } from './messages.ts'
import { ShareNotFoundError, ShareNotOpenedError } from './refusals.ts'
import {
  type StoredShare,
  noteShareDrillTold,
  setShareProven,
  sharesKeptBy,
  sharesToTry
} from './share-store.ts'

/** A share, with the mailbox and the way that it is of. */
interface KeptShare {
  readonly share: StoredShare
  readonly mailbox: Mailbox
  readonly slot: StoredSlot
}

/**
 * Whoever was named shows that they can open their share: the first time they accept by it, later it is
 * the yearly trial.
 * @throws {ShareNotFoundError}
 * @throws {ShareNotOpenedError}
 */
export async function proveShare(
  context: Context,
  { actor, person }: Session,
  { slot: id, note }: { readonly slot: string; readonly note: string }
): Promise<void> {
  const at = context.clock.now()
  await inTransaction(context.db, async (tx) => {
    const { share, mailbox, slot } = await keptShare(tx, person.id, id)
    const act = { act: 'share-proved', mailbox: mailbox.id, what: id } as const
    const signedAt = actSignedAt(note, act, [share.proofKey])
    if (signedAt === null || !isNear(signedAt, at)) throw new ShareNotOpenedError()
    await setShareProven(tx, share, at)
    await setProven(tx, slot, at)
    await recordKeyslot(tx, mailbox, { kind: 'keyslot.proved', slot, by: actor.id, at })
    if (share.acceptedAt !== null) return
    const { accepted: subject, acceptedText } = recoveryMessages.entries
    const text = { fa: acceptedText.fa(person.name.fa), en: acceptedText.en(person.name.en) }
    await tellOwner(tx, mailbox, { news: { subject, text }, at })
  })
  context.nudge()
}

/**
 * Whoever was named gives their share back, or does not take it; the owner is told.
 * @throws {ShareNotFoundError}
 */
export async function resignShare(
  context: Context,
  { actor, person }: Session,
  id: string
): Promise<void> {
  const at = context.clock.now()
  await inTransaction(context.db, async (tx) => {
    const { mailbox, slot } = await keptShare(tx, person.id, id)
    await takeAway(tx, mailbox, { slot, reason: 'resigned', by: actor.id, at })
    const { resigned: subject, resignedText } = recoveryMessages.entries
    const text = { fa: resignedText.fa(person.name.fa), en: resignedText.en(person.name.en) }
    await tellOwner(tx, mailbox, { news: { subject, text }, at })
  })
  context.nudge()
}

/** @throws {ShareNotFoundError} */
export async function keptShare(tx: Tx, reader: string, id: string): Promise<KeptShare> {
  const share = (await sharesKeptBy(tx, reader)).find(({ slot }) => slot === id)
  const mailbox = share === undefined ? null : await lockMailbox(tx, share.mailbox)
  if (share === undefined || mailbox === null) throw new ShareNotFoundError()
  const slot = (await slotsOf(tx, mailbox.id)).find((each) => each.id === id)
  if (slot === undefined) throw new ShareNotFoundError()
  return { share, mailbox, slot }
}

const most = 500
const drillDays = 365
const againDays = 60

/** Asks who keeps a share for somebody, once a year, to show that they still can open it. */
export async function remindToTryShares(context: Context): Promise<void> {
  const at = context.clock.now()
  const search = {
    before: at.subtract({ hours: 24 * drillDays }),
    toldBefore: at.subtract({ hours: 24 * againDays }),
    most
  }
  const { trySubject: subject, tryText: text } = recoveryMessages.entries
  for (const share of await sharesToTry(context.db, search)) {
    await inTransaction(context.db, async (tx) => {
      await noteShareDrillTold(tx, share, at)
      await contact.tellPerson(tx, { person: share.reader, kind: 'mailbox', subject, text }, at)
    })
  }
  context.nudge()
}

/** Whether a share was not tried for a year. */
export function isShareDrillDue(share: StoredShare, now: Temporal.Instant): boolean {
  return isDrillDue(share, now)
}

function isNear(at: string, now: Temporal.Instant): boolean {
  try {
    return Math.abs(Temporal.Instant.from(at).until(now).total('seconds')) <= actSecondsMax
  } catch {
    return false
  }
}
