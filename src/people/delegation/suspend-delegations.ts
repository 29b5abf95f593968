import { recordFact } from '../../ledger/index.ts'
import { type Context, type Tx, inTransaction, withScope } from '../../platform/index.ts'
import { tellPerson } from '../contact/index.ts'
import { demandFreshProof } from '../fresh-proof.ts'
import { platformAuthority } from '../platform-authority.ts'
import type { Session } from '../session.ts'
import { type Delegation, type FrozenSide, isGiven } from './delegation.ts'
import { delegationOf, delegationsGiven, delegationsHeld } from './delegation-store.ts'
import { speakersOf } from './speakers.ts'
import { newsOfSuspension } from './messages-news.ts'
import { DelegationNotFoundError } from './refusals.ts'
import { markSuspended, unmarkSuspended } from './suspension-store.ts'

/**
 * Lets everything that a person gave and holds stand still: their account is frozen. Whoever acts for
 * them, and whoever they act for, is told; an act that was asked for before waits or is waited for.
 * @returns How many stand still from now on.
 */
export function suspendDelegationsOf(
  tx: Tx,
  person: string,
  at: Temporal.Instant
): Promise<number> {
  // The other side's rows are another person's.
  return withScope('system', () => suspendWithin(tx, person, at))
}

async function suspendWithin(tx: Tx, person: string, at: Temporal.Instant): Promise<number> {
  const sides = [
    { side: 'grantor' as const, all: await delegationsGiven(tx, person) },
    { side: 'delegate' as const, all: await delegationsHeld(tx, person) }
  ]
  let suspended = 0
  for (const { side, all } of sides) {
    for (const each of all.filter((one) => isGiven(one, at))) {
      if (!(await markSuspended(tx, each, { side, at }))) continue
      suspended += 1
      await record(tx, 'delegation.suspended', { delegation: each, side, by: person, at })
      await tellOther(tx, { delegation: each, side, news: side }, at)
    }
  }
  return suspended
}

/** Which delegation is to hold again. */
export interface ResumeInput {
  readonly grantor: string
  readonly delegation: string
}

/**
 * Lets a delegation that stood still hold again, by the person whose account was frozen; each side by
 * itself, where both were. Who would rather not ends it.
 * @throws {ProofRequiredError}
 * @throws {DelegationNotFoundError} Where none of theirs stands still.
 */
export async function resumeDelegation(
  context: Context,
  session: Session,
  { grantor, delegation: id }: ResumeInput
): Promise<void> {
  const at = context.clock.now()
  demandFreshProof(session, at)
  const person = session.person.id
  await inTransaction(context.db, async (tx) => {
    const found = await delegationOf(tx, { grantor, id })
    if (found === null || ![found.grantor, found.delegate].includes(person))
      throw new DelegationNotFoundError()
    const side = found.grantor === person ? 'grantor' : 'delegate'
    if (!(await unmarkSuspended(tx, found, side))) throw new DelegationNotFoundError()
    await record(tx, 'delegation.resumed', { delegation: found, side, by: person, at })
    await withScope('system', () => tellOther(tx, { delegation: found, side, news: 'over' }, at))
  })
  context.nudge()
}

/** Tells the other side; a business reads nothing, and those who speak for it do. */
async function tellOther(
  tx: Tx,
  of: {
    readonly delegation: Delegation
    readonly side: FrozenSide
    readonly news: FrozenSide | 'over'
  },
  at: Temporal.Instant
): Promise<void> {
  const { grantor, delegate } = of.delegation
  const told = of.side === 'grantor' ? [delegate] : await speakersOf(tx, grantor, at)
  for (const person of told) {
    if (person === delegate && of.side === 'delegate') continue
    await tellPerson(tx, { person, kind: 'delegation', ...newsOfSuspension(of.news) }, at)
  }
}

function record(
  tx: Tx,
  kind: 'delegation.suspended' | 'delegation.resumed',
  of: {
    readonly delegation: Delegation
    readonly side: FrozenSide
    readonly by: string
    readonly at: Temporal.Instant
  }
) {
  const { id, grantor, delegate, scope } = of.delegation
  return recordFact(tx, {
    owner: grantor,
    authority: 'authority' in scope ? scope.authority : platformAuthority,
    kind,
    subject: id,
    at: of.at,
    actor: of.by,
    body: { delegation: id, grantor, delegate, side: of.side }
  })
}
