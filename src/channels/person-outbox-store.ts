import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../platform/index.ts'

/** How many messages to a person are still to be sent. */
export async function waitingFor(db: Db, person: string): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*) from outbox
    where bucket = ${bucketOf(person)} and payload ->> 'person' = ${person}`.execute(db)
  return found.rows[0]?.count ?? 0
}

/** Takes back what was still to be sent to a person, with the addresses in it; how many. */
export async function takeBackFor(tx: Tx, person: string): Promise<number> {
  const taken = await sql`
    delete from outbox where bucket = ${bucketOf(person)} and payload ->> 'person' = ${person}
    returning 1`.execute(tx)
  return taken.rows.length
}
