import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'
import { hashSecret } from '../session.ts'

/** What a link of a message does: freeze the account, or stop a recovery. */
export type LinkPurpose = 'not-me' | 'stop-recovery'

/** A link that went out in a message, by which one thing can be done without a session. */
export interface AccountLink {
  readonly person: string
  readonly purpose: LinkPurpose
  /** The session or the recovery that the message spoke of. */
  readonly subject: string
}

const keyOf = (token: string) => hashSecret(token).toString('hex')

/** Writes a link under the hash of its token. */
export async function insertLink(
  tx: Tx,
  link: AccountLink & { readonly token: string },
  expiresAt: Temporal.Instant
): Promise<void> {
  const key = keyOf(link.token)
  await sql`
    insert into account_links (bucket, id, person, purpose, subject, expires_at)
    values (${bucketOf(key)}, ${key}, ${link.person}, ${link.purpose}, ${link.subject},
      ${expiresAt})`.execute(tx)
}

/** What a token opens; `null` for one that is unknown, used or run out. */
export async function findLink(
  db: Db,
  asked: { token: string; purpose: LinkPurpose },
  now: Temporal.Instant
): Promise<AccountLink | null> {
  const key = keyOf(asked.token)
  const found = await sql<AccountLink>`
    select person, purpose, subject from account_links
    where bucket = ${bucketOf(key)} and id = ${key} and purpose = ${asked.purpose}
      and used_at is null and expires_at > ${now}`.execute(db)
  return found.rows[0] ?? null
}

/** Uses up a link. @returns Whether it was still there. */
export async function useLink(tx: Tx, token: string, now: Temporal.Instant): Promise<boolean> {
  const key = keyOf(token)
  const used = await sql`
    update account_links set used_at = ${now}
    where bucket = ${bucketOf(key)} and id = ${key} and used_at is null returning 1`.execute(tx)
  return used.rows.length === 1
}

/** Forgets links that ran out. */
export async function deleteLinksBefore(db: Db, before: Temporal.Instant): Promise<void> {
  await sql`delete from account_links where expires_at < ${before}`.execute(db)
}
