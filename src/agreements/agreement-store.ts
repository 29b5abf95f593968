import { type RawBuilder, sql } from 'kysely'
import type { Agreement } from '../kernel/terms/index.ts'
import { type Db, type Tx, json, recently } from '../platform/index.ts'
import type { AgreementId, AgreementSummary, AgreementVersion } from './agreement-version.ts'

interface SummaryRow extends Omit<AgreementSummary, 'ref' | 'validity'> {
  readonly validFrom: Temporal.Instant | null
  readonly validTo: Temporal.Instant
}

const columns = sql`v.agreement, v.version, v.revision, v.authority, v.state,
  v.valid_from as "validFrom", v.valid_to as "validTo", v.sha256, v.imported_at as "importedAt"`

const newest = sql`v.revision = (select max(n.revision) from agreement_versions n
  where n.agreement = v.agreement and n.version = v.version)`
const inForce = sql`v.revision = (select max(e.revision) from agreement_effects e
  where e.agreement = v.agreement and e.version = v.version)`

/**
 * Every agreement's versions, each in the revision that holds, in the order of their ends. What was
 * announced and waits for its notice to be seen is not among them.
 */
export function listVersions(db: Db, agreement?: AgreementId): Promise<AgreementSummary[]> {
  return recently(db, `agreement versions ${agreement ?? '*'}`, async () => {
    const which = agreement === undefined ? sql`true` : sql`v.agreement = ${agreement}`
    return (await versionsWhere(db, which)).map(summaryOf)
  })
}

/** The versions of all agreements of an authority. */
export async function versionsOfAuthority(db: Db, authority: string): Promise<AgreementSummary[]> {
  return (await versionsWhere(db, sql`v.authority = ${authority}`)).map(summaryOf)
}

async function versionsWhere(
  db: Db,
  which: RawBuilder<unknown>,
  revision: RawBuilder<unknown> = inForce
): Promise<SummaryRow[]> {
  const found = await sql<SummaryRow>`
    select ${columns} from agreement_versions v where ${which} and ${revision}
    order by v.agreement, v.valid_to, v.version`.execute(db)
  return found.rows
}

// A text never changes under its hash, so it is read once for each process.
const documents = new Map<string, Agreement>()

/** Versions with their documents, in the order in which they were given. */
export async function withDocuments(
  db: Db,
  versions: readonly AgreementSummary[]
): Promise<AgreementVersion[]> {
  const unread = versions.map(({ sha256 }) => sha256).filter((sha256) => !documents.has(sha256))
  if (unread.length > 0) {
    const found = await sql<{ sha256: string; document: Agreement }>`
      select sha256, document from agreement_versions where sha256 = any(${unread}::text[])`.execute(
      db
    )
    for (const row of found.rows) documents.set(row.sha256, row.document)
  }
  return versions.map((version) => {
    const document = documents.get(version.sha256)
    if (document === undefined) throw new Error(`${version.ref} has no document`)
    return { ...version, document }
  })
}

/** The file as it was imported, byte for byte, of the revision that holds or of another; or `null`. */
export async function sourceTextOf(
  db: Db,
  of: { readonly agreement: AgreementId; readonly version: string; readonly revision?: number }
): Promise<string | null> {
  const which = of.revision === undefined ? inForce : sql`v.revision = ${of.revision}`
  const found = await sql<{ text: string }>`
    select v.source_text as text from agreement_versions v
    where v.agreement = ${of.agreement} and v.version = ${of.version} and ${which}`.execute(db)
  return found.rows[0]?.text ?? null
}

/** One text of a version, in force or not, with its document; `null` where there is none. */
export async function revisionOf(
  db: Db,
  of: { readonly agreement: AgreementId; readonly version: string; readonly revision: number }
): Promise<AgreementVersion | null> {
  const [found] = await versionsWhere(
    db,
    sql`v.agreement = ${of.agreement} and v.version = ${of.version}
      and v.revision = ${of.revision}`,
    sql`true`
  )
  return found === undefined ? null : ((await withDocuments(db, [summaryOf(found)]))[0] ?? null)
}

/** Whether anything of an agreement was ever imported. */
export async function isKnownAgreement(db: Db, agreement: AgreementId): Promise<boolean> {
  const found = await sql`
    select 1 from agreement_versions where agreement = ${agreement} limit 1`.execute(db)
  return found.rows.length > 0
}

/** Hashes of the newest revisions, in force or announced: what an import compares its files with. */
export async function importedHashes(db: Db): Promise<Set<string>> {
  const found = await sql<{ sha256: string }>`
    select v.sha256 from agreement_versions v where ${newest}`.execute(db)
  return new Set(found.rows.map(({ sha256 }) => sha256))
}

/** A version about to be kept. */
export interface NewVersion extends Omit<AgreementVersion, 'ref' | 'revision'> {
  readonly sourceText: string
}

/**
 * Keeps a version as its next revision, unless its newest revision is this very text.
 * @returns The revision, or `null` where the text was there: another process kept it meanwhile.
 */
export async function insertVersion(tx: Tx, version: NewVersion): Promise<number | null> {
  for (;;) {
    const revision = await tryInsert(tx, version)
    if (revision !== null) return revision
    // Either this text is there, or another took the number: then the next one is tried.
    if ((await importedHashes(tx)).has(version.sha256)) return null
  }
}

async function tryInsert(tx: Tx, version: NewVersion): Promise<number | null> {
  const { agreement, validity } = version
  const found = await sql<{ revision: number }>`
    insert into agreement_versions (agreement, version, revision, authority, state, valid_from,
      valid_to, document, source_text, sha256, imported_at)
    select ${agreement}, ${version.version},
      coalesce((select max(n.revision) from agreement_versions n
        where n.agreement = ${agreement} and n.version = ${version.version}), 0) + 1,
      ${version.authority}, ${version.state}, ${validity.from}, ${validity.to},
      ${json(version.document)}, ${version.sourceText}, ${version.sha256}, ${version.importedAt}
    where not exists (select 1 from agreement_versions v where v.agreement = ${agreement}
      and v.version = ${version.version} and v.sha256 = ${version.sha256} and ${newest})
    on conflict do nothing returning revision`.execute(tx)
  return found.rows[0]?.revision ?? null
}

/** Notes a milestone of a version; `false` where it was noted before. */
export async function insertMilestone(
  tx: Tx,
  at: { agreement: AgreementId; version: string; milestone: string; notedAt: Temporal.Instant }
): Promise<boolean> {
  const found = await sql`
    insert into agreement_milestones (agreement, version, milestone, noted_at)
    values (${at.agreement}, ${at.version}, ${at.milestone}, ${at.notedAt})
    on conflict do nothing returning milestone`.execute(tx)
  return found.rows.length > 0
}

function summaryOf({ validFrom, validTo, ...row }: SummaryRow): AgreementSummary {
  return {
    ...row,
    ref: `${row.agreement}@${row.version}`,
    validity: { from: validFrom, to: validTo }
  }
}
