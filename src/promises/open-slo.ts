import type { AgreementVersion } from '../agreements/index.ts'
import { clausesOf } from '../kernel/terms/index.ts'
import { computingMeasureOf, floorsOf } from './score.ts'

/**
 * The floors of an annex in the terms of OpenSLO v1: one objective for each service, over windows of
 * the contract's 30 days. A clause without a floor has none here: OpenSLO has no target of 100 %.
 * @see https://github.com/OpenSLO/OpenSLO/blob/main/README.md
 */
export function openSloDocuments(version: AgreementVersion, origin: string): object[] {
  const floors = floorsOf(version.document).filter(([, floor]) => floor.minimumPercent < 100)
  const clause = clausesOf(version.document).find(
    (each) => computingMeasureOf(each)?.name === 'turnaround'
  )
  if (clause === undefined) return []
  const titles = new Map(
    (version.document.annex?.services ?? []).map(({ service, title }) => [service, title.en])
  )
  const data = (service: string, of: 'numerator' | 'denominator') => ({
    metricSource: {
      type: 'peyman-promises',
      spec: {
        url: `${origin}/promises.csv`,
        version: version.ref,
        clause: clause.id,
        service,
        column: of
      }
    }
  })
  return floors.map(([service, { minimumPercent, proposal }]) => ({
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: {
      name: `${version.ref}-${clause.id}-${service}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
      displayName: titles.get(service) ?? service,
      annotations: {
        agreement: version.ref,
        clause: clause.id,
        page: `${origin}/agreements/${version.agreement}/${version.version}/clauses/${clause.id}`,
        ...(proposal && { proposal: 'true' })
      }
    },
    spec: {
      description: clause.en,
      service,
      indicator: {
        metadata: { name: `promised-time-kept-${service}` },
        spec: {
          ratioMetric: {
            counter: false,
            good: data(service, 'numerator'),
            total: data(service, 'denominator')
          }
        }
      },
      timeWindow: [{ duration: '30d', isRolling: true }],
      budgetingMethod: 'Occurrences',
      objectives: [{ displayName: 'Promised time kept', target: minimumPercent / 100 }]
    }
  }))
}
