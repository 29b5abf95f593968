import { sql } from 'kysely'
import { type Db, type Lang, type Tx, bucketOf } from '../../platform/index.ts'
import type { ContactAddress, ContactChannel } from '../contact/contact.ts'
import { hashSecret } from '../session.ts'
import { type CodePurpose, triesMax } from './code.ts'

/** A code that was asked for. */
export interface CodeChallenge extends ContactAddress {
  readonly id: string
  readonly purpose: CodePurpose
  /** Whose it is where somebody signed in asked; `null` where nobody is known. */
  readonly person: string | null
  readonly lang: Lang
}

/** An asking and the browser in which it was made. */
export interface CodeBrowser {
  readonly id: string
  /** Secret of the browser, from its cookie. */
  readonly secret: string
}

const columns = sql`id, purpose, person, channel, address, lang`

/** Writes an asking; its code is made when it is sent. */
export async function insertChallenge(
  tx: Tx,
  challenge: CodeChallenge & { readonly secret: string },
  expiresAt: Temporal.Instant
): Promise<void> {
  const { id, secret, purpose, person, channel, address, lang } = challenge
  await sql`
    insert into code_challenges (bucket, id, browser_sha256, purpose, person, channel, address, lang,
      tries, expires_at)
    values (${bucketOf(id)}, ${id}, ${hashSecret(secret)}, ${purpose}, ${person}, ${channel},
      ${address}, ${lang}, 0, ${expiresAt})`.execute(tx)
}

/** Gives an open asking its code, which lives from now on. @returns To whom it goes; `null` if it is over. */
export async function giveCode(
  tx: Tx,
  given: { id: string; hash: Buffer; now: Temporal.Instant; expiresAt: Temporal.Instant }
): Promise<CodeChallenge | null> {
  const found = await sql<CodeChallenge>`
    update code_challenges set code_sha256 = ${given.hash}, expires_at = ${given.expiresAt}
    where bucket = ${bucketOf(given.id)} and id = ${given.id} and proven_at is null
      and expires_at > ${given.now}
    returning ${columns}`.execute(tx)
  return found.rows[0] ?? null
}

/**
 * Tries a code: one statement counts the try and compares, so that no two tries at once count as one.
 * @returns What was proven, `null` for every kind of failure; and whether this was the last try.
 */
export async function tryCode(
  db: Db,
  tried: CodeBrowser & { hash: Buffer; purpose: CodePurpose },
  at: { now: Temporal.Instant; provenUntil: Temporal.Instant }
): Promise<{ proven: CodeChallenge | null; isLastTry: boolean }> {
  const { id, secret, hash, purpose } = tried
  const found = await sql<CodeChallenge & { isProven: boolean; tries: number }>`
    update code_challenges set tries = tries + 1,
      proven_at = case when code_sha256 = ${hash} then ${at.now}::timestamptz end,
      expires_at = case when code_sha256 = ${hash} then ${at.provenUntil}::timestamptz
        else expires_at end
    where bucket = ${bucketOf(id)} and id = ${id} and browser_sha256 = ${hashSecret(secret)}
      and purpose = ${purpose} and tries < ${triesMax} and proven_at is null
      and expires_at > ${at.now}
    returning ${columns}, tries, proven_at is not null as "isProven"`.execute(db)
  const row = found.rows[0]
  if (row === undefined) return { proven: null, isLastTry: false }
  const { isProven, tries, ...challenge } = row
  return { proven: isProven ? challenge : null, isLastTry: tries >= triesMax }
}

/** What this browser has proven and not yet used; stays. */
export async function provenChallenge(
  db: Db,
  browser: CodeBrowser & { purpose: CodePurpose },
  now: Temporal.Instant
): Promise<CodeChallenge | null> {
  const found = await sql<CodeChallenge>`
    select ${columns} from code_challenges
    where bucket = ${bucketOf(browser.id)} and id = ${browser.id}
      and browser_sha256 = ${hashSecret(browser.secret)} and purpose = ${browser.purpose}
      and proven_at is not null and expires_at > ${now}`.execute(db)
  return found.rows[0] ?? null
}

/** Takes out what a browser has proven, so that it is used once. @returns Whether it was there. */
export async function takeProven(tx: Tx, id: string): Promise<boolean> {
  const taken = await sql`
    delete from code_challenges
    where bucket = ${bucketOf(id)} and id = ${id} and proven_at is not null
    returning 1`.execute(tx)
  return taken.rows.length === 1
}

/** By which channel the code of a browser was sent; `null` where there is none. Tells nothing of anybody else. */
export async function waitingChannel(
  db: Db,
  browser: CodeBrowser,
  now: Temporal.Instant
): Promise<{ channel: ContactChannel; address: string } | null> {
  const found = await sql<{ channel: ContactChannel; address: string }>`
    select channel, address from code_challenges
    where bucket = ${bucketOf(browser.id)} and id = ${browser.id}
      and browser_sha256 = ${hashSecret(browser.secret)} and expires_at > ${now}`.execute(db)
  return found.rows[0] ?? null
}

/** Forgets askings that are over. */
export async function deleteChallengesBefore(db: Db, before: Temporal.Instant): Promise<void> {
  await sql`delete from code_challenges where expires_at < ${before}`.execute(db)
}
