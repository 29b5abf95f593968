import type { Context, Scope } from '../platform/index.ts'
import type { ApiKey } from './api-key.ts'
import { delegationsTo } from './delegation/index.ts'
import { type Actor, type Grant, type Role, rolesOfUnits } from './role.ts'
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
    authorities: bodies.map((grant) => grant.authority),
    units: bodies.flatMap(unitsOfGrant)
  }
}

/** Roles that read the letters of their units: those of `readingRoles` of letters, which know them by more. */
const rolesOfLetters: readonly Role[] = [
  'clerk',
  'officer',
  'approver',
  'signatory',
  'arbiter',
  'committee-member',
  'authority-admin'
]

/** Units whose rows a grant opens, and the marks that go with it: see {@link Scope}. */
export function unitsOfGrant(
  grant: Omit<Grant, 'post'> & { readonly post?: string | null }
): string[] {
  const { authority, unit, role, post = null } = grant
  return [
    ...(rolesOfUnits.includes(role) ? [`${authority}/${unit ?? '*'}`] : []),
    // A counter registers for every unit what comes.
    ...(role === 'clerk' ? [`${authority}/+`] : []),
    ...(rolesOfLetters.includes(role) ? [`${authority}/:${unit ?? '*'}`] : []),
    ...(role === 'authority-admin' && unit === null ? [`${authority}/!`] : []),
    ...(post === null ? [] : [`${authority}/@${post}`])
  ]
}

// Pages on which people prove who they are, or an address of theirs: what leads to them is a code, a
// link or an answer of another site, and nobody is known before that is looked up.
const proofPages =
  /^(?:\/en)?\/(?:sign-(?:in|up|out)|recovery|account\/(?:contacts|national|recovery|notice))(?:[/?]|$)/

/** The same scope on the pages of proofs, where also what a proof leads to is found. */
export function scopeOnPage(scope: Scope, url: string): Scope {
  if (!proofPages.test(url) || scope === 'system') return scope
  const own = scope === 'public' ? { people: [], authorities: [] } : scope
  return { ...own, isProving: true }
}

/**
 * Whose rows the requests of a key may see: what it filed itself, and those of its body; in the sandbox,
 * those of the invented person whom it named.
 */
export function scopeOfKey(key: ApiKey, sandboxActor: Actor | null): Scope {
  const invented = sandboxActor === null ? [] : [sandboxActor.id]
  const grants = sandboxActor?.grants ?? [key]
  return {
    people: [key.id, ...invented],
    authorities: [key.authority],
    units: grants.filter(({ role }) => role !== 'operator').flatMap(unitsOfGrant)
  }
}
