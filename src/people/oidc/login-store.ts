import { sql } from 'kysely'
import { type Db, bucketOf } from '../../platform/index.ts'
import { hashSecret } from '../session.ts'

/** What somebody went to the national sign-on for. */
export type OidcPurpose = 'sign-in' | 'again' | 'link'

/** A sign-in under way at the national sign-on. */
export interface OidcLogin {
  readonly purpose: OidcPurpose
  /** Who went there; `null` where nobody is known yet. */
  readonly person: string | null
  readonly nonce: string
  /** The secret of PKCE (RFC 7636). */
  readonly verifier: string
  /** Where to go afterwards, a path of this site with its language. */
  readonly next: string
}

const keyOf = (state: string) => hashSecret(state).toString('hex')

/** Writes a sign-in under way, under the hash of its state. */
export async function insertLogin(
  db: Db,
  login: OidcLogin & { readonly state: string; readonly browser: string },
  expiresAt: Temporal.Instant
): Promise<void> {
  const key = keyOf(login.state)
  await sql`
    insert into oidc_logins (bucket, id, browser_sha256, purpose, person, nonce, verifier, next,
      expires_at)
    values (${bucketOf(key)}, ${key}, ${hashSecret(login.browser)}, ${login.purpose},
      ${login.person}, ${login.nonce}, ${login.verifier}, ${login.next}, ${expiresAt})`.execute(db)
}

/** Takes a sign-in out, so that its answer counts once; `null` unless it is of this browser and in time. */
export async function takeLogin(
  db: Db,
  { state, browser }: { state: string; browser: string },
  now: Temporal.Instant
): Promise<OidcLogin | null> {
  const key = keyOf(state)
  const taken = await sql<OidcLogin & { isOurs: boolean }>`
    delete from oidc_logins where bucket = ${bucketOf(key)} and id = ${key}
    returning purpose, person, nonce, verifier, next,
      (browser_sha256 = ${hashSecret(browser)} and expires_at > ${now}) as "isOurs"`.execute(db)
  const row = taken.rows[0]
  if (row === undefined || !row.isOurs) return null
  const { isOurs: _isOurs, ...login } = row
  return login
}

/** Forgets sign-ins that nobody came back from. */
export async function deleteLoginsBefore(db: Db, before: Temporal.Instant): Promise<void> {
  await sql`delete from oidc_logins where expires_at < ${before}`.execute(db)
}
