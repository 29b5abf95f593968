import { sql } from 'kysely'
import { type Db, type Tx } from '../platform/index.ts'
import { formsDocuments } from './data-types.ts'

/** Most bytes in one row: larger values cost memory in every process that they pass through. */
export const chunkBytesMax = 1_048_576

/** Where a file's bytes stand: in the bucket of whoever sent it, or of the case that it reached. */
export interface FileAt {
  readonly bucket: number
  readonly file: string
}

/**
 * Adds bytes behind those that are there; the last row is filled up first, so that many small pieces
 * do not make many rows.
 */
export async function appendChunk(
  tx: Tx,
  at: FileAt,
  piece: { fromByte: number; content: Uint8Array }
): Promise<void> {
  const content = Buffer.from(piece.content)
  const filled = await sql`
    update file_chunks set content = content || ${content}::bytea
    where bucket = ${at.bucket} and file_id = ${at.file}
      and from_byte = (select max(from_byte) from file_chunks
        where bucket = ${at.bucket} and file_id = ${at.file})
      and octet_length(content) + ${content.length}::integer <= ${chunkBytesMax}::integer
    returning 1`.execute(tx)
  if (filled.rows.length === 0) await insertChunk(tx, at, { ...piece, content })
}

/** Writes a whole small file, or the next row of a large one. */
export async function insertChunk(
  tx: Tx,
  at: FileAt,
  piece: { fromByte: number; content: Uint8Array }
): Promise<void> {
  await sql`
    insert into file_chunks (bucket, file_id, from_byte, content, data_type)
    values (${at.bucket}, ${at.file}, ${piece.fromByte}, ${Buffer.from(piece.content)},
      ${formsDocuments})`.execute(tx)
}

/**
 * The bytes of a file in order, one row in memory at a time.
 * @yields The content of one row.
 */
export async function* readChunks(db: Db, at: FileAt): AsyncGenerator<Uint8Array> {
  let next = 0
  for (;;) {
    const found = await sql<{ content: Buffer }>`
      select content from file_chunks
      where bucket = ${at.bucket} and file_id = ${at.file} and from_byte = ${next}`.execute(db)
    const content = found.rows[0]?.content
    if (content === undefined) return
    yield content
    next += content.length
  }
}

/** How many bytes of files are there, by file. */
export async function bytesOf(
  db: Db,
  { bucket, files }: { bucket: number; files: readonly string[] }
): Promise<Map<string, number>> {
  const found = await sql<{ file: string; bytes: number }>`
    select file_id as file, sum(octet_length(content))::bigint as bytes from file_chunks
    where bucket = ${bucket} and file_id = any(${files}::uuid[]) group by file_id`.execute(db)
  return new Map(found.rows.map(({ file, bytes }) => [file, bytes]))
}

/** Takes a file's bytes away. */
export async function removeChunks(
  tx: Tx,
  bucket: number,
  files: readonly string[]
): Promise<void> {
  if (files.length === 0) return
  await sql`
    delete from file_chunks where bucket = ${bucket} and file_id = any(${files}::uuid[])`.execute(
    tx
  )
}

/** Brings a file's bytes to the bucket of the case that it now belongs to. */
export async function moveChunks(
  tx: Tx,
  move: { from: number; to: number; files: readonly string[] }
): Promise<void> {
  if (move.from === move.to || move.files.length === 0) return
  await sql`
    insert into file_chunks (bucket, file_id, from_byte, content, data_type)
    select ${move.to}, file_id, from_byte, content, data_type from file_chunks
    where bucket = ${move.from} and file_id = any(${move.files}::uuid[])`.execute(tx)
  await removeChunks(tx, move.from, move.files)
}
