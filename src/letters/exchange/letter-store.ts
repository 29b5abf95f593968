import { sql } from 'kysely'
import { type Db, type Tx, bucketOf, withScope } from '../../platform/index.ts'
import { type LetterRow, letterOfRow } from './letter-row.ts'
import { type StoredLetter, lettersType } from './letter.ts'
import type { LetterState } from './letter-state.ts'

/** The columns of a letter, in the words of {@link LetterRow}. */
export const letterColumns = sql`l.id, l.sender, l.sender_authority as "senderAuthority",
  l.sender_unit as "senderUnit", l.sender_person as "senderPerson", l.recipient,
  l.recipient_authority as "recipientAuthority", l.recipient_unit as "recipientUnit",
  l.recipient_person as "recipientPerson", l.authority, l.lane, l.size_class as "sizeClass",
  l.size_bytes as "sizeBytes", l.sha256, l.recipient_key as "recipientKey",
  l.token_hash as "tokenHash", l.content, l.case_id as "case", l.in_reply_to as "inReplyTo",
  l.copy_of as "copyOf", l.sent_at as "sentAt", l.accepted_at as "acceptedAt",
  l.publish_at as "publishAt", l.effective_at as "effectiveAt", l.expires_at as "expiresAt",
  l.due_at as "dueAt", l.arrived_at as "arrivedAt", l.state, l.state_at as "stateAt"`

/** What was accepted by an id, whoever asks. */
export interface LetterPlace {
  /** The mailbox in whose bucket the letter is. */
  readonly heldBy: string
  /** The mailbox that sent it. */
  readonly sender: string
  /** Of the bytes that were accepted first, base64. */
  readonly sha256: string
  /** The fact of the acceptance. */
  readonly fact: string
  readonly acceptedAt: Temporal.Instant
}

/** Where letters are, each by its id; ids of none are left out. */
export function placesOf(db: Db, ids: readonly string[]): Promise<Map<string, LetterPlace>> {
  // Ids lead to letters for whoever has one; the letter itself is read in the scope of the reader.
  return withScope('system', async () => {
    const found = await sql<LetterPlace & { id: string }>`
      select p.id, p.held_by as "heldBy", p.sender, p.sha256, p.fact, p.accepted_at as "acceptedAt"
      from letter_places p where (p.bucket, p.id) in (select * from unnest(
        ${ids.map(bucketOf)}::smallint[], ${ids}::uuid[]))`.execute(db)
    return new Map(found.rows.map((place) => [place.id, place]))
  })
}

/** One letter, or `null`; also where the scope of the reader shows none. */
export async function letterById(db: Db, id: string): Promise<StoredLetter | null> {
  const place = (await placesOf(db, [id])).get(id)
  return place === undefined ? null : letterAt(db, { heldBy: place.heldBy, id })
}

/** One letter in a known bucket. */
export async function letterAt(
  db: Db,
  { heldBy, id }: { readonly heldBy: string; readonly id: string }
): Promise<StoredLetter | null> {
  const found = await sql<LetterRow>`
    select ${letterColumns} from letters l
    where l.bucket = ${bucketOf(heldBy)} and l.id = ${id}`.execute(db)
  const [row] = found.rows
  return row === undefined ? null : letterOfRow(row)
}

/** The same, held to the end of the transaction. */
export async function lockLetter(
  tx: Tx,
  { heldBy, id }: { readonly heldBy: string; readonly id: string }
): Promise<StoredLetter | null> {
  const found = await sql<LetterRow>`
    select ${letterColumns} from letters l
    where l.bucket = ${bucketOf(heldBy)} and l.id = ${id} for update`.execute(tx)
  const [row] = found.rows
  return row === undefined ? null : letterOfRow(row)
}

/** A letter about to be written, with the fact of its acceptance. */
export type AcceptedLetter = StoredLetter & { readonly fact: string }

/**
 * Writes letters with their places and the senders' lists, in one statement.
 * @throws With `uniqueViolation`, if somebody had one of the ids first; nothing is written then.
 */
