import { sql } from 'kysely'
import type { dataPolicy } from '../../agreements/index.ts'
import type { Db, Tx } from '../../platform/index.ts'

type Found = dataPolicy.PolicyFound

/** A stretch of time of one authority: from the check before to this one. */
export interface CheckedTime {
  readonly authority: string
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
}

const none: Found = { checked: 0, failed: 0, refused: 0 }

/** Tables whose rows name a kind of data, and those among them where a row could do without. */
export async function checkTypes(db: Db): Promise<Found> {
  const found = await sql<Found>`
    select count(*)::integer as checked, 0 as refused,
      count(*) filter (where not a.attnotnull or not exists (
        select 1 from pg_constraint c where c.conrelid = a.attrelid and c.contype = 'f'
          and c.convalidated and c.confrelid = 'data_types'::regclass
          and a.attnum = any(c.conkey)))::integer as failed
    from pg_attribute a join pg_class t on t.oid = a.attrelid
    where a.attname = 'data_type' and t.relkind = 'r' and t.relnamespace = 'public'::regnamespace
      and t.relname <> 'retention_rules'`.execute(db)
  return found.rows[0] ?? none
}

/** Documents that came, and those that nobody gave whom the policy names. */
export async function checkProviders(db: Db, time: CheckedTime): Promise<Found> {
  const found = await sql<Found>`
    select count(*)::integer as checked, 0 as refused, count(*) filter (
      where d.origin not in ('applicant', 'delegate', 'counter'))::integer as failed
    from case_documents d join cases c on c.bucket = d.bucket and c.id = d.case_id
    where c.authority = ${time.authority} and d.received_at >= ${time.from}
      and d.received_at < ${time.to}`.execute(db)
  return found.rows[0] ?? none
}

/** Reasons by which somebody reads what was given to a body. */
const readersBecause = ['own-data', 'own-grant', 'has-the-matter', 'handed-on', 'oversees']

/** Looks at what people gave, those by nobody whom the policy names, and those that were refused. */
export async function checkReaders(db: Db, time: CheckedTime): Promise<Found> {
  const found = await sql<Found>`
    select count(*) filter (where kind <> 'access.refused')::integer as checked,
      count(*) filter (where kind = 'access.refused')::integer as refused,
      count(*) filter (where kind = 'access.allowed'
        and not (body ->> 'because' = any(${readersBecause}::text[])))::integer as failed
    from facts
    where authority = ${time.authority} and at >= ${time.from} and at < ${time.to}
      and (kind = 'case.viewed' or (kind in ('access.allowed', 'access.refused')
        and body ->> 'dataType' = 'forms-documents' and body ->> 'action' in ('read', 'export')))`.execute(
    db
  )
  return found.rows[0] ?? none
}

/** Documents that were handed on, those outside their body, and attempts that were refused. */
export async function checkShares(db: Db, time: CheckedTime): Promise<Found> {
  const shares = await sql<Found>`
    select count(*)::integer as checked, 0 as refused,
      count(*) filter (where s.authority <> c.authority)::integer as failed
    from document_shares s join cases c on c.bucket = s.bucket and c.id = s.case_id
    where c.authority = ${time.authority} and s.shared_at >= ${time.from}
      and s.shared_at < ${time.to}`.execute(db)
  return { ...(shares.rows[0] ?? none), refused: await refusals(db, time, ['share', 'publish']) }
}

/**
 * Tables of content, and those that the role of analysis, or everybody in the database, could read:
 * statistics are made of counts of events alone.
 */
export async function checkAnalysis(db: Db, time: CheckedTime): Promise<Found> {
  const found = await sql<Found>`
    select count(*)::integer as checked, 0 as refused, count(*) filter (where exists (
      select 1 from (select rolname::text as name from pg_roles where rolname = 'peyman_analytics'
        union all select 'public') as r
      where has_any_column_privilege(r.name, t.oid, 'select')))::integer as failed
    from pg_class t
    where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace and exists (
      select 1 from pg_constraint c where c.conrelid = t.oid and c.contype = 'f'
        and c.confrelid = 'data_types'::regclass)`.execute(db)
  return { ...(found.rows[0] ?? none), refused: await refusals(db, time, ['analyse']) }
}

async function refusals(db: Db, time: CheckedTime, actions: readonly string[]): Promise<number> {
  const found = await sql<{ refused: number }>`
    select count(*)::integer as refused from facts
    where authority = ${time.authority} and kind = 'access.refused' and at >= ${time.from}
      and at < ${time.to} and body ->> 'action' = any(${actions}::text[])`.execute(db)
  return found.rows[0]?.refused ?? 0
}

/** A document whose bytes are to be read back. */
export interface KeptDocument {
  readonly bucket: number
  readonly authority: string
  readonly applicant: string
  readonly case: string
  readonly id: string
  readonly sizeBytes: number
  readonly sha256: string
}

/** Documents that were read back longest ago, or never. */
export async function documentsToCheck(
  db: Db,
  query: { readonly before: Temporal.Instant; readonly most: number }
): Promise<KeptDocument[]> {
  const found = await sql<KeptDocument>`
    select d.bucket, c.authority, c.applicant, d.case_id as "case", d.id,
      d.size_bytes as "sizeBytes", d.sha256
    from case_documents d join cases c on c.bucket = d.bucket and c.id = d.case_id
    where d.checked_at is null or d.checked_at < ${query.before}
    order by d.checked_at nulls first limit ${query.most}`.execute(db)
  return found.rows
}

/** Writes down what came of reading a document back. */
export async function noteChecked(
  tx: Tx,
  document: KeptDocument,
  result: { readonly at: Temporal.Instant; readonly isWhole: boolean }
): Promise<void> {
  await sql`
    update case_documents set checked_at = ${result.at}, is_whole = ${result.isWhole}
    where bucket = ${document.bucket} and case_id = ${document.case} and id = ${document.id}`.execute(
    tx
  )
}

/** Documents that were read back, and those whose bytes are not what came. */
export async function checkStorage(db: Db, time: CheckedTime): Promise<Found> {
  const found = await sql<Found>`
    select count(*)::integer as checked, 0 as refused,
      count(*) filter (where d.is_whole is false)::integer as failed
    from case_documents d join cases c on c.bucket = d.bucket and c.id = d.case_id
    where c.authority = ${time.authority} and d.checked_at > ${time.from}
      and d.checked_at <= ${time.to}`.execute(db)
  return found.rows[0] ?? none
}

/** One document of an authority, whichever, for trying its address; `null` for none. */
export async function anyDocument(
  db: Db,
  authority: string
): Promise<{ readonly case: string; readonly id: string } | null> {
  const found = await sql<{ case: string; id: string }>`
    select d.case_id as "case", d.id from case_documents d
    join cases c on c.bucket = d.bucket and c.id = d.case_id
    where c.authority = ${authority} order by d.checked_at desc nulls last limit 1`.execute(db)
  return found.rows[0] ?? null
}
