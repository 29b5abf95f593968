import { sql } from 'kysely'
import { type Db, type Tx, bucketOf, newId } from '../../platform/index.ts'
import type { StaffGrant } from '../staff/staff.ts'

/** Whose acts, and since when. */
export interface DoneBy {
  readonly person: string
  readonly since: Temporal.Instant
}

/** Ids of the keys that somebody made or replaced since then and that still work. */
export async function keysMadeBy(
  db: Db,
  { person, since }: DoneBy
): Promise<{ id: string; authority: string }[]> {
  const found = await sql<{ id: string; authority: string }>`
    select key_id as id, authority from api_keys
    where created_by = ${person} and created_at >= ${since} and revoked_at is null`.execute(db)
  return found.rows
}

/** A role that somebody gave. */
export type GivenGrant = Pick<StaffGrant, 'id' | 'person' | 'role' | 'unit' | 'post'> & {
  readonly authority: string
}

/** The roles that somebody gave since then and that run: their ids begin with when they were given. */
export async function grantsGivenBy(
  db: Db,
  { person, since }: DoneBy,
  at: Temporal.Instant
): Promise<GivenGrant[]> {
  const first = `${newId(since).slice(0, 13)}-0000-0000-000000000000`
  const found = await sql<GivenGrant>`
    select id, person, role, unit, post, authority from role_grants
    where given_by = ${person} and id >= ${first}::uuid and (valid_to is null or valid_to > ${at})`.execute(
    db
  )
  return found.rows
}

/** A way into somebody's account that was handed out. */
export interface HandedCode {
  readonly person: string
  readonly issuedAt: Temporal.Instant
  /** Whether somebody came in by it. */
  readonly isUsed: boolean
}

/** Ends the enrolment codes that somebody issued since then. @returns All of them, used ones too. */
export async function endCodesOf(
  tx: Tx,
  { person, since }: DoneBy,
  at: Temporal.Instant
): Promise<HandedCode[]> {
  const found = await sql<HandedCode>`
    select person, issued_at as "issuedAt", used_at is not null and used_at < ${at} as "isUsed"
    from enrolment_codes where issued_by = ${person} and issued_at >= ${since}`.execute(tx)
  await sql`
    update enrolment_codes set used_at = ${at}
    where issued_by = ${person} and issued_at >= ${since} and used_at is null`.execute(tx)
  return found.rows
}

/** Removes the passkeys that came into an account by such a code. @returns How many. */
export async function deletePasskeysSince(
  tx: Tx,
  { person, issuedAt }: Pick<HandedCode, 'person' | 'issuedAt'>
): Promise<number> {
  const deleted = await sql`
    delete from passkeys where bucket = ${bucketOf(person)} and person = ${person}
      and created_at >= ${issuedAt} and added_by in ('enrolment', 'counter') returning 1`.execute(
    tx
  )
  return deleted.rows.length
}

/** Unties the national sign-ons that were tied to an account since then. @returns How many. */
export async function untieSince(tx: Tx, { person, since }: DoneBy): Promise<number> {
  const untied = await sql`
    delete from oidc_identities where person = ${person} and linked_at >= ${since}
    returning 1`.execute(tx)
  return untied.rows.length
}

/** When the first session of a doubted device began, of those after an instant. */
export async function firstOnDevice(
  db: Db,
  { person, session, after }: { person: string; session: string; after: Temporal.Instant }
): Promise<Temporal.Instant | null> {
  const bucket = bucketOf(person)
  const found = await sql<{ at: Temporal.Instant | null }>`
    select min(o.started_at) as at from sessions s
    join sessions o on o.bucket = s.bucket and o.person = s.person and o.device_id = s.device_id
    where s.bucket = ${bucket} and s.id = ${session} and s.person = ${person}
      and s.device_id is not null and o.started_at >= ${after}`.execute(db)
  return found.rows[0]?.at ?? null
}
