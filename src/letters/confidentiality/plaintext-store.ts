import { sql } from 'kysely'
import type { Db } from '../../platform/index.ts'

/** A column that could hold a text in the clear. */
export interface Place {
  readonly table: string
  readonly column: string
  readonly isBytes: boolean
  /** What the planner believes; -1: never counted. */
  readonly rows: number
  /** The table has rows that are found by the time in their id. */
  readonly hasId: boolean
}

const textTypes = ['text', 'jsonb', 'json', 'bytea', 'text[]', 'character varying']

/** Every column of every table that can hold text or bytes, tables of the program's own included. */
export async function placesOfText(db: Db): Promise<Place[]> {
  const found = await sql<Place>`
    select t.relname as table, a.attname as column, format_type(a.atttypid, null) = 'bytea' as "isBytes",
      t.reltuples::float8 as rows, exists (select 1 from pg_attribute i where i.attrelid = t.oid
        and i.attname = 'id' and not i.attisdropped and i.atttypid = 'uuid'::regtype) as "hasId"
    from pg_class t join pg_attribute a on a.attrelid = t.oid
    where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace and a.attnum > 0
      and not a.attisdropped and format_type(a.atttypid, null) = any(${textTypes}::text[])
    order by 1, 2`.execute(db)
  return found.rows
}

/** What is looked for, and from which id on; `null`: in all rows. */
export interface PlaintextSearch {
  readonly fragments: readonly string[]
  readonly fromId: string | null
}

/** Which of the fragments stand in a column, as UTF-8 bytes or within a text. */
export async function fragmentsIn(
  db: Db,
  { table, column, isBytes }: Place,
  { fragments, fromId }: PlaintextSearch
): Promise<string[]> {
  const place = sql.ref(`t.${column}`)
  const isIn = isBytes
    ? sql`position(convert_to(f.text, 'UTF8') in ${place}) > 0`
    : sql`strpos(${place}::text, f.text) > 0`
  const recent = fromId === null ? sql`true` : sql`t.id >= ${fromId}::uuid`
  const found = await sql<{ text: string }>`
    select distinct f.text from ${sql.table(table)} t
    cross join unnest(${fragments}::text[]) as f (text) where ${recent} and ${isIn}`.execute(db)
  return found.rows.map(({ text }) => text)
}
