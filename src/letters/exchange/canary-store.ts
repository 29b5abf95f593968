import { sql } from 'kysely'
import { canaryAuthority } from '../../kernel/mailbox/index.ts'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'
import { type LetterRow, letterOfRow } from './letter-row.ts'
import type { StoredLetter } from './letter.ts'
import { isEnd } from './letter-state.ts'
import { letterColumns } from './letter-store.ts'

/** Letters of probes from before an instant that go nowhere any more. */
export async function pastCanaries(
  db: Db,
  { before, most }: { readonly before: Temporal.Instant; readonly most: number }
): Promise<StoredLetter[]> {
  const found = await sql<LetterRow>`
    select ${letterColumns} from letters l
    where l.authority = ${canaryAuthority} and l.accepted_at < ${before}
    order by l.accepted_at limit ${most}`.execute(db)
  return found.rows
    .map(letterOfRow)
    .filter(({ arrivedAt, state }) => arrivedAt !== null || isEnd(state))
}

/** Takes the rows of letters away: the letters themselves, where they are, and that they were sent. */
export async function removeRows(tx: Tx, letters: readonly StoredLetter[]): Promise<void> {
  if (letters.length === 0) return
  const ids = letters.map(({ id }) => id)
  const named = (mailboxes: readonly string[]) =>
    sql`(select * from unnest(${mailboxes.map(bucketOf)}::smallint[], ${ids}::uuid[]))`
  await sql`
    delete from letters where (bucket, id) in ${named(letters.map(({ heldBy }) => heldBy))}`.execute(
    tx
  )
  await sql`
    delete from sent_letters
    where (bucket, id) in ${named(letters.map(({ sender }) => sender.mailbox))}`.execute(tx)
  await sql`delete from letter_places where (bucket, id) in ${named(ids)}`.execute(tx)
}
