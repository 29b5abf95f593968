import type { z } from 'zod'
import type { Bilingual } from '../kernel/persian/index.ts'
import type { Fact, FactKind } from '../ledger/index.ts'
import type { FactBook } from './fact-book.ts'
import type { Period } from './period.ts'

/** What is known of a promise in a period. `not-measurable`: the clause promises nothing countable. */
export const promiseStates = ['kept', 'at-risk', 'broken', 'no-data', 'not-measurable'] as const
/** One of {@link promiseStates}. */
export type PromiseState = (typeof promiseStates)[number]

/** What `value` is counted in: percent 0..100, whole days, articles, whole rials. */
export const valueUnits = ['percent', 'days', 'articles', 'rial'] as const
/** One of {@link valueUnits}. */
export type ValueUnit = (typeof valueUnits)[number]

/** One thing that went against the promise, and the fact that shows it. */
export interface Breach {
  readonly fact: string
  readonly at: Temporal.Instant
  readonly service: string | null
  /** How long it lasted within the period, in whole seconds; absent where it has no length. */
  readonly seconds?: number
}

/** Why a number stands beside no verdict. */
export type Remark = 'levels-not-declared' | 'share-only' | 'estimate' | 'draft' | 'expired'

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
  /** From what happened to the answer that was owed: a notice, a receipt; nearest-rank percentiles. */
  readonly delays?: Delays
  /** Seconds within which that answer is counted as given. */
  readonly limitSeconds?: number
  /** What was counted as time: shares of seconds, and what left the count. */
  readonly time?: TimeShares
  /** Interruptions that nobody planned, as an emergency; counted or not, as the measure says. */
  readonly emergencies?: number
  /** Ended without the closing note that was owed. */
  readonly withoutNote?: number
  /** Seen by a probe of this system alone, none from outside. */
  readonly seenInside?: number
  /** Still to be announced in time. */
  readonly waiting?: number
  /** Controls of which nobody can know from here whether they hold. */
  readonly notKnown?: number
  /** Work that the last drill of a restore would have lost, and how long it took, in seconds. */
  readonly rpoSeconds?: number
  readonly rtoSeconds?: number
  /** Reports of people that wait for nobody's verdict: suspicion, by what they suspect. */
  readonly suspected?: Suspected
  /** Percent that the annex asks for, and whether it is only proposed. */
  readonly minimum?: number
  /** The highest of them, for services together whose floors differ; `minimum` is the lowest. */
  readonly minimumTo?: number
  readonly proposal?: true
  readonly remark?: Remark
  /** Looked at as it stands at the end of the month: a month that runs says as much as any other. */
  readonly standing?: true
}

/** What recipients reported of letters, each a count. */
export interface Suspected {
  readonly forgery: number
  readonly fraud: number
  readonly privacy: number
}

/** Delays in whole seconds, as half of them, nine tenths, and the longest one tell it. */
export interface Delays {
  readonly p50: number
  readonly p90: number
  readonly longest: number
}

/** Shares of time beside a percentage of it, in whole seconds. */
export interface TimeShares {
  readonly down: number
  /** Within planned interruptions whose notice was seen in time. */
  readonly planned: number
  /** Watched by no probe. */
  readonly unknown: number
  /** Downtime that the level allows; absent without a level. */
  readonly budget?: number
  /** Percent of the real month, rounded down to two decimals; of what has passed while it runs. */
  readonly realPercent: number | null
  /** Percent that the text itself asks for, where the annex has a level of its own. */
  readonly textPercent?: number
  /** What of a running month has passed; absent once it is over. */
  readonly passed?: number
  /** Services that no probe watched at all. */
  readonly unwatched?: number
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
  /** Floors of the annex for availability, by service. */
  readonly availabilityFloors: ReadonlyMap<string, LevelFloor>
  /** Channels that the agreement declares, by what they are for: `questions`, `documents`. */
  readonly channels: ReadonlyMap<string, readonly string[]>
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

/** Whether a measure answers for each service and for all, or once for the agreement. */
export type Scope = 'service' | 'agreement'

/** A way to compute a promise from facts. */
export interface Measure<P> {
  readonly name: string
  readonly parameters: z.ZodType<P>
  /** `service`: by service and in total. `agreement`: once for the version. */
  readonly appliesTo: Scope | ((parameters: P) => Scope)
  /** Whether facts are recorded for these parameters; where absent, for all. */
  hasFacts?(parameters: P): boolean
  /** What the counts count: «درخواست», "case"; the English noun takes a plain -s. */
  counted(parameters: P): Bilingual
  /** The counts are seconds, told as what is missing from the whole. */
  readonly countsTime?: true
  /** Kinds of facts that it reads: what a reader needs to count again. */
  readonly reads: readonly FactKind[]
  /** Which facts of those kinds it looks at with these parameters; where absent, all. */
  looksAt?(fact: Fact, parameters: P): boolean
  /** Pure: the same facts, in any order, give the same answer. */
  evaluate(input: MeasureInput<P>): Evaluation
  /** How it is measured, in plain words, with the formula. */
  explain(parameters: P): Bilingual
}
