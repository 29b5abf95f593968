import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'
import type { Broadcast } from './broadcast.ts'

const columns = sql`id, authority, unit, identifier, status, msg_type as "msgType", xml, note, sha256,
  published_at as "publishedAt", published_by as "publishedBy", expires_at as "expiresAt",
  replaced_at as "replacedAt", case when target_percent is not null then
    jsonb_build_object('percent', target_percent, 'seconds', target_seconds) end as drill`

/** Writes a broadcast; `false` where its authority used the identifier before. */
export async function insertBroadcast(tx: Tx, broadcast: Broadcast): Promise<boolean> {
  const { id, authority, unit, identifier, status, msgType, xml, note, sha256, drill } = broadcast
  const written = await sql`
    insert into broadcasts (bucket, id, authority, unit, identifier, status, msg_type, xml, note,
      sha256, published_at, published_by, expires_at, target_percent, target_seconds)
    values (${bucketOf(authority)}, ${id}, ${authority}, ${unit}, ${identifier}, ${status},
      ${msgType}, ${xml}, ${note}, ${sha256}, ${broadcast.publishedAt}, ${broadcast.publishedBy},
      ${broadcast.expiresAt}, ${drill?.percent ?? null}, ${drill?.seconds ?? null})
    on conflict do nothing returning 1`.execute(tx)
  return written.rows.length === 1
}

/** One broadcast, or `null`. */
export async function broadcastById(db: Db, id: string): Promise<Broadcast | null> {
  const found = await sql<Broadcast>`
    select ${columns} from broadcasts where id = ${id}`.execute(db)
  return found.rows[0] ?? null
}

/** The broadcasts of an authority with these identifiers. */
export async function broadcastsNamed(
  db: Db,
  authority: string,
  identifiers: readonly string[]
): Promise<Broadcast[]> {
  const found = await sql<Broadcast>`
    select ${columns} from broadcasts where bucket = ${bucketOf(authority)}
      and authority = ${authority} and identifier = any(${identifiers}::text[])`.execute(db)
  return found.rows
}

/** The newest broadcasts of all bodies. */
export async function newestBroadcasts(db: Db, most: number): Promise<Broadcast[]> {
  const found = await sql<Broadcast>`
    select ${columns} from broadcasts order by published_at desc, id desc limit ${most}`.execute(db)
  return found.rows
}

/** Broadcasts that may be current: not replaced, not over. */
export async function standingBroadcasts(db: Db, at: Temporal.Instant): Promise<Broadcast[]> {
  const found = await sql<Broadcast>`
    select ${columns} from broadcasts
    where replaced_at is null and expires_at > ${at} and status = 'Actual' and msg_type <> 'Cancel'
    order by published_at desc, id desc`.execute(db)
  return found.rows
}

/** Notes that a later message took the place of others. */
export async function replaceBroadcasts(
  tx: Tx,
  ids: readonly string[],
  at: Temporal.Instant
): Promise<void> {
  await sql`
    update broadcasts set replaced_at = ${at}
    where id = any(${ids}::uuid[]) and replaced_at is null`.execute(tx)
}
