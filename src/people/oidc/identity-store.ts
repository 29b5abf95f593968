import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'

/** Somebody as the national sign-on knows them. */
export interface OidcIdentity {
  readonly issuer: string
  readonly subject: string
}

function keyOf({ issuer, subject }: OidcIdentity): string {
  return createHash('sha256')
    .update(JSON.stringify([issuer, subject]))
    .digest('hex')
}

/** Whom a subject is tied to, and whether it lets them work as staff. */
export interface OidcLink {
  readonly person: string
  readonly carriesRoles: boolean
}

/** Who a subject of the national sign-on is here, or `null`. */
export async function linkOfIdentity(db: Db, identity: OidcIdentity): Promise<OidcLink | null> {
  const key = keyOf(identity)
  const found = await sql<OidcLink>`
    select person, carries_roles as "carriesRoles" from oidc_identities
    where bucket = ${bucketOf(key)} and id = ${key}`.execute(db)
  return found.rows[0] ?? null
}

/** Ties a subject to a person, once; a tie may gain roles later, and never loses them. @returns Whose it is now. */
export async function linkIdentity(
  tx: Tx,
  identity: OidcIdentity,
  link: OidcLink & { readonly at: Temporal.Instant }
): Promise<OidcLink> {
  const key = keyOf(identity)
  const { person, carriesRoles, at } = link
  const linked = await sql<OidcLink>`
    insert into oidc_identities as i (bucket, id, person, linked_at, carries_roles)
    values (${bucketOf(key)}, ${key}, ${person}, ${at}, ${carriesRoles})
    on conflict (bucket, id) do update set
      carries_roles = i.carries_roles or (excluded.carries_roles and i.person = excluded.person)
    returning person, carries_roles as "carriesRoles"`.execute(tx)
  return linked.rows[0] ?? link
}

/** Whether a person can come by the national sign-on. */
export async function isLinked(db: Db, person: string): Promise<boolean> {
  const found = await sql`
    select 1 from oidc_identities where person = ${person} limit 1`.execute(db)
  return found.rows.length > 0
}

/** Writes a national id that is proven now; what was typed as one before is no longer needed. */
export async function saveNationalId(
  tx: Tx,
  { person, nationalId }: { person: string; nationalId: string }
): Promise<void> {
  const bucket = bucketOf(person)
  await sql`
    update persons set national_id = ${nationalId}
    where bucket = ${bucket} and id = ${person}`.execute(tx)
  await sql`
    delete from typed_identifiers
    where bucket = ${bucket} and person = ${person} and kind = 'national-id'`.execute(tx)
}
