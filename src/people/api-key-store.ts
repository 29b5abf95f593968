import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../platform/index.ts'
import type { ApiKey } from './api-key.ts'

/** A key that was not revoked, by the hash of its text, or `null`. */
export async function findApiKey(db: Db, id: string): Promise<ApiKey | null> {
  const found = await sql<ApiKey>`
    select id, authority, unit, role, label, live, created_at as "createdAt" from api_keys
    where bucket = ${bucketOf(id)} and id = ${id} and revoked_at is null`.execute(db)
  return found.rows[0] ?? null
}

/** Writes a key. */
export async function insertApiKey(tx: Tx, key: ApiKey): Promise<void> {
  await sql`
    insert into api_keys (bucket, id, authority, unit, role, label, live, created_at)
    values (${bucketOf(key.id)}, ${key.id}, ${key.authority}, ${key.unit}, ${key.role}, ${key.label},
      ${key.live}, ${key.createdAt})`.execute(tx)
}
