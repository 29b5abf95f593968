import { type ClauseStanding, measureNameOf } from './clause-standing.ts'
import { type ClauseState, monthFigures } from './clause-state.ts'
import type { PromiseState, TimeShares, ValueUnit } from './measure.ts'
import type { LivingVersion } from './read-states.ts'

/** One promise as programs read it. */
export interface OpenPromise {
  readonly agreement: string
  readonly version: string
  readonly clause: string
  readonly measure: string
  /** How it is accounted for: `facts`, or why no number stands here. */
  readonly accounting: ClauseStanding['accounting']
  /** Absent for all services together. */
  readonly service?: string
  /** Jalali month, `1405-09`; `null` where nothing was counted. */
  readonly period: string | null
  readonly state: PromiseState
  readonly value: number | null
  readonly unit: ValueUnit | null
  readonly numerator: number
  readonly denominator: number
  readonly breaches: number
  /** Ids of facts, those of breaches first; `evidenceCount` says how many there are. */
  readonly evidence: readonly string[]
  readonly evidenceCount: number
  /** Percent that the annex asks for, if it does, and whether that is only proposed. */
  readonly minimum: number | null
  readonly proposal: boolean
  /** Of availability: percent of the real month, and the seconds that left the denominator. */
  readonly realPercent: number | null
  readonly plannedSeconds: number | null
  readonly unknownSeconds: number | null
  /** The page with the formula, the months and the facts. */
  readonly page: string
}

interface Subject {
  readonly living: Pick<LivingVersion, 'version'>
  readonly standing: ClauseStanding
  readonly service?: string
  readonly origin: string
}

/** A clause as its newest month leaves it. */
export function openPromise(subject: Subject): OpenPromise {
  return { ...head(subject), ...numbers(subject.standing.newest), state: subject.standing.state }
}

/** A clause in one month. */
export function openMonth(subject: Subject, state: ClauseState): OpenPromise {
  return { ...head(subject), ...numbers(state) }
}

function head({ living, standing, service, origin }: Subject) {
  const { agreement, version, ref } = living.version
  const { clause, accounting } = standing
  const query = service === undefined ? '' : `?service=${service}`
  return {
    agreement,
    version: ref,
    clause: clause.id,
    measure: measureNameOf(clause),
    accounting,
    ...(service !== undefined && { service }),
    page: `${origin}/agreements/${agreement}/${version}/clauses/${clause.id}${query}`
  }
}

function numbers(state: ClauseState | null) {
  return {
    period: state?.period ?? null,
    ...monthFigures(state),
    ...evidenceOf(state)
  }
}

function evidenceOf(state: ClauseState | null) {
  const { evidence = [], evidenceCount = 0, detail = {} } = state ?? {}
  return {
    evidence,
    evidenceCount,
    minimum: detail.minimum ?? null,
    proposal: detail.proposal ?? false,
    ...timeOf(detail.time)
  }
}

function timeOf(time: TimeShares | undefined) {
  return {
    realPercent: time?.realPercent ?? null,
    plannedSeconds: time?.planned ?? null,
    unknownSeconds: time?.unknown ?? null
  }
}
