import { agreementVersions, listAgreements } from '../../agreements/index.ts'
import type { AgreementVersion } from '../../agreements/index.ts'
import { type Clause, clausesOf, isInForce } from '../../kernel/terms/index.ts'
import { type Db, recently } from '../../platform/index.ts'
import { serviceComponent } from '../probes/component.ts'

/** How available a component was promised to be, and where. */
export interface AvailabilityTarget {
  /** 99.5. */
  readonly percent: number
  /** Version that says it, `SK@1405`. */
  readonly version: string
  readonly agreement: string
  readonly clauses: readonly string[]
  /** It is proposed by this project, and stands in no signed text. */
  readonly proposal: boolean
  /** The version was never signed. */
  readonly draft: boolean
}

/**
 * What the agreements promise, by component: the annexes for each service; the text for the desk, where
 * it says «24*7» without any tolerance. Of the version in force, else of the last one that has a figure.
 * What no text names has no target, and so no budget.
 */
export function availabilityTargets(
  db: Db,
  authority: string,
  at: Temporal.Instant
): Promise<ReadonlyMap<string, AvailabilityTarget>> {
  return recently(db, `availability targets ${authority}`, async () => {
    const targets = new Map<string, AvailabilityTarget>()
    for (const { agreement, authority: owner } of await listAgreements(db)) {
      if (owner !== authority) continue
      const versions = await agreementVersions(db, agreement)
      for (const version of leastFirst(versions, at)) collect(version, targets)
    }
    return targets
  })
}

/** In the order of their ends, and the one in force after all others. */
function leastFirst(versions: readonly AgreementVersion[], at: Temporal.Instant) {
  const inForce = versions.filter((version) =>
    isInForce({ validity: version.validity, draft: version.state === 'draft' }, at)
  )
  return [...versions.filter((version) => !inForce.includes(version)), ...inForce]
}

function collect(version: AgreementVersion, targets: Map<string, AvailabilityTarget>): void {
  const { agreement, ref, state, document } = version
  const from = { version: ref, agreement, draft: state === 'draft' }
  for (const { service, levels } of document.annex?.services ?? []) {
    const level = levels.find(({ indicator }) => indicator === 'availability')
    if (level?.minimum === undefined) continue
    const { minimum: percent, clauses, proposal } = level
    const target = { ...from, percent, clauses, proposal: proposal === true }
    targets.set(serviceComponent(service), target)
  }
  const clause = clausesOf(document).find(isDeskAllTheTime)
  if (clause === undefined) return
  targets.set('desk', { ...from, percent: 100, clauses: [clause.id], proposal: false })
}

/** PI-4.1.4a: every minute, taken by the word. */
function isDeskAllTheTime({ measure }: Clause): boolean {
  if (!('name' in measure) || measure.name !== 'availability') return false
  const { of, hours } = measure.parameters as { of?: string; hours?: string }
  return of === 'desk' && hours === '24x7'
}

/** The share of time of a target, as the arithmetic takes it. */
export function shareOf(target: AvailabilityTarget | null): number | null {
  return target === null ? null : target.percent / 100
}
