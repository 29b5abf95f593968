import { type RawBuilder, sql } from 'kysely'
import { type Db, type JsonObject, type Tx, bucketOf } from '../../platform/index.ts'
import type { PersonTable } from './person-table.ts'

/** The rows of a person in a table, without what is hidden, as JSON. */
export async function rowsOfPerson(db: Db, of: PersonTable, person: string): Promise<JsonObject[]> {
  const hidden = ['bucket', ...(of.hidden ?? [])]
  const found = await sql<{ row: JsonObject }>`
    select to_jsonb(t) - ${hidden}::text[] as row from ${sql.table(of.table)} t
    where ${isOf(of, person)}`.execute(db)
  return found.rows.map(({ row }) => row)
}

/** How many rows of a person a table has. */
export async function countOfPerson(db: Db, of: PersonTable, person: string): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*) from ${sql.table(of.table)} t where ${isOf(of, person)}`.execute(db)
  return found.rows[0]?.count ?? 0
}

/** Takes a person's rows away, or what is about them in those that stay; how many. */
export async function removeOfPerson(tx: Tx, of: PersonTable, person: string): Promise<number> {
  const { emptied = [] } = of
  if (emptied.length > 0) {
    const set = sql.join(emptied.map((column) => sql`${sql.ref(column)} = null`))
    await sql`update ${sql.table(of.table)} t set ${set} where ${isOf(of, person)}`.execute(tx)
    return 0
  }
  const removed = await sql`
    delete from ${sql.table(of.table)} t where ${isOf(of, person)} returning 1`.execute(tx)
  return removed.rows.length
}

function isOf({ rooted, person: column }: PersonTable, person: string): RawBuilder<unknown> {
  // Some tables hold ids of persons beside those of keys, as text.
  const names = sql`t.${sql.ref(column)}::text = ${person}::text`
  return rooted ? sql`t.bucket = ${bucketOf(person)} and ${names}` : names
}
