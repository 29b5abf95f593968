import { canonicalJson } from '../kernel/terms/index.ts'
import type { Context } from '../platform/index.ts'
import type { ClauseState } from './clause-state.ts'
import { clauseStatesOf, scoreRunOf } from './clause-state-store.ts'
import { computeStates, scoredAuthorities } from './compute-states.ts'

/** A cached state that counting from the facts does not give. */
export interface PromiseDifference {
  /** `SK@1405 SK-5.5a 10021001 1405-08`. */
  readonly state: string
  readonly cached: string
  readonly computed: string
}

/**
 * Counts every cached state again from the facts, as of the instant and up to the fact that its run
 * names, and compares them one by one. An authority that was never counted has nothing to compare.
 * @returns How many states were compared, and every difference.
 */
export async function checkPromises(
  context: Pick<Context, 'db'>
): Promise<{ checked: number; differences: PromiseDifference[] }> {
  let checked = 0
  const differences: PromiseDifference[] = []
  for (const authority of await scoredAuthorities(context.db)) {
    const run = await scoreRunOf(context.db, authority)
    if (run === null) continue
    const cached = byName(await clauseStatesOf(context.db, authority))
    const computed = byName((await computeStates(context.db, run)).states)
    const names = new Set([...cached.keys(), ...computed.keys()])
    checked += names.size
    for (const name of names) {
      const pair = {
        cached: cached.get(name) ?? 'absent',
        computed: computed.get(name) ?? 'absent'
      }
      if (pair.cached !== pair.computed) differences.push({ state: name, ...pair })
    }
  }
  return { checked, differences }
}

function byName(states: readonly ClauseState[]): Map<string, string> {
  return new Map(
    states.map((state) => [
      `${state.version} ${state.clause} ${state.service ?? '*'} ${state.period}`,
      describe(state)
    ])
  )
}

/** One text that is equal exactly where the states are; keys in one order, whatever wrote them. */
function describe(state: ClauseState): string {
  const { state: found, value, unit, numerator, denominator, detail } = state
  return canonicalJson({
    state: found,
    value,
    unit,
    numerator,
    denominator,
    breaches: state.breaches.map(({ fact, at, service, seconds }) => [
      fact,
      at.toString(),
      service,
      seconds
    ]),
    breachCount: state.breachCount,
    evidence: state.evidence,
    evidenceCount: state.evidenceCount,
    detail
  })
}
