import { recordFact } from '../../ledger/index.ts'
import { type Context, type Tx, inTransaction, withScope } from '../../platform/index.ts'
import { tellPerson } from '../contact/index.ts'
import { personById } from '../person-store.ts'
import type { Delegation } from './delegation.ts'
import { delegationOf, delegationsGiven, endDelegation } from './delegation-store.ts'
import { newsOfEnd, newsOfTakenBack } from './messages-news.ts'
import { givesFor } from './may-give.ts'
import { endOffer, openOffersOf } from './offer-store.ts'
import { DelegationNotFoundError } from './refusals.ts'
import { speakersOf } from './speakers.ts'
import { grantorsGivenFor } from './suspension-store.ts'
import { platformAuthority } from '../platform-authority.ts'

/** Which delegation is ended, by whom. */
export interface RevokeInput {
  /** Person id of the natural person who ends it. */
  readonly by: string
  /** For whom they end it: themselves, or a business or body that they represent. */
  readonly grantor: string
  readonly delegation: string
}

/**
 * Ends a delegation at once, with what its delegate gave on by it: by its grantor, by a representative of
 * its grantor, or by the delegate, who lays it down. Both sides are told.
 * @throws {DelegationNotFoundError} If there is none, or it has ended.
 */
export async function revokeDelegation(context: Context, input: RevokeInput): Promise<void> {
  const now = context.clock.now()
  const { by, grantor, delegation: id } = input
  await inTransaction(context.db, async (tx) => {
    const found = await delegationOf(tx, { grantor, id })
    // Whoever is neither side is not told whether there is one.
    if (found === null) throw new DelegationNotFoundError()
    if (found.delegate !== by && !(await givesFor(tx, { grantor, giver: by }, now))) {
      throw new DelegationNotFoundError()
    }
    const ended = await endWithFollowing({ tx, by, now }, found)
    if (ended.length === 0) throw new DelegationNotFoundError()
    await tellOfEnds({ tx, by, now }, ended)
  })
  context.nudge()
}

/**
 * Ends what a person gave since an instant, for themselves and in the name of any business or body:
 * delegations with what followed from them, and offers that wait. For an account in which somebody else
 * was; whoever else speaks for the business is told.
 */
export async function endGivenSince(
  tx: Tx,
  { person, since }: { readonly person: string; readonly since: Temporal.Instant },
  now: Temporal.Instant
): Promise<{ delegations: number; offers: number }> {
  const isSince = (at: Temporal.Instant) => Temporal.Instant.compare(at, since) >= 0
  const at = { tx, by: person, now }
  const ended: Delegation[] = []
  let offers = 0
  for (const grantor of await grantorsGivenFor(tx, { person, since })) {
    for (const { id, madeAt, madeBy } of await openOffersOf(tx, grantor, now)) {
      if (madeBy !== person || !isSince(madeAt)) continue
      if (await endOffer(tx, { id, grantor, delegation: null }, now)) offers += 1
    }
    for (const each of await delegationsGiven(tx, grantor)) {
      const isOfThen = each.grantedBy === person && each.revokedAt === null && isSince(each.from)
      if (isOfThen) ended.push(...(await endWithFollowing(at, each)))
    }
    if (grantor !== person) await tellSpeakers(at, grantor)
  }
  await tellOfEnds(at, ended)
  return { delegations: ended.length, offers }
}

/** Tells those who speak for a business, but for the one from whose account it was. */
async function tellSpeakers({ tx, by, now }: Ending, grantor: string): Promise<void> {
  for (const person of await speakersOf(tx, grantor, now)) {
    if (person === by) continue
    await tellPerson(tx, { person, kind: 'delegation', ...newsOfTakenBack }, now)
  }
}

async function tellOfEnds(at: Ending, ended: readonly Delegation[]): Promise<void> {
  // Both are told, whoever of them ends it.
  await withScope('system', async () => {
    for (const each of ended) await tellOfEnd(at, each)
  })
}

interface Ending {
  readonly tx: Parameters<typeof recordFact>[0]
  readonly by: string
  readonly now: Temporal.Instant
}

/** Ends a delegation, and those that were given by it; one that was ended before has none left. */
async function endWithFollowing(at: Ending, first: Delegation): Promise<Delegation[]> {
  const { tx, by, now } = at
  const { grantor } = first
  const given = await delegationsGiven(tx, grantor)
  const ended: Delegation[] = []
  const waiting = [first]
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    const { id, delegate, scope } = one
    if (!(await endDelegation(tx, { grantor, id, by }, now))) continue
    await recordFact(tx, {
      owner: grantor,
      authority: 'authority' in scope ? scope.authority : platformAuthority,
      kind: 'delegation.revoked',
      subject: id,
      at: now,
      actor: by,
      body: { delegation: id, grantor, delegate, byDelegate: delegate === by }
    })
    ended.push(one)
    waiting.push(...given.filter(({ via, revokedAt }) => via === id && revokedAt === null))
  }
  return ended
}

async function tellOfEnd({ tx, by, now }: Ending, ended: Delegation): Promise<void> {
  const grantor = await personById(tx, ended.grantor)
  // A business reads nothing: whoever gave it for the business does.
  const giver = grantor?.kind === 'person' ? grantor.id : ended.grantedBy
  for (const person of new Set([giver, ended.delegate])) {
    if ((await personById(tx, person)) === null) continue
    await tellPerson(
      tx,
      {
        person,
        kind: 'delegation',
        ...newsOfEnd({ own: person === by, delegate: person === ended.delegate })
      },
      now
    )
  }
}
