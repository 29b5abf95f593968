import { sql } from 'kysely'
import { type Db, bucketOf, json } from '../platform/index.ts'
import type { Passkey } from './passkey.ts'

const columns = sql`id, person, public_key as "publicKey", counter, transports, name, synced,
  created_at as "createdAt", added_by as "addedBy", used_at as "usedAt"`

/** The passkeys of a person, oldest first. */
export async function passkeysOf(db: Db, person: string): Promise<Passkey[]> {
  const found = await sql<Passkey>`
    select ${columns} from passkeys
    where bucket = ${bucketOf(person)} and person = ${person} order by created_at, id`.execute(db)
  return found.rows
}

/** One passkey of a person, or `null`. */
export async function findPasskey(
  db: Db,
  key: { person: string; id: string }
): Promise<Passkey | null> {
  const found = await sql<Passkey>`
    select ${columns} from passkeys
    where bucket = ${bucketOf(key.person)} and id = ${key.id} and person = ${key.person}`.execute(
    db
  )
  return found.rows[0] ?? null
}

/** Writes a passkey. @returns Whether it is new. */
export async function insertPasskey(db: Db, passkey: Passkey): Promise<boolean> {
  const written = await sql`
    insert into passkeys (bucket, id, person, public_key, counter, transports, name, synced, created_at,
      added_by)
    values (${bucketOf(passkey.person)}, ${passkey.id}, ${passkey.person},
      ${Buffer.from(passkey.publicKey)}, ${passkey.counter}, ${json(passkey.transports)},
      ${passkey.name}, ${passkey.synced}, ${passkey.createdAt}, ${passkey.addedBy})
    on conflict (bucket, id) do nothing returning 1`.execute(db)
  return written.rows.length === 1
}

/**
 * Notes a use. A counter moves forward only; two answers with the same counter are one too many, and
 * the second finds it moved (authenticators that count nothing always say zero).
 * @returns Whether this use counts.
 */
export async function noteUse(
  db: Db,
  passkey: Passkey,
  use: { counter: number; synced: boolean; at: Temporal.Instant }
): Promise<boolean> {
  const noted = await sql`
    update passkeys set counter = ${use.counter}, synced = ${use.synced}, used_at = ${use.at}
    where bucket = ${bucketOf(passkey.person)} and id = ${passkey.id}
      and (counter < ${use.counter} or (counter = 0 and ${use.counter}::bigint = 0))
    returning 1`.execute(db)
  return noted.rows.length === 1
}

/** Removes a passkey of a person. @returns Whether there was one. */
export async function deletePasskey(db: Db, key: { person: string; id: string }): Promise<boolean> {
  const removed = await sql`
    delete from passkeys
    where bucket = ${bucketOf(key.person)} and id = ${key.id} and person = ${key.person}
    returning 1`.execute(db)
  return removed.rows.length === 1
}

/** Removes every passkey of a person. @returns How many there were. */
export async function deletePasskeysOf(db: Db, person: string): Promise<number> {
  const removed = await sql`
    delete from passkeys where bucket = ${bucketOf(person)} and person = ${person}
    returning 1`.execute(db)
  return removed.rows.length
}
