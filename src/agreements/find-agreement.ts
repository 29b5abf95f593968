import { type Db, NotFoundError } from '../platform/index.ts'
import { listVersions, versionsOfAuthority, withDocuments } from './agreement-store.ts'
import {
  type AgreementId,
  type AgreementStanding,
  type AgreementSummary,
  type AgreementVersion,
  standingOf,
  versionInForce
} from './agreement-version.ts'

/** Every agreement of this installation with its versions, by name. */
export async function listAgreements(
  db: Db
): Promise<{ agreement: AgreementId; authority: string; versions: AgreementSummary[] }[]> {
  const byName = Map.groupBy(await listVersions(db), ({ agreement }) => agreement)
  return [...byName].map(([agreement, versions]) => ({
    agreement,
    authority: versions[0]?.authority ?? '',
    versions
  }))
}

/** All versions of an agreement with their documents, in the order of their ends; empty for none. */
export async function agreementVersions(db: Db, id: AgreementId): Promise<AgreementVersion[]> {
  return withDocuments(db, await listVersions(db, id))
}

/** The version in force at an instant, to the second in Tehran; `null` where none was. */
export async function agreementInForce(
  db: Db,
  id: AgreementId,
  at: Temporal.Instant
): Promise<AgreementVersion | null> {
  const version = versionInForce(await listVersions(db, id), at)
  return version === null ? null : ((await withDocuments(db, [version]))[0] ?? null)
}

/**
 * Where an agreement stands: what is in force, what a reader is shown, the days without one.
 * @throws {NotFoundError} If there is no such agreement.
 */
export async function agreementStanding(
  db: Db,
  id: AgreementId,
  at: Temporal.Instant
): Promise<AgreementStanding> {
  const versions = await listVersions(db, id)
  if (versions.length === 0) throw new NotFoundError()
  return standingOf(versions, at)
}

/** Under which agreement a service stands at an instant. */
export interface ServiceAgreement {
  /** The version that a new case names; `null` where none is in force. */
  readonly version: AgreementVersion | null
  /** Whether that version's annex lists the service. */
  readonly covered: boolean
  /** Agreements of the authority, none of which may be in force. */
  readonly agreements: readonly AgreementId[]
}

/**
 * The agreement that a service stands under. Where none is in force the service goes on (SK-6.2b)
 * and is marked so; an annex that lists no service covers none by name.
 */
export async function serviceAgreementState(
  db: Db,
  service: { readonly authority: string; readonly code: string },
  at: Temporal.Instant
): Promise<ServiceAgreement> {
  const versions = await versionsOfAuthority(db, service.authority)
  const current = versionInForce(versions, at)
  const [version] = current === null ? [] : await withDocuments(db, [current])
  const listed = version?.document.annex?.services ?? []
  return {
    version: version ?? null,
    covered: listed.some((one) => one.service === service.code),
    agreements: [...new Set(versions.map(({ agreement }) => agreement))]
  }
}