export async function insertLetters(tx: Tx, letters: readonly AcceptedLetter[]): Promise<void> {
  const of = <T>(read: (letter: AcceptedLetter) => T) => letters.map(read)
  await sql`
    with given as (
      select * from unnest(${of((l) => bucketOf(l.heldBy))}::smallint[], ${of((l) => l.id)}::uuid[],
        ${of((l) => l.sender.mailbox)}::uuid[], ${of((l) => l.sender.authority)}::text[],
        ${of((l) => l.sender.unit)}::text[], ${of((l) => l.sender.person)}::uuid[],
        ${of((l) => l.recipient.mailbox)}::uuid[], ${of((l) => l.recipient.authority)}::text[],
        ${of((l) => l.recipient.unit)}::text[], ${of((l) => l.recipient.person)}::uuid[],
        ${of((l) => l.authority)}::text[], ${of((l) => l.lane)}::text[],
        ${of((l) => l.sizeClass)}::integer[], ${of((l) => l.sizeBytes)}::integer[],
        ${of((l) => l.sha256)}::text[], ${of((l) => l.recipientKey)}::text[],
        ${of((l) => l.tokenHash)}::text[], ${of((l) => l.content)}::uuid[], ${of((l) => l.case)}::uuid[],
        ${of((l) => l.inReplyTo)}::uuid[], ${of((l) => l.copyOf)}::uuid[],
        ${of((l) => l.sentAt)}::timestamptz[], ${of((l) => l.acceptedAt)}::timestamptz[],
        ${of((l) => l.publishAt)}::timestamptz[], ${of((l) => l.effectiveAt)}::timestamptz[],
        ${of((l) => l.expiresAt)}::timestamptz[], ${of((l) => l.dueAt)}::timestamptz[],
        ${of((l) => l.state)}::text[], ${of((l) => bucketOf(l.id))}::smallint[],
        ${of((l) => bucketOf(l.sender.mailbox))}::smallint[], ${of((l) => l.fact)}::uuid[])
        as g (bucket, id, sender, sender_authority, sender_unit, sender_person, recipient,
          recipient_authority, recipient_unit, recipient_person, authority, lane, size_class,
          size_bytes, sha256, recipient_key, token_hash, content, case_id, in_reply_to, copy_of,
          sent_at, accepted_at, publish_at, effective_at, expires_at, due_at, state, id_bucket,
          sender_bucket, fact)
    ), placed as (
      insert into letter_places (bucket, id, held_by, sender, sha256, fact, accepted_at)
      select id_bucket, id, coalesce(recipient, sender), sender, sha256, fact, accepted_at from given
    ), listed as (
      insert into sent_letters (bucket, id, sender, sender_authority, sender_unit, sender_person,
        recipient_authority, recipient_unit, recipient_person, held_by, accepted_at)
      select sender_bucket, id, sender, sender_authority, sender_unit, sender_person,
        recipient_authority, recipient_unit, recipient_person, coalesce(recipient, sender), accepted_at
      from given where copy_of is null
    )
    insert into letters (bucket, id, sender, sender_authority, sender_unit, sender_person, recipient,
      recipient_authority, recipient_unit, recipient_person, authority, lane, size_class, size_bytes,
      sha256, recipient_key, token_hash, content, case_id, in_reply_to, copy_of, sent_at, accepted_at,
      publish_at, effective_at, expires_at, due_at, state, state_at, data_type)
    select bucket, id, sender, sender_authority, sender_unit, sender_person, recipient,
      recipient_authority, recipient_unit, recipient_person, authority, lane, size_class, size_bytes,
      sha256, recipient_key, token_hash, content, case_id, in_reply_to, copy_of, sent_at, accepted_at,
      publish_at, effective_at, expires_at, due_at, state, accepted_at, ${lettersType}
    from given`.execute(tx)
}

/** A step of a letter: from one of these states to another, and what goes with it. */
export interface LetterStep {
  readonly from: readonly LetterState[]
  readonly to: LetterState
  readonly at: Temporal.Instant
}

/**
 * Brings letters one step on, by compare-and-swap on their state.
 * @returns Those that were brought there, as they are now; the others were elsewhere already.
 */
export async function stepLetters(
  tx: Tx,
  letters: readonly { readonly heldBy: string; readonly id: string }[],
  { from, to, at }: LetterStep
): Promise<StoredLetter[]> {
  const arrived = to === 'published' ? sql`, arrived_at = ${at}, due_at = null` : sql``
  const due = ['refused', 'failed', 'expired', 'withdrawn', 'purged', 'awaiting-recipient']
  const stopped = due.includes(to) ? sql`, due_at = null` : sql``
  const stepped = await sql<LetterRow>`
    update letters l set state = ${to}, state_at = ${at} ${arrived} ${stopped}
    where (l.bucket, l.id) in (select * from unnest(
        ${letters.map(({ heldBy }) => bucketOf(heldBy))}::smallint[],
        ${letters.map(({ id }) => id)}::uuid[]))
      and l.state = any(${from}::text[])
    returning ${letterColumns}`.execute(tx)
  return stepped.rows.map(letterOfRow)
}

/** Notes that the bytes of letters are gone. */
export async function forgetContents(
  tx: Tx,
  letters: readonly { readonly heldBy: string; readonly id: string }[]
): Promise<void> {
  await sql`
    update letters set content = null
    where (bucket, id) in (select * from unnest(
      ${letters.map(({ heldBy }) => bucketOf(heldBy))}::smallint[],
      ${letters.map(({ id }) => id)}::uuid[]))`.execute(tx)
}
