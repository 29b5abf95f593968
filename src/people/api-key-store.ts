import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../platform/index.ts'
import type { ApiKey, ListedApiKey } from './api-key.ts'

const columns = sql`key_id as id, authority, unit, role, label, live, scopes,
  created_at as "createdAt", expires_at as "expiresAt", rotated_from as "rotatedFrom",
  created_by as "createdBy", last_used_on as "lastUsedOn"`
const listed = sql`${columns}, revoked_at as "revokedAt", replaced_by as "replacedBy"`

/** A key that works at an instant, by its place in the directory, or `null`. */
export async function findApiKey(
  db: Db,
  place: string,
  now: Temporal.Instant
): Promise<ApiKey | null> {
  const found = await sql<ApiKey>`
    select ${columns} from api_keys
    where bucket = ${bucketOf(place)} and id = ${place} and revoked_at is null
      and (expires_at is null or expires_at > ${now})`.execute(db)
  return found.rows[0] ?? null
}

/** Notes the day of a use. */
export async function markUsed(db: Db, place: string, day: Temporal.PlainDate): Promise<void> {
  await sql`
    update api_keys set last_used_on = ${day}
    where bucket = ${bucketOf(place)} and id = ${place}
      and (last_used_on is null or last_used_on < ${day})`.execute(db)
}

/** Writes a key into its place. */
export async function insertApiKey(tx: Tx, key: ApiKey, place: string): Promise<void> {
  await sql`
    insert into api_keys (bucket, id, key_id, authority, unit, role, label, live, scopes, created_at,
      expires_at, rotated_from, created_by)
    values (${bucketOf(place)}, ${place}, ${key.id}, ${key.authority}, ${key.unit}, ${key.role},
      ${key.label}, ${key.live}, ${key.scopes}::text[], ${key.createdAt}, ${key.expiresAt},
      ${key.rotatedFrom}, ${key.createdBy})`.execute(tx)
}

/**
 * What programs are called, revoked ones too, by the ids that facts hold; ids that are no key's are left
 * out. Facts of before 000008 hold the place.
 */
export async function labelsOfKeys(
  db: Db,
  asked: readonly string[]
): Promise<Map<string, { readonly id: string; readonly label: string }>> {
  if (asked.length === 0) return new Map()
  const found = await sql<{ asked: string; id: string; label: string }>`
    select asked.id as asked, k.key_id as id, k.label from unnest(${asked}::text[]) as asked (id)
    join api_keys k on k.key_id::text = asked.id or k.id = asked.id`.execute(db)
  return new Map(found.rows.map(({ asked: name, ...key }) => [name, key]))
}

/** All keys that were ever made, or those of one authority, oldest first. */
export async function listApiKeys(db: Db, authority?: string): Promise<ListedApiKey[]> {
  const found = await sql<ListedApiKey>`
    select ${listed} from api_keys
    where ${authority ?? null}::text is null or authority = ${authority ?? null}
    order by created_at, key_id`.execute(db)
  return found.rows
}

/** A key by its random id, revoked or not, or `null`. */
export async function apiKeyById(db: Db, id: string): Promise<ListedApiKey | null> {
  const found = await sql<ListedApiKey>`
    select ${listed} from api_keys where key_id::text = ${id}`.execute(db)
  return found.rows[0] ?? null
}

/** @returns Whether the key was not revoked until now. */
export async function markRevoked(tx: Tx, id: string, at: Temporal.Instant): Promise<boolean> {
  const done = await sql`
    update api_keys set revoked_at = ${at}
    where key_id::text = ${id} and revoked_at is null`.execute(tx)
  return done.numAffectedRows === 1n
}

/**
 * Ends a key at an instant at the latest, if it works at `at` and nothing replaces it yet.
 * @returns Whether it is so.
 */
export async function markReplaced(
  tx: Tx,
  { id, by }: { readonly id: string; readonly by: string },
  { at, endsAt }: { readonly at: Temporal.Instant; readonly endsAt: Temporal.Instant }
): Promise<boolean> {
  const done = await sql`
    update api_keys set replaced_by = ${by}, expires_at = least(expires_at, ${endsAt}::timestamptz)
    where key_id::text = ${id} and revoked_at is null and replaced_by is null
      and (expires_at is null or expires_at > ${at})`.execute(tx)
  return done.numAffectedRows === 1n
}
