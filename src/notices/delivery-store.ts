import { sql } from 'kysely'
import type { Db, Tx } from '../platform/index.ts'
import type { Notice } from './notice.ts'
import type { Subscription } from './subscription.ts'

/** How far a notice got: waiting, sent, refused by the reader's server, or given up after many tries. */
export type DeliveryState = 'queued' | 'sent' | 'refused' | 'given-up'

/** One version of a notice on its way to one subscription. */
export interface DeliveryKey {
  readonly bucket: number
  readonly subscription: string
  readonly notice: string
  readonly version: number
}

/** A delivery that was claimed, with whom it is for. */
export interface Delivery extends DeliveryKey {
  readonly attempts: number
  readonly to: Pick<Subscription, 'address' | 'lang'>
}

/** Makes a delivery for each confirmed subscription that a version fits; one that is there stays. */
export async function insertDeliveries(
  tx: Tx,
  notice: Notice,
  now: Temporal.Instant
): Promise<void> {
  const { id, version, authority, services, kind, publishedAt } = notice
  await sql`
    insert into notice_deliveries (bucket, subscription, notice, version, state, queued_at, next_at)
    select s.bucket, s.id, ${id}::uuid, ${version}::integer, 'queued', ${now}::timestamptz,
      ${now}::timestamptz
    from notice_subscriptions s
    where s.confirmed_at <= ${publishedAt}
      and (s.authority is null or s.authority = ${authority})
      and (s.kinds = '{}' or ${kind}::text = any(s.kinds))
      and (s.services = '{}' or ${services}::text[] = '{}' or s.services && ${services}::text[])
    on conflict (bucket, subscription, notice, version) do nothing`.execute(tx)
}

/** A version of a notice, and who is told of it beside its subscribers. */
export interface ToldPersons {
  readonly notice: string
  readonly version: number
  /** Ids of persons. */
  readonly persons: readonly string[]
  readonly at: Temporal.Instant
}

/**
 * Makes a delivery for the oldest confirmed subscription of each of these people, whatever it was for,
 * where none of theirs at that address has this version already.
 */
export async function insertDeliveriesTo(tx: Tx, told: ToldPersons): Promise<void> {
  const { notice, version, persons, at } = told
  await sql`
    insert into notice_deliveries (bucket, subscription, notice, version, state, queued_at, next_at)
    select distinct on (s.person) s.bucket, s.id, ${notice}::uuid, ${version}::integer, 'queued',
      ${at}::timestamptz, ${at}::timestamptz
    from notice_subscriptions s
    where s.person = any(${persons}::uuid[]) and s.confirmed_at is not null
      and not exists (
        select from notice_deliveries d
        join notice_subscriptions o on o.bucket = d.bucket and o.id = d.subscription
        where d.bucket = s.bucket and d.notice = ${notice}::uuid
          and d.version = ${version}::integer and o.person = s.person)
    order by s.person, s.confirmed_at
    on conflict (bucket, subscription, notice, version) do nothing`.execute(tx)
}

/** Deliveries whose time has come, the longest waiting first. */
export async function deliveriesToSend(
  db: Db,
  now: Temporal.Instant,
  most: number
): Promise<DeliveryKey[]> {
  const found = await sql<DeliveryKey>`
    select bucket, subscription, notice, version from notice_deliveries
    where next_at <= ${now} order by next_at limit ${most}`.execute(db)
  return found.rows
}

/** Claims a delivery for this transaction; `null` where another has it, or did it. */
export async function claimDelivery(
  tx: Tx,
  key: DeliveryKey,
  now: Temporal.Instant
): Promise<Delivery | null> {
  const found = await sql<DeliveryKey & { attempts: number; address: string; lang: 'fa' | 'en' }>`
    select d.bucket, d.subscription, d.notice, d.version, d.attempts, s.address, s.lang
    from notice_deliveries d
    join notice_subscriptions s on s.bucket = d.bucket and s.id = d.subscription
    where d.bucket = ${key.bucket} and d.subscription = ${key.subscription}
      and d.notice = ${key.notice} and d.version = ${key.version} and d.next_at <= ${now}
    for update of d skip locked`.execute(tx)
  const row = found.rows[0]
  if (row === undefined) return null
  const { address, lang, ...delivery } = row
  return { ...delivery, to: { address, lang } }
}

/** What an attempt came to. */
export interface DeliveryResult {
  readonly state: DeliveryState
  readonly nextAt: Temporal.Instant | null
  readonly sentAt: Temporal.Instant | null
  /** Codes of the mail server; no words, which may hold the address. */
  readonly reason: string | null
}

/** Notes what an attempt came to. */
export async function noteDelivery(
  tx: Tx,
  key: DeliveryKey,
  { state, nextAt, sentAt, reason }: DeliveryResult
): Promise<void> {
  await sql`
    update notice_deliveries set state = ${state}, attempts = attempts + 1, next_at = ${nextAt},
      sent_at = ${sentAt}, reason = ${reason}
    where bucket = ${key.bucket} and subscription = ${key.subscription}
      and notice = ${key.notice} and version = ${key.version}`.execute(tx)
}

/** How many deliveries of a notice stand how, over all its versions. */
export async function deliveryCounts(
  db: Db,
  notice: string
): Promise<Readonly<Record<DeliveryState, number>>> {
  const found = await sql<{ state: DeliveryState; count: number }>`
    select state, count(*) from notice_deliveries where notice = ${notice} group by state`.execute(
    db
  )
  const counts = new Map(found.rows.map(({ state, count }) => [state, count]))
  const of = (state: DeliveryState) => counts.get(state) ?? 0
  return {
    queued: of('queued'),
    sent: of('sent'),
    refused: of('refused'),
    'given-up': of('given-up')
  }
}
