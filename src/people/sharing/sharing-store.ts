import { sql } from 'kysely'
import { type Db, type Tx, bucketOf, json } from '../../platform/index.ts'

/** One session used from one network. */
export interface Sight {
  readonly person: string
  readonly session: string
  readonly network: string
  /** Hash of the browser's cookie; `null` where it has none. */
  readonly device: string | null
  readonly firstAt: Temporal.Instant
  readonly lastAt: Temporal.Instant
}

/** What a sign is: two places at once, or one device with many accounts. */
export type SignKind = 'two-places' | 'many-accounts'

/** A sign that an account may be used by more than its person; it proves nothing by itself. */
export interface Sign {
  readonly id: string
  readonly person: string
  readonly kind: SignKind
  /** The two networks; none for a device. */
  readonly networks: readonly string[]
  /** Accounts seen on the device. */
  readonly accounts: number | null
  readonly foundAt: Temporal.Instant
  readonly explainedAt: Temporal.Instant | null
  readonly explanation: string | null
}

/** Writes down that a session was used from a network. */
export async function saveSight(
  tx: Tx,
  sight: Omit<Sight, 'firstAt' | 'lastAt'>,
  at: Temporal.Instant
): Promise<void> {
  const { person, session, network, device } = sight
  await sql`
    insert into session_sights (bucket, person, session, network, device, first_at, last_at)
    values (${bucketOf(person)}, ${person}, ${session}, ${network}, ${device}, ${at}, ${at})
    on conflict (bucket, session, network)
      do update set last_at = greatest(session_sights.last_at, excluded.last_at)`.execute(tx)
}

/** Where a person's sessions were used, the last first. */
export async function sightsOf(db: Db, person: string, since: Temporal.Instant): Promise<Sight[]> {
  const found = await sql<Sight>`
    select person, session, network, device, first_at as "firstAt", last_at as "lastAt"
    from session_sights
    where bucket = ${bucketOf(person)} and person = ${person} and last_at >= ${since}
    order by last_at desc, session, network`.execute(db)
  return found.rows
}

/** Forgets sights older than an instant. */
export async function deleteSightsBefore(db: Db, before: Temporal.Instant): Promise<void> {
  await sql`delete from session_sights where last_at < ${before}`.execute(db)
}

/** How many people signed in on a device since an instant. */
export async function accountsOnDevice(
  db: Db,
  device: string,
  since: Temporal.Instant
): Promise<number> {
  const found = await sql<{ accounts: number }>`
    select count(distinct person)::int as accounts from devices
    where id = ${device} and last_seen_at >= ${since}`.execute(db)
  return found.rows[0]?.accounts ?? 0
}

const columns = sql`id, person, kind, networks, accounts, found_at as "foundAt",
  explained_at as "explainedAt", explanation`

/** Writes a sign, once for its key. @returns Whether it is new. */
export async function insertSign(tx: Tx, sign: Sign, key: string): Promise<boolean> {
  const { id, person, kind, networks, accounts, foundAt } = sign
  const written = await sql`
    insert into sharing_signs (bucket, id, person, kind, sign_key, networks, accounts, found_at)
    values (${bucketOf(person)}, ${id}, ${person}, ${kind}, ${key}, ${json(networks)}, ${accounts},
      ${foundAt})
    on conflict (bucket, person, sign_key) do nothing returning 1`.execute(tx)
  return written.rows.length === 1
}

/** The signs of a person, the newest first. */
export async function signsOf(db: Db, person: string): Promise<Sign[]> {
  const found = await sql<Sign>`
    select ${columns} from sharing_signs
    where bucket = ${bucketOf(person)} and person = ${person}
    order by found_at desc, id desc`.execute(db)
  return found.rows
}

/** Keeps what a person says of a sign; once. @returns Whether it was theirs and had none. */
export async function saveExplanation(
  tx: Tx,
  said: { readonly person: string; readonly sign: string; readonly text: string },
  at: Temporal.Instant
): Promise<boolean> {
  const { person, sign, text } = said
  const kept = await sql`
    update sharing_signs set explained_at = ${at}, explanation = ${text}
    where bucket = ${bucketOf(person)} and person = ${person} and id = ${sign}
      and explained_at is null returning 1`.execute(tx)
  return kept.rows.length === 1
}

/** A device of a counter office. */
export interface CounterDevice {
  /** Hash of its cookie. */
  readonly id: string
  readonly authority: string
  /** The office as its authority names it. */
  readonly office: string
  readonly registeredBy: string
  readonly registeredAt: Temporal.Instant
}

/** Whether a device is registered as one of a counter office. */
export async function isCounterDevice(db: Db, id: string): Promise<boolean> {
  const found = await sql`
    select 1 from counter_devices where bucket = ${bucketOf(id)} and id = ${id}`.execute(db)
  return found.rows.length > 0
}

/** Registers a device, or gives it another office. */
export async function saveCounterDevice(tx: Tx, device: CounterDevice): Promise<void> {
  const { id, authority, office, registeredBy, registeredAt } = device
  await sql`
    insert into counter_devices (bucket, id, authority, office, registered_by, registered_at)
    values (${bucketOf(id)}, ${id}, ${authority}, ${office}, ${registeredBy}, ${registeredAt})
    on conflict (bucket, id) do update set authority = excluded.authority, office = excluded.office,
      registered_by = excluded.registered_by, registered_at = excluded.registered_at`.execute(tx)
}

/** The registered devices of an authority, the newest first. */
export async function counterDevicesOf(db: Db, authority: string): Promise<CounterDevice[]> {
  const found = await sql<CounterDevice>`
    select id, authority, office, registered_by as "registeredBy", registered_at as "registeredAt"
    from counter_devices where authority = ${authority} order by registered_at desc, id`.execute(db)
  return found.rows
}

/** Takes a device off the list. @returns Whether it was on it. */
export async function deleteCounterDevice(
  tx: Tx,
  device: { readonly id: string; readonly authority: string }
): Promise<boolean> {
  const removed = await sql`
    delete from counter_devices where bucket = ${bucketOf(device.id)} and id = ${device.id}
      and authority = ${device.authority} returning 1`.execute(tx)
  return removed.rows.length === 1
}
