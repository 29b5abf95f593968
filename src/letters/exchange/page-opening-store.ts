import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'
import type { StoredLetter } from './letter.ts'

/** Notes with a letter that its page by post was opened. */
export async function notePageOpening(
  tx: Tx,
  letter: Pick<StoredLetter, 'id' | 'heldBy'>,
  at: Temporal.Instant
): Promise<void> {
  await sql`
    update letters set page_opened_at = ${at}
    where bucket = ${bucketOf(letter.heldBy)} and id = ${letter.id}`.execute(tx)
}

/** Those of some letters whose page by post was opened, by their ids. */
export async function openedByPage(
  db: Db,
  letters: readonly Pick<StoredLetter, 'id' | 'heldBy'>[]
): Promise<Set<string>> {
  if (letters.length === 0) return new Set()
  const found = await sql<{ id: string }>`
    select id from letters
    where page_opened_at is not null and (bucket, id) in (select * from unnest(
      ${letters.map(({ heldBy }) => bucketOf(heldBy))}::smallint[],
      ${letters.map(({ id }) => id)}::uuid[]))`.execute(db)
  return new Set(found.rows.map(({ id }) => id))
}
