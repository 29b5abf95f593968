import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'
import { factKinds } from '../fact.ts'

/** The zone by whose days events are counted. */
const countedZone = 'Asia/Tehran'

/** The authority after `after` that has facts; `null` after the last. One step in an index. */
export async function nextAuthority(db: Db, after: string): Promise<string | null> {
  const found = await sql<{ authority: string | null }>`
    select min(authority) as authority from facts where authority > ${after}`.execute(db)
  return found.rows[0]?.authority ?? null
}

/** Up to when the facts of an authority are counted. */
export async function countedThrough(db: Db, authority: string): Promise<Temporal.Instant | null> {
  const found = await sql<{ through: Temporal.Instant }>`
    select counted_through as through from event_count_runs
    where bucket = ${bucketOf(authority)} and authority = ${authority}`.execute(db)
  return found.rows[0]?.through ?? null
}

/** Notes up to when they are. */
export async function noteCounted(
  tx: Tx,
  authority: string,
  through: Temporal.Instant
): Promise<void> {
  await sql`
    insert into event_count_runs (bucket, authority, counted_through)
    values (${bucketOf(authority)}, ${authority}, ${through})
    on conflict (bucket, authority) do update set counted_through = ${through}`.execute(tx)
}

/** The days on which the facts happened that were written down since an id; all days for `null`. */
export async function daysWithNews(
  db: Db,
  authority: string,
  sinceId: string | null
): Promise<Temporal.PlainDate[]> {
  const found = await sql<{ day: Temporal.PlainDate }>`
    select distinct (at at time zone ${countedZone})::date as day from facts
    where authority = ${authority} and (${sinceId}::uuid is null or id > ${sinceId}::uuid)`.execute(
    db
  )
  return found.rows.map(({ day }) => day)
}

/** Counts the events of a day anew. */
export async function recountDay(
  tx: Tx,
  authority: string,
  day: Temporal.PlainDate
): Promise<void> {
  const at = { timeZone: countedZone }
  const from = day.toZonedDateTime(at).toInstant()
  const to = day.add({ days: 1 }).toZonedDateTime(at).toInstant()
  const bucket = bucketOf(authority)
  await sql`
    delete from event_counters
    where bucket = ${bucket} and authority = ${authority} and day = ${day}`.execute(tx)
  await sql`
    insert into event_counters (bucket, authority, day, kind, service, count)
    select ${bucket}::smallint, ${authority}::text, ${day}::date, kind,
      coalesce(body ->> 'service', '') as service, count(*)
    from facts
    where authority = ${authority} and kind = any(${factKinds}::text[])
      and at >= ${from} and at < ${to}
    group by kind, service
    on conflict (bucket, authority, day, kind, service) do update set count = excluded.count`.execute(
    tx
  )
}
