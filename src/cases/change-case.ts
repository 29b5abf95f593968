import { queueOutbox } from '../channels/index.ts'
import { type Fact, type FactKind, type NewFact, recordFacts } from '../ledger/index.ts'
import type { Actor } from '../people/index.ts'
import { type Context, type JsonObject, type Tx, inTransaction, newId } from '../platform/index.ts'
import type { Access } from './case-access.ts'
import { type CaseClock, readCaseClock } from './case-clock.ts'
import type { CaseFile } from './case-file.ts'
import { historyOf } from './case-history.ts'
import type { ClockRecord, Note } from './case-record.ts'
import { type CaseState, swapCase } from './case-store.ts'
import { type CaseHistory, type Stage, quietFacts, standingBreach } from './case.ts'
import { unitOf } from './case-rules.ts'
import { saveClock } from './clock-store.ts'
import { insertNotes } from './document-store.ts'
import { CaseChangedError } from './refusals.ts'
import { useDelegation } from './use-delegation.ts'

/** One thing that happened to a case; `service` and `case` are added to its body. */
export interface CaseFact {
  readonly kind: FactKind
  /** Where it happened before it was written down. */
  readonly at?: Temporal.Instant | undefined
  readonly body?: JsonObject
}

/** What an act makes of a case. */
export interface CaseChange {
  readonly facts: readonly CaseFact[]
  readonly notes?: readonly Note[]
  readonly answers?: CaseFile['record']['answers']
  /** Version of the case that its actor had seen; the one just read where absent. */
  readonly expectedVersion?: number | undefined
  /** Further rows of the same transaction. */
  readonly within?: (tx: Tx) => Promise<void>
}

/** Where a case stands after a change. */
export interface Changed {
  readonly case: string
  readonly version: number
  readonly stage: Stage
  readonly dueAt: Temporal.Instant | null
}

/**
 * The one way in which a case changes: its facts, what follows from them for its clock, its row by
 * compare-and-swap, and the hint to the queue, in one transaction. Somebody of the body who changes it has
 * seen it, however they came by it.
 * @throws {CaseChangedError} If somebody else changed the case since it was read.
 */
export async function changeCase(
  context: Context,
  actor: Actor,
  { file, change }: { file: CaseFile & { readonly access?: Access }; change: CaseChange }
): Promise<Changed> {
  const { record } = file
  demandVersion(file, change.expectedVersion)
  const at = context.clock.now()
  const look = lookOf(file, actor, at)
  const made = look === null ? change.facts : [...change.facts, look]
  const by = file.access?.by ?? null
  const { facts, history, clock } = foresee(file, made, {
    at,
    actor: actor.id,
    delegation: by?.delegation.id
  })
  await inTransaction(context.db, async (tx) => {
    if (by !== null) await useDelegation(tx, by, { record, at })
    const recorded = await recordFacts(tx, facts)
    const factsThrough = newestOf(recorded, file.history.factsThrough)
    const state = stateOf(file, history, { answers: change.answers, factsThrough })
    // The clock before the case, as the timers do it, so that the two never wait for each other.
    await saveClock(tx, clockRecordOf(file, clock, factsThrough))
    if (!(await swapCase(tx, record, state))) throw new CaseChangedError()
    await insertNotes(tx, record.id, change.notes ?? [])
    await change.within?.(tx)
    await announceChange(tx, record, at)
  })
  context.nudge()
  const { stage } = history
  return { case: record.id, version: record.version + 1, stage, dueAt: clock.dueAt }
}

/**
 * Refuses an act on a case that its actor saw otherwise. Before an act is judged by the case as it is: a
 * page that was overtaken would else be told of rules that it does not break.
 * @throws {CaseChangedError}
 */
export function demandVersion({ record }: CaseFile, expectedVersion: number | undefined): void {
  if ((expectedVersion ?? record.version) !== record.version) throw new CaseChangedError()
}

// Somebody who works on a case loads its page again and again: one look in this time is one look.
const sameLookSeconds = 900

/** The fact that somebody of the body has seen a case; `null` where it is known, or nobody's business. */
export function lookOf(
  { history, access }: Pick<CaseFile, 'history'> & { readonly access?: Access },
  actor: Actor,
  at: Temporal.Instant
): (CaseFact & { readonly body: JsonObject }) | null {
  const role = access?.reader ?? null
  if (role === null || access?.owner === true) return null
  const since = at.subtract({ seconds: sameLookSeconds })
  const isKnown = history.views.some(
    (view) =>
      view.by === actor.id && view.role === role && Temporal.Instant.compare(view.at, since) > 0
  )
  return isKnown ? null : { kind: 'case.viewed', body: { by: actor.id, role } }
}

