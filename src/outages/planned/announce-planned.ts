import { publishNotice } from '../../notices/index.ts'
import { type Actor, demand } from '../../people/index.ts'
import {
  type Bilingual,
  type Context,
  inTransaction,
  newId,
  problem
} from '../../platform/index.ts'
import { refusalTexts } from './messages-refusals.ts'
import { plannedNotice } from './notice-text.ts'
import { demandLawful, demandMinutes, earliestLawfulStart } from './plan-limits.ts'
import { type Planned, plannedState } from './planned.ts'
import { holdPlans, insertPlanned, plannedById } from './planned-store.ts'
import {
  PlannedNotFoundError,
  PlannedOverError,
  demandWords,
  invalid,
  scopeRefused
} from './refusals.ts'
import { type Scope, type ScopeInput, scopeOf } from './scope.ts'
import { tellApplicants } from './tell-planned.ts'
import { namesOf, plannedFact, showPlanned, spanBody } from './write-planned.ts'

/** Whoever answers for planned outages (SK-5.4: the management of information technology). */
export const plannerRoles = ['it-manager', 'authority-admin'] as const

/** A planned outage or suspension as its announcer names it. */
export interface AnnounceInput extends ScopeInput {
  readonly authority: string
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
  /** What is done and why, in both languages. */
  readonly words?: Bilingual | null | undefined
}

/**
 * Announces a planned outage or suspension. Its notice is published in the same transaction; the 72 hours
 * begin when an outside probe sees it, and it is planned only if they end before it begins (SK-5.4).
 * @throws {PlanRefusedError} In the past, over another one, too long, or less than 72 hours ahead.
 * @throws {InvalidInputError} At the names of the input.
 * @throws {NotAllowedError} Unless the actor manages the authority's technology.
 */
export async function announcePlanned(
  context: Context,
  actor: Actor,
  input: AnnounceInput
): Promise<Planned> {
  demand(actor, { authority: input.authority, role: plannerRoles })
  return announce(context, actor, { ...demandMinutes(input), joins: null })
}

/** What is added to a planned outage. */
export interface AddInput {
  readonly planned: string
  readonly components?: readonly string[] | undefined
  readonly services?: readonly string[] | undefined
}

/**
 * Adds a service or another part to a planned outage. What is added was never announced: it is a planned
 * outage of its own over the same time, with a notice and 72 hours of its own.
 * @throws {PlanRefusedError} Where less than 72 hours remain.
 */
export async function addToPlanned(
  context: Context,
  actor: Actor,
  input: AddInput
): Promise<Planned> {
  const joined = await plannedById(context.db, input.planned)
  if (joined === null) throw new PlannedNotFoundError()
  const { authority, kind, from, to, words } = joined
  demand(actor, { authority, role: plannerRoles })
  if (plannedState(joined, context.clock.now()) !== 'announced') throw new PlannedOverError()
  const { components, services } = input
  const proposal = { authority, kind, from, to, words, components, services, joins: joined.id }
  return announce(context, actor, proposal)
}

type Announcing = AnnounceInput & { readonly joins: string | null }

async function announce(context: Context, actor: Actor, input: Announcing): Promise<Planned> {
  const words = demandWords(input.words)
  const { authority, kind } = input
  const now = context.clock.now()
  const named = await namesOf(context.db, authority, now)
  const found = scopeOf(input, named.components)
  const pointer = kind === 'outage' ? '/components' : '/services'
  if (typeof found === 'string') throw scopeRefused(found, pointer)
  await demandNew(context, { joins: input.joins, components: found.components, pointer })
  const earliest = await earliestLawfulStart(context, authority)
  const planned = newPlanned({ ...input, words }, found, { actor: actor.id, at: now })
  const by = { actor: actor.id, at: now }
  await inTransaction(context.db, async (tx) => {
    await holdPlans(tx, authority)
    await demandLawful(tx, planned, earliest)
    await publishNotice(tx, plannedNotice(planned, named), { ...by, id: planned.notice })
    await insertPlanned(tx, planned)
    await plannedFact(tx, 'planned-outage.announced', { planned, by, body: announcedBody(planned) })
    await showPlanned(tx, planned)
    await tellApplicants(tx, { ...planned, version: 1 }, now)
  })
  context.nudge()
  return planned
}

/** What is in the plan already needs not be added. */
async function demandNew(
  { db }: Context,
  added: { joins: string | null; components: readonly string[]; pointer: string }
): Promise<void> {
  const joined = added.joins === null ? null : await plannedById(db, added.joins)
  if (!joined?.components.some((component) => added.components.includes(component))) return
  throw invalid(
    problem(added.pointer, 'planned/joined-already', refusalTexts.entries.joinedAlready)
  )
}

function newPlanned(
  input: Announcing & { readonly words: Bilingual | null },
  { components, services }: Scope,
  { actor, at }: { actor: string; at: Temporal.Instant }
): Planned {
  const { authority, kind, from, to, words, joins } = input
  const announced = { from, to, announcedAt: at, announcedBy: actor }
  return {
    id: newId(at),
    authority,
    kind,
    components,
    services,
    words,
    notice: newId(at),
    joins,
    sequence: 0,
    changedAt: at,
    cancelledAt: null,
    cancelledBy: null,
    cancelledBecause: null,
    begunAt: null,
    endedAt: null,
    revision: 1,
    ...announced,
    announcements: [{ noticeVersion: 1, ...announced, seenAt: null }]
  }
}

function announcedBody(planned: Planned) {
  const { kind, components, services, notice } = planned
  return {
    kind,
    components,
    services: services ?? [],
    ...spanBody(planned),
    notice,
    noticeVersion: 1
  }
}
