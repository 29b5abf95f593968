import { z } from 'zod'

/** As what somebody acts for another. */
export const delegationKinds = [
  'guardian',
  'lawyer',
  'employee',
  'representative',
  'counter-office'
] as const
/** One of {@link delegationKinds}. */
export type DelegationKind = (typeof delegationKinds)[number]

/** What a delegate may do; seeing is part of every other act. */
export const delegatedActs = ['view', 'apply', 'answer', 'withdraw', 'receive-letters'] as const
/** One of {@link delegatedActs}. */
export type DelegatedAct = (typeof delegatedActs)[number]

/** For which services: all, those of one authority, or some by their codes. */
export const delegationScope = z.union([
  z.strictObject({ all: z.literal(true) }),
  z.strictObject({ authority: z.string().min(1).max(64) }),
  z.strictObject({ services: z.array(z.string().min(1).max(64)).min(1).max(100) })
])
/** See {@link delegationScope}. */
export type DelegationScope = z.infer<typeof delegationScope>

/** A side of a delegation, by whose account it stands still. */
export type FrozenSide = 'grantor' | 'delegate'

/** Somebody acts for another under their own name, until a day, for what was named. */
export interface Delegation {
  readonly id: string
  /** Person id of the person, business or body that is acted for. */
  readonly grantor: string
  /** Person id of the natural person who acts. */
  readonly delegate: string
  readonly kind: DelegationKind
  readonly scope: DelegationScope
  readonly acts: readonly DelegatedAct[]
  readonly from: Temporal.Instant
  /** First instant at which it holds no more; `null` for a guardian, or what a body said of itself. */
  readonly until: Temporal.Instant | null
  readonly revokedAt: Temporal.Instant | null
  /** Since when it stands still, because the account of either side is frozen or was; no act by it. */
  readonly suspendedAt?: Temporal.Instant | null
  /** Whose accounts were frozen and have not said that it holds again. */
  readonly frozenSides?: readonly FrozenSide[]
  /** Actor who gave it. */
  readonly grantedBy: string
  /** The delegation by which they could give it for a business or body. */
  readonly via: string | null
}

/** What an act is about. */
export interface ActPlace {
  /** Code of a service; `null` for what belongs to no single one. */
  readonly service: string | null
  readonly authority: string
}

/** Whether a scope covers an act there. */
export function covers(scope: DelegationScope, place: ActPlace): boolean {
  if ('all' in scope) return true
  if ('authority' in scope) return scope.authority === place.authority
  return place.service !== null && scope.services.includes(place.service)
}

/** Whether everything in one scope is in another; services are not known to belong to an authority. */
export function isWithinScope(inner: DelegationScope, outer: DelegationScope): boolean {
  if ('all' in outer) return true
  if ('authority' in outer) return 'authority' in inner && inner.authority === outer.authority
  return 'services' in inner && inner.services.every((code) => outer.services.includes(code))
}

/** Whether a delegation holds at an instant: it has begun, has not ended, and does not stand still. */
export function isInForce(delegation: Delegation, at: Temporal.Instant): boolean {
  return isGiven(delegation, at) && (delegation.suspendedAt ?? null) === null
}

/** Whether a delegation has begun and not ended, also while it stands still. */
export function isGiven(delegation: Delegation, at: Temporal.Instant): boolean {
  const { from, until, revokedAt } = delegation
  const begun = Temporal.Instant.compare(from, at) <= 0
  const ended = [until, revokedAt].some(
    (end) => end !== null && Temporal.Instant.compare(end, at) <= 0
  )
  return begun && !ended
}

/** Whether a delegation was given and stands still: nothing is done by it until it holds again. */
export function isSuspended(delegation: Delegation, at: Temporal.Instant): boolean {
  return isGiven(delegation, at) && !isInForce(delegation, at)
}

/** Acts in their order, each once; whoever may do anything may see what it is done to. */
export function withSight(acts: readonly DelegatedAct[]): DelegatedAct[] {
  return delegatedActs.filter((act) => act === 'view' || acts.includes(act))
}
