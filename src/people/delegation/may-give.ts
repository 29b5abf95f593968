import type { Db } from '../../platform/index.ts'
import type { Person } from '../person.ts'
import { personById } from '../person-store.ts'
import { type Delegation, isWithinScope } from './delegation.ts'
import { delegationsBetween } from './delegation-store.ts'
import type { OfferTerms } from './check-offer.ts'
import { BeyondDelegationError } from './refusals.ts'

/** Who gives a delegation, for whom. */
export interface Giver {
  readonly grantor: Person
  /** The representations by which they can; empty for themselves. */
  readonly by: readonly Delegation[]
}

/**
 * For whom somebody gives delegations: for themselves, or for a business or body that they represent.
 * Within a transaction their own delegation is held until its end.
 * @throws {BeyondDelegationError} For anybody else; whether there is such a person is not said.
 */
export async function giverOf(
  db: Db,
  { grantor, giver }: { readonly grantor: string; readonly giver: string },
  now: Temporal.Instant
): Promise<Giver> {
  const found = await givesFor(db, { grantor, giver }, now)
  if (found === null) throw new BeyondDelegationError()
  return found
}

/** The same, or `null` for anybody else. */
export async function givesFor(
  db: Db,
  { grantor, giver }: { readonly grantor: string; readonly giver: string },
  now: Temporal.Instant
): Promise<Giver | null> {
  if (grantor === giver) {
    const self = await personById(db, giver)
    return self === null ? null : { grantor: self, by: [] }
  }
  const between = await delegationsBetween(db, { grantor, delegate: giver }, now)
  const by = between.filter(({ kind }) => kind === 'representative')
  const represented = by.length === 0 ? null : await personById(db, grantor)
  if (represented === null || represented.kind === 'person') return null
  return { grantor: represented, by }
}

/**
 * The delegation by which a representative gives these terms; `null` where a person gives for themselves.
 * @throws {BeyondDelegationError} Where it is more than they have themselves, in acts, services or time.
 */
export function demandWithinOwn({ by }: Giver, terms: OfferTerms): string | null {
  if (by.length === 0) return null
  const found = by.find(
    ({ acts, scope, until }) =>
      terms.acts.every((act) => acts.includes(act)) &&
      isWithinScope(terms.scope, scope) &&
      (until === null ||
        (terms.until !== null && Temporal.Instant.compare(terms.until, until) <= 0))
  )
  if (found === undefined) throw new BeyondDelegationError()
  return found.id
}
