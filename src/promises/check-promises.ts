import { setTimeout as pause } from 'node:timers/promises'
import { canonicalJson } from '../kernel/terms/index.ts'
import type { Context, Db } from '../platform/index.ts'
import type { ClauseState, ScoreRun } from './clause-state.ts'
import { clauseStatesOf, scoreRunOf } from './clause-state-store.ts'
import { computeStates, scoredAuthorities } from './compute-states.ts'

/** A cached state that counting from the facts does not give. */
export interface PromiseDifference {
  /** `SK@1405 SK-5.5a 10021001 1405-08`. */
  readonly state: string
  readonly cached: string
  readonly computed: string
}

// A running worker counts anew within this time; where none runs, the count stays behind and is told.
const patience = { looks: 10, pauseMilliseconds: 3000 } as const

/**
 * Counts every cached state again from the facts, as of the instant and up to the fact that its run
 * names, and compares them one by one. An authority that was never counted has nothing to compare. A
 * fact that was committed behind the last one counted is waited for, as a running worker counts it soon.
 * @param waiting - How often a count that is behind is looked at again, and after which pause.
 * @returns How many states were compared, and every difference.
 */
export async function checkPromises(
  context: Pick<Context, 'db'>,
  waiting: { readonly looks: number; readonly pauseMilliseconds: number } = patience
): Promise<{ checked: number; differences: PromiseDifference[] }> {
  let checked = 0
  const differences: PromiseDifference[] = []
  for (const authority of await scoredAuthorities(context.db)) {
    const pair = await countedTwice(context.db, authority, waiting)
    if (pair === null) continue
    const names = new Set([...pair.cached.keys(), ...pair.computed.keys()])
    checked += names.size
    for (const state of names) {
      const cached = pair.cached.get(state) ?? 'absent'
      const computed = pair.computed.get(state) ?? 'absent'
      if (cached !== computed) differences.push({ state, cached, computed })
    }
  }
  return { checked, differences }
}

interface Counted {
  readonly cached: ReadonlyMap<string, string>
  readonly computed: ReadonlyMap<string, string>
}

/** The cache of an authority beside a count of its own; of one and the same number of facts, if that comes. */
async function countedTwice(
  db: Db,
  authority: string,
  { looks, pauseMilliseconds }: { readonly looks: number; readonly pauseMilliseconds: number }
): Promise<Counted | null> {
  for (let look = 1; ; look += 1) {
    const run = await scoreRunOf(db, authority)
    if (run === null) return null
    const cached = byName(await clauseStatesOf(db, authority))
    const { states, factsRead } = await computeStates(db, run)
    const isSame = factsRead === run.factsRead && (await isLast(db, run))
    if (isSame || look >= looks) return { cached, computed: byName(states) }
    await pause(pauseMilliseconds)
  }
}

/** Whether nothing was counted anew since: states are read in another statement than their run. */
async function isLast(db: Db, run: ScoreRun): Promise<boolean> {
  const now = await scoreRunOf(db, run.authority)
  return now?.asOf.equals(run.asOf) ?? false
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
