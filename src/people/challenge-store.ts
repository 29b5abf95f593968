import { sql } from 'kysely'
import { type Db, bucketOf } from '../platform/index.ts'
import { hashSecret } from './session.ts'

/** An open ceremony: what the authenticator is asked to sign, and for whom. */
export interface Ceremony {
  /** The challenge, base64url; with the bucket it is the key of its row. */
  readonly challenge: string
  readonly purpose: 'registration' | 'sign-in' | 'again'
  /** Who registers or proves again; `null` for a sign-in, where nobody is known yet. */
  readonly person: string | null
  /** Secret of the browser in which it was begun. */
  readonly browser: string
}

/** Writes an open ceremony. */
export async function insertCeremony(
  db: Db,
  ceremony: Ceremony,
  expiresAt: Temporal.Instant
): Promise<void> {
  const { challenge, purpose, person, browser } = ceremony
  await sql`
    insert into webauthn_challenges (bucket, id, purpose, person, browser_sha256, expires_at)
    values (${bucketOf(challenge)}, ${challenge}, ${purpose}, ${person}, ${hashSecret(browser)},
      ${expiresAt})`.execute(db)
}

/**
 * Takes an open ceremony out, so that its answer counts once; also when it then turns out to be wrong.
 * @returns Whether it was open, for this purpose, person and browser.
 */
export async function takeCeremony(
  db: Db,
  ceremony: Ceremony,
  now: Temporal.Instant
): Promise<boolean> {
  const { challenge, purpose, person, browser } = ceremony
  const taken = await sql<{ isOurs: boolean }>`
    delete from webauthn_challenges
    where bucket = ${bucketOf(challenge)} and id = ${challenge}
    returning (purpose = ${purpose} and person is not distinct from ${person}::uuid
      and browser_sha256 = ${hashSecret(browser)} and expires_at > ${now}) as "isOurs"`.execute(db)
  return taken.rows[0]?.isOurs === true
}

/** Forgets ceremonies that were never finished. */
export async function deleteCeremoniesBefore(db: Db, before: Temporal.Instant): Promise<void> {
  await sql`delete from webauthn_challenges where expires_at < ${before}`.execute(db)
}
