import { formatJalaliDate } from '../../../kernel/persian/index.ts'
import {
  type Actor,
  NotAllowedError,
  type Session,
  demandFreshProof,
  personById
} from '../../../people/index.ts'
import {
  type Bilingual,
  type Context,
  NotFoundError,
  inTransaction,
  withScope
} from '../../../platform/index.ts'
import {
  endRecipient,
  recipientEndOf,
  recordingRoles,
  remarksOf,
  reverseEnd
} from '../../exchange/index.ts'
import { heirsOf, type recovery, reopenMailbox } from '../../mailboxes/index.ts'
import { type Certificate, type TypedCertificate, checkCertificate } from './certificate.ts'

// A counter proves itself once an hour, not for each who comes.
const counterSeconds = 3600
const zone = 'Asia/Tehran'

/** A death that a body has recorded. */
export interface RecordedDeath {
  readonly authority: string
  readonly at: Temporal.Instant
  /** Name of whoever saw the paper; `null` where a program recorded it. */
  readonly seenBy: Bilingual | null
  readonly paper: string
}

/** What is looked at before it counts. */
export interface SecondLook extends Certificate {
  /** What was recorded before, by whichever body. */
  readonly recorded: RecordedDeath | null
}

/** A certificate at the counter of a body. */
export interface DeathInput extends TypedCertificate {
  readonly authority: string
}

/** @throws {NotAllowedError} Unless somebody takes in papers at a body. @throws {ProofRequiredError} */
export function demandRecorder(context: Context, session: Session, authority: string): void {
  const may = session.actor.grants.some(
    (grant) => grant.authority === authority && recordingRoles.includes(grant.role)
  )
  if (!may) throw new NotAllowedError()
  demandFreshProof(session, context.clock.now(), counterSeconds)
}

/**
 * Whom a certificate of death is of, and what is recorded of them: shown once more before it counts.
 * @throws {NotAllowedError}
 * @throws {ProofRequiredError}
 * @throws {InvalidInputError}
 */
export async function lookAtDeath(
  context: Context,
  session: Session,
  input: DeathInput
): Promise<SecondLook> {
  demandRecorder(context, session, input.authority)
  const today = context.clock.now().toZonedDateTimeISO(zone).toPlainDate()
  const certificate = await checkCertificate(context.db, input, today)
  return { ...certificate, recorded: await recordedOf(context, certificate.person.id) }
}

/**
 * Records a death by its certificate: nothing is sent to its person any more, what waited goes back, and heirs
 * whom they named may ask. What lies in the mailbox stays as it is.
 * @returns How many waiting letters went back.
 * @throws {NotAllowedError}
 * @throws {ProofRequiredError}
 * @throws {InvalidInputError}
 */
export async function recordDeath(
  context: Context,
  session: Session,
  input: DeathInput
): Promise<number> {
  const { person, number, day } = await lookAtDeath(context, session, input)
  const paper = `گواهی فوت شماره ${number}، ${formatJalaliDate(day, 'fa')}`
  const { authority } = input
  const of = { person: person.id, kind: 'deceased', authority, paper } as const
  const returned = await endRecipient(context, session.actor, of)
  context.nudge()
  return returned
}

/**
 * Takes back what a body recorded wrongly, a death or a dissolution; the mailbox is its owner's again.
 * @returns The heirs who could read its letters until then; `null` where none of them had been opened.
 * @throws {NotAllowedError}
 * @throws {LetterReasonError}
 * @throws {NotFoundError}
 */
export async function takeBack(
  context: Context,
  actor: Actor,
  input: { readonly person: string; readonly authority: string; readonly reason: string }
): Promise<readonly recovery.ReadingHeir[] | null> {
  const at = context.clock.now()
  const heirs = await inTransaction(context.db, async (tx) => {
    await reverseEnd(tx, actor, { ...input, at })
    return reopenMailbox(tx, input.person, { by: actor.id, at })
  })
  context.nudge()
  return heirs
}

/** A recorded death that may be taken back, and what it has done by then. */
export interface DeathToReverse extends RecordedDeath {
  readonly name: Bilingual
  /** Who could read the letters since: that is not undone. */
  readonly heirs: readonly recovery.ReadingHeir[]
}

/** A recorded death that a body may take back, by the id of the person. @throws {NotFoundError} */
export async function deathToReverse(
  context: Context,
  session: Session,
  { person, authority }: { readonly person: string; readonly authority: string }
): Promise<DeathToReverse> {
  demandRecorder(context, session, authority)
  const recorded = await recordedOf(context, person)
  // Whoever recorded it knows whose it is.
  const [found, heirs] = await withScope(
    'system',
    async () => [await personById(context.db, person), await heirsOf(context.db, person)] as const
  )
  if (recorded?.authority !== authority || found === null) throw new NotFoundError()
  return { ...recorded, name: found.name, heirs }
}

function recordedOf({ db }: Context, owner: string): Promise<RecordedDeath | null> {
  // Every body has to know it, whichever saw the paper.
  return withScope('system', async () => {
    const end = await recipientEndOf(db, owner)
    if (end?.kind !== 'deceased') return null
    const [remark] = await remarksOf(db, { id: end.remark, heldBy: owner })
    const by = await personById(db, end.by)
    const { authority, at } = end
    return { authority, at, seenBy: by?.name ?? null, paper: remark?.words ?? '' }
  })
}
