import {
  type Agreement,
  type Clause,
  type MeasureWay,
  clausesOf,
  measureKeyOf
} from '../kernel/terms/index.ts'
import type { ClauseState } from './clause-state.ts'
import type { PromiseState } from './measure.ts'
import type { Period } from './period.ts'
import { computingMeasureOf } from './score.ts'

/**
 * How a clause is accounted for: from facts, from facts that nobody records yet, or in one of the
 * ways that are no measuring at all.
 */
export type Accounting = 'facts' | 'no-facts-yet' | MeasureWay

/** One clause with what is known of it: the month that speaks for it, and the strip. */
export interface ClauseStanding {
  readonly clause: Clause
  readonly accounting: Accounting
  readonly state: PromiseState
  /** The month that speaks for the clause; `null` where nothing was counted in any. */
  readonly newest: ClauseState | null
  /** One entry a period, oldest first; `null` where nothing was kept for it. Empty if not computed. */
  readonly strip: readonly { readonly period: Period; readonly state: ClauseState | null }[]
}

/** How a clause is accounted for. */
export function accountingOf(clause: Clause): Accounting {
  if (!('name' in clause.measure)) return clause.measure.by
  return computingMeasureOf(clause) === null ? 'no-facts-yet' : 'facts'
}

/** The standing of a clause from its cached states: those of one service, or those of all together. */
export function standingOf(
  clause: Clause,
  states: readonly ClauseState[],
  periods: readonly Period[]
): ClauseStanding {
  const accounting = accountingOf(clause)
  if (accounting !== 'facts') {
    return { clause, accounting, state: stateWithout(accounting), newest: null, strip: [] }
  }
  const byPeriod = new Map(states.map((state) => [state.period, state]))
  const strip = periods.map((period) => ({ period, state: byPeriod.get(period.key) ?? null }))
  const newest = tellingMonth(strip.map(({ state }) => state))
  return { clause, accounting, state: newest?.state ?? 'no-data', newest, strip }
}

/** Clauses that only define, or hold by construction, promise nothing that could be counted. */
function stateWithout(accounting: Accounting): PromiseState {
  const isSilent = ['definition', 'construction', 'not-measured'].includes(accounting)
  return isSilent ? 'not-measurable' : 'no-data'
}

/** A month that runs speaks for itself from this many counted things on. */
export const shareFrom = 10

/** And of time from this much of it on. */
const secondsFrom = 10 * 86_400

/**
 * The month that speaks for a clause: the newest past one in which something was counted. The running
 * month takes its place when it has counted enough, when it shows how things stand, or when it is
 * worse: a month that has just begun can hide no breach of the last one, nor its own.
 */
function tellingMonth(months: readonly (ClauseState | null)[]): ClauseState | null {
  const running = months.at(-1) ?? null
  const past = months.slice(0, -1).findLast((state) => state !== null && hasNumber(state)) ?? null
  if (running === null || !hasNumber(running)) return past
  if (past === null || hasCountedEnough(running) || running.detail.standing) return running
  return rank(running.state) < rank(past.state) ? running : past
}

function hasCountedEnough({ denominator, detail }: ClauseState): boolean {
  const passed = detail.time?.passed
  return passed === undefined ? denominator >= shareFrom : passed >= secondsFrom
}

const worstFirst: readonly PromiseState[] = [
  'broken',
  'at-risk',
  'kept',
  'no-data',
  'not-measurable'
]

/** Worse states have lower ranks. */
export function rank(state: PromiseState): number {
  return worstFirst.indexOf(state)
}

/** Whether a state says more than that nothing happened. */
function hasNumber(state: ClauseState): boolean {
  return state.denominator > 0 || state.state !== 'no-data'
}

/** The standings of all clauses of a version, in the order of the document. */
export function standingsOf(
  agreement: Agreement,
  totals: readonly ClauseState[],
  periods: readonly Period[]
): ClauseStanding[] {
  const byClause = Map.groupBy(totals, (state) => state.clause)
  return clausesOf(agreement).map((clause) =>
    standingOf(clause, byClause.get(clause.id) ?? [], periods)
  )
}

/** Name of the measure or way, as an agreement file writes it. */
export function measureNameOf(clause: Clause): string {
  return measureKeyOf(clause.measure)
}
