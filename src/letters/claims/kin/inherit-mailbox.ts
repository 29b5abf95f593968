import {
  type Actor,
  NotAllowedError,
  type Role,
  type Session,
  contact,
  demandFreshProof
} from '../../../people/index.ts'
import {
  type Bilingual,
  type Context,
  type Tx,
  inTransaction,
  newId
} from '../../../platform/index.ts'
import { recipientEndOf } from '../../exchange/index.ts'
import {
  type Mailbox,
  closeMailbox,
  mailboxById,
  nameOf,
  recordMailbox,
  recovery
} from '../../mailboxes/index.ts'
import { kinMessages } from './messages.ts'
import {
  CertificateMissingError,
  DeathNotRecordedError,
  InheritanceNotFoundError,
  SecondPersonError
} from './refusals.ts'
import { recordedDeath } from './second-person.ts'

/** Who looks at certificates of inheritance: who decides in a unit, and who administers the body. */
export const checkingRoles: readonly Role[] = ['approver', 'authority-admin']

/**
 * Whoever was named heir asks for the letters of somebody who has died. All who were named are told, and
 * the owner by every contact, who stops it if they live.
 * @throws {ShareNotFoundError}
 * @throws {ShareAnewError}
 * @throws {DeathNotRecordedError}
 * @throws {RecoveryGoesOnError}
 */
export async function askInheritance(
  context: Context,
  { actor, person }: Session,
  slot: string
): Promise<void> {
  const at = context.clock.now()
  await inTransaction(context.db, async (tx) => {
    const { share, mailbox } = await recovery.keptShare(tx, person.id, slot)
    if (share.purpose !== 'kin') throw new recovery.ShareNotFoundError()
    if (share.acceptedAt === null) throw new recovery.NobodyNamedError()
    if (share.lostAt !== null) throw new recovery.ShareAnewError()
    const end = await recipientEndOf(tx, share.person)
    if (end?.kind !== 'deceased') throw new DeathNotRecordedError()
    const { authority } = end
    const of = { mailbox: mailbox.id, slot, person: share.person, reader: person.id }
    const asked = { ...of, id: newId(at), purpose: 'kin', authority, askedAt: at } as const
    if (!(await recovery.insertRecovery(tx, { ...asked, readyAt: null }))) {
      throw new recovery.RecoveryGoesOnError()
    }
    const body = { sequence: mailbox.sequence, way: 'kin', slot }
    await recordMailbox(tx, mailbox, { kind: 'mailbox.recovery-asked', body, by: actor.id, at })
    const { askedSubject: subject, askedText: text } = kinMessages.entries
    await tellAll(tx, mailbox, { subject, text, at })
  })
  context.nudge()
}

/** What an officer found of a certificate. */
export interface CertificateCheck {
  readonly id: string
  readonly outcome: 'accepted' | 'refused'
  /** Which certificate it is, or why it was not accepted. */
  readonly words: string
}

/**
 * An officer of the body that recorded the death looked at the certificate of inheritance. Accepted, the
 * desk's half is handed out 72 hours later. They see nothing of the letters.
 * @throws {ProofRequiredError}
 * @throws {InheritanceNotFoundError}
 * @throws {SecondPersonError} If they recorded the death: letters open by the word of two people.
 * @throws {CertificateMissingError}
 */
export async function checkInheritance(
  context: Context,
  session: Session,
  { id, outcome, words }: CertificateCheck
): Promise<void> {
  const at = context.clock.now()
  const { actor } = session
  await inTransaction(context.db, async (tx) => {
    const asked = await recovery.recoveryToCheck(tx, id)
    const mailbox = asked === null ? null : await mailboxById(tx, asked.mailbox)
    if (asked === null || mailbox === null) throw new InheritanceNotFoundError()
    if (!mayCheck(actor, asked.authority ?? '')) throw new InheritanceNotFoundError()
    // Whoever inherits looks at no certificate of their own.
    if (actor.person === asked.reader) throw new NotAllowedError()
    if (await recordedDeath(tx, { actor: actor.id, person: asked.person }))
      throw new SecondPersonError()
    demandFreshProof(session, at)
    const said = words.trim()
    if (said === '' || said.length > 2000) throw new CertificateMissingError()
    const t = kinMessages.entries
    const body = { sequence: mailbox.sequence, way: 'kin', slot: asked.slot, outcome }
    const kind = 'mailbox.inheritance-checked'
    await recordMailbox(tx, mailbox, { kind, body, by: actor.id, at })
    if (outcome === 'refused') {
      await recovery.endRecovery(tx, asked, { as: 'refused', words: said, at })
      await tellAll(tx, mailbox, { subject: t.refusedSubject, text: t.refusedText, at })
      return
    }
    const readyAt = at.add({ hours: recovery.shareHours })
    await recovery.setChecked(tx, asked, { by: actor.id, words: said, at, readyAt })
    await tellAll(tx, mailbox, { subject: t.checkedSubject, text: t.checkedText, at })
  })
  context.nudge()
}

/** Whether an actor looks at certificates for a body. */
export function mayCheck(actor: Actor, authority: string): boolean {
  return actor.grants.some(
    (grant) => grant.authority === authority && checkingRoles.includes(grant.role)
  )
}

/**
 * Hands the desk's half to the heir, as often as they read. The first time the mailbox is closed: nothing is
 * written in the name of the dead.
 * @throws {ShareNotFoundError} {@link ShareWaitsError}
 */
export async function releaseToHeir(
  context: Context,
  { actor, person }: Session,
  slot: string
): Promise<recovery.ReleasedShare> {
  const at = context.clock.now()
  const released = await inTransaction(context.db, async (tx) => {
    const { share, mailbox } = await recovery.keptShare(tx, person.id, slot)
    const open = await recovery.openRecoveries(tx, mailbox.id)
    const own = open.find((each) => each.slot === slot)
    if (share.purpose !== 'kin' || own === undefined) throw new recovery.ShareNotFoundError()
    const found = await recovery.release(context, tx, { mailbox, recovery: own, by: actor.id, at })
    await closeMailbox(tx, mailbox, { by: actor, at })
    return found
  })
  context.nudge()
  return released
}

/** Tells the owner and all whom they named. */
async function tellAll(
  tx: Tx,
  mailbox: Mailbox,
  news: {
    readonly subject: Bilingual
    readonly text: { readonly fa: (name: string) => string; readonly en: (name: string) => string }
    readonly at: Temporal.Instant
  }
): Promise<void> {
  const { subject, at } = news
  const { fa, en } = await nameOf(tx, mailbox)
  const text = { fa: news.text.fa(fa), en: news.text.en(en) }
  for (const person of await recovery.namedBy(tx, mailbox)) {
    await contact.tellPerson(tx, { person, kind: 'mailbox', subject, text }, at)
  }
}
