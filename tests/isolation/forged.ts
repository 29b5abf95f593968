import { sql } from 'kysely'
import { type Db, type Scope, withScope } from '../../src/platform/index.ts'

/** A row that a forged query got: of which table, and all of it as text. */
export interface ForgedRow {
  readonly table: string
  readonly row: string
}

/** Tables behind the fence of which not everybody may read everything. */
export async function privateTables(db: Db): Promise<string[]> {
  const found = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relrowsecurity and not exists (
      select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'reading') order by 1`.execute(
    db
  )
  return found.rows.map(({ name }) => name)
}

/** Reads tables whole in a scope, as a query that forgot every condition. */
export async function readWhole(
  db: Db,
  scope: Scope,
  tables: readonly string[]
): Promise<ForgedRow[]> {
  const each = tables.map(
    (name) =>
      sql`select ${sql.lit(name)} as "table", to_jsonb(t)::text as row from ${sql.table(name)} t`
  )
  const all = sql<ForgedRow>`${sql.join(each, sql` union all `)}`
  const read = await withScope(scope, () => all.execute(db))
  return read.rows
}

/** Deletes a table whole in a scope. @returns How many rows went. */
export async function deleteWhole(db: Db, scope: Scope, table: string): Promise<number> {
  const gone = await withScope(scope, () =>
    sql`delete from ${sql.table(table)} returning 1`.execute(db)
  )
  return gone.rows.length
}
