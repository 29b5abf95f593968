import { type RawBuilder, sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../platform/index.ts'
import { bucketOfId } from './case-id.ts'
import { formsDocuments } from './data-types.ts'
import type { Upload } from './upload.ts'

const columns = sql`id, person, service, document, name, size_bytes as "sizeBytes",
  size_bytes_max as "sizeBytesMax", received_bytes as "receivedBytes", media_type as "mediaType",
  sha256, sha256 is not null as finished, draft, case_id as "case",
  recipient_key as "recipientKey", started_at as "startedAt"`

/** One upload of a person, or `null`. */
export async function uploadById(db: Db, person: string, id: string): Promise<Upload | null> {
  if (bucketOfId(id) === null) return null
  const found = await sql<Upload>`
    select ${columns} from uploads
    where bucket = ${bucketOfId(id)} and id = ${id} and person = ${person}`.execute(db)
  return found.rows[0] ?? null
}

/** All uploads of a person, oldest first. */
export async function uploadsOf(db: Db, person: string): Promise<Upload[]> {
  const found = await sql<Upload>`
    select ${columns} from uploads
    where bucket = ${bucketOf(person)} and person = ${person} order by id`.execute(db)
  return found.rows
}

/** Begins an upload. */
export async function insertUpload(tx: Tx, upload: Upload): Promise<void> {
  await sql`
    insert into uploads (bucket, id, person, service, document, name, size_bytes, size_bytes_max,
      received_bytes, media_type, sha256, draft, case_id, recipient_key, started_at, touched_at, data_type)
    values (${bucketOf(upload.person)}, ${upload.id}, ${upload.person}, ${upload.service},
      ${upload.document}, ${upload.name}, ${upload.sizeBytes}, ${upload.sizeBytesMax}, 0, null, null,
      ${upload.draft}, ${upload.case}, ${upload.recipientKey}, ${upload.startedAt}, ${upload.startedAt},
      ${formsDocuments})`.execute(tx)
}

/**
 * Compare-and-swap on how much has arrived: two senders of one file cannot both write from the same
 * byte on.
 * @returns Whether this one may write.
 */
export async function advanceUpload(
  tx: Tx,
  upload: { id: string; fromByte: number; toByte: number },
  at: Temporal.Instant
): Promise<boolean> {
  const advanced = await sql`
    update uploads set received_bytes = ${upload.toByte}, touched_at = ${at}
    where bucket = ${bucketOfId(upload.id)} and id = ${upload.id}
      and received_bytes = ${upload.fromByte} and sha256 is null
    returning 1`.execute(tx)
  return advanced.rows.length === 1
}

/** Notes the length of an upload whose sender did not know it at first. */
export async function declareSize(
  tx: Tx,
  upload: { id: string; sizeBytes: number },
  at: Temporal.Instant
): Promise<void> {
  await sql`
    update uploads set size_bytes = ${upload.sizeBytes}, touched_at = ${at}
    where bucket = ${bucketOfId(upload.id)} and id = ${upload.id} and size_bytes is null`.execute(
    tx
  )
}

/** Notes what a complete file is. */
export async function sealUpload(
  tx: Tx,
  upload: { id: string; mediaType: string; sha256: string; sizeBytes: number },
  at: Temporal.Instant
): Promise<void> {
  await sql`
    update uploads set media_type = ${upload.mediaType}, sha256 = ${upload.sha256},
      size_bytes = ${upload.sizeBytes}, touched_at = ${at}
    where bucket = ${bucketOfId(upload.id)} and id = ${upload.id}`.execute(tx)
}

/** Holds uploads until the transaction ends; those that somebody else took meanwhile are missing from the answer. */
export async function holdUploads(
  tx: Tx,
  person: string,
  ids: readonly string[]
): Promise<string[]> {
  const held = await sql<{ id: string }>`
    select id from uploads where ${ofPerson(person, ids)} order by id for update`.execute(tx)
  return held.rows.map((row) => row.id)
}

/** Takes uploads out; those that somebody else took meanwhile are missing from the answer. */
export async function takeUploads(
  tx: Tx,
  person: string,
  ids: readonly string[]
): Promise<string[]> {
  const taken = await sql<{ id: string }>`
    delete from uploads where ${ofPerson(person, ids)} returning id`.execute(tx)
  return taken.rows.map((row) => row.id)
}

/** Those of some uploads that are a person's; what is no id of an upload names none. */
function ofPerson(person: string, ids: readonly string[]): RawBuilder<unknown> {
  const own = ids.filter((id) => bucketOfId(id) !== null)
  return sql`bucket = ${bucketOf(person)} and id = any(${own}::uuid[]) and person = ${person}`
}

/** Uploads that nobody has touched since `before`, oldest first. */
export async function staleUploads(
  db: Db,
  before: Temporal.Instant,
  most: number
): Promise<{ bucket: number; id: string }[]> {
  const found = await sql<{ bucket: number; id: string }>`
    select bucket, id from uploads where touched_at < ${before} order by touched_at limit ${most}`.execute(
    db
  )
  return found.rows
}

/** Takes stale uploads of one bucket out, if they are still stale. */
export async function dropStaleUploads(
  tx: Tx,
  of: { bucket: number; before: Temporal.Instant; ids: readonly string[] }
): Promise<string[]> {
  const dropped = await sql<{ id: string }>`
    delete from uploads where bucket = ${of.bucket} and id = any(${of.ids}::uuid[])
      and touched_at < ${of.before} returning id`.execute(tx)
  return dropped.rows.map((row) => row.id)
}
