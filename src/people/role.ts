import { type Bilingual, Refusal } from '../platform/index.ts'

/** What a person or a system may be for an authority. */
export const roles = [
  'applicant',
  'clerk',
  'officer',
  'approver',
  'it-manager',
  'committee-member',
  'arbiter',
  'inspector',
  'signatory',
  'authority-admin',
  'operator',
  'auditor',
  'probe'
] as const

/** One of {@link roles}. */
export type Role = (typeof roles)[number]

/**
 * Roles that can be held in one unit alone: they work on what is in the hands of a unit, or read it. All
 * others are for the whole authority.
 */
export const rolesOfUnits: readonly Role[] = [
  'clerk',
  'officer',
  'approver',
  'inspector',
  'auditor'
]

/** Said of a thing that is of no unit, where whoever holds the role in any unit may do it. */
export const anyUnit = '*'

/** A role within an authority, in one unit or (`unit: null`) in all of them. */
export interface Grant {
  /** Id of the authority; `*` is every authority (operator, auditor of the shared platform). */
  readonly authority: string
  readonly unit: string | null
  readonly role: Role
  /** The post by which the role is held, such as `director-investment`. */
  readonly post: string | null
}

/** Who acts: a person with the grants of this moment, a system's key, or the program itself. */
export interface Actor {
  readonly kind: 'person' | 'api-key' | 'system'
  /** Person id, key id, or the name of a process; stands in facts as their actor. */
  readonly id: string
  readonly name: Bilingual
  readonly grants: readonly Grant[]
  /** Person id; `null` for keys and processes. */
  readonly person: string | null
}

/** What an act asks of its actor. */
export interface Demand {
  readonly authority: string
  /** One role, or any of several. */
  readonly role: Role | readonly Role[]
  /**
   * The unit whose thing it is; left out or `null` where the thing is the whole authority's, which a
   * grant for one unit does not cover; {@link anyUnit} where it does.
   */
  readonly unit?: string | null
}

/** The actor is known, and may not do this. Says nothing of what there would have been to see. */
export class NotAllowedError extends Refusal {
  readonly code = 'people/not-allowed'
  override readonly status = 403
  constructor() {
    super({
      fa: 'شما برای این کار دسترسی ندارید. اگر باید داشته باشید، از مدیر سامانه دستگاه خود بخواهید.',
      en: 'You are not allowed to do this. If you should be, ask the administrator of your authority.'
    })
  }
}

/**
 * Whether an actor holds a role. A grant for a whole authority covers its units; a grant for one unit
 * covers that unit only, and nothing that belongs to no unit. Every person is an applicant everywhere.
 */
export function holds(actor: Actor, wanted: Demand): boolean {
  const { unit = null } = wanted
  const any = typeof wanted.role === 'string' ? [wanted.role] : wanted.role
  if (actor.kind === 'person' && any.includes('applicant')) return true
  return actor.grants.some(
    (grant) =>
      any.includes(grant.role) &&
      (grant.authority === '*' || grant.authority === wanted.authority) &&
      (unit === anyUnit || grant.unit === null || grant.unit === unit)
  )
}

/**
 * Refuses an actor who does not hold a role; see {@link holds}.
 * @throws {NotAllowedError}
 */
export function demand(actor: Actor, wanted: Demand): void {
  if (!holds(actor, wanted)) throw new NotAllowedError()
}
