import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../../platform/index.ts'

/** A letter sealed to the key of a page that goes by post. */
export interface LetterClaim {
  /** A hash of that key. */
  readonly handle: string
  readonly letter: string
  readonly authority: string
  /** Mailbox that sends. */
  readonly sender: string
  /** Whom it is for. */
  readonly person: string
  readonly recipientKey: string
  readonly sizeClass: number
  readonly sha256: string
  readonly tokenHash: string
  readonly madeBy: string
  readonly madeAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
  /** When somebody showed to have opened it. */
  readonly claimedAt: Temporal.Instant | null
  /** When its addressee took it into their mailbox. */
  readonly keptAt: Temporal.Instant | null
}

const columns = sql`c.handle, c.letter_id as letter, c.authority, c.sender, c.person,
  c.recipient_key as "recipientKey", c.size_class as "sizeClass", c.sha256,
  c.token_hash as "tokenHash", c.made_by as "madeBy", c.made_at as "madeAt",
  c.expires_at as "expiresAt", c.claimed_at as "claimedAt", c.kept_at as "keptAt"`

/** Keeps a claim. @returns `false` where there is one of that handle. */
export async function insertClaim(
  tx: Tx,
  claim: Omit<LetterClaim, 'claimedAt' | 'keptAt'>,
  content: Uint8Array
): Promise<boolean> {
  const written = await sql`
    insert into letter_claims (bucket, handle, letter_id, authority, sender, person, content,
      recipient_key, size_class, sha256, token_hash, made_by, made_at, expires_at, data_type)
    values (${bucketOf(claim.handle)}, ${claim.handle}, ${claim.letter}, ${claim.authority},
      ${claim.sender}, ${claim.person}, ${Buffer.from(content)}, ${claim.recipientKey},
      ${claim.sizeClass}, ${claim.sha256}, ${claim.tokenHash}, ${claim.madeBy}, ${claim.madeAt},
      ${claim.expiresAt}, 'letters')
    on conflict do nothing`.execute(tx)
  return Number(written.numAffectedRows) === 1
}

/** A claim with its bytes; `null` where there is none, and where they are gone. */
export async function claimBy(
  db: Db,
  handle: string
): Promise<{ claim: LetterClaim; content: Uint8Array } | null> {
  const found = await sql<LetterClaim & { content: Buffer | null }>`
    select ${columns}, c.content from letter_claims c
    where c.bucket = ${bucketOf(handle)} and c.handle = ${handle}`.execute(db)
  const [row] = found.rows
  if (row?.content == null) return null
  const { content, ...claim } = row
  return { claim, content: new Uint8Array(content) }
}

/** Notes that a page was used. @returns Whether it was not before. */
export async function setClaimed(tx: Tx, handle: string, at: Temporal.Instant): Promise<boolean> {
  const noted = await sql`
    update letter_claims set claimed_at = ${at}
    where bucket = ${bucketOf(handle)} and handle = ${handle} and claimed_at is null
      and kept_at is null`.execute(tx)
  return Number(noted.numAffectedRows) === 1
}

/** Notes that the letter is in a mailbox: the bytes of the page go. @returns Whether it was not before. */
export async function setKept(tx: Tx, handle: string, at: Temporal.Instant): Promise<boolean> {
  const noted = await sql`
    update letter_claims set kept_at = ${at}, content = null
    where bucket = ${bucketOf(handle)} and handle = ${handle} and kept_at is null`.execute(tx)
  return Number(noted.numAffectedRows) === 1
}

/** Ends the pages that were made of a letter before: only the newest counts. */
export async function endClaimsOf(tx: Tx, letter: string, at: Temporal.Instant): Promise<void> {
  await sql`
    update letter_claims set expires_at = least(expires_at, ${at}::timestamptz), content = null
    where letter_id = ${letter} and kept_at is null`.execute(tx)
}

/** Takes the bytes of pages away whose time is over. */
export async function emptyClaimsBefore(db: Db, before: Temporal.Instant): Promise<void> {
  await sql`
    update letter_claims set content = null
    where expires_at <= ${before} and content is not null`.execute(db)
}

/** Letters of which bytes lie for a page, in the order of their ids. */
export async function lettersOnPages(db: Db, after: string, most: number): Promise<string[]> {
  const found = await sql<{ letter: string }>`
    select distinct letter_id as letter from letter_claims
    where content is not null and letter_id > ${after} order by letter_id limit ${most}`.execute(db)
  return found.rows.map(({ letter }) => letter)
}
