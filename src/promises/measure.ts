import type { z } from 'zod'
import type { Bilingual } from '../kernel/persian/index.ts'
import type { FactKind } from '../ledger/index.ts'
import type { FactBook } from './fact-book.ts'
import type { Period } from './period.ts'

/** What is known of a promise in a period. `not-measurable`: the clause promises nothing countable. */
export const promiseStates = ['kept', 'at-risk', 'broken', 'no-data', 'not-measurable'] as const
/** One of {@link promiseStates}. */
export type PromiseState = (typeof promiseStates)[number]

/** What `value` is counted in: percent 0..100, whole days, articles. */
export const valueUnits = ['percent', 'days', 'articles'] as const
/** One of {@link valueUnits}. */
export type ValueUnit = (typeof valueUnits)[number]

/** One thing that went against the promise, and the fact that shows it. */
export interface Breach {
  readonly fact: string
  readonly at: Temporal.Instant
  readonly service: string | null
}

/** Why a number stands beside no verdict. */
export type Remark = 'levels-not-declared' | 'share-only' | 'draft' | 'expired'

/** Figures beside the verdict; a figure that a measure does not have is absent. */
export interface EvaluationDetail {
  /** Running cases that have used more than three quarters of their time. */
  readonly atRisk?: number
  /** Running cases, those at risk and those that wait for the applicant included. */
  readonly running?: number
  /** Cases past their due instant of this period that have not ended yet. */
  readonly lateOpen?: number
  /** Attempts that the system refused, so that nothing was broken. */
  readonly prevented?: number
  /** Counted time of the delivered cases, nearest-rank percentiles; none where two clocks ran. */
  readonly p50Seconds?: number
  readonly p90Seconds?: number
  /** The percentiles are seconds of office hours; else of all hours. */
  readonly inOfficeHours?: true
  /** Percent that the annex asks for, and whether it is only proposed. */
  readonly minimum?: number
  /** The highest of them, for services together whose floors differ; `minimum` is the lowest. */
  readonly minimumTo?: number
  readonly proposal?: true
  readonly remark?: Remark
  /** Looked at as it stands at the end of the month: a month that runs says as much as any other. */
  readonly standing?: true
}

/** The answer of a measure for one service (or all of them) in one period. */
export interface Evaluation {
  readonly state: PromiseState
  /** In `unit`; `null` where nothing was counted. A percentage is rounded down to two decimals. */
  readonly value: number | null
  readonly unit: ValueUnit
  readonly numerator: number
  readonly denominator: number
  readonly breaches: readonly Breach[]
  /** Ids of the facts that were counted. */
  readonly evidence: readonly string[]
  readonly detail: EvaluationDetail
}

/** A floor of the agreement's annex for one service. */
export interface LevelFloor {
  readonly minimumPercent: number
  readonly proposal: boolean
}

/** What a measure may know of the version whose clause is measured. */
export interface MeasuredVersion {
  /** `SK@1405`. */
  readonly ref: string
  /** Services of the annex; every published service of the authority where it lists none. */
  readonly services: ReadonlySet<string>
  /** Floors of the annex for the share of promised times kept, by service. */
  readonly floors: ReadonlyMap<string, LevelFloor>
}

/** Everything that an evaluation may use; nothing else decides its answer. */
export interface MeasureInput<P> {
  readonly book: FactBook
  readonly version: MeasuredVersion
  readonly period: Period
  /** Code of one service; `null` for all of them together. */
  readonly service: string | null
  readonly parameters: P
}

/** A way to compute a promise from facts. */
export interface Measure<P> {
  readonly name: string
  readonly parameters: z.ZodType<P>
  /** `service`: by service and in total. `agreement`: once for the version. */
  readonly appliesTo: 'service' | 'agreement'
  /** Whether facts are recorded for these parameters; where absent, for all. */
  hasFacts?(parameters: P): boolean
  /** What the counts count: «درخواست», "case"; the English noun takes a plain -s. */
  counted(parameters: P): Bilingual
  /** Kinds of facts that it reads: what a reader needs to count again. */
  readonly reads: readonly FactKind[]
  /** Pure: the same facts, in any order, give the same answer. */
  evaluate(input: MeasureInput<P>): Evaluation
  /** How it is measured, in plain words, with the formula. */
  explain(parameters: P): Bilingual
}
