import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'

/** How a declared channel was found last. */
export interface ChannelCheck {
  readonly authority: string
  readonly channel: string
  readonly alive: boolean
  /** Code of why it is not alive, or why nobody can tell. */
  readonly reason: string | null
  readonly checkedAt: Temporal.Instant
  /** When it was last recorded as a fact. */
  readonly recordedAt: Temporal.Instant
}

/** How the declared channels of an authority were found last, by name. */
export async function channelChecks(db: Db, authority: string): Promise<ChannelCheck[]> {
  const found = await sql<ChannelCheck>`
    select authority, channel, alive, reason, checked_at as "checkedAt",
      recorded_at as "recordedAt"
    from channel_checks where bucket = ${bucketOf(authority)} and authority = ${authority}
    order by channel`.execute(db)
  return found.rows
}

/** How all channels of all authorities were found last. */
export async function allChannelChecks(db: Db): Promise<ChannelCheck[]> {
  const found = await sql<ChannelCheck>`
    select authority, channel, alive, reason, checked_at as "checkedAt",
      recorded_at as "recordedAt"
    from channel_checks order by authority, channel`.execute(db)
  return found.rows
}

/**
 * Writes how a channel was found, over the check that was read (`null`: there was none).
 * @returns False where another worker wrote since.
 */
export async function saveChannelCheck(
  tx: Tx,
  check: ChannelCheck,
  before: ChannelCheck | null
): Promise<boolean> {
  const saved = await sql`
    insert into channel_checks (bucket, authority, channel, alive, reason, checked_at, recorded_at)
    values (${bucketOf(check.authority)}, ${check.authority}, ${check.channel}, ${check.alive},
      ${check.reason}, ${check.checkedAt}, ${check.recordedAt})
    on conflict (bucket, authority, channel) do update set alive = excluded.alive,
      reason = excluded.reason, checked_at = excluded.checked_at,
      recorded_at = excluded.recorded_at
    where channel_checks.checked_at = ${before?.checkedAt ?? null}::timestamptz`.execute(tx)
  return saved.numAffectedRows === 1n
}
