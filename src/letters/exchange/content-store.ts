import { sql } from 'kysely'
import { type Db, type Tx, newId } from '../../platform/index.ts'
import { lettersType } from './letter.ts'

/** Most bytes in one row. */
export const pieceBytesMax = 262_144

/** Where sealed bytes are. */
export interface ContentAt {
  readonly bucket: number
  readonly content: string
}

/** A name for bytes that are about to be stored. */
export function newContent(at: Temporal.Instant): string {
  return newId(at)
}

/** Writes the pieces of one content, in order, from `fromByte` on. */
export async function insertPieces(
  tx: Tx,
  at: ContentAt,
  { fromByte, pieces }: { readonly fromByte: number; readonly pieces: readonly Uint8Array[] }
): Promise<void> {
  let next = fromByte
  for (const piece of pieces) {
    await sql`
      insert into letter_chunks (bucket, content, from_byte, bytes, data_type)
      values (${at.bucket}, ${at.content}, ${next}, ${Buffer.from(piece)}, ${lettersType})`.execute(
      tx
    )
    next += piece.length
  }
}

/**
 * Sealed bytes in order, one row in memory at a time.
 * @yields One piece.
 */
export async function* readPieces(db: Db, at: ContentAt): AsyncGenerator<Uint8Array> {
  let next = 0
  for (;;) {
    const found = await sql<{ bytes: Buffer }>`
      select bytes from letter_chunks
      where bucket = ${at.bucket} and content = ${at.content} and from_byte = ${next}`.execute(db)
    const bytes = found.rows[0]?.bytes
    if (bytes === undefined) return
    yield bytes
    next += bytes.length
  }
}

/** Takes bytes away. */
export async function removeContents(tx: Tx, contents: readonly ContentAt[]): Promise<void> {
  if (contents.length === 0) return
  await sql`
    delete from letter_chunks where (bucket, content) in (select * from unnest(
      ${contents.map(({ bucket }) => bucket)}::smallint[],
      ${contents.map(({ content }) => content)}::uuid[]))`.execute(tx)
}

/** Notes that large bytes begin to arrive, so that a broken line leaves nothing behind for long. */
export async function beginArrival(
  tx: Tx,
  at: ContentAt,
  { by, begunAt }: { readonly by: string; readonly begunAt: Temporal.Instant }
): Promise<void> {
  await sql`
    insert into letter_arrivals (bucket, content, begun_by, begun_at)
    values (${at.bucket}, ${at.content}, ${by}, ${begunAt})`.execute(tx)
}

/** Notes that they are a letter now. @returns `false` if the sweeper had them already. */
export async function endArrival(tx: Tx, at: ContentAt): Promise<boolean> {
  const ended = await sql`
    delete from letter_arrivals where bucket = ${at.bucket} and content = ${at.content}
    returning 1`.execute(tx)
  return ended.rows.length === 1
}

/** Takes away what began to arrive before an instant and never became a letter. */
export async function sweepArrivals(
  tx: Tx,
  before: Temporal.Instant,
  most: number
): Promise<number> {
  const swept = await sql<ContentAt>`
    delete from letter_arrivals where (bucket, content) in (
      select bucket, content from letter_arrivals where begun_at < ${before}
      order by begun_at limit ${most})
    returning bucket, content`.execute(tx)
  await removeContents(tx, swept.rows)
  return swept.rows.length
}
