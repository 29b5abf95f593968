import { sql } from 'kysely'
import { type Tx, bucketOf, withScope } from '../../platform/index.ts'
import type { Party, StoredLetter } from './letter.ts'
import { type LetterRow, letterOfRow } from './letter-row.ts'
import { letterColumns } from './letter-store.ts'

/** What is new about a letter that was sealed again, to its recipient. */
export interface Resealed extends Pick<
  StoredLetter,
  'recipientKey' | 'sizeClass' | 'sizeBytes' | 'sha256' | 'tokenHash' | 'state'
> {
  readonly recipient: Party & { readonly mailbox: string }
  readonly content: string
  readonly dueAt: Temporal.Instant
  readonly at: Temporal.Instant
}

/**
 * Brings a letter from its sender's bucket into that of its recipient, as it was sealed anew. Its id,
 * its times and its case stay.
 * @returns The letter as it is now; `null` if it was no longer where and as it was.
 */
export async function moveLetter(
  tx: Tx,
  letter: StoredLetter,
  to: Resealed
): Promise<StoredLetter | null> {
  const { recipient } = to
  const moved = await sql<LetterRow>`
    with left_behind as (
      delete from letters where bucket = ${bucketOf(letter.heldBy)} and id = ${letter.id}
        and state = ${letter.state} and sha256 = ${letter.sha256} returning *
    )
    insert into letters as l (bucket, id, sender, sender_authority, sender_unit, sender_person,
      recipient, recipient_authority, recipient_unit, recipient_person, authority, lane, size_class,
      size_bytes, sha256, recipient_key, token_hash, content, case_id, in_reply_to, copy_of, sent_at,
      accepted_at, publish_at, effective_at, expires_at, due_at, state, state_at, data_type,
      page_opened_at)
    select ${bucketOf(recipient.mailbox)}, id, sender, sender_authority, sender_unit, sender_person,
      ${recipient.mailbox}, ${recipient.authority}, ${recipient.unit}, ${recipient.person}, authority,
      lane, ${to.sizeClass}, ${to.sizeBytes}, ${to.sha256}, ${to.recipientKey}, ${to.tokenHash},
      ${to.content}, case_id, in_reply_to, copy_of, sent_at, accepted_at, publish_at, effective_at,
      expires_at, ${to.dueAt}, ${to.state}, ${to.at}, data_type, page_opened_at
    from left_behind
    returning ${letterColumns}`.execute(tx)
  const [row] = moved.rows
  if (row === undefined) return null
  await notePlace(tx, letter, recipient)
  return letterOfRow(row)
}

/** A letter lies with its recipient now: whoever has its id is led there. */
async function notePlace(
  tx: Tx,
  { id, sender }: StoredLetter,
  { mailbox, authority, unit, person }: Party & { readonly mailbox: string }
): Promise<void> {
  // No request reads or changes along the shelf of ids; this one has just moved the letter itself.
  await withScope('system', () =>
    sql`update letter_places set held_by = ${mailbox}
      where bucket = ${bucketOf(id)} and id = ${id}`.execute(tx)
  )
  await sql`
    update sent_letters set held_by = ${mailbox}, recipient_authority = ${authority},
      recipient_unit = ${unit}, recipient_person = ${person}
    where bucket = ${bucketOf(sender.mailbox)} and id = ${id}`.execute(tx)
}

/** Marks a letter that was approved, and whose recipient has no mailbox yet. */
export async function awaitRecipient(
  tx: Tx,
  letter: StoredLetter,
  at: Temporal.Instant
): Promise<StoredLetter | null> {
  const marked = await sql<LetterRow>`
    update letters l set state = 'awaiting-recipient', state_at = ${at}
    where l.bucket = ${bucketOf(letter.heldBy)} and l.id = ${letter.id} and l.state = ${letter.state}
    returning ${letterColumns}`.execute(tx)
  const [row] = marked.rows
  return row === undefined ? null : letterOfRow(row)
}
