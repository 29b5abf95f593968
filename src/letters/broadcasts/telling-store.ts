import { sql } from 'kysely'
import type { contact } from '../../people/index.ts'
import { type Db, type Tx, bucketOf, withScope } from '../../platform/index.ts'

/** A broadcast whose people are not all told yet. */
export interface Telling {
  readonly id: string
  readonly status: 'Actual' | 'Exercise'
  readonly authority: string
  /** Everybody of the buckets below was told. */
  readonly toldBelow: number
}

/** All buckets: people live in 0 to one less. */
export const bucketCount = 4096

/** The next broadcast to tell people of, claimed for this transaction; `null` for none. */
export async function claimTelling(tx: Tx, at: Temporal.Instant): Promise<Telling | null> {
  const found = await sql<Telling>`
    select id, status, authority, told_below::integer as "toldBelow" from broadcasts
    where told_below < ${bucketCount} and expires_at > ${at} and replaced_at is null
    order by published_at limit 1 for update skip locked`.execute(tx)
  return found.rows[0] ?? null
}

/** Notes how far the telling of a broadcast came. */
export async function noteToldBelow(tx: Tx, id: string, below: number): Promise<void> {
  await sql`update broadcasts set told_below = ${below} where id = ${id}`.execute(tx)
}

/** One way to one person. */
export interface ToldBy {
  readonly person: string
  readonly channel: contact.ContactChannel
}

/** Writes down that people are being told; those who were before are passed over. */
export async function insertTellings(
  tx: Tx,
  broadcast: string,
  { ways, at }: { readonly ways: readonly ToldBy[]; readonly at: Temporal.Instant }
): Promise<void> {
  await sql`
    insert into broadcast_tellings (bucket, broadcast, person, channel, told_at, data_type)
    select w.bucket, ${broadcast}, w.person, w.channel, ${at}, 'account'
    from unnest(${ways.map(({ person }) => bucketOf(person))}::smallint[],
      ${ways.map(({ person }) => person)}::uuid[], ${ways.map(({ channel }) => channel)}::text[])
      as w (bucket, person, channel)
    on conflict do nothing`.execute(tx)
}

/** Writes down what became of telling one person by one channel. */
export async function finishTelling(
  tx: Tx,
  broadcast: string,
  done: ToldBy & { readonly outcome: 'sent' | 'refused'; readonly at: Temporal.Instant }
): Promise<void> {
  await sql`
    update broadcast_tellings set outcome = ${done.outcome}, done_at = ${done.at}
    where bucket = ${bucketOf(done.person)} and broadcast = ${broadcast}
      and person = ${done.person} and channel = ${done.channel}`.execute(tx)
}

/** How many people a broadcast reached: numbers, of nobody. */
export interface Reach {
  /** People with at least one address that can be told. */
  readonly audience: number
  /** Of them, those to whom it was handed over by at least one channel, until the asked instant. */
  readonly reached: number
  /** Messages by what became of them. */
  readonly sent: number
  readonly refused: number
  readonly waiting: number
  /** From publication until 95 percent of those reached had it, whole seconds. */
  readonly p95Seconds: number | null
}

/**
 * How many people a broadcast reached, for whoever asks.
 * @param until - Only what was handed over before; everything where absent.
 */
export function reachOf(
  db: Db,
  broadcast: { readonly id: string; readonly publishedAt: Temporal.Instant },
  until?: Temporal.Instant
): Promise<Reach> {
  // Who was told is theirs; how many they are is for everybody.
  return withScope('system', () => countReach(db, broadcast, until))
}

async function countReach(
  db: Db,
  broadcast: { readonly id: string; readonly publishedAt: Temporal.Instant },
  until?: Temporal.Instant
): Promise<Reach> {
  const found = await sql<Reach>`
    with people as (
      select person, min(done_at) filter (where outcome = 'sent') as first_at,
        count(*) filter (where outcome = 'sent') as sent,
        count(*) filter (where outcome = 'refused') as refused,
        count(*) filter (where outcome is null) as waiting
      from broadcast_tellings where broadcast = ${broadcast.id} group by person)
    select count(*)::integer as audience,
      count(*) filter (where first_at <= coalesce(${until ?? null}::timestamptz, first_at))::integer as reached,
      coalesce(sum(sent), 0)::integer as sent, coalesce(sum(refused), 0)::integer as refused,
      coalesce(sum(waiting), 0)::integer as waiting,
      ceil(extract(epoch from percentile_disc(0.95) within group (order by first_at)
        - ${broadcast.publishedAt}::timestamptz))::integer as "p95Seconds"
    from people`.execute(db)
  const [reach] = found.rows
  if (reach === undefined) throw new Error('a count gives one row')
  return reach
}

/** Exercises whose time is up and whose result is not recorded, claimed for this transaction. */
export async function claimDrills(
  tx: Tx,
  at: Temporal.Instant
): Promise<
  {
    readonly id: string
    readonly authority: string
    readonly publishedAt: Temporal.Instant
    readonly percent: number
    readonly seconds: number
  }[]
> {
  const found = await sql<{
    id: string
    authority: string
    publishedAt: Temporal.Instant
    percent: number
    seconds: number
  }>`
    update broadcasts set drilled_at = ${at}
    where id in (select id from broadcasts where target_percent is not null and drilled_at is null
        and published_at + make_interval(secs => target_seconds) <= ${at} for update skip locked)
    returning id, authority, published_at as "publishedAt", target_percent as percent,
      target_seconds as seconds`.execute(tx)
  return found.rows
}
