import {
  type Agreement,
  type Clause,
  type MeasureKey,
  clausesOf,
  measureParametersOf,
  versionRefOf
} from '../kernel/terms/index.ts'
import { type ClauseState, cachedPart } from './clause-state.ts'
import type { FactBook } from './fact-book.ts'
import type { LevelFloor, Measure, MeasuredVersion, Scope } from './measure.ts'
import { computing } from './measures/index.ts'
import type { Period } from './period.ts'

/** The clause's measure, if it computes from facts; else `null`: another way, or no facts yet. */
export function computingMeasureOf(clause: Clause): Measure<unknown> | null {
  if (!('name' in clause.measure)) return null
  const name: MeasureKey = clause.measure.name
  const measure = computing[name] as Measure<unknown> | undefined
  const hasFacts = measure?.hasFacts?.(measureParametersOf(clause.measure)) ?? true
  return measure !== undefined && hasFacts ? measure : null
}

/** What measures may know of a version: its services and the floors of its annex. */
export function measuredVersion(agreement: Agreement, book: FactBook): MeasuredVersion {
  const annex = agreement.annex?.services ?? []
  return {
    ref: versionRefOf(agreement),
    services: new Set(annex.length > 0 ? annex.map(({ service }) => service) : book.services),
    floors: new Map(floorsOf(agreement, 'promised-time-kept')),
    availabilityFloors: new Map(floorsOf(agreement, 'availability')),
    channels: channelsOf(agreement)
  }
}

/** The floors of an annex for one indicator, by service. */
export function floorsOf(
  agreement: Agreement,
  wanted: 'promised-time-kept' | 'availability'
): [string, LevelFloor][] {
  return (agreement.annex?.services ?? []).flatMap(({ service, levels }) =>
    levels.flatMap(({ indicator, minimum, proposal }): [string, LevelFloor][] =>
      indicator === wanted && minimum !== undefined
        ? [[service, { minimumPercent: minimum, proposal: proposal === true }]]
        : []
    )
  )
}

function channelsOf({ channels }: Agreement): Map<string, string[]> {
  const pairs = channels.flatMap((each) => each.for.map((use) => [use, each.channel] as const))
  const byUse = Map.groupBy(pairs, ([use]) => use)
  return new Map([...byUse].map(([use, own]) => [use, own.map(([, channel]) => channel)]))
}

/**
 * Every computing clause of a version, in every period, for every service and in total; one clause at
 * a time, so that whoever iterates can let others have their turn. Clauses that name the same measure
 * with the same parameters share one evaluation.
 */
export function* scoreVersion(
  agreement: Agreement,
  book: FactBook,
  periods: readonly Period[]
): Generator<ClauseState[], void> {
  const version = measuredVersion(agreement, book)
  for (const clause of clausesOf(agreement)) {
    const measure = computingMeasureOf(clause)
    if (measure !== null) {
      yield scoreClause({ agreement, clause, measure, version, book }, periods)
    }
  }
}

/** Whether a measure with these parameters answers for each service. */
export function scopeOf({ appliesTo }: Measure<unknown>, parameters: unknown): Scope {
  return typeof appliesTo === 'function' ? appliesTo(parameters) : appliesTo
}

interface Scored {
  readonly agreement: Agreement
  readonly clause: Clause
  readonly measure: Measure<unknown>
  readonly version: MeasuredVersion
  readonly book: FactBook
}

function scoreClause(scored: Scored, periods: readonly Period[]): ClauseState[] {
  const { agreement, clause, measure, version, book } = scored
  const parameters = measure.parameters.parse(measureParametersOf(clause.measure))
  const isByService = scopeOf(measure, parameters) === 'service'
  const services = isByService ? [null, ...version.services] : [null]
  const key = `${version.ref} ${measure.name} ${JSON.stringify(parameters)}`
  return periods.flatMap((period) =>
    services.map((service) => ({
      authority: book.authority,
      agreement: agreement.id,
      version: version.ref,
      clause: clause.id,
      service,
      period: period.key,
      ...book.once(`${key} ${period.key} ${service ?? ''}`, () =>
        cachedPart(measure.evaluate({ book, version, period, service, parameters }))
      )
    }))
  )
}
