import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'

/** A recovery of an account by a proven contact. */
export interface Recovery {
  readonly id: string
  readonly person: string
  readonly begunAt: Temporal.Instant
  /** From when it can be finished. */
  readonly readyAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

const columns = sql`id, person, begun_at as "begunAt", ready_at as "readyAt", ends_at as "endsAt"`

/** The recovery of a person that is under way, or `null`. */
export async function openRecoveryOf(
  db: Db,
  person: string,
  now: Temporal.Instant
): Promise<Recovery | null> {
  const found = await sql<Recovery>`
    select ${columns} from account_recoveries
    where bucket = ${bucketOf(person)} and person = ${person} and stopped_at is null
      and done_at is null and ends_at > ${now}
    order by begun_at desc limit 1`.execute(db)
  return found.rows[0] ?? null
}

/** Writes a recovery that begins. */
export async function insertRecovery(tx: Tx, recovery: Recovery): Promise<void> {
  const { id, person, begunAt, readyAt, endsAt } = recovery
  await sql`
    insert into account_recoveries (bucket, id, person, begun_at, ready_at, ends_at)
    values (${bucketOf(person)}, ${id}, ${person}, ${begunAt}, ${readyAt}, ${endsAt})`.execute(tx)
}

/** Ends a recovery, finished or stopped. @returns Whether it was under way. */
export async function endRecovery(
  tx: Tx,
  { person, id }: { person: string; id: string },
  end: { at: Temporal.Instant; isDone: boolean }
): Promise<boolean> {
  const ended = await sql`
    update account_recoveries set done_at = ${end.isDone ? end.at : null},
      stopped_at = ${end.isDone ? null : end.at}
    where bucket = ${bucketOf(person)} and id = ${id} and person = ${person}
      and stopped_at is null and done_at is null returning 1`.execute(tx)
  return ended.rows.length === 1
}
