import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'

/** Whether nobody can sign in to an account now. */
export async function isFrozen(db: Db, person: string): Promise<boolean> {
  const found = await sql`
    select 1 from account_freezes
    where bucket = ${bucketOf(person)} and person = ${person} and released_at is null`.execute(db)
  return found.rows.length > 0
}

/** Freezes an account. @returns Whether it was open until now. */
export async function insertFreeze(
  tx: Tx,
  freeze: { id: string; person: string; at: Temporal.Instant }
): Promise<boolean> {
  const written = await sql`
    insert into account_freezes (bucket, id, person, frozen_at)
    values (${bucketOf(freeze.person)}, ${freeze.id}, ${freeze.person}, ${freeze.at})
    on conflict (bucket, person) where released_at is null do nothing returning 1`.execute(tx)
  return written.rows.length === 1
}

/** Opens a frozen account again. @returns Whether it was frozen. */
export async function releaseFreeze(
  tx: Tx,
  release: { person: string; by: string; at: Temporal.Instant }
): Promise<boolean> {
  const { person, by, at } = release
  const released = await sql`
    update account_freezes set released_at = ${at}, released_by = ${by}
    where bucket = ${bucketOf(person)} and person = ${person} and released_at is null
    returning 1`.execute(tx)
  return released.rows.length === 1
}
