import { sql } from 'kysely'
import { type Db, json } from '../platform/index.ts'
import { bucketOfId } from './case-id.ts'
import type { DocumentRecord } from './case-record.ts'
import { formsDocuments } from './data-types.ts'
import type { Receipt } from './receipt.ts'

/** Inserts a receipt; part of the statement that files its case. */
export function receiptInsertion({ case: id, issuedAt, ...content }: Receipt) {
  return sql`insert into case_receipts (bucket, case_id, issued_at, content, data_type)
    values (${bucketOfId(id)}, ${id}, ${issuedAt}, ${json(content)}, ${formsDocuments})`
}

/** The receipt of a case as it was issued; `null` for a case that was filed before receipts were kept. */
export async function receiptOfCase(db: Db, id: string): Promise<Receipt | null> {
  const found = await sql<{ issuedAt: Temporal.Instant; content: Written }>`
    select issued_at as "issuedAt", content from case_receipts
    where bucket = ${bucketOfId(id)} and case_id = ${id}`.execute(db)
  const [row] = found.rows
  return row === undefined ? null : { case: id, issuedAt: row.issuedAt, ...read(row.content) }
}

type Content = Omit<Receipt, 'case' | 'issuedAt'>

/** As JSON keeps it: instants are texts. */
type Written = Omit<Content, 'filedAt' | 'startedAt' | 'dueAt' | 'documents'> & {
  readonly filedAt: string
  readonly startedAt: string | null
  readonly dueAt: string | null
  readonly documents: readonly (Omit<DocumentRecord, 'arrivedAt' | 'registeredAt'> & {
    readonly arrivedAt: string | null
    readonly registeredAt: string
  })[]
}

function read(content: Written): Content {
  return {
    ...content,
    filedAt: Temporal.Instant.from(content.filedAt),
    startedAt: instantOrNull(content.startedAt),
    dueAt: instantOrNull(content.dueAt),
    documents: content.documents.map((document) => ({
      ...document,
      arrivedAt: instantOrNull(document.arrivedAt),
      registeredAt: Temporal.Instant.from(document.registeredAt)
    }))
  }
}

function instantOrNull(text: string | null): Temporal.Instant | null {
  return text === null ? null : Temporal.Instant.from(text)
}
