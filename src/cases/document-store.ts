import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../platform/index.ts'
import { bucketOfId } from './case-id.ts'
import type { DocumentRecord, Given, Note, StoredDocument } from './case-record.ts'
import { caseRecords, formsDocuments } from './data-types.ts'

const columns = sql`id, type, name, media_type as "mediaType", size_bytes as "sizeBytes", sha256, channel,
  tracking_number as "trackingNumber", office_code as "officeCode", arrived_at as "arrivedAt",
  received_at as "registeredAt", data_type as "dataType", origin, given_by as "givenBy"`

/** The documents of a case in the order in which they came. */
export async function documentsOf(db: Db, caseId: string): Promise<StoredDocument[]> {
  const found = await sql<StoredDocument>`
    select ${columns} from case_documents
    where bucket = ${bucketOfId(caseId)} and case_id = ${caseId} order by received_at, id`.execute(
    db
  )
  return found.rows
}

/** A document with the application that it came with, and what came of reading it back. */
export interface OwnedDocument extends StoredDocument {
  readonly case: string
  readonly code: string
  readonly authority: string
  readonly cardVersion: string
  readonly checkedAt: Temporal.Instant | null
  readonly isWhole: boolean | null
}

/** The documents of all applications of a person, the newest first, from the one after `before` on. */
export async function documentsOfApplicant(
  db: Db,
  query: { readonly applicant: string; readonly before: string | null; readonly most: number }
): Promise<OwnedDocument[]> {
  const { applicant, before, most } = query
  const found = await sql<OwnedDocument>`
    select d.*, c.id as "case", c.code, c.authority, c.card_version as "cardVersion"
    from cases c join lateral (
      select ${columns}, checked_at as "checkedAt", is_whole as "isWhole" from case_documents
      where bucket = c.bucket and case_id = c.id) d on true
    where c.bucket = ${bucketOf(applicant)} and c.applicant = ${applicant} and c.erased_at is null
      and (${before}::uuid is null or d.id < ${before}::uuid)
    order by d.id desc limit ${most}`.execute(db)
  return found.rows
}

/** Adds a document to a case. */
export async function insertDocument(
  tx: Tx,
  caseId: string,
  document: DocumentRecord & { readonly given: Given }
): Promise<void> {
  await sql`
    insert into case_documents (bucket, case_id, id, type, name, media_type, size_bytes, sha256, channel,
      tracking_number, office_code, arrived_at, received_at, data_type, origin, given_by)
    values (${bucketOfId(caseId)}, ${caseId}, ${document.id}, ${document.type}, ${document.name},
      ${document.mediaType}, ${document.sizeBytes}, ${document.sha256}, ${document.channel},
      ${document.trackingNumber}, ${document.officeCode}, ${document.arrivedAt},
      ${document.registeredAt}, ${formsDocuments}, ${document.given.origin},
      ${document.given.by})`.execute(tx)
}

/** The notes of a case. */
export async function notesOf(db: Db, caseId: string): Promise<Note[]> {
  const found = await sql<Note>`
    select id, author, text, written_at as "writtenAt" from case_notes
    where bucket = ${bucketOfId(caseId)} and case_id = ${caseId} order by id`.execute(db)
  return found.rows
}

/** Writes notes of a case. */
export async function insertNotes(tx: Tx, caseId: string, notes: readonly Note[]): Promise<void> {
  if (notes.length === 0) return
  await sql`
    insert into case_notes (bucket, case_id, id, author, text, written_at, data_type)
    select ${bucketOfId(caseId)}, ${caseId}::uuid, n.*, ${caseRecords} from unnest(${notes.map((n) => n.id)}::uuid[],
      ${notes.map((n) => n.author)}::text[], ${notes.map((n) => n.text)}::text[],
      ${notes.map((n) => n.writtenAt)}::timestamptz[]) as n`.execute(tx)
}
