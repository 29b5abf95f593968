import { type Session, contact, demandFreshProof } from '../../../people/index.ts'
import { type Context, type Tx, inTransaction, newId } from '../../../platform/index.ts'
import { demandKeeper } from '../demand-opened.ts'
import { slotsOf } from '../keyslot-store.ts'
import type { Mailbox } from '../mailbox.ts'
import { lockMailbox, mailboxOf, setRotationDue } from '../mailbox-store.ts'
import { recordMailbox } from '../record-keyslot.ts'
import { MailboxNotFoundError } from '../refusals.ts'
import { takeAway } from '../remove-keyslot.ts'
import { tellOwner } from '../tell-owner.ts'
import { openDeskShare } from './desk-share.ts'
import { endAsking } from './end-asked.ts'
import { recoveryMessages } from './messages.ts'
import {
  type Recovery,
  endRecovery,
  insertRecovery,
  openRecoveries,
  openRecovery,
  recoveriesOver,
  setReleased
} from './recovery-store.ts'
import {
  NobodyNamedError,
  RecoveryGoesOnError,
  ShareAnewError,
  ShareLostError,
  ShareNotFoundError,
  ShareWaitsError
} from './refusals.ts'
import { heldShareOf, sharesOf } from './share-store.ts'

/** Between the wish and the desk's share: time for the owner to hear of it everywhere, and to stop it. */
export const shareHours = 72

/** Once it is ready it can be finished for this long. */
export const shareOpenDays = 14

/** What an owner gets, or an heir, to open a mailbox by two shares. */
export interface ReleasedShare {
  readonly slot: string
  /** The wrapped seed, JSON text. */
  readonly wrapped: string
  /** The desk's share, base64: with the other one it opens the slot, alone nothing. */
  readonly share: string
}

/**
 * The owner has lost every way, and asks for the desk's share. They and whoever was named are told by
 * every contact; 72 hours later it is handed out, unless it is stopped.
 * @throws {ProofRequiredError}
 * @throws {NobodyNamedError}
 * @throws {ShareAnewError} If whoever keeps the other share cannot open it any more.
 * @throws {RecoveryGoesOnError}
 */
export async function askRecovery(context: Context, session: Session, slot: string): Promise<void> {
  const at = context.clock.now()
  demandFreshProof(session, at)
  const { actor } = session
  await inTransaction(context.db, async (tx) => {
    const mailbox = await ownMailbox(tx, session, at)
    const share = (await sharesOf(tx, mailbox.id)).find((each) => each.slot === slot)
    if (share?.purpose !== 'contact' || share.acceptedAt === null) throw new NobodyNamedError()
    if (share.lostAt !== null) throw new ShareAnewError()
    const { person, reader } = share
    const readyAt = at.add({ hours: shareHours })
    const of = { mailbox: mailbox.id, slot, person, reader, purpose: 'contact' } as const
    const recovery = { ...of, id: newId(at), authority: null, askedAt: at, readyAt }
    if (!(await insertRecovery(tx, recovery))) throw new RecoveryGoesOnError()
    const body = { sequence: mailbox.sequence, way: 'contact', slot }
    await recordMailbox(tx, mailbox, { kind: 'mailbox.recovery-asked', body, by: actor.id, at })
    const t = recoveryMessages.entries
    await tellOwner(tx, mailbox, { news: { subject: t.asked, text: t.askedText }, at })
    const { fa, en } = session.person.name
    const text = { fa: t.askedContactText.fa(fa), en: t.askedContactText.en(en) }
    const news = { kind: 'mailbox', subject: t.askedContact, text }
    await contact.tellPerson(tx, { person: reader, ...news }, at)
  })
  context.nudge()
}

/** The owner stops what is asked for their mailbox: by themselves, or (of a death) by anybody. */
export async function stopShares(context: Context, { actor, person }: Session): Promise<void> {
  const at = context.clock.now()
  await inTransaction(context.db, async (tx) => {
    const own = await mailboxOf(tx, { person: person.id })
    const mailbox = own === null ? null : await lockMailbox(tx, own.id)
    if (mailbox === null) throw new MailboxNotFoundError()
    const open = await openRecoveries(tx, mailbox.id)
    if (open.length === 0) throw new ShareNotFoundError()
    for (const recovery of open)
      await endAsking(tx, mailbox, { recovery, as: 'stopped', by: actor.id, at })
  })
  context.nudge()
}

