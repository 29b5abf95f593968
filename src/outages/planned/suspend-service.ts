import { interruptions } from '../../catalogue/index.ts'
import { recordFact } from '../../ledger/index.ts'
import { correctNotice, publishNotice } from '../../notices/index.ts'
import { type Actor, demand } from '../../people/index.ts'
import {
  type Bilingual,
  type Context,
  type Tx,
  inTransaction,
  newId,
  problem
} from '../../platform/index.ts'
import { serviceComponent } from '../probes/component.ts'
import { plannerRoles } from './announce-planned.ts'
import type { EmergencyReason } from './messages-notice.ts'
import { refusalTexts } from './messages-refusals.ts'
import { openPlanned, rewrite } from './move-planned.ts'
import { emergencyNotice } from './notice-text.ts'
import { type Planned, type SuspensionKind, plannedState } from './planned.ts'
import { holdPlans, plannedById } from './planned-store.ts'
import {
  PlannedOverError,
  PlannedNotBegunError,
  SuspendedAlreadyError,
  SuspensionNotFoundError,
  demandWords,
  invalid,
  scopeRefused
} from './refusals.ts'
import { scopeOf } from './scope.ts'
import { type EmergencySuspension, emergencyInterruption } from './suspension.ts'
import { emergencyById, endEmergency, insertEmergency } from './suspension-store.ts'
import { tellApplicants } from './tell-planned.ts'
import { type Doing, namesOf } from './write-planned.ts'

/** Services that are suspended now, without notice. */
export interface SuspendInput {
  readonly authority: string
  readonly kind: SuspensionKind
  readonly services?: readonly string[] | undefined
  readonly reason: EmergencyReason
  /** What happened, in both languages. */
  readonly words?: Bilingual | null | undefined
  /** When it ends by itself; left out: when somebody ends it. */
  readonly until?: Temporal.Instant | undefined
}

/**
 * Suspends services at once, in an emergency. It is allowed and it is a breach: the fact says so with its
 * reason, and so does its own notice, published in the same transaction (SK-5.4b).
 * @throws {SuspendedAlreadyError}
 * @throws {InvalidInputError} At the names of the input.
 */
export async function suspendService(
  context: Context,
  actor: Actor,
  input: SuspendInput
): Promise<EmergencySuspension> {
  const { authority, kind, reason, until } = input
  demand(actor, { authority, role: plannerRoles })
  const words = demandWords(input.words)
  const at = context.clock.now()
  if (until !== undefined && Temporal.Instant.compare(until, at) <= 0) {
    const { endsBeforeStart } = refusalTexts.entries
    throw invalid(problem('/until', 'planned/ends-before-start', endsBeforeStart))
  }
  const named = await namesOf(context.db, authority, at)
  const scope = scopeOf(input, named.components)
  if (typeof scope === 'string') throw scopeRefused(scope, '/services')
  const suspension: EmergencySuspension = {
    id: newId(at),
    authority,
    kind,
    services: scope.services ?? [],
    reason,
    words,
    expectedEndAt: until ?? null,
    notice: newId(at),
    noticeSeenAt: null,
    begunAt: at,
    begunBy: actor.id,
    endedAt: null,
    endedBy: null
  }
  const text = emergencyNotice({ ...suspension, components: scope.components }, named)
  await inTransaction(context.db, async (tx) => {
    await holdPlans(tx, authority)
    await demandRunning(tx, suspension, at)
    await publishNotice(tx, text, { actor: actor.id, at, id: suspension.notice })
    await insertEmergency(tx, suspension)
    await begunFact(tx, suspension, { actor: actor.id, at })
    await interruptions.putInterruption(tx, emergencyInterruption(suspension))
    await tellApplicants(tx, { ...wordOf(suspension), version: 1 }, at)
  })
  context.nudge()
  return suspension
}

/** An office closure concerns all services. */
function wordOf({ authority, services, notice }: EmergencySuspension) {
  return { authority, notice, services: services.length === 0 ? null : services }
}

