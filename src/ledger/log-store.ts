import { sql } from 'kysely'
import { type Db, type Tx, json } from '../platform/index.ts'

/** How far a generation of keys is believed. */
export type KeyState = 'active' | 'former' | 'withdrawn'

/** One verifier key of a log, newest generation first. */
export interface LogKey {
  readonly vkey: string
  /** `active` signs; `former` signed what is older; `withdrawn` is not to be believed any more. */
  readonly state: KeyState
}

/** A shard of the log as its row says. */
export interface LogRow {
  readonly log: string
  readonly position: number
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
  /** Time of the last entry, POSIX seconds; 0 while there is none. */
  readonly lastAt: number
  readonly keys: readonly LogKey[]
  readonly openedAt: Temporal.Instant
  readonly frozenAt: Temporal.Instant | null
}

const columns = sql`log_id as log, position, origin, size, root, last_at as "lastAt", keys,
  opened_at as "openedAt", frozen_at as "frozenAt"`

/** All shards, oldest first. */
export async function listLogs(db: Db): Promise<LogRow[]> {
  const found = await sql<LogRow>`select ${columns} from logs order by position`.execute(db)
  return found.rows
}

/** One shard, or `null`. */
export async function logById(db: Db, log: string): Promise<LogRow | null> {
  const found = await sql<LogRow>`select ${columns} from logs where log_id = ${log}`.execute(db)
  return found.rows[0] ?? null
}

/** The newest shard, or `null` before the first. */
export async function newestLog(db: Db): Promise<LogRow | null> {
  const found = await sql<LogRow>`
    select ${columns} from logs order by position desc limit 1`.execute(db)
  return found.rows[0] ?? null
}

/** Locks the head of a shard: whoever appends holds this row until the commit. */
export async function lockLog(tx: Tx, log: string): Promise<LogRow | null> {
  const found = await sql<LogRow>`
    select ${columns} from logs where log_id = ${log} for update`.execute(tx)
  return found.rows[0] ?? null
}

/** Opens a shard without entries. @returns Whether nobody had opened it before. */
export async function insertLog(
  tx: Tx,
  log: Pick<LogRow, 'log' | 'position' | 'origin' | 'root' | 'lastAt' | 'keys' | 'openedAt'>
): Promise<boolean> {
  const made = await sql`
    insert into logs (log_id, position, origin, size, root, last_at, keys, opened_at)
    values (${log.log}, ${log.position}, ${log.origin}, 0, ${Buffer.from(log.root)}, ${log.lastAt},
      ${json(log.keys)}, ${log.openedAt})
    on conflict (log_id) do nothing returning log_id`.execute(tx)
  return made.rows.length > 0
}

/** Compare-and-swap of a head. @returns Whether it was still the one of `from`. */
export async function moveHead(
  tx: Tx,
  from: Pick<LogRow, 'log' | 'size'>,
  to: Pick<LogRow, 'size' | 'root' | 'lastAt'>
): Promise<boolean> {
  const moved = await sql`
    update logs set size = ${to.size}, root = ${Buffer.from(to.root)}, last_at = ${to.lastAt}
    where log_id = ${from.log} and size = ${from.size} returning log_id`.execute(tx)
  return moved.rows.length === 1
}

/** Marks a shard as one that takes nothing more. */
export async function freezeRow(tx: Tx, log: string, at: Temporal.Instant): Promise<void> {
  await sql`update logs set frozen_at = ${at} where log_id = ${log}`.execute(tx)
}

/** Replaces the keys of a shard. */
export async function writeKeys(db: Db, log: string, keys: readonly LogKey[]): Promise<void> {
  await sql`update logs set keys = ${json(keys)} where log_id = ${log}`.execute(db)
}

/** What of a shard is published. */
export interface PublishedRow {
  readonly log: string
  readonly size: number
  /** The checkpoint as everyone gets it; `null` before the first. */
  readonly note: string | null
  readonly publishedAt: Temporal.Instant | null
  /** When everything that was there was last seen to be published. */
  readonly checkedAt: Temporal.Instant | null
  /** Why the newest head could not be published; `null` where it was. */
  readonly trouble: string | null
}

/** What of a shard is published; nothing where there is no row yet. */
export async function publishedOf(db: Db, log: string): Promise<PublishedRow> {
  const found = await sql<PublishedRow>`
    select log_id as log, size, note, published_at as "publishedAt", checked_at as "checkedAt",
      trouble
    from log_checkpoints where log_id = ${log}`.execute(db)
  const none = { log, size: 0, note: null, publishedAt: null, checkedAt: null, trouble: null }
  return found.rows[0] ?? none
}

/**
 * Replaces the checkpoint, unless a newer one stands there: it never goes back.
 * @returns Whether it was replaced.
 */
export async function replaceCheckpoint(
  db: Db,
  to: { log: string; size: number; note: string; at: Temporal.Instant }
): Promise<boolean> {
  const replaced = await sql`
    insert into log_checkpoints (log_id, size, note, published_at, checked_at)
    values (${to.log}, ${to.size}, ${to.note}, ${to.at}, ${to.at})
    on conflict (log_id) do update set size = excluded.size, note = excluded.note,
      published_at = excluded.published_at, checked_at = excluded.checked_at, trouble = null
    where log_checkpoints.size <= excluded.size or log_checkpoints.note is null
    returning log_id`.execute(db)
  return replaced.rows.length > 0
}

/** Notes that all there is has been published, or why it has not. */
export async function noteStanding(
  db: Db,
  log: string,
  standing: { at: Temporal.Instant; trouble: string | null }
): Promise<void> {
  const { at, trouble } = standing
  const checked = trouble === null ? at : null
  await sql`
    insert into log_checkpoints (log_id, size, checked_at, trouble)
    values (${log}, 0, ${checked}::timestamptz, ${trouble})
    on conflict (log_id) do update set trouble = excluded.trouble,
      checked_at = coalesce(excluded.checked_at, log_checkpoints.checked_at)`.execute(db)
}
