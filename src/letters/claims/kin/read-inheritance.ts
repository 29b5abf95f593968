import { type Actor, type Session, authorityById, personsByIds } from '../../../people/index.ts'
import { type Bilingual, type Context, withScope } from '../../../platform/index.ts'
import { recipientEndOf } from '../../exchange/index.ts'
import { recovery } from '../../mailboxes/index.ts'
import { checkingRoles } from './inherit-mailbox.ts'
import { recordedDeath } from './second-person.ts'

/** How far an heir is with the letters of somebody who has died. */
export interface Inheritance {
  readonly slot: string
  readonly mailbox: string
  /** Whose letters. */
  readonly name: Bilingual
  readonly step: 'lost' | 'not-recorded' | 'to-ask' | 'to-check' | 'waits' | 'ready'
  /** The body that recorded the death. */
  readonly authority: Bilingual | null
  readonly readyAt: Temporal.Instant | null
}

/** How far it is; `null` where the person was not named heir by this, or has not accepted. */
export async function readInheritance(
  context: Context,
  session: Session,
  slot: string
): Promise<Inheritance | null> {
  const { kept } = await recovery.readShares(context, session)
  const share = kept.find((each) => each.slot === slot)
  if (share?.purpose !== 'kin' || share.acceptedAt === null) return null
  const end = await recipientEndOf(context.db, share.person)
  const body = end === null ? null : await authorityById(context.db, end.authority)
  const isRecorded = end?.kind === 'deceased'
  return {
    ...{ slot, mailbox: share.mailbox, name: share.name ?? { fa: '', en: '' } },
    step: stepOf(share, isRecorded, context.clock.now()),
    authority: body?.title ?? null,
    readyAt: share.recovery?.readyAt ?? null
  }
}

function stepOf(
  { lostAt, recovery: asked }: recovery.ShownShare,
  isRecorded: boolean,
  now: Temporal.Instant
): Inheritance['step'] {
  if (lostAt !== null) return 'lost'
  if (!isRecorded) return 'not-recorded'
  if (asked === null) return 'to-ask'
  if (asked.readyAt === null) return 'to-check'
  return Temporal.Instant.compare(asked.readyAt, now) <= 0 ? 'ready' : 'waits'
}

/** Somebody whose certificate an officer is to look at. */
export interface CertificateToCheck {
  readonly id: string
  readonly dead: Bilingual | null
  readonly heir: Bilingual | null
  readonly askedAt: Temporal.Instant
  /** The reader recorded the death: another person looks at this. */
  readonly isForAnother: boolean
}

/** Whose certificates wait at the bodies where an actor looks at them; `null` where they do so nowhere. */
export async function readCertificates(
  { db }: Context,
  { id: looking, grants }: Actor
): Promise<CertificateToCheck[] | null> {
  const bodies = grants
    .filter(({ role }) => checkingRoles.includes(role))
    .map(({ authority }) => authority)
  if (bodies.length === 0) return null
  const asked = await recovery.recoveriesToCheck(db, [...new Set(bodies)])
  const ids = asked.flatMap(({ person, reader }) => [person, reader])
  // Both names stand on the certificate that the officer has in hand.
  const names = await withScope('system', () => personsByIds(db, [...new Set(ids)]))
  return Promise.all(
    asked.map(async ({ id, person, askedAt, reader: heir }) => ({
      ...{ id, askedAt },
      dead: names.get(person)?.name ?? null,
      heir: names.get(heir)?.name ?? null,
      isForAnother: await recordedDeath(db, { actor: looking, person })
    }))
  )
}
