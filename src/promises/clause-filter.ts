import { z } from 'zod'
import { type PartyCode, partyCodes } from '../kernel/terms/index.ts'
import type { ClauseStanding } from './clause-standing.ts'
import { type PromiseState, promiseStates } from './measure.ts'

/** Which clauses of a version a reader wants to see, and how. */
export const clauseFilterSchema = z.object({
  view: z.enum(['document', 'duties']).catch('document'),
  state: z.enum(promiseStates).optional().catch(undefined),
  bearer: z.enum(partyCodes).optional().catch(undefined)
})
/** A filter as it was asked for; what has no meaning asks nothing. */
export type ClauseFilter = z.infer<typeof clauseFilterSchema>

/** Whether the filter leaves anything out. */
export function isFiltering(filter: ClauseFilter): boolean {
  return filter.state !== undefined || filter.bearer !== undefined
}

/** The clauses that a filter leaves. */
export function filterClauses(
  standings: readonly ClauseStanding[],
  filter: Pick<ClauseFilter, 'state' | 'bearer'>
): ClauseStanding[] {
  return standings.filter(
    ({ clause, state }) =>
      (filter.state === undefined || state === filter.state) &&
      (filter.bearer === undefined || clause.bearer.includes(filter.bearer))
  )
}

/** How many clauses stand in each state, in the order of the states. */
export function countStates(
  standings: readonly ClauseStanding[]
): { state: PromiseState; count: number }[] {
  return promiseStates.map((state) => ({
    state,
    count: standings.filter((standing) => standing.state === state).length
  }))
}

/** The bearers that occur, in the order of the words. */
export function bearersOf(standings: readonly ClauseStanding[]): PartyCode[] {
  return partyCodes.filter((party) => standings.some(({ clause }) => clause.bearer.includes(party)))
}