/** Leaves word for the queue that a case is not what it was. */
export function announceChange(
  tx: Tx,
  record: { id: string; applicant: string },
  at: Temporal.Instant
): Promise<void> {
  return queueOutbox(
    tx,
    [{ owner: record.applicant, topic: 'case-changed', payload: { case: record.id } }],
    at
  )
}

/**
 * What the case will be once these facts are recorded, with the facts that follow from them: a clock
 * that is past its due instant is a breach, and a breach that a late fact undid is retracted.
 */
export function foresee(
  file: CaseFile,
  changes: readonly CaseFact[],
  by: FactBy
): { facts: NewFact[]; history: CaseHistory; clock: CaseClock } {
  const made = changes.map((change) => factOf(file, change, by))
  const history = historyWith(file, made)
  const clock = clockOf(file, history, by.at)
  const consequence = breachFact(history, clock, changes[0]?.kind)
  if (consequence === null) return { facts: made, history, clock }
  const facts = [...made, factOf(file, consequence, by)]
  return { facts, history: historyWith(file, facts), clock }
}

function factOf({ record }: CaseFile, change: CaseFact, by: FactBy): NewFact {
  return {
    owner: record.applicant,
    authority: record.authority,
    kind: change.kind,
    subject: record.id,
    at: change.at ?? by.at,
    knownAt: by.at,
    actor: by.actor,
    agreementVersion: record.agreementVersion,
    cardVersion: record.cardVersion,
    body: {
      case: record.id,
      service: record.service,
      ...(by.delegation === undefined ? {} : { delegation: by.delegation }),
      ...change.body
    }
  }
}

/** When, by whom, and by which delegation where it was for somebody else. */
interface FactBy {
  readonly at: Temporal.Instant
  readonly actor: string
  readonly delegation?: string | undefined
}

/** The history with facts that are not recorded yet; their ids do not matter to what is folded. */
function historyWith(file: CaseFile, facts: readonly NewFact[]): CaseHistory {
  const foreseen = facts.map((fact): Fact => ({
    ...fact,
    id: newId(fact.knownAt),
    knownAt: fact.knownAt ?? fact.at,
    agreementVersion: fact.agreementVersion ?? null,
    cardVersion: fact.cardVersion ?? null
  }))
  const all = [...file.facts, ...foreseen].toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))
  return historyOf(all) ?? file.history
}

function clockOf(file: CaseFile, history: CaseHistory, at: Temporal.Instant): CaseClock {
  const { card, calendar } = file
  return readCaseClock(history, { promise: card.promisedTime, calendar, at })
}

/** The fact that a reading of the clock asks for, or `null`. */
export function breachFact(
  history: CaseHistory,
  clock: CaseClock,
  because: string = 'calendar.versioned'
): CaseFact | null {
  const standing = standingBreach(history)
  if (clock.late && standing === null && clock.dueAt !== null) {
    return { kind: 'case.breached', body: { dueAt: clock.dueAt.toString() } }
  }
  if (!clock.late && standing !== null && !clock.beyondCalendar && clock.state !== 'not-started') {
    return { kind: 'case.breach-retracted', body: { because } }
  }
  return null
}

/** The newest of the facts that change a case. */
export function newestOf(facts: readonly Fact[], before: string): string {
  return facts
    .filter((fact) => !quietFacts.includes(fact.kind))
    .reduce((newest, { id }) => (id > newest ? id : newest), before)
}

/** The cached state of a case whose history is this. */
export function stateOf(
  { record, card }: Pick<CaseFile, 'record' | 'card'>,
  history: CaseHistory,
  with_: { answers?: CaseFile['record']['answers'] | undefined; factsThrough: string }
): CaseState {
  return {
    id: record.id,
    answers: with_.answers ?? record.answers,
    stage: history.stage,
    step: history.step,
    unit: unitOf(card, history.step),
    assignedTo: history.assignedTo,
    reopened: history.reopenings.length > 0,
    factsThrough: with_.factsThrough
  }
}

/** The cache of a clock; a clock that runs and has not broken its promise waits for its due instant. */
export function clockRecordOf(
  { record }: Pick<CaseFile, 'record'>,
  clock: CaseClock,
  factsThrough: string
): ClockRecord {
  return {
    case: record.id,
    authority: record.authority,
    state: clock.state,
    late: clock.late,
    startedAt: clock.startedAt,
    dueAt: clock.dueAt,
    remainingSeconds: clock.state === 'paused' ? clock.remainingSeconds : null,
    wakeAt: clock.state === 'running' && !clock.late ? clock.dueAt : null,
    cardVersion: record.cardVersion,
    calendarVersion: clock.calendarVersion,
    factsThrough
  }
}
