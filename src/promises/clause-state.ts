import type { Breach, Evaluation } from './measure.ts'

/**
 * What was found for one clause of one version, for one service (or all), in one month. A cache of an
 * {@link Evaluation}: it can be rebuilt from the facts, and `checkPromises` proves it.
 */
export interface ClauseState extends Omit<Evaluation, 'breaches' | 'evidence'> {
  readonly authority: string
  /** `SK`. */
  readonly agreement: string
  /** `SK@1405`. */
  readonly version: string
  /** `SK-5.4a`. */
  readonly clause: string
  /** `null`: all services of the version together. */
  readonly service: string | null
  /** Key of a Jalali month, `1405-09`. */
  readonly period: string
  /** The newest of them, at most {@link listedMax}; the facts page lists all. */
  readonly breaches: readonly Breach[]
  readonly breachCount: number
  /** Ids of facts, those of breaches first, at most {@link listedMax}. */
  readonly evidence: readonly string[]
  readonly evidenceCount: number
}

/** How many breaches and facts a cached state names; it counts them all. */
export const listedMax = 20

/** Where a cache of one authority came from. */
export interface ScoreRun {
  readonly authority: string
  /** Newest fact that was read; `null` where there was none. */
  readonly factsThrough: string | null
  /** How many facts of the minutes before it were there; one more is a fact that was missed. */
  readonly factsRecent: number | null
  readonly factsRead: number
  /** Hash of the measures' own source: other code makes other numbers. */
  readonly codeVersion: string
  readonly asOf: Temporal.Instant
  readonly tookMs: number
}

/** The part of an evaluation that is kept. */
export function cachedPart(
  evaluation: Evaluation
): Pick<ClauseState, keyof Evaluation | 'breachCount' | 'evidenceCount'> {
  const { breaches, evidence } = evaluation
  const newest = breaches.toSorted((a, b) => Temporal.Instant.compare(b.at, a.at))
  const listed = newest.slice(0, listedMax)
  const named = new Set([...listed.map(({ fact }) => fact), ...evidence.slice(-listedMax)])
  return {
    ...evaluation,
    breaches: listed,
    breachCount: breaches.length,
    evidence: [...named].slice(0, listedMax),
    evidenceCount: evidence.length
  }
}

/** The figures of one month as programs read them; a month that was not counted has none. */
export function monthFigures(state: ClauseState | null) {
  if (state === null) {
    const counts = { numerator: 0, denominator: 0, breaches: 0 }
    return { state: 'no-data' as const, value: null, unit: null, ...counts }
  }
  const { value, unit, numerator, denominator, breachCount } = state
  return { state: state.state, value, unit, numerator, denominator, breaches: breachCount }
}
