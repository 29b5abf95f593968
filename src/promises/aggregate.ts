import type { PromiseState } from './measure.ts'

const worstFirst: readonly PromiseState[] = [
  'broken',
  'at-risk',
  'kept',
  'not-measurable',
  'no-data'
]

/** The state of several things together: the worst of them; what is not known is none. */
export function worst(states: readonly PromiseState[]): PromiseState {
  return worstFirst.find((state) => states.includes(state)) ?? 'no-data'
}

/** The smallest value that at least `share` of the values do not exceed; `sorted` ascending. */
export function nearestRank(sorted: readonly number[], share: number): number | undefined {
  return sorted[Math.ceil(share * sorted.length) - 1]
}
