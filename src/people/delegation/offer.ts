import type { DelegatedAct, DelegationKind, DelegationScope } from './delegation.ts'

/** A delegation that was offered and waits for its delegate's answer. */
export interface Offer {
  readonly id: string
  readonly grantor: string
  readonly kind: DelegationKind
  readonly scope: DelegationScope
  readonly acts: readonly DelegatedAct[]
  readonly until: Temporal.Instant | null
  /** Person id of the natural person who offered it. */
  readonly madeBy: string
  /** The delegation by which they could, for a business or body. */
  readonly via: string | null
  /** To whoever brings its code; else to whoever an identifier names. */
  readonly byCode: boolean
  readonly madeAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
}

/** An offer that nobody answers is none after this. */
export const offerDays = 7
