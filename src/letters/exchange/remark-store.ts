import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'
import { type StoredLetter, lettersType } from './letter.ts'

/** What somebody said about a letter, kept where it can be erased; facts hold its id. */
export interface Remark {
  readonly id: string
  readonly kind: 'withdrawal' | 'refusal' | 'report' | 'return'
  /** With a report: what is wrong. */
  readonly code: string | null
  readonly words: string
  readonly by: string
  readonly at: Temporal.Instant
}

/** Longest remark, in characters. */
export const remarkLengthMax = 1000

/** Keeps a remark. */
export async function insertRemark(
  tx: Tx,
  letter: Pick<StoredLetter, 'id' | 'heldBy'>,
  { id, kind, code, words, by, at }: Remark
): Promise<void> {
  await sql`
    insert into letter_remarks (bucket, id, letter_id, kind, code, words, said_by, said_at, data_type)
    values (${bucketOf(letter.heldBy)}, ${id}, ${letter.id}, ${kind}, ${code}, ${words}, ${by}, ${at},
      ${lettersType})`.execute(tx)
}

/** What was said about a letter, in order. */
export async function remarksOf(
  db: Db,
  letter: Pick<StoredLetter, 'id' | 'heldBy'>
): Promise<Remark[]> {
  const found = await sql<Remark>`
    select id, kind, code, words, said_by as by, said_at as at from letter_remarks
    where bucket = ${bucketOf(letter.heldBy)} and letter_id = ${letter.id} order by id`.execute(db)
  return found.rows
}
