import { sql } from 'kysely'
import { type Db, bucketOf } from '../../platform/index.ts'
import { type LetterRow, letterOfRow } from './letter-row.ts'
import type { StoredLetter } from './letter.ts'
import { letterColumns } from './letter-store.ts'

/** Where a page of a list goes on: behind this letter. */
export interface ListPlace {
  readonly at: Temporal.Instant
  readonly id: string
}

/** Which page of a mailbox's letters. */
export interface LetterPage {
  readonly mailbox: string
  readonly before: ListPlace | null
  readonly most: number
}

/** What lies in a mailbox, the newest first; one index, one bucket, whatever number lies there. */
export async function lettersIn(
  db: Db,
  { mailbox, before, most }: LetterPage
): Promise<StoredLetter[]> {
  const found = await sql<LetterRow>`
    select ${letterColumns} from letters l
    where l.bucket = ${bucketOf(mailbox)} and l.recipient = ${mailbox} and l.arrived_at is not null
      and ${behind('l.arrived_at', before)}
    order by l.arrived_at desc, l.id desc limit ${most}`.execute(db)
  return found.rows.map(letterOfRow)
}

/** What a mailbox has sent, the newest first, each where it is now. */
export async function lettersFrom(
  db: Db,
  { mailbox, before, most }: LetterPage
): Promise<StoredLetter[]> {
  const sent = await sql<{ id: string; heldBy: string }>`
    select l.id, l.held_by as "heldBy" from sent_letters l
    where l.bucket = ${bucketOf(mailbox)} and l.sender = ${mailbox}
      and ${behind('l.accepted_at', before)}
    order by l.accepted_at desc, l.id desc limit ${most}`.execute(db)
  return lettersByPlaces(db, sent.rows)
}

/** Letters by where they are, in the order that was asked for. */
export async function lettersByPlaces(
  db: Db,
  places: readonly { readonly id: string; readonly heldBy: string }[]
): Promise<StoredLetter[]> {
  if (places.length === 0) return []
  const found = await sql<LetterRow>`
    select ${letterColumns} from letters l where (l.bucket, l.id) in (select * from unnest(
      ${places.map(({ heldBy }) => bucketOf(heldBy))}::smallint[],
      ${places.map(({ id }) => id)}::uuid[]))`.execute(db)
  const byId = new Map(found.rows.map((row) => [row.id, letterOfRow(row)]))
  return places.flatMap(({ id }) => byId.get(id) ?? [])
}

/** What a mailbox wrote to people who have none yet, the oldest first. */
export async function lettersWaiting(
  db: Db,
  { mailbox, after, most }: { mailbox: string; after: string | null; most: number }
): Promise<StoredLetter[]> {
  const found = await sql<LetterRow>`
    select ${letterColumns} from letters l
    where l.bucket = ${bucketOf(mailbox)} and l.sender = ${mailbox} and l.state = 'awaiting-recipient'
      and (${after}::uuid is null or l.id > ${after}::uuid)
    order by l.id limit ${most}`.execute(db)
  return found.rows.map(letterOfRow)
}

/** Letters that wait for one person, from whomever. */
export async function lettersWaitingFor(db: Db, person: string): Promise<StoredLetter[]> {
  const found = await sql<LetterRow>`
    select ${letterColumns} from letters l
    where l.recipient_person = ${person} and l.state = 'awaiting-recipient'
    order by l.accepted_at, l.id`.execute(db)
  return found.rows.map(letterOfRow)
}

function behind(column: 'l.arrived_at' | 'l.accepted_at', before: ListPlace | null) {
  if (before === null) return sql`true`
  return sql`(${sql.ref(column)}, l.id) < (${before.at}::timestamptz, ${before.id}::uuid)`
}
