import { type Bilingual, type Context, withScope } from '../../platform/index.ts'
import { actorNames } from '../actor-names.ts'
import type { Person } from '../person.ts'
import { personById, personsByIds } from '../person-store.ts'
import { offersTo } from './answer-offer.ts'
import { type Delegation, isInForce, isSuspended } from './delegation.ts'
import { delegationsGiven, delegationsHeld } from './delegation-store.ts'
import type { Offer } from './offer.ts'
import { openOffersOf } from './offer-store.ts'

/** A delegation with the names of its people. */
export interface NamedDelegation extends Delegation {
  readonly grantorName: Bilingual
  readonly delegateName: Bilingual
  readonly giverName: Bilingual | null
  readonly inForce: boolean
  /** Given, and standing still. */
  readonly suspended: boolean
}

/** An offer with the name of whom it is for. */
export interface NamedOffer extends Offer {
  readonly grantorName: Bilingual
}

/** Somebody for whom a person gives delegations, with all that was given. */
export interface Grantor {
  readonly person: Person
  readonly given: readonly NamedDelegation[]
  readonly offers: readonly Offer[]
}

/** Everything about delegations that concerns one person. */
export interface Delegates {
  /** What they act by, now and before. */
  readonly held: readonly NamedDelegation[]
  /** What waits for their answer. */
  readonly offered: readonly NamedOffer[]
  /** Themselves first, then the businesses and bodies that they represent. */
  readonly grantors: readonly Grantor[]
}

/** Reads the delegations of a person, from both sides. */
export async function readDelegates(
  context: Pick<Context, 'db' | 'clock'>,
  person: string
): Promise<Delegates> {
  const { db } = context
  const now = context.clock.now()
  const held = await delegationsHeld(db, person)
  const representing = held.filter((each) => each.kind === 'representative' && isInForce(each, now))
  const represented = await personsByIds(db, [
    ...new Set(representing.map(({ grantor }) => grantor))
  ])
  const self = await personById(db, person)
  const firms = [...represented.values()].filter(({ kind }) => kind !== 'person')
  const grantors = await Promise.all(
    [...(self === null ? [] : [self]), ...firms].map(async (each) => ({
      person: each,
      given: await named(db, await delegationsGiven(db, each.id), now),
      offers: await openOffersOf(db, each.id, now)
    }))
  )
  const offered = await offersTo(context, person)
  return { held: await named(db, held, now), offered: await namedOffers(db, offered), grantors }
}

async function named(
  db: Context['db'],
  delegations: readonly Delegation[],
  now: Temporal.Instant
): Promise<NamedDelegation[]> {
  const people = delegations.flatMap(({ grantor, delegate }) => [grantor, delegate])
  const names = await actorNames(db, [...people, ...delegations.map(({ grantedBy }) => grantedBy)])
  const nameOf = (id: string) => names.get(id)?.name ?? null
  return delegations.map((each) => ({
    ...each,
    grantorName: nameOf(each.grantor) ?? unknown,
    delegateName: nameOf(each.delegate) ?? unknown,
    giverName: nameOf(each.grantedBy),
    inForce: isInForce(each, now),
    suspended: isSuspended(each, now)
  }))
}

/** Offers with the names of whom they are for. */
export function namedOffers(db: Context['db'], offers: readonly Offer[]): Promise<NamedOffer[]> {
  // Whoever an offer names reads who made it.
  return withScope('system', () => nameOffers(db, offers))
}

async function nameOffers(db: Context['db'], offers: readonly Offer[]): Promise<NamedOffer[]> {
  const persons = await personsByIds(db, [...new Set(offers.map(({ grantor }) => grantor))])
  return offers.map((each) => ({
    ...each,
    grantorName: persons.get(each.grantor)?.name ?? unknown
  }))
}

const unknown = { fa: 'نام پاک شده است', en: 'name erased' }