/** Stops what heirs asked for, and what was opened to them: the owner has not died. */
export async function stopHeirs(
  tx: Tx,
  mailbox: Mailbox,
  { by, at }: { readonly by: string; readonly at: Temporal.Instant }
): Promise<void> {
  const open = await openRecoveries(tx, mailbox.id)
  for (const recovery of open.filter(({ purpose }) => purpose === 'kin'))
    await endAsking(tx, mailbox, { recovery, as: 'stopped', by, at })
}

/**
 * Hands the desk's share to the owner's browser, once the wait is over; again for as long as it is open.
 * @throws {ProofRequiredError}
 * @throws {ShareWaitsError}
 */
export async function releaseShare(context: Context, session: Session): Promise<ReleasedShare> {
  const at = context.clock.now()
  demandFreshProof(session, at, 3600)
  const released = await inTransaction(context.db, async (tx) => {
    const mailbox = await ownMailbox(tx, session, at)
    const recovery = await openRecovery(tx, mailbox.id)
    if (recovery === null) throw new ShareNotFoundError()
    return release(context, tx, { mailbox, recovery, by: session.actor.id, at })
  })
  context.nudge()
  return released
}

/** Hands a share out: once its wait is over. The first time is a fact. @throws {ShareWaitsError} */
export async function release(
  context: Context,
  tx: Tx,
  of: {
    readonly mailbox: Mailbox
    readonly recovery: Recovery
    readonly by: string
    readonly at: Temporal.Instant
  }
): Promise<ReleasedShare> {
  const { mailbox, recovery, by, at } = of
  const { readyAt, slot } = recovery
  if (readyAt === null || Temporal.Instant.compare(at, readyAt) < 0) throw new ShareWaitsError()
  const way = (await slotsOf(tx, mailbox.id)).find(({ id }) => id === slot)
  const held = way && (await heldShareOf(tx, { mailbox: mailbox.id, slot }))
  if (way === undefined || !held) throw new ShareNotFoundError()
  const share = await openDeskShare(context, { mailbox: mailbox.id, slot }, held)
  if (share === null) throw new ShareLostError()
  if (await setReleased(tx, recovery, at)) {
    const body = { sequence: mailbox.sequence, way: recovery.purpose, slot }
    await recordMailbox(tx, mailbox, { kind: 'mailbox.recovery-released', body, by, at })
    const { released: subject, releasedText: text } = recoveryMessages.entries
    await tellOwner(tx, mailbox, { news: { subject, text }, at })
  }
  return { slot, wrapped: way.slot, share: Buffer.from(share).toString('base64') }
}

/**
 * Notes that the owner is in again, by ways that they have just added: the shares were spoken, and are
 * ended; the key should change, for what was lost may be in somebody's hands.
 * @throws {ShareNotFoundError} Unless the share was handed out.
 */
export async function finishRecovery(context: Context, session: Session): Promise<void> {
  const at = context.clock.now()
  const by = session.actor.id
  await inTransaction(context.db, async (tx) => {
    const mailbox = await ownMailbox(tx, session, at)
    const recovery = await openRecovery(tx, mailbox.id)
    if (!recovery?.releasedAt) throw new ShareNotFoundError()
    await endRecovery(tx, recovery, { as: 'done', at })
    const slot = (await slotsOf(tx, mailbox.id)).find(({ id }) => id === recovery.slot)
    if (slot !== undefined) await takeAway(tx, mailbox, { slot, reason: 'recovered', by, at })
    await setRotationDue(tx, mailbox.id, at)
    const { usedSubject: subject, usedText: text } = recoveryMessages.entries
    await contact.tellPerson(tx, { person: recovery.reader, kind: 'mailbox', subject, text }, at)
  })
  context.nudge()
}

/** Ends what was ready for long, and that nobody finished. */
export async function endOldRecoveries(context: Context): Promise<void> {
  const at = context.clock.now()
  const before = at.subtract({ hours: 24 * shareOpenDays })
  for (const each of await recoveriesOver(context.db, before))
    await inTransaction(context.db, (tx) => endRecovery(tx, each, { as: 'over', at }))
}

async function ownMailbox(
  tx: Tx,
  { actor, person }: Session,
  now: Temporal.Instant
): Promise<Mailbox> {
  const own = await mailboxOf(tx, { person: person.id })
  if (own === null) throw new MailboxNotFoundError()
  return demandKeeper(tx, { actor, mailbox: own.id, now })
}
