// The promises: every clause measured from facts, and the pages that show it.
export type { ClauseState } from './clause-state.ts'
export { type PromiseDifference, checkPromises } from './check-promises.ts'
export { clauseStates } from './read-states.ts'
export { recomputePromises } from './recompute-promises.ts'
