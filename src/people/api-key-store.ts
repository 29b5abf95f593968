import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../platform/index.ts'
import type { ApiKey, ListedApiKey } from './api-key.ts'

const columns = sql`key_id as id, authority, unit, role, label, live, created_at as "createdAt"`

/** A key that was not revoked, by its place in the directory, or `null`. */
export async function findApiKey(db: Db, place: string): Promise<ApiKey | null> {
  const found = await sql<ApiKey>`
    select ${columns} from api_keys
    where bucket = ${bucketOf(place)} and id = ${place} and revoked_at is null`.execute(db)
  return found.rows[0] ?? null
}

/** Writes a key into its place. */
export async function insertApiKey(tx: Tx, key: ApiKey, place: string): Promise<void> {
  await sql`
    insert into api_keys (bucket, id, key_id, authority, unit, role, label, live, created_at)
    values (${bucketOf(place)}, ${place}, ${key.id}, ${key.authority}, ${key.unit}, ${key.role},
      ${key.label}, ${key.live}, ${key.createdAt})`.execute(tx)
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

/** All keys that were ever made, oldest first. */
export async function listApiKeys(db: Db): Promise<ListedApiKey[]> {
  const found = await sql<ListedApiKey>`
    select ${columns}, revoked_at as "revokedAt" from api_keys order by created_at, key_id`.execute(
    db
  )
  return found.rows
}

/** A key by its random id, revoked or not, or `null`. */
export async function apiKeyById(db: Db, id: string): Promise<ListedApiKey | null> {
  const found = await sql<ListedApiKey>`
    select ${columns}, revoked_at as "revokedAt" from api_keys where key_id::text = ${id}`.execute(
    db
  )
  return found.rows[0] ?? null
}

/** @returns Whether the key worked until now. */
export async function markRevoked(tx: Tx, id: string, at: Temporal.Instant): Promise<boolean> {
  const done = await sql`
    update api_keys set revoked_at = ${at}
    where key_id::text = ${id} and revoked_at is null`.execute(tx)
  return done.numAffectedRows === 1n
}
