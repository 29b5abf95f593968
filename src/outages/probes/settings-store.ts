import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'
import { type ProbeSettings, usualSettings } from './settings.ts'

/** How an authority watches: what somebody saved, else what is usual. */
export async function probeSettings(db: Db, authority: string): Promise<ProbeSettings> {
  const found = await sql<ProbeSettings>`
    select every_seconds as "everySeconds", timeout_ms as "timeoutMs",
      failures_in_a_row as "failuresInARow", successes_in_a_row as "successesInARow",
      next_update_minutes as "nextUpdateMinutes"
    from probe_settings
    where bucket = ${bucketOf(authority)} and authority = ${authority}`.execute(db)
  return found.rows[0] ?? usualSettings
}

/** Saves how an authority watches. */
export async function saveSettings(
  tx: Tx,
  authority: string,
  { settings, at, by }: { settings: ProbeSettings; at: Temporal.Instant; by: string }
): Promise<void> {
  await sql`
    insert into probe_settings (bucket, authority, every_seconds, timeout_ms, failures_in_a_row,
      successes_in_a_row, next_update_minutes, saved_at, saved_by)
    values (${bucketOf(authority)}, ${authority}, ${settings.everySeconds}, ${settings.timeoutMs},
      ${settings.failuresInARow}, ${settings.successesInARow}, ${settings.nextUpdateMinutes},
      ${at}, ${by})
    on conflict (bucket, authority) do update set every_seconds = excluded.every_seconds,
      timeout_ms = excluded.timeout_ms, failures_in_a_row = excluded.failures_in_a_row,
      successes_in_a_row = excluded.successes_in_a_row,
      next_update_minutes = excluded.next_update_minutes, saved_at = excluded.saved_at,
      saved_by = excluded.saved_by`.execute(tx)
}
