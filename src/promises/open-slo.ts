import type { AgreementVersion } from '../agreements/index.ts'
import { type Clause, clausesOf, measureParametersOf } from '../kernel/terms/index.ts'
import type { LevelFloor } from './measure.ts'
import { computingMeasureOf, floorsOf, scopeOf } from './score.ts'

/** What of an annex has a floor, and how the objective is told. */
const indicators = {
  'promised-time-kept': { measure: 'turnaround', title: 'Promised time kept' },
  availability: { measure: 'availability', title: 'Availability' }
} as const

type Indicator = keyof typeof indicators

/**
 * The floors of an annex in the terms of OpenSLO v1: one objective for each service and indicator, over
 * windows of the contract's 30 days. Availability counts seconds. A clause without a floor has none
 * here: OpenSLO has no target of 100 %.
 * @see https://github.com/OpenSLO/OpenSLO/blob/main/README.md
 */
export function openSloDocuments(version: AgreementVersion, origin: string): object[] {
  return (Object.keys(indicators) as Indicator[]).flatMap((indicator) => {
    const clause = clausesOf(version.document).find((each) => isCountedBy(each, indicator))
    if (clause === undefined) return []
    return floorsOf(version.document, indicator)
      .filter(([, floor]) => floor.minimumPercent < 100)
      .map(([service, floor]) => objective({ version, origin, indicator, clause, service, floor }))
  })
}

/** The clause whose counts by service are those of the indicator. */
function isCountedBy(clause: Clause, indicator: Indicator): boolean {
  const measure = computingMeasureOf(clause)
  if (measure?.name !== indicators[indicator].measure) return false
  return scopeOf(measure, measureParametersOf(clause.measure)) === 'service'
}

function objective(one: {
  readonly version: AgreementVersion
  readonly origin: string
  readonly indicator: Indicator
  readonly clause: Clause
  readonly service: string
  readonly floor: LevelFloor
}): object {
  const { version, origin, clause, service, floor } = one
  const { title } = indicators[one.indicator]
  const data = (column: 'numerator' | 'denominator') => ({
    metricSource: {
      type: 'peyman-promises',
      spec: {
        url: `${origin}/promises.csv`,
        version: version.ref,
        clause: clause.id,
        service,
        column
      }
    }
  })
  const name = `${version.ref}-${clause.id}-${service}`
  const titles = version.document.annex?.services ?? []
  return {
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: {
      name: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
      displayName: titles.find((each) => each.service === service)?.title.en ?? service,
      annotations: {
        agreement: version.ref,
        clause: clause.id,
        page: `${origin}/agreements/${version.agreement}/${version.version}/clauses/${clause.id}`,
        ...(floor.proposal && { proposal: 'true' })
      }
    },
    spec: {
      description: clause.en,
      service,
      indicator: {
        metadata: { name: `${one.indicator}-${service}` },
        spec: {
          ratioMetric: { counter: false, good: data('numerator'), total: data('denominator') }
        }
      },
      timeWindow: [{ duration: '30d', isRolling: true }],
      // Of availability each second is an occurrence.
      budgetingMethod: 'Occurrences',
      objectives: [{ displayName: title, target: share(floor.minimumPercent) }]
    }
  }
}

/** Percent as a share, without the tail of a binary fraction. */
function share(percent: number): number {
  return Math.round(percent * 1000) / 100_000
}
