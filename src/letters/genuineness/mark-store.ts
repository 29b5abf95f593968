import { sql } from 'kysely'
import type { LetterCode, ToldState } from '../../kernel/genuineness/index.ts'
import type { Db, Tx } from '../../platform/index.ts'

/** A letter's fact that is to be entered for everybody who holds the letter. */
export interface LetterEvent {
  /** Of the fact. */
  readonly bucket: number
  readonly fact: string
  readonly letter: string
  readonly kind: string
  /** Id of the mailbox that sent it. */
  readonly sender: string
  readonly sha256: string
  readonly at: Temporal.Instant
}

/** An event as it was entered. */
export interface Mark extends Pick<LetterEvent, 'bucket' | 'fact' | 'letter' | 'sha256' | 'at'> {
  /** As the mark says it: `unit:<authority>/<unit>`, or `person`. */
  readonly sender: string
  readonly state: ToldState
}

// A transaction dates its facts before it commits: one may come to light behind a newer one.
const lateMinutes = 10

/**
 * Events of the letters of a body that have no mark yet, the oldest first. That somebody opened a page by post
 * is no event: its bytes are a letter once they are kept.
 */
export async function eventsToEnter(
  db: Db,
  of: { readonly authority: string; readonly kinds: readonly string[]; readonly most: number }
): Promise<LetterEvent[]> {
  const { authority, kinds, most } = of
  const newest = await sql<{ at: Temporal.Instant }>`
    select at from letter_marks where authority = ${authority} order by at desc limit 1`.execute(db)
  const from = newest.rows[0]?.at.subtract({ minutes: lateMinutes }) ?? null
  const found = await sql<LetterEvent>`
    select f.bucket, f.id as fact, f.subject as letter, f.kind, f.body ->> 'sender' as sender,
      f.body ->> 'sha256' as sha256, f.at
    from facts f
    where f.authority = ${authority} and f.kind = any(${kinds}::text[])
      and (${from}::timestamptz is null or f.at >= ${from}::timestamptz)
      and (f.kind <> 'letter.claimed' or f.body ->> 'way' = 'kept')
      and not exists (select 1 from letter_marks m where m.bucket = f.bucket and m.fact = f.id)
    order by f.at, f.id limit ${most}`.execute(db)
  return found.rows
}

/** Writes marks down, with the public fact in which they stand. */
export async function insertMarks(
  tx: Tx,
  marks: readonly Mark[],
  { authority, entered }: { readonly authority: string; readonly entered: string }
): Promise<void> {
  const column = <T>(read: (mark: Mark) => T) => marks.map(read)
  await sql`
    insert into letter_marks (bucket, fact, letter, authority, sender, state, sha256, at, entered)
    select m.bucket, m.fact, m.letter, ${authority}, m.sender, m.state, m.sha256, m.at, ${entered}
    from unnest(${column((m) => m.bucket)}::smallint[], ${column((m) => m.fact)}::uuid[],
      ${column((m) => m.letter)}::uuid[], ${column((m) => m.sender)}::text[],
      ${column((m) => m.state)}::text[], ${column((m) => m.sha256)}::text[],
      ${column((m) => m.at)}::timestamptz[])
      as m (bucket, fact, letter, sender, state, sha256, at)`.execute(tx)
}

/** What was entered of a letter, the oldest first; nothing for another hash than its own. */
export async function marksOf(
  db: Db,
  { letter, sha256 }: LetterCode
): Promise<(Pick<Mark, 'sender' | 'state' | 'at'> & { readonly entered: string })[]> {
  const found = await sql<Pick<Mark, 'sender' | 'state' | 'at'> & { readonly entered: string }>`
    select sender, state, at, entered from letter_marks
    where letter = ${letter} and sha256 = ${sha256} order by at, fact`.execute(db)
  return found.rows
}
