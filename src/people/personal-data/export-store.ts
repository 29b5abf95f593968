import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'
import type { DataExport } from './export.ts'

const columns = sql`bucket, id, person, state, asked_at as "askedAt", taken_at as "takenAt", done, total,
  ready_at as "readyAt", expires_at as "expiresAt", size_bytes as "sizeBytes", sha256`

/** Which copy is meant. */
export type ExportKey = Pick<DataExport, 'bucket' | 'id'>

/** The copies of a person, the newest first. */
export async function exportsOf(db: Db, person: string): Promise<DataExport[]> {
  const found = await sql<DataExport>`
    select ${columns} from data_exports where bucket = ${bucketOf(person)} and person = ${person}
    order by asked_at desc, id desc limit 20`.execute(db)
  return found.rows
}

/** Asks for a copy, unless one is being made. @returns Whether it was written. */
export async function insertExport(
  tx: Tx,
  asked: Pick<DataExport, 'id' | 'person' | 'askedAt'>
): Promise<boolean> {
  const inserted = await sql`
    insert into data_exports (bucket, id, person, state, asked_at, done, total)
    values (${bucketOf(asked.person)}, ${asked.id}, ${asked.person}, 'waiting', ${asked.askedAt}, 0, 0)
    on conflict do nothing returning 1`.execute(tx)
  return inserted.rows.length === 1
}

/** Copies that nobody is making, the longest waiting first. */
export async function waitingExports(
  db: Db,
  silentSince: Temporal.Instant,
  most: number
): Promise<DataExport[]> {
  const found = await sql<DataExport>`
    select ${columns} from data_exports
    where state = 'waiting' and (taken_at is null or taken_at < ${silentSince})
    order by asked_at limit ${most}`.execute(db)
  return found.rows
}

/** Takes a copy to be made; `false` where another process has. */
export async function takeExport(db: Db, of: DataExport, at: Temporal.Instant): Promise<boolean> {
  const taken = await sql`
    update data_exports set taken_at = ${at}, done = 0
    where bucket = ${of.bucket} and id = ${of.id} and state = 'waiting'
      and taken_at is not distinct from ${of.takenAt}::timestamptz returning 1`.execute(db)
  return taken.rows.length === 1
}

/** Says how far a copy is, and that somebody is at it. @returns Whether it is still wanted. */
export async function noteProgress(
  db: Db,
  of: ExportKey,
  now: { done: number; total: number; at: Temporal.Instant }
): Promise<boolean> {
  const noted = await sql`
    update data_exports set done = ${now.done}, total = ${now.total}, taken_at = ${now.at}
    where bucket = ${of.bucket} and id = ${of.id} and state = 'waiting' returning 1`.execute(db)
  return noted.rows.length === 1
}

/** Takes the bytes of a copy away. */
export async function removeBytes(db: Db, { bucket, id }: ExportKey): Promise<void> {
  await sql`delete from data_export_chunks where bucket = ${bucket} and export = ${id}`.execute(db)
}

/** Adds bytes to a copy, as long as it is wanted: none come behind an erasure. */
export async function addBytes(
  db: Db,
  { bucket, id }: ExportKey,
  piece: { fromByte: number; content: Uint8Array }
): Promise<boolean> {
  const added = await sql`
    insert into data_export_chunks (bucket, export, from_byte, content)
    select ${bucket}::smallint, e.id, ${piece.fromByte}::bigint, ${Buffer.from(piece.content)}::bytea
    from data_exports e where e.bucket = ${bucket} and e.id = ${id} and e.state = 'waiting'
    for share returning 1`.execute(db)
  return added.rows.length === 1
}

/** The copy is whole. @returns Whether it was still wanted. */
export async function readyExport(
  tx: Tx,
  of: ExportKey,
  made: Pick<DataExport, 'readyAt' | 'expiresAt' | 'sizeBytes' | 'sha256'>
): Promise<boolean> {
  const ready = await sql`
    update data_exports set state = 'ready', ready_at = ${made.readyAt},
      expires_at = ${made.expiresAt}, size_bytes = ${made.sizeBytes}, sha256 = ${made.sha256},
      done = total
    where bucket = ${of.bucket} and id = ${of.id} and state = 'waiting' returning 1`.execute(tx)
  return ready.rows.length === 1
}

/** Makes a link to a copy of a person; `false` where there is no such copy. */
export async function insertLink(
  tx: Tx,
  of: { person: string; export: string; secretSha256: Buffer },
  when: { now: Temporal.Instant; expiresAt: Temporal.Instant }
): Promise<boolean> {
  const bucket = bucketOf(of.person)
  const made = await sql`
    insert into data_export_links (bucket, secret_sha256, export, person, expires_at)
    select ${bucket}::smallint, ${of.secretSha256}::bytea, e.id, e.person,
      least(e.expires_at, ${when.expiresAt}::timestamptz)
    from data_exports e
    where e.bucket = ${bucket} and e.id = ${of.export} and e.person = ${of.person}
      and e.state = 'ready' and e.expires_at > ${when.now}
    returning 1`.execute(tx)
  return made.rows.length === 1
}

/** The copy that a link of this person leads to now; `null` for any other link. */
export async function exportOfLink(
  db: Db,
  link: { person: string; secretSha256: Buffer },
  now: Temporal.Instant
): Promise<DataExport | null> {
  const bucket = bucketOf(link.person)
  const found = await sql<DataExport>`
    select ${columns} from data_exports
    where bucket = ${bucket} and state = 'ready' and person = ${link.person} and id = (
      select l.export from data_export_links l
      where l.bucket = ${bucket} and l.secret_sha256 = ${link.secretSha256}
        and l.person = ${link.person} and l.expires_at > ${now})`.execute(db)
  return found.rows[0] ?? null
}

/**
 * The bytes of a copy in order, one row in memory at a time.
 * @yields The content of one row.
 */
export async function* readBytes(db: Db, { bucket, id }: ExportKey): AsyncGenerator<Uint8Array> {
  let next = 0
  for (;;) {
    const found = await sql<{ content: Buffer }>`
      select content from data_export_chunks
      where bucket = ${bucket} and export = ${id} and from_byte = ${next}`.execute(db)
    const content = found.rows[0]?.content
    if (content === undefined) return
    yield content
    next += content.length
  }
}

/** Lets copies expire, with their bytes; and links. */
export async function expireExports(db: Db, now: Temporal.Instant): Promise<void> {
  const expired = await sql<{ bucket: number; id: string }>`
    update data_exports set state = 'expired', expires_at = null where expires_at <= ${now}
    returning bucket, id`.execute(db)
  for (const each of expired.rows) await removeBytes(db, each)
  await sql`delete from data_export_links where expires_at <= ${now}`.execute(db)
}
