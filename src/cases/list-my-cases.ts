import { dataPolicy } from '../agreements/index.ts'
import { type Actor, delegation } from '../people/index.ts'
import type { Context } from '../platform/index.ts'
import { bucketOfId } from './case-id.ts'
import type { CaseRecord, ClockRecord } from './case-record.ts'
import { casesOfApplicant } from './case-store.ts'
import type { Stage } from './case.ts'
import { clocksOf } from './clock-store.ts'
import { caseRecords } from './data-types.ts'
import { cursorUnknown } from './read-queue.ts'
import { NotAPersonError, NotRepresentedError } from './refusals.ts'

/** A case as its applicant's list shows it. */
export interface MyCase {
  readonly id: string
  readonly code: string
  readonly authority: string
  readonly service: string
  readonly stage: Stage
  readonly step: string | null
  readonly filedAt: Temporal.Instant
  readonly dueAt: Temporal.Instant | null
  readonly late: boolean
}

export interface ListMyCasesInput {
  /** A business or body that the actor may act for; the actor where absent. */
  readonly applicant?: string | undefined
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

const casesMax = 100

/**
 * The applications of a person, the newest first.
 * @throws {NotAPersonError} If a key asks.
 * @throws {NotRepresentedError} For somebody the actor may not act for.
 * @throws {InvalidInputError} At `/cursor`: not one that was made here.
 */
export async function listMyCases(
  context: Context,
  actor: Actor,
  input: ListMyCasesInput = {}
): Promise<{ items: MyCase[]; next: string | null }> {
  const { applicant, scopes } = await applicantOf(context, actor, input.applicant)
  const most = Math.min(Math.max(input.limit ?? 20, 1), casesMax)
  const before = input.cursor ?? null
  if (before !== null && bucketOfId(before) === null) throw cursorUnknown()
  const records = await casesOfApplicant(context.db, {
    applicant,
    scopes,
    before,
    most: most + 1
  })
  const shown = records.slice(0, most)
  await demandList(context, actor, { applicant, records: shown })
  const clocks = await clocksOf(
    context.db,
    shown.map((record) => record.id)
  )
  const now = context.clock.now()
  const items = shown.map((record) => itemOf(record, clocks.get(record.id), now))
  return { items, next: records.length > most ? (shown.at(-1)?.id ?? null) : null }
}

/** Demands the list by the policy of each body; what a delegate saw of it is told to the applicant. */
async function demandList(
  context: Context,
  actor: Actor,
  { applicant, records }: { applicant: string; records: readonly CaseRecord[] }
): Promise<void> {
  const isOwner = actor.person === applicant
  for (const authority of new Set(records.map((record) => record.authority))) {
    await dataPolicy.demandUse(context, {
      ...{ actor, authority, owner: applicant, dataType: caseRecords, action: 'read' },
      object: { kind: 'person', id: applicant },
      relation: isOwner ? 'owner' : 'delegate',
      ...(isOwner && { record: 'refused' })
    })
  }
}

async function applicantOf(
  context: Context,
  actor: Actor,
  applicant: string | undefined
): Promise<{ applicant: string; scopes: readonly delegation.DelegationScope[] }> {
  const { person } = actor
  if (person === null) throw new NotAPersonError()
  if (applicant === undefined || applicant === person) {
    return { applicant: person, scopes: [{ all: true }] }
  }
  const held = await delegation.delegationsTo(context.db, person, context.clock.now())
  const scopes = held.filter(({ grantor }) => grantor === applicant).map(({ scope }) => scope)
  if (scopes.length === 0) throw new NotRepresentedError()
  return { applicant, scopes }
}

function itemOf(record: CaseRecord, clock: ClockRecord | undefined, now: Temporal.Instant): MyCase {
  const { id, code, authority, service, stage, step, filedAt } = record
  return { id, code, authority, service, stage, step, filedAt, ...dueOf(clock, now) }
}

/** Due instant and lateness of a cached clock at an instant: the timer may be a moment behind. */
export function dueOf(
  clock: Pick<ClockRecord, 'dueAt' | 'late' | 'state'> | undefined,
  now: Temporal.Instant
): { dueAt: Temporal.Instant | null; late: boolean } {
  const dueAt = clock?.dueAt ?? null
  const running = clock?.state === 'running' || clock?.state === 'paused'
  const passed = running && dueAt !== null && Temporal.Instant.compare(now, dueAt) > 0
  return { dueAt, late: (clock?.late ?? false) || passed }
}
