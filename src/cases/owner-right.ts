import { type Actor, delegation } from '../people/index.ts'
import type { Db } from '../platform/index.ts'
import type { Access } from './case-access.ts'

/** An act for an applicant: of whom, at which body, for which service. */
export interface OwnerAct {
  readonly applicant: string
  readonly authority: string
  readonly service: string
  /** Any one of these is enough. */
  readonly acts: readonly delegation.DelegatedAct[]
  readonly at: Temporal.Instant
}

/**
 * What an actor may do as the applicant or as a delegate of the applicant, and by which delegation the
 * acts that are asked about would be done. Whoever does one asks again inside its transaction.
 */
export async function ownerRight(
  db: Db,
  actor: Actor,
  asked: OwnerAct
): Promise<Pick<Access, 'acts' | 'by'>> {
  const { applicant, authority, service, acts, at } = asked
  if (actor.person === null) return { acts: [], by: null }
  if (actor.person === applicant) return { acts: delegation.delegatedActs, by: null }
  const place = { actor, for: applicant, service, authority }
  const found = await delegation.delegationsFor(db, place, at)
  const given = new Set(found.flatMap((each) => each.acts))
  const act = acts.find((each) => given.has(each))
  const used = act && found.find((each) => each.acts.includes(act))
  return {
    acts: delegation.delegatedActs.filter((each) => given.has(each)),
    by: act && used ? { delegation: used, act } : null
  }
}
