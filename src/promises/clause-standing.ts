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

/** One clause with what is known of it: the newest month that has a number, and the strip. */
export interface ClauseStanding {
  readonly clause: Clause
  readonly accounting: Accounting
  readonly state: PromiseState
  /** The newest month in which something was counted; `null` where none was. */
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
  const newest = strip.findLast(({ state }) => state !== null && hasNumber(state))?.state ?? null
  return { clause, accounting, state: newest?.state ?? 'no-data', newest, strip }
}

/** Clauses that only define, or hold by construction, promise nothing that could be counted. */
function stateWithout(accounting: Accounting): PromiseState {
  const isSilent = ['definition', 'construction', 'not-measured'].includes(accounting)
  return isSilent ? 'not-measurable' : 'no-data'
}

/** Whether a state says more than that nothing happened. */
export function hasNumber(state: ClauseState): boolean {
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
