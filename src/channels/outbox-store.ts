import { sql } from 'kysely'
import { type Db, type JsonObject, type Tx, bucketOf, newId } from '../platform/index.ts'

/** Something to be done after the commit, rooted in an owner. */
export interface OutboxEntry {
  /** Decides the bucket: the owner of the state that was changed in the same transaction. */
  readonly owner: string
  readonly topic: string
  readonly payload: JsonObject
}

/** An entry as it waits. */
export interface OutboxRow {
  readonly bucket: number
  readonly id: string
  readonly topic: string
  readonly payload: JsonObject
  readonly attempts: number
}

/** Queues what follows from this transaction; it exists if, and only if, the transaction commits. */
export async function queueOutbox(
  tx: Tx,
  entries: readonly OutboxEntry[],
  at: Temporal.Instant
): Promise<void> {
  if (entries.length === 0) return
  await sql`
    insert into outbox (bucket, id, topic, payload, available_at)
    select e.bucket, e.id, e.topic, e.payload::jsonb, ${at}::timestamptz
    from unnest(${entries.map((e) => bucketOf(e.owner))}::smallint[], ${entries.map(() => newId(at))}::uuid[],
      ${entries.map((e) => e.topic)}::text[], ${entries.map((e) => JSON.stringify(e.payload))}::text[])
      as e (bucket, id, topic, payload)`.execute(tx)
}

/** Buckets that have ready rows, longest waiting first. */
export async function readyBuckets(db: Db, now: Temporal.Instant, most: number): Promise<number[]> {
  const found = await sql<{ bucket: number }>`
    select bucket from (
      select bucket, available_at from outbox where available_at <= ${now}
      order by available_at limit 1000
    ) as ready group by bucket order by min(available_at) limit ${most}`.execute(db)
  return found.rows.map((row) => row.bucket)
}

/** Which ready rows of a bucket are meant. */
export interface ReadyRows {
  readonly bucket: number
  readonly now: Temporal.Instant
  /** Only this one; all where absent. */
  readonly id?: string
}

/** Claims ready rows of one bucket for this transaction; rows that another holds are passed over. */
export async function claimRows(tx: Tx, rows: ReadyRows, most: number): Promise<OutboxRow[]> {
  const found = await sql<OutboxRow>`
    select bucket, id, topic, payload, attempts from outbox
    where bucket = ${rows.bucket} and available_at <= ${rows.now}
      and (${rows.id ?? null}::uuid is null or id = ${rows.id ?? null}::uuid)
    order by id limit ${most} for update skip locked`.execute(tx)
  return found.rows
}

/** Ids of the ready rows of one bucket, whoever holds them. */
export async function readyIds(db: Db, rows: ReadyRows, most: number): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select id from outbox where bucket = ${rows.bucket} and available_at <= ${rows.now}
    order by id limit ${most}`.execute(db)
  return found.rows.map((row) => row.id)
}

/** Takes done rows out. */
export async function removeRows(tx: Tx, bucket: number, ids: readonly string[]): Promise<void> {
  await sql`delete from outbox where bucket = ${bucket} and id = any(${ids}::uuid[])`.execute(tx)
}

/** Puts a failed row off until `until`. */
export async function postponeRow(
  tx: Tx,
  row: { bucket: number; id: string },
  until: Temporal.Instant
): Promise<void> {
  await sql`
    update outbox set attempts = attempts + 1, available_at = ${until}
    where bucket = ${row.bucket} and id = ${row.id}`.execute(tx)
}

// Past this a queue is simply long; counting on would cost more than the number is worth.
const countedMax = 100_000

/** How much waits to be done, ready or put off; at most 100,000. */
export async function waitingInOutbox(db: Db): Promise<number> {
  const found = await sql<{ waiting: number }>`
    select count(*) as waiting from (select 1 from outbox limit ${countedMax}) as counted`.execute(
    db
  )
  return found.rows[0]?.waiting ?? 0
}
