import { sql } from 'kysely'
import { type Db, type Tx, bucketOf, json } from '../../platform/index.ts'
import type { Offer } from './offer.ts'

const columns = sql`o.id, o.grantor, o.kind, o.scope, o.acts, o.valid_to as "until",
  o.made_by as "madeBy", o.via, o.by_code as "byCode", o.made_at as "madeAt",
  o.expires_at as "expiresAt"`

/** Writes an offer and the key by which its delegate finds it: the hash of a code or of an identifier. */
export async function insertOffer(tx: Tx, offer: Offer, key: string): Promise<void> {
  const { id, grantor, kind, scope, acts, until, madeBy, via, byCode, madeAt, expiresAt } = offer
  await sql`
    insert into delegation_offers (bucket, id, grantor, kind, scope, acts, valid_to, made_by, via,
      by_code, made_at, expires_at)
    values (${bucketOf(grantor)}, ${id}, ${grantor}, ${kind}, ${json(scope)}, ${json(acts)}, ${until},
      ${madeBy}, ${via}, ${byCode}, ${madeAt}, ${expiresAt})`.execute(tx)
  await sql`
    insert into delegation_offer_keys (bucket, id, offer, grantor, expires_at)
    values (${bucketOf(key)}, ${key}, ${id}, ${grantor}, ${expiresAt})`.execute(tx)
}

/** Offers that wait for an answer, found by hashes of codes or identifiers; the first one first. */
export async function offersByKeys(
  db: Db,
  keys: readonly string[],
  now: Temporal.Instant
): Promise<Offer[]> {
  if (keys.length === 0) return []
  const found = await sql<{ offer: string; grantor: string }>`
    select k.offer, k.grantor
    from unnest(${keys.map(bucketOf)}::smallint[], ${keys}::text[]) as asked (bucket, id)
    join delegation_offer_keys k on k.bucket = asked.bucket and k.id = asked.id
    where k.expires_at > ${now}`.execute(db)
  if (found.rows.length === 0) return []
  const buckets = found.rows.map(({ grantor }) => bucketOf(grantor))
  const ids = found.rows.map(({ offer }) => offer)
  const offers = await sql<Offer>`
    select ${columns} from unnest(${buckets}::smallint[], ${ids}::uuid[]) as asked (bucket, id)
    join delegation_offers o on o.bucket = asked.bucket and o.id = asked.id
    where o.ended_at is null and o.expires_at > ${now}
    order by o.made_at, o.id`.execute(db)
  return offers.rows
}

/** What a grantor offered and nobody has answered yet, the newest first. */
export async function openOffersOf(
  db: Db,
  grantor: string,
  now: Temporal.Instant
): Promise<Offer[]> {
  const found = await sql<Offer>`
    select ${columns} from delegation_offers o
    where o.bucket = ${bucketOf(grantor)} and o.grantor = ${grantor}
      and o.ended_at is null and o.expires_at > ${now}
    order by o.made_at desc, o.id desc`.execute(db)
  return found.rows
}

/** How many offers of a grantor were made since an instant, answered or not. */
export async function offersSince(
  db: Db,
  grantor: string,
  since: Temporal.Instant
): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from delegation_offers
    where bucket = ${bucketOf(grantor)} and grantor = ${grantor} and made_at > ${since}`.execute(db)
  return found.rows[0]?.count ?? 0
}

/**
 * Ends an offer, accepted (with the delegation that it became) or not; once.
 * @returns Whether it was open until now.
 */
export async function endOffer(
  tx: Tx,
  ending: {
    readonly grantor: string
    readonly id: string
    readonly delegation: string | null
  },
  at: Temporal.Instant
): Promise<boolean> {
  const { grantor, id, delegation } = ending
  const ended = await sql`
    update delegation_offers set ended_at = ${at}, delegation = ${delegation}
    where bucket = ${bucketOf(grantor)} and grantor = ${grantor} and id = ${id}
      and ended_at is null and expires_at > ${at} returning 1`.execute(tx)
  return ended.rows.length === 1
}

/** Forgets the keys of offers that ran out before an instant. */
export async function deleteOfferKeysBefore(db: Db, before: Temporal.Instant): Promise<void> {
  await sql`delete from delegation_offer_keys where expires_at < ${before}`.execute(db)
}
