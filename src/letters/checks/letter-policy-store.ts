import { sql } from 'kysely'
import type { dataPolicy } from '../../agreements/index.ts'
import type { Db, Tx } from '../../platform/index.ts'
import { type CheckedTime, synthetic } from './letter-counts-store.ts'

type Found = dataPolicy.PolicyFound

const none: Found = { checked: 0, failed: 0, refused: 0 }

/** Letters to applicants, and those that no unit of a body sent (PI-5.R2.C1). */
export async function checkSenders(db: Db, { from, to }: CheckedTime): Promise<Found> {
  const found = await sql<Found>`
    select count(*)::integer as checked, 0 as refused,
      count(*) filter (where sender_authority is null or sender_unit is null)::integer as failed
    from letters where accepted_at >= ${from} and accepted_at < ${to} and recipient_authority is null
      and not (authority = any(${synthetic}::text[]))`.execute(db)
  return found.rows[0] ?? none
}

/** Reasons by which somebody is handed the sealed bytes of a letter. */
const readersBecause = ['own-data', 'own-grant']

/** Sealed letters that were handed out, those to nobody whom the policy names, and refusals. */
export async function checkReceivers(db: Db, { from, to }: CheckedTime): Promise<Found> {
  const found = await sql<Found>`
    select count(*) filter (where kind = 'access.allowed')::integer as checked,
      count(*) filter (where kind = 'access.refused')::integer as refused,
      count(*) filter (where kind = 'access.allowed'
        and not (body ->> 'because' = any(${readersBecause}::text[])))::integer as failed
    from facts where known_at >= ${from} and known_at < ${to}
      and kind in ('access.allowed', 'access.refused') and body ->> 'dataType' = 'letters'
      and not (authority = any(${synthetic}::text[]))
      and body ->> 'action' in ('read', 'export', 'share', 'publish')`.execute(db)
  return found.rows[0] ?? none
}

/** Tables of letters, and those that the role of analysis, or everybody in the database, could read. */
export async function checkLetterTables(db: Db): Promise<Found> {
  const found = await sql<Found>`
    select count(*)::integer as checked, 0 as refused, count(*) filter (where exists (
      select 1 from (select rolname::text as name from pg_roles where rolname = 'peyman_analytics'
        union all select 'public') as r
      where has_any_column_privilege(r.name, t.oid, 'select')))::integer as failed
    from pg_class t where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace
      and (t.relname like 'letter%' or t.relname like 'sent_letter%')`.execute(db)
  return found.rows[0] ?? none
}

/** A letter whose bytes are to be read back. */
export interface KeptLetter {
  readonly bucket: number
  readonly id: string
  readonly content: string
  readonly sizeBytes: number
  /** Base64. */
  readonly sha256: string
}

/** Letters that were read back longest ago, or never. */
export async function lettersToCheck(
  db: Db,
  query: { readonly before: Temporal.Instant; readonly most: number }
): Promise<KeptLetter[]> {
  const found = await sql<KeptLetter>`
    select l.bucket, l.id, l.content, l.size_bytes as "sizeBytes", l.sha256
    from letters l left join letter_checks c on c.bucket = l.bucket and c.letter_id = l.id
    where l.content is not null and not (l.authority = any(${synthetic}::text[]))
      and (c.checked_at is null or c.checked_at < ${query.before})
    order by c.checked_at nulls first limit ${query.most}`.execute(db)
  return found.rows
}

/** The sealed bytes of a letter, in order. */
export async function* piecesOf(db: Db, { bucket, content }: KeptLetter) {
  for (let from = 0; ;) {
    const found = await sql<{ bytes: Buffer }>`
      select bytes from letter_chunks
      where bucket = ${bucket} and content = ${content} and from_byte >= ${from}
      order by from_byte limit 1`.execute(db)
    const bytes = found.rows[0]?.bytes
    if (bytes === undefined) return
    yield bytes
    from += bytes.length
  }
}

/** Writes down what came of reading a letter back. */
export async function noteChecked(
  tx: Tx,
  { bucket, id }: KeptLetter,
  result: { readonly at: Temporal.Instant; readonly isWhole: boolean }
): Promise<void> {
  await sql`
    insert into letter_checks (bucket, letter_id, checked_at, is_whole)
    values (${bucket}, ${id}, ${result.at}, ${result.isWhole})
    on conflict (bucket, letter_id) do update set checked_at = excluded.checked_at,
      is_whole = excluded.is_whole`.execute(tx)
}

/** Letters that were read back, and those whose bytes are not what came. */
export async function checkStorage(db: Db, { from, to }: CheckedTime): Promise<Found> {
  const found = await sql<Found>`
    select count(*)::integer as checked, 0 as refused,
      count(*) filter (where not is_whole)::integer as failed
    from letter_checks where checked_at > ${from} and checked_at <= ${to}`.execute(db)
  return found.rows[0] ?? none
}

/** One letter, whichever, for trying its addresses; `null` for none. */
export async function anyLetter(db: Db): Promise<string | null> {
  const found = await sql<{ id: string }>`
    select id from letters
    where content is not null and not (authority = any(${synthetic}::text[])) order by accepted_at desc limit 1`.execute(
    db
  )
  return found.rows[0]?.id ?? null
}
