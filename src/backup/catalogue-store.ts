import type pg from 'pg'

/** A table with the columns that hold what was written into it. */
export interface StoredTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly sizeBytes: number
}

/** A sequence and where it stands; the value as text, since it may be larger than a number holds. */
export interface Sequence {
  readonly name: string
  readonly value: string
  readonly called: boolean
}

// Values are written so that every PostgreSQL reads them back as they were, whatever its own settings.
const settings = [
  "datestyle = 'ISO'",
  "intervalstyle = 'postgres'",
  "timezone = 'UTC'",
  "client_encoding = 'UTF8'",
  'extra_float_digits = 3',
  'statement_timeout = 0',
  'lock_timeout = 0',
  'idle_in_transaction_session_timeout = 0',
  // Rows in the order in which they lie, so that the same rows give the same bytes.
  'synchronize_seqscans = off',
  // The program's own work: row-level security shows it every row (ADR 23).
  "peyman.scope = 'system'"
]

/** Settings of the transaction that is open, under which tables are written and read. */
export async function settle(client: pg.Client): Promise<void> {
  await client.query(settings.map((setting) => `set local ${setting}`).join('; '))
}

/**
 * Tables of the schema in use, by name; those of extensions are the extensions' own, and those in which a
 * restore notes how far it is belong to no state.
 */
export async function listTables(client: pg.Client): Promise<StoredTable[]> {
  const found = await client.query<{ name: string; columns: string[]; size: string }>(`
    select c.relname as name, pg_table_size(c.oid)::text as size,
      coalesce(array_agg(a.attname::text order by a.attnum)
        filter (where a.attnum > 0 and not a.attisdropped and a.attgenerated = ''), '{}') as columns
    from pg_class c left join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
      and not c.relispartition and not exists (
        select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
      and c.relname not in ('restoring', 'restoring_parts')
    group by c.oid, c.relname order by c.relname`)
  return found.rows.map(({ name, columns, size }) => ({ name, columns, sizeBytes: Number(size) }))
}

/** Where the sequences of the schema in use stand. */
export async function listSequences(client: pg.Client): Promise<Sequence[]> {
  const names = await client.query<{ name: string }>(`
    select relname as name from pg_class
    where relnamespace = current_schema()::regnamespace and relkind = 'S' order by relname`)
  const sequences: Sequence[] = []
  for (const { name } of names.rows) {
    const found = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${quoted(name)}`
    )
    const [stands] = found.rows
    if (stands !== undefined) sequences.push({ name, ...stands })
  }
  return sequences
}

/** A name as SQL takes it whatever it is made of. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** The columns of a table, quoted, for a COPY. */
export function columnList(table: { readonly columns: readonly string[] }): string {
  return table.columns.map(quoted).join(', ')
}
