import { agreementVersions, listAgreements } from '../../agreements/index.ts'
import type { AgreementVersion } from '../../agreements/index.ts'
import { isInForce } from '../../kernel/terms/index.ts'
import { type Db, recently } from '../../platform/index.ts'

/** How available a service was promised to be, and where. */
export interface AvailabilityTarget {
  /** 99.5. */
  readonly percent: number
  /** Version whose annex says it, `SK@1405`. */
  readonly version: string
  readonly agreement: string
  readonly clauses: readonly string[]
  /** It is proposed by this project, and stands in no signed text. */
  readonly proposal: boolean
}

/**
 * The availability that the annexes name for each service: of the version in force, else of the last
 * one that has a figure for it. A service that no annex names has no target, and so no budget.
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
  for (const { service, levels } of version.document.annex?.services ?? []) {
    const level = levels.find(({ indicator }) => indicator === 'availability')
    if (level?.minimum === undefined) continue
    targets.set(service, {
      percent: level.minimum,
      version: version.ref,
      agreement: version.agreement,
      clauses: level.clauses,
      proposal: level.proposal === true
    })
  }
}

/** The share of time of a target, as the arithmetic takes it. */
export function shareOf(target: AvailabilityTarget | null): number | null {
  return target === null ? null : target.percent / 100
}
