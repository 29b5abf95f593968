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

/** Pieces of one content, in order. */
export interface ContentPieces {
  readonly at: ContentAt
  /** Where the first of them begins. */
  readonly fromByte: number
  readonly pieces: readonly Uint8Array[]
}

/**
 * Writes pieces of contents, in one statement. Their bytes go as they are in one parameter, and are cut
 * there: a list of byte strings would go as hexadecimal text, twice as long.
 */
export async function insertContents(tx: Tx, contents: readonly ContentPieces[]): Promise<void> {
  const rows = contents.flatMap(rowsOf)
  if (rows.length === 0) return
  const bytes = Buffer.concat(rows.map(({ piece }) => piece))
  let next = 1
  const places = rows.map(({ piece }) => (next += piece.length) - piece.length)
  await sql`
    insert into letter_chunks (bucket, content, from_byte, bytes, data_type)
    select w.bucket, w.content, w.from_byte, substr(${bytes}::bytea, w.place, w.length), ${lettersType}
    from unnest(${rows.map(({ at }) => at.bucket)}::smallint[],
      ${rows.map(({ at }) => at.content)}::uuid[], ${rows.map(({ fromByte }) => fromByte)}::integer[],
      ${places}::integer[], ${rows.map(({ piece }) => piece.length)}::integer[])
      as w (bucket, content, from_byte, place, length)`.execute(tx)
}

function rowsOf({ at, fromByte, pieces }: ContentPieces) {
  let next = fromByte
  return pieces.map((piece) => {
    next += piece.length
    return { at, piece, fromByte: next - piece.length }
  })
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
