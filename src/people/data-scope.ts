import type { Context, Scope } from '../platform/index.ts'
import type { ApiKey } from './api-key.ts'
import { delegationsTo } from './delegation/index.ts'
import type { Session } from './session.ts'

/** The scope of somebody who has said who they are, and is about to prove it; or of nobody. */
export function scopeOfSelf(person: string | undefined): Scope {
  return person === undefined ? 'public' : { people: [person], authorities: [] }
}

/**
 * Whose rows a signed-in person's requests may see: their own, those of whom they act for, and those of
 * the bodies where they hold a role. The operator of the platform has no way to anybody's.
 */
export async function scopeOfPerson(
  { db, clock }: Context,
  { session, isDelegate }: { session: Session; isDelegate: boolean }
): Promise<Scope> {
  const { person, actor } = session
  const held = isDelegate ? await delegationsTo(db, person.id, clock.now()) : []
  const bodies = actor.grants.filter((grant) => grant.role !== 'operator')
  return {
    people: [person.id, ...held.map(({ grantor }) => grantor)],
    authorities: bodies.map((grant) => grant.authority)
  }
}

/** Whose rows the requests of a key may see: what it filed itself, and those of its body. */
export function scopeOfKey(key: ApiKey): Scope {
  return { people: [key.id], authorities: [key.authority] }
}
