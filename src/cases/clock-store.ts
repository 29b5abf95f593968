import { sql } from 'kysely'
import { type Db, type Tx } from '../platform/index.ts'
import { bucketOfId } from './case-id.ts'
import type { ClockRecord } from './case-record.ts'

const columns = sql`case_id as "case", authority, state, late, started_at as "startedAt",
  due_at as "dueAt", remaining_seconds as "remainingSeconds", wake_at as "wakeAt",
  card_version as "cardVersion", calendar_version as "calendarVersion",
  facts_through as "factsThrough"`

/** The cached clocks of cases, by case id. */
export async function clocksOf(
  db: Db,
  cases: readonly string[]
): Promise<Map<string, ClockRecord>> {
  const found = await sql<ClockRecord>`
    select ${columns} from case_clocks
    where (bucket, case_id) in (
      select * from unnest(${cases.map(bucketOfId)}::smallint[], ${cases}::uuid[]))`.execute(db)
  return new Map(found.rows.map((clock) => [clock.case, clock]))
}

/**
 * Keeps the clocks of cases of one bucket as they are until this transaction ends: nobody else changes a
 * case, or notes its breach, between what is read and what is written from it.
 */
export async function holdClocks(
  tx: Tx,
  { bucket, cases }: { bucket: number; cases: readonly string[] }
): Promise<void> {
  await sql`
    select from case_clocks where bucket = ${bucket} and case_id = any(${cases}::uuid[])
    order by case_id for share`.execute(tx)
}

/** Writes the new reading of a case's clock. */
export async function saveClock(tx: Tx, clock: ClockRecord): Promise<void> {
  await sql`
    update case_clocks set state = ${clock.state}, late = ${clock.late},
      started_at = ${clock.startedAt}, due_at = ${clock.dueAt},
      remaining_seconds = ${clock.remainingSeconds}, wake_at = ${clock.wakeAt},
      card_version = ${clock.cardVersion}, calendar_version = ${clock.calendarVersion},
      facts_through = ${clock.factsThrough}
    where bucket = ${bucketOfId(clock.case)} and case_id = ${clock.case}`.execute(tx)
}

/** One timer that is due. */
export interface DueTimer {
  readonly bucket: number
  readonly case: string
  readonly wakeAt: Temporal.Instant
}

/**
 * Timers that have run out, longest ago first, in all buckets: a plain read of an index that holds
 * only waiting timers, so that it does not matter how many there are. `wake_at < now`: what is done in
 * the very second of its due instant is in time.
 */
export async function dueTimers(db: Db, now: Temporal.Instant, most: number): Promise<DueTimer[]> {
  const found = await sql<DueTimer>`
    select bucket, case_id as "case", wake_at as "wakeAt" from case_clocks
    where wake_at is not null and wake_at < ${now} order by wake_at limit ${most}`.execute(db)
  return found.rows
}

/**
 * Takes a timer for this transaction by compare-and-swap: only while it still stands where it was
 * found. Another worker, or a change of the case, leaves nothing to take.
 */
export async function takeTimers(
  tx: Tx,
  bucket: number,
  timers: readonly DueTimer[]
): Promise<string[]> {
  const taken = await sql<{ id: string }>`
    update case_clocks c set wake_at = null
    from unnest(${timers.map((timer) => timer.case)}::uuid[],
      ${timers.map((timer) => timer.wakeAt)}::timestamptz[]) as t (case_id, wake_at)
    where c.bucket = ${bucket} and c.case_id = t.case_id and c.wake_at = t.wake_at
    returning c.case_id as id`.execute(tx)
  return taken.rows.map((row) => row.id)
}

/** The calendar version that the clocks of an authority were last computed with, or `null`. */
export async function computedCalendar(db: Db, authority: string): Promise<string | null> {
  const found = await sql<{ version: string }>`
    select calendar_version as version from clock_calendars where authority = ${authority}`.execute(
    db
  )
  return found.rows[0]?.version ?? null
}

/** Notes with which calendar version the clocks of an authority have been computed. */
export async function noteCalendar(
  tx: Tx,
  noted: { authority: string; version: string; at: Temporal.Instant }
): Promise<void> {
  await sql`
    insert into clock_calendars (authority, calendar_version, computed_at)
    values (${noted.authority}, ${noted.version}, ${noted.at})
    on conflict (authority) do update set calendar_version = excluded.calendar_version,
      computed_at = excluded.computed_at`.execute(tx)
}
