import type { ServiceCard } from '../catalogue/index.ts'
import { type Actor, type Role, anyUnit, type delegation, holds } from '../people/index.ts'
import type { CaseRecord } from './case-record.ts'
import { unitsOf } from './case-rules.ts'
import { open } from './demand-stage.ts'

/** What an actor is to one case. */
export interface Access {
  /** The applicant, or somebody who may act for the applicant. */
  readonly owner: boolean
  /** What the applicant, or this delegate of the applicant, may do; none for everybody else. */
  readonly acts: readonly delegation.DelegatedAct[]
  /** The delegation by which the act that was asked about is done; `null` for everybody but a delegate. */
  readonly by: DelegatedBy | null
  /** An officer of the unit that has the case in its hands, or the holder of a post of its steps. */
  readonly officer: boolean
  /**
   * Front desk and post room: register what comes, for every unit of the authority. What has ended waits
   * for nothing, so they read only what ended in a process that their own units have a part in.
   */
  readonly clerk: boolean
  /** Holds the post that the card names as approver. */
  readonly approver: boolean
  /** The role in which somebody of the body may look at it; `null` for none. */
  readonly reader: Role | null
}

/** By which delegation an act is done, and which act of it that is. */
export interface DelegatedBy {
  readonly delegation: delegation.Delegation
  readonly act: delegation.DelegatedAct
}

/**
 * What an actor is to a case. Whoever is nothing to it is told that there is no such case.
 * @param owner - Whether the actor is the applicant or acts for the applicant.
 */
export function accessOf(
  actor: Actor,
  at: {
    record: Pick<CaseRecord, 'authority' | 'unit' | 'stage'>
    card: ServiceCard
    owner: boolean
  }
): Omit<Access, 'acts' | 'by'> {
  const { authority, unit } = at.record
  const officer =
    holds(actor, { authority, role: 'officer', unit }) ||
    holdsPost(actor, authority, postsOf(at.card, unit))
  const clerk = holds(actor, { authority, role: 'clerk', unit: anyUnit })
  const approver = holdsPost(actor, authority, [at.card.approver.post])
  return { owner: at.owner, officer, clerk, approver, reader: readerRole(actor, at) }
}

/** Whether a role is held by one of these posts: the card names who answers for a step by post. */
function holdsPost(actor: Actor, authority: string, posts: readonly string[]): boolean {
  return actor.grants.some(
    (grant) => grant.authority === authority && grant.post !== null && posts.includes(grant.post)
  )
}

/** The posts that answer for the steps of a unit. */
function postsOf(card: ServiceCard, unit: string): string[] {
  return card.steps.filter((step) => step.unit === unit).map((step) => step.post)
}

/** Roles that work on it in a unit of the published process, and roles that look after what is done. */
const unitReaders = ['officer', 'approver'] as const
const overseers = ['inspector', 'auditor'] as const

function readerRole(
  actor: Actor,
  at: { record: Pick<CaseRecord, 'authority' | 'unit' | 'stage'>; card: ServiceCard }
): Role | null {
  const { authority, stage, unit: inHands } = at.record
  const holdsInUnits = (role: Role) =>
    [...unitsOf(at.card), inHands].some((unit) => holds(actor, { authority, role, unit }))
  const byUnit = unitReaders.find(holdsInUnits)
  if (byUnit !== undefined) return byUnit
  if (holdsPost(actor, authority, [at.card.approver.post])) return 'approver'
  if (unitsOf(at.card).some((unit) => holdsPost(actor, authority, postsOf(at.card, unit)))) {
    return 'officer'
  }
  if (open.includes(stage) && holds(actor, { authority, role: 'clerk', unit: anyUnit }))
    return 'clerk'
  if (holdsInUnits('clerk')) return 'clerk'
  return overseers.find(holdsInUnits) ?? null
}
