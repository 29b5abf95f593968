import { type Db, withScope } from '../../platform/index.ts'
import type { Person } from '../person.ts'
import { personsByIds } from '../person-store.ts'
import type { Actor } from '../role.ts'
import {
  type ActPlace,
  type DelegatedAct,
  type Delegation,
  covers,
  isInForce,
  isSuspended
} from './delegation.ts'
import { delegationsBetween, delegationsHeld } from './delegation-store.ts'
import { DelegationSuspendedError } from './refusals.ts'

/** One act for somebody else. */
export interface ActFor extends ActPlace {
  readonly actor: Actor
  /** Person id of whom the act is for. */
  readonly for: string
  readonly act: DelegatedAct
}

/**
 * The delegation by which an actor may do an act for somebody, or `null`. Ask inside the transaction of
 * the act: the answer then holds until its end, and a revocation waits for it or comes before it. Nobody
 * needs a delegation for themselves, and a key or process has none.
 */
export async function mayAct(
  db: Db,
  asked: ActFor,
  now: Temporal.Instant
): Promise<Delegation | null> {
  const found = await delegationsFor(db, asked, now)
  return found.find((delegation) => delegation.acts.includes(asked.act)) ?? null
}

/** The delegations that an actor has from somebody for a place, whatever acts they are for. */
export async function delegationsFor(
  db: Db,
  asked: Omit<ActFor, 'act'>,
  now: Temporal.Instant
): Promise<Delegation[]> {
  const { actor, for: grantor } = asked
  if (actor.person === null || actor.person === grantor) return []
  const between = { grantor, delegate: actor.person }
  const found = await delegationsBetween(db, between, now)
  return found.filter((delegation) => covers(delegation.scope, asked))
}

/** The delegations of a delegate that hold at an instant, the first one first. */
export async function delegationsTo(
  db: Db,
  delegate: string,
  now: Temporal.Instant
): Promise<Delegation[]> {
  const held = await delegationsHeld(db, delegate)
  return held.filter((delegation) => isInForce(delegation, now))
}

/** For whom a person may do an act at an instant, each once. */
export async function personsToActFor(
  db: Db,
  person: string,
  asked: ActPlace & { readonly act: DelegatedAct; readonly at: Temporal.Instant }
): Promise<Person[]> {
  const held = await delegationsTo(db, person, asked.at)
  return personsOf(
    db,
    held.filter(({ scope, acts }) => covers(scope, asked) && acts.includes(asked.act))
  )
}

/** Whom a person may act for at an instant, each once, whatever acts it is for. */
export async function representedBy(
  db: Db,
  person: string,
  at: Temporal.Instant
): Promise<Person[]> {
  return personsOf(db, await delegationsTo(db, person, at))
}

async function personsOf(db: Db, delegations: readonly Delegation[]): Promise<Person[]> {
  const ids = [...new Set(delegations.map(({ grantor }) => grantor))]
  const persons = await personsByIds(db, ids)
  return ids.flatMap((id) => persons.get(id) ?? [])
}

/**
 * Refuses, in plain words, somebody whose delegation (for a place, or any) stands still; for whoever would be told
 * anyway that there is nothing for them.
 * @throws {DelegationSuspendedError}
 */
export async function refuseSuspended(
  db: Db,
  asked: Pick<ActFor, 'actor' | 'for'> & { readonly place?: ActPlace },
  now: Temporal.Instant
): Promise<void> {
  const { actor, for: grantor, place } = asked
  if (actor.person === null || actor.person === grantor) return
  // Its delegate is told of their own delegation only.
  const held = await withScope('system', () => delegationsHeld(db, actor.person ?? ''))
  const stands = held.some(
    (each) =>
      each.grantor === grantor &&
      isSuspended(each, now) &&
      (place === undefined || covers(each.scope, place))
  )
  if (stands) throw new DelegationSuspendedError()
}
