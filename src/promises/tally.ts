import { nearestRank } from './aggregate.ts'
import type { Breach, Delays, Evaluation, EvaluationDetail, LevelFloor } from './measure.ts'

/**
 * One thing that a promise was about, judged. `running` and `at-risk` are not counted yet; a thing is
 * counted once, in the period of `at`.
 */
export interface Judged {
  readonly verdict: 'kept' | 'broken' | 'running' | 'at-risk'
  /** `null`: of no one service, such as an outage of the desk. */
  readonly service: string | null
  readonly at: Temporal.Instant
  /** Ids of the facts that it was judged by. */
  readonly facts: readonly string[]
  /** The fact that shows the breach; only where it is broken. */
  readonly breach?: string
  /** Counted seconds of a case that ended; else how long the thing, or its answer, took. */
  readonly seconds?: number
  /** Whether those seconds are of office hours; else of all hours. */
  readonly inOfficeHours?: boolean
}

/** Every miss counts: what is asked where no annex sets a floor. */
const everyOne = 100

/**
 * Counts judged things: `value = kept / (kept + broken)`. Without a floor one miss breaks the
 * promise; with a floor the share decides. What runs and may still fail makes it `at-risk`.
 */
export function tally(
  judged: readonly Judged[],
  options: { floor?: LevelFloor; detail?: EvaluationDetail } = {}
): Evaluation {
  const kept = count(judged, 'kept')
  const broken = count(judged, 'broken')
  const atRisk = count(judged, 'at-risk')
  const denominator = kept + broken
  const floor = options.floor?.minimumPercent ?? everyOne
  return {
    state: stateOf({ kept, broken, atRisk, floor }),
    value: percent(kept, denominator),
    unit: 'percent',
    numerator: kept,
    denominator,
    breaches: breachesOf(judged),
    evidence: judged.flatMap((item) => item.facts),
    detail: {
      ...options.detail,
      ...(options.floor && {
        minimum: options.floor.minimumPercent,
        ...(options.floor.proposal && { proposal: true as const })
      })
    }
  }
}

/** Shares are compared exactly, by their counts; only what is shown is rounded. */
function stateOf(counts: { kept: number; broken: number; atRisk: number; floor: number }) {
  const { kept, broken, atRisk, floor } = counts
  const reaches = (good: number, all: number) => good * 100 >= floor * all
  if (kept + broken === 0) return atRisk > 0 ? 'at-risk' : 'no-data'
  if (!reaches(kept, kept + broken)) return 'broken'
  return reaches(kept, kept + broken + atRisk) ? 'kept' : 'at-risk'
}

/** Percent of a share, rounded down to two decimals, so that 100 is only ever all of it. */
export function percent(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : Math.floor((numerator * 10_000) / denominator) / 100
}

/** The delays of judged things, nearest rank; nothing where none has one. */
export function delaysOf(judged: readonly Judged[]): { delays?: Delays } {
  const seconds = judged.flatMap((item) => item.seconds ?? []).toSorted((a, b) => a - b)
  const [p50, p90] = [nearestRank(seconds, 0.5), nearestRank(seconds, 0.9)]
  const longest = seconds.at(-1)
  if (p50 === undefined || p90 === undefined || longest === undefined) return {}
  return { delays: { p50, p90, longest } }
}

/** An answer where there is nothing to count. */
export function nothingCounted(detail: EvaluationDetail = {}): Evaluation {
  return { ...tally([]), detail }
}

function count(judged: readonly Judged[], verdict: Judged['verdict']): number {
  return judged.reduce((sum, item) => sum + (item.verdict === verdict ? 1 : 0), 0)
}

function breachesOf(judged: readonly Judged[]): Breach[] {
  return judged.flatMap((item) =>
    item.verdict === 'broken' && item.breach !== undefined
      ? [{ fact: item.breach, at: item.at, service: item.service }]
      : []
  )
}
