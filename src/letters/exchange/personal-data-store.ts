import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'
import type { personalData } from '../../people/index.ts'
import { type LetterRow, letterOfRow } from './letter-row.ts'
import type { StoredLetter } from './letter.ts'
import { deliveredStates } from './letter-state.ts'
import { letterColumns } from './letter-store.ts'

/** The letters that a person was sent, the oldest first; also those that wait for them. */
export async function lettersToPerson(db: Db, person: string): Promise<StoredLetter[]> {
  const found = await sql<LetterRow>`
    select ${letterColumns} from letters l
    where l.recipient_person = ${person}
      and (l.arrived_at is not null or l.state = 'awaiting-recipient')
    order by l.accepted_at, l.id`.execute(db)
  return found.rows.map(letterOfRow)
}

/** The letters that a person wrote, the oldest first. */
export async function lettersByPerson(db: Db, person: string): Promise<StoredLetter[]> {
  const found = await sql<LetterRow>`
    select ${letterColumns} from letters l
    where l.sender_person = ${person} order by l.accepted_at, l.id`.execute(db)
  return found.rows.map(letterOfRow)
}

/** Letters of a body that have lain in mailboxes since before an instant, the oldest first. */
export async function lettersPastTime(
  db: Db,
  past: Pick<personalData.PastTime, 'authority' | 'before' | 'most'>
): Promise<StoredLetter[]> {
  const found = await sql<LetterRow>`
    select ${letterColumns} from letters l
    where l.authority = ${past.authority} and l.arrived_at < ${past.before} and l.content is not null
    order by l.arrived_at limit ${past.most}`.execute(db)
  return found.rows.map(letterOfRow)
}

/** Takes away what people said about letters, and what their readers signed. */
export async function removeWords(tx: Tx, letters: readonly StoredLetter[]): Promise<void> {
  if (letters.length === 0) return
  const buckets = letters.map(({ heldBy }) => bucketOf(heldBy))
  const ids = letters.map(({ id }) => id)
  const those = sql`(select * from unnest(${buckets}::smallint[], ${ids}::uuid[]))`
  await sql`delete from letter_remarks where (bucket, letter_id) in ${those}`.execute(tx)
  await sql`delete from letter_proofs where (bucket, letter_id) in ${those}`.execute(tx)
}

/** States from which a letter whose bytes go becomes purged; others ended before, and stay as they are. */
export const purgeable = deliveredStates
