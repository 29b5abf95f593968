import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/index.ts'
import { bucketOfId } from '../case-id.ts'
import type { CaseRecord } from '../case-record.ts'
import { formsDocuments } from '../data-types.ts'

/** A document on the desk of a unit to which it was handed on. */
export interface SharedDocument {
  readonly id: string
  readonly case: string
  readonly document: string
  readonly authority: string
  readonly unit: string
  readonly applicant: string
  /** Why: what was written, or `null` once erased. */
  readonly reason: string | null
  readonly sharedBy: string
  readonly sharedAt: Temporal.Instant
  readonly name: string
  readonly type: string
  readonly sizeBytes: number
  readonly code: string
  readonly cardVersion: string
}

/**
 * Writes down that a document was handed on.
 * @returns `false` where it was handed on to that unit before.
 */
export async function insertShare(
  tx: Tx,
  share: Pick<
    SharedDocument,
    | 'id'
    | 'case'
    | 'document'
    | 'authority'
    | 'unit'
    | 'sharedBy'
    | 'sharedAt'
    | 'applicant'
    | 'code'
    | 'cardVersion'
  > & { readonly reason: string }
): Promise<boolean> {
  const bucket = bucketOfId(share.case)
  // Whoever sends a form twice waits here for the first one.
  await sql`
    select 1 from case_documents
    where bucket = ${bucket} and case_id = ${share.case} and id = ${share.document}
    for update`.execute(tx)
  const to = { authorities: [share.authority], units: [share.unit] }
  if ((await sharedCase(tx, { ...share, ...to })) !== null) return false
  await sql`
    insert into document_shares (bucket, case_id, id, document, authority, unit, reason, data_type,
      shared_by, shared_at, applicant, code, card_version)
    values (${bucket}, ${share.case}, ${share.id}, ${share.document},
      ${share.authority}, ${share.unit}, ${share.reason}, ${formsDocuments}, ${share.sharedBy},
      ${share.sharedAt}, ${share.applicant}, ${share.code}, ${share.cardVersion})`.execute(tx)
  return true
}

/** Units, each with its body. */
export interface UnitsOf {
  readonly authorities: readonly string[]
  readonly units: readonly string[]
}

/** Whose the case of a document is that was handed on to one of these units; `null` where it was not. */
export async function sharedCase(
  db: Db,
  of: { readonly case: string; readonly document: string } & UnitsOf
): Promise<Pick<CaseRecord, 'id' | 'applicant' | 'authority'> | null> {
  const found = await sql<Pick<CaseRecord, 'id' | 'applicant' | 'authority'>>`
    select case_id as id, applicant, authority from document_shares
    where bucket = ${bucketOfId(of.case)} and case_id = ${of.case} and document = ${of.document}
      and (authority, unit) in (
        select * from unnest(${of.authorities}::text[], ${of.units}::text[]))
    limit 1`.execute(db)
  return found.rows[0] ?? null
}

/** What was handed on of a case, as its rows say it: for checking. */
export async function sharesOfCase(
  db: Db,
  id: string
): Promise<Pick<SharedDocument, 'document' | 'unit' | 'applicant' | 'code' | 'cardVersion'>[]> {
  const found = await sql<
    Pick<SharedDocument, 'document' | 'unit' | 'applicant' | 'code' | 'cardVersion'>
  >`
    select document, unit, applicant, code, card_version as "cardVersion" from document_shares
    where bucket = ${bucketOfId(id)} and case_id = ${id}`.execute(db)
  return found.rows
}

/** What was handed on to these units, the newest first. */
export async function sharesTo(db: Db, of: UnitsOf, most: number): Promise<SharedDocument[]> {
  const found = await sql<SharedDocument>`
    select s.id, s.case_id as "case", s.document, s.authority, s.unit, n.text as reason,
      s.shared_by as "sharedBy", s.shared_at as "sharedAt", s.applicant, s.code,
      s.card_version as "cardVersion", d.name, d.type, d.size_bytes as "sizeBytes"
    from document_shares s
    join case_documents d on d.bucket = s.bucket and d.case_id = s.case_id and d.id = s.document
    left join case_notes n on n.bucket = s.bucket and n.case_id = s.case_id and n.id = s.reason::uuid
    where (s.authority, s.unit) in (
      select * from unnest(${of.authorities}::text[], ${of.units}::text[]))
    order by s.shared_at desc limit ${most}`.execute(db)
  return found.rows
}
