import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'
import type { UnitPlace } from './template-store.ts'

/** A letter that is being written, as it is known without its unit's key. */
export interface LetterDraft {
  readonly id: string
  /** Person who kept it last. */
  readonly author: string
  /** Of how many keepings this is the last. */
  readonly version: number
  readonly begunAt: Temporal.Instant
  readonly changedAt: Temporal.Instant
}

/** Where drafts of a unit are. */
export interface DraftPlace extends UnitPlace {
  readonly mailbox: string
}

const columns = sql`id, author, version, begun_at as "begunAt", changed_at as "changedAt"`

/** The drafts of a mailbox, the newest first. */
export async function draftsOf(db: Db, mailbox: string, most: number): Promise<LetterDraft[]> {
  const found = await sql<LetterDraft>`
    select ${columns} from letter_drafts
    where bucket = ${bucketOf(mailbox)} and mailbox = ${mailbox}
    order by changed_at desc, id limit ${most}`.execute(db)
  return found.rows
}

/** A draft with its sealed bytes. */
export async function draftById(
  db: Db,
  mailbox: string,
  id: string
): Promise<(LetterDraft & { readonly sealed: Uint8Array }) | null> {
  const found = await sql<LetterDraft & { readonly sealed: Uint8Array }>`
    select ${columns}, sealed from letter_drafts
    where bucket = ${bucketOf(mailbox)} and mailbox = ${mailbox} and id = ${id}`.execute(db)
  return found.rows[0] ?? null
}

/** Writes a new draft. @returns `null` where there is one by that id. */
export async function insertDraft(
  tx: Tx,
  { mailbox, authority, unit }: DraftPlace,
  of: Kept
): Promise<LetterDraft | null> {
  const written = await sql<LetterDraft>`
    insert into letter_drafts (bucket, id, mailbox, authority, unit, author, version, sealed,
      begun_at, changed_at, data_type)
    values (${bucketOf(mailbox)}, ${of.id}, ${mailbox}, ${authority}, ${unit}, ${of.author}, 1,
      ${Buffer.from(of.sealed)}, ${of.at}, ${of.at}, 'letters')
    on conflict (bucket, id) do nothing returning ${columns}`.execute(tx)
  return written.rows[0] ?? null
}

/** A draft as it is kept now. */
export interface Kept {
  readonly id: string
  readonly author: string
  readonly sealed: Uint8Array
  readonly at: Temporal.Instant
}

/** Writes over the version that its writer had. @returns `null` where it is another by now, or gone. */
export async function replaceDraft(
  tx: Tx,
  mailbox: string,
  { id, author, sealed, at, version }: Kept & { readonly version: number }
): Promise<LetterDraft | null> {
  const written = await sql<LetterDraft>`
    update letter_drafts set author = ${author}, sealed = ${Buffer.from(sealed)}, changed_at = ${at},
      version = version + 1
    where bucket = ${bucketOf(mailbox)} and mailbox = ${mailbox} and id = ${id}
      and version = ${version} returning ${columns}`.execute(tx)
  return written.rows[0] ?? null
}

/** How many drafts a mailbox has. */
export async function countDrafts(db: Db, mailbox: string): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*) as n from letter_drafts
    where bucket = ${bucketOf(mailbox)} and mailbox = ${mailbox}`.execute(db)
  return found.rows[0]?.n ?? 0
}

/** Takes a draft away. */
export async function deleteDraft(tx: Tx, mailbox: string, id: string): Promise<void> {
  await sql`
    delete from letter_drafts
    where bucket = ${bucketOf(mailbox)} and mailbox = ${mailbox} and id = ${id}`.execute(tx)
}

/** Takes away what nobody changed since. @returns How many. */
export async function deleteDraftsBefore(tx: Tx, before: Temporal.Instant): Promise<number> {
  const gone = await sql`delete from letter_drafts where changed_at < ${before}`.execute(tx)
  return Number(gone.numAffectedRows)
}
