import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'

/** A browser in which a person has been signed in. */
export interface Device {
  /** Hash of its cookie. */
  readonly id: string
  readonly name: string
  readonly firstSeenAt: Temporal.Instant
  readonly lastSeenAt: Temporal.Instant
}

/**
 * Notes that a person signed in on a device.
 * @returns Whether it is new to them, and whether they had another before.
 */
export async function noteDevice(
  tx: Tx,
  seen: { person: string; id: string; name: string; at: Temporal.Instant }
): Promise<{ isNew: boolean; isFirst: boolean }> {
  const { person, id, name, at } = seen
  const bucket = bucketOf(person)
  const noted = await sql<{ isNew: boolean; isFirst: boolean }>`
    insert into devices (bucket, person, id, name, first_seen_at, last_seen_at)
    values (${bucket}, ${person}, ${id}, ${name}, ${at}, ${at})
    on conflict (bucket, person, id)
      do update set last_seen_at = excluded.last_seen_at, name = excluded.name
    returning (xmax = 0) as "isNew",
      not exists (select from devices o
        where o.bucket = ${bucket} and o.person = ${person} and o.id <> ${id}) as "isFirst"`.execute(
    tx
  )
  return noted.rows[0] ?? { isNew: false, isFirst: false }
}

/** The devices of a person, last used first. */
export async function devicesOf(db: Db, person: string): Promise<Device[]> {
  const found = await sql<Device>`
    select id, name, first_seen_at as "firstSeenAt", last_seen_at as "lastSeenAt" from devices
    where bucket = ${bucketOf(person)} and person = ${person}
    order by last_seen_at desc, id`.execute(db)
  return found.rows
}