/** What is suspended already cannot be suspended again. */
async function demandRunning(
  tx: Tx,
  { authority, kind, services }: EmergencySuspension,
  at: Temporal.Instant
): Promise<void> {
  const all = await interruptions.interruptionsOf(tx, authority, at)
  const standing = all.some(
    (each) =>
      each.kind === kind &&
      interruptions.isUnderWay(each, at) &&
      (kind === 'office-closure' || interruptions.closes(each, at)) &&
      (services.length === 0 || services.some((code) => interruptions.concerns(each, code)))
  )
  if (standing) throw new SuspendedAlreadyError()
}

/** Records that a suspension began. */
async function begunFact(tx: Tx, suspension: EmergencySuspension, by: Doing): Promise<void> {
  const { id, authority, kind, services, reason } = suspension
  await recordFact(tx, {
    owner: authority,
    authority,
    kind: 'suspension.begun',
    subject: id,
    at: by.at,
    actor: by.actor,
    body: { suspension: id, kind, services, planned: null, emergency: true, reason }
  })
}

/**
 * Ends a suspension, or a planned outage that is under way, now: an emergency by its id, a planned one by
 * that of its plan. Applications are taken again from this second on.
 * @throws {SuspensionNotFoundError}
 * @throws {PlannedOverError} If it is over, or has not begun.
 */
export async function endSuspension(
  context: Context,
  actor: Actor,
  input: { readonly suspension: string }
): Promise<EmergencySuspension | Planned> {
  const at = context.clock.now()
  const emergency = await emergencyById(context.db, input.suspension)
  if (emergency !== null) {
    demand(actor, { authority: emergency.authority, role: plannerRoles })
    if (emergency.endedAt !== null) throw new PlannedOverError()
    return closeEmergency(context, emergency, { actor: actor.id, at })
  }
  if ((await plannedById(context.db, input.suspension)) === null)
    throw new SuspensionNotFoundError()
  const planned = await openPlanned(context, actor, { planned: input.suspension })
  if (plannedState(planned, at) !== 'under-way') throw new PlannedNotBegunError()
  return endPlanned(context, planned, { actor: actor.id, at })
}

function endPlanned(context: Context, planned: Planned, by: Doing): Promise<Planned> {
  const isSuspended = planned.begunAt !== null
  return rewrite(context, {
    planned,
    window: { from: planned.from, to: by.at },
    by,
    news: { endedAt: by.at },
    ...(isSuspended && { ended: by.at }),
    within: async (tx) => {
      if (isSuspended) await endedFact(tx, { ...planned, planned: planned.id }, by)
    }
  })
}

/** What a fact about the end of a suspension names. */
export interface Ending {
  readonly id: string
  readonly authority: string
  readonly kind: string
  readonly services: readonly string[] | null
  readonly planned: string | null
}

/** Records that a suspension ended. */
export async function endedFact(tx: Tx, ending: Ending, by: Doing): Promise<void> {
  const { id, authority, kind, services, planned } = ending
  await recordFact(tx, {
    owner: authority,
    authority,
    kind: 'suspension.ended',
    subject: id,
    at: by.at,
    actor: by.actor,
    body: {
      suspension: id,
      kind,
      services: services ?? [],
      planned,
      emergency: planned === null,
      reason: null
    }
  })
}

/** Ends an emergency suspension at an instant: row, fact, corrected notice, catalogue. */
export async function closeEmergency(
  context: Context,
  suspension: EmergencySuspension,
  by: Doing
): Promise<EmergencySuspension> {
  const now = context.clock.now()
  const named = await namesOf(context.db, suspension.authority, now)
  const ended = { ...suspension, endedAt: by.at, endedBy: by.actor }
  const components = suspension.services.map(serviceComponent)
  await inTransaction(context.db, async (tx) => {
    if (!(await endEmergency(tx, suspension, by))) throw new PlannedOverError()
    const text = emergencyNotice({ ...ended, components }, named)
    const publication = { actor: by.actor, at: now }
    const { version } = await correctNotice(tx, suspension.notice, text, publication)
    await endedFact(tx, { ...suspension, planned: null }, by)
    await interruptions.putInterruption(tx, emergencyInterruption(ended))
    await tellApplicants(tx, { ...wordOf(suspension), version }, now)
  })
  context.nudge()
  return ended
}
