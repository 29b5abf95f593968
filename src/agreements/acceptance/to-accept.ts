import { clausesOf, isInForce } from '../../kernel/terms/index.ts'
import type { Db } from '../../platform/index.ts'
import { listVersions, withDocuments } from '../agreement-store.ts'
import {
  type AgreementSummary,
  type AgreementVersion,
  termOf,
  versionInForce
} from '../agreement-version.ts'
import type { Standing } from './acceptance-store.ts'

/** A version that has to be accepted before the services of its authority are used. */
export interface ToAccept {
  readonly version: AgreementVersion
  readonly standing: Standing
}

/**
 * What has to be accepted at an authority: the version in force, else the newest draft, else the last
 * text that had force; shown as what it is. `null` where no agreement of the authority asks for it: one
 * asks by a clause that is measured so (PI-1.1a).
 */
export async function toAccept(
  db: Db,
  authority: string,
  at: Temporal.Instant
): Promise<ToAccept | null> {
  const versions = (await listVersions(db)).filter((each) => each.authority === authority)
  const current = versionInForce(versions, at)
  const draft = versions.findLast(({ state }) => state === 'draft')
  const chosen = current ?? draft ?? versions.at(-1)
  if (chosen === undefined) return null
  const [version] = await withDocuments(db, [chosen])
  if (version === undefined || !asksForAcceptance(version)) return null
  return { version, standing: standingAt(version, at) }
}

/** What a version is at an instant. */
export function standingAt(version: AgreementSummary, at: Temporal.Instant): Standing {
  if (isInForce(termOf(version), at)) return 'in-force'
  return version.state === 'draft' ? 'draft' : 'expired'
}

const asking = new Map<string, boolean>()

/** Whether a clause of the text makes it a contract with each applicant. */
export function asksForAcceptance({ sha256, document }: AgreementVersion): boolean {
  const known = asking.get(sha256)
  if (known !== undefined) return known
  const asks = clausesOf(document).some(
    ({ measure }) => 'name' in measure && measure.name === 'agreement-accepted'
  )
  asking.set(sha256, asks)
  return asks
}
