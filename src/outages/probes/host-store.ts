import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'
import type { PortalHost, UnregisteredHost } from './host.ts'

/** Registered hosts of an authority, retired ones too, by name. */
export async function hostsOf(db: Db, authority: string): Promise<PortalHost[]> {
  const found = await sql<PortalHost>`
    select authority, host, automatic, registered_at as "registeredAt",
      registered_by as "registeredBy", retired_at as "retiredAt"
    from portal_hosts where bucket = ${bucketOf(authority)} and authority = ${authority}
    order by host`.execute(db)
  return found.rows
}

/** Names of the hosts that an authority has registered now. */
export async function registeredHosts(db: Db, authority: string): Promise<string[]> {
  const hosts = await hostsOf(db, authority)
  return hosts.filter(({ retiredAt }) => retiredAt === null).map(({ host }) => host)
}

/**
 * Registers a host, or takes a retired one up again; it is then no unregistered one any more.
 * @returns False where it was registered already.
 */
export async function insertHost(tx: Tx, host: PortalHost): Promise<boolean> {
  const bucket = bucketOf(host.authority)
  const inserted = await sql`
    insert into portal_hosts (bucket, authority, host, automatic, registered_at, registered_by)
    values (${bucket}, ${host.authority}, ${host.host}, ${host.automatic}, ${host.registeredAt},
      ${host.registeredBy})
    on conflict (bucket, authority, host) do update set retired_at = null,
      registered_at = excluded.registered_at, registered_by = excluded.registered_by
      where portal_hosts.retired_at is not null`.execute(tx)
  if (inserted.numAffectedRows !== 1n) return false
  await sql`
    delete from unregistered_hosts where bucket = ${bucket} and authority = ${host.authority}
      and host = ${host.host}`.execute(tx)
  return true
}

/** @returns False where it was not registered. */
export async function markHostRetired(
  tx: Tx,
  { authority, host }: { authority: string; host: string },
  at: Temporal.Instant
): Promise<boolean> {
  const done = await sql`
    update portal_hosts set retired_at = ${at} where bucket = ${bucketOf(authority)}
      and authority = ${authority} and host = ${host} and retired_at is null`.execute(tx)
  return done.numAffectedRows === 1n
}

/** Hosts that were met in use and are not registered, the newest first. */
export async function unregisteredHosts(db: Db, authority: string): Promise<UnregisteredHost[]> {
  const found = await sql<UnregisteredHost>`
    select authority, host, found_on as "foundOn", first_at as "firstAt", last_at as "lastAt"
    from unregistered_hosts where bucket = ${bucketOf(authority)} and authority = ${authority}
    order by last_at desc, host limit 200`.execute(db)
  return found.rows
}

/** @returns Whether this host is met for the first time. */
export async function noteUnregistered(
  tx: Tx,
  { authority, host, foundOn }: { authority: string; host: string; foundOn: string },
  at: Temporal.Instant
): Promise<boolean> {
  const noted = await sql<{ isNew: boolean }>`
    insert into unregistered_hosts (bucket, authority, host, found_on, first_at, last_at)
    values (${bucketOf(authority)}, ${authority}, ${host}, ${foundOn}, ${at}, ${at})
    on conflict (bucket, authority, host) do update set last_at = excluded.last_at,
      found_on = excluded.found_on
    returning (xmax = 0) as "isNew"`.execute(tx)
  return noted.rows[0]?.isNew === true
}
