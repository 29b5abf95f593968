import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../platform/index.ts'
import {
  type MailToken,
  type Subscription,
  type SubscriptionWish,
  type TokenPurpose,
  hashToken,
  subscriberKey,
  tokenHours
} from './subscription.ts'

const columns = sql`s.bucket, s.id, s.address, s.person, s.lang, s.authority, s.services, s.kinds,
  s.asked_at as "askedAt", s.confirmed_at as "confirmedAt"`

/** Writes a wish that its address has to confirm; the question is to be mailed at once. */
export async function insertSubscription(
  tx: Tx,
  asked: Omit<Subscription, 'bucket' | 'confirmedAt'>
): Promise<void> {
  const bucket = bucketOf(subscriberKey(asked.address))
  await sql`
    insert into notice_subscriptions (bucket, id, address, person, lang, authority, services, kinds,
      asked_at, next_at)
    values (${bucket}, ${asked.id}, ${asked.address}, ${asked.person}, ${asked.lang},
      ${asked.authority}, ${asked.services}::text[], ${asked.kinds}::text[], ${asked.askedAt},
      ${asked.askedAt})`.execute(tx)
}

/** How many questions to an address were asked since an instant, and not answered. */
export async function questionsSince(
  db: Db,
  address: string,
  since: Temporal.Instant
): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*) from notice_subscriptions
    where bucket = ${bucketOf(subscriberKey(address))} and lower(address) = lower(${address})
      and confirmed_at is null and asked_at > ${since}`.execute(db)
  return found.rows[0]?.count ?? 0
}

/** Questions that are to be mailed now, the longest waiting first. */
export async function questionsToMail(
  db: Db,
  now: Temporal.Instant,
  most: number
): Promise<{ readonly bucket: number; readonly id: string }[]> {
  const found = await sql<{ bucket: number; id: string }>`
    select bucket, id from notice_subscriptions where next_at <= ${now}
    order by next_at limit ${most}`.execute(db)
  return found.rows
}

/** Claims a question for this transaction; `null` where another has it, or did it. */
export async function claimQuestion(
  tx: Tx,
  at: { readonly bucket: number; readonly id: string },
  now: Temporal.Instant
): Promise<(Subscription & { readonly attempts: number }) | null> {
  const found = await sql<Subscription & { attempts: number }>`
    select ${columns}, s.attempts from notice_subscriptions s
    where s.bucket = ${at.bucket} and s.id = ${at.id} and s.next_at <= ${now}
    for update skip locked`.execute(tx)
  return found.rows[0] ?? null
}

/** Notes an attempt to mail a question, and when the next one is; none where `null`. */
export async function noteQuestion(
  tx: Tx,
  { bucket, id }: { readonly bucket: number; readonly id: string },
  nextAt: Temporal.Instant | null
): Promise<void> {
  await sql`
    update notice_subscriptions set attempts = attempts + 1, next_at = ${nextAt}
    where bucket = ${bucket} and id = ${id}`.execute(tx)
}

/** Keeps the hash of a token that is about to be mailed. */
export async function insertToken(
  db: Db,
  token: MailToken,
  of: {
    readonly subscription: string
    readonly purpose: TokenPurpose
    readonly at: Temporal.Instant
  }
): Promise<void> {
  await sql`
    insert into notice_tokens (bucket, secret_sha256, subscription, purpose, expires_at)
    values (${token.bucket}, ${hashToken(token)}, ${of.subscription}, ${of.purpose},
      ${of.at.add({ hours: tokenHours[of.purpose] })})`.execute(db)
}

/** The subscription that a token is for; `null` for one that is unknown, for something else, or old. */
export async function subscriptionOfToken(
  db: Db,
  token: MailToken,
  { purpose, now }: { readonly purpose: TokenPurpose; readonly now: Temporal.Instant }
): Promise<Subscription | null> {
  const found = await sql<Subscription>`
    select ${columns} from notice_tokens t
    join notice_subscriptions s on s.bucket = t.bucket and s.id = t.subscription
    where t.bucket = ${token.bucket} and t.secret_sha256 = ${hashToken(token)}
      and t.purpose = ${purpose} and t.expires_at > ${now}`.execute(db)
  return found.rows[0] ?? null
}

/** Notes that the owner of the address wants it; a second time changes nothing. */
export async function confirm(tx: Tx, one: Subscription, at: Temporal.Instant): Promise<void> {
  await sql`
    update notice_subscriptions set confirmed_at = ${at}, next_at = null
    where bucket = ${one.bucket} and id = ${one.id} and confirmed_at is null`.execute(tx)
}

/** Another confirmed subscription of the same address for the same notices, or `null`. */
export async function twinOf(tx: Tx, one: Subscription): Promise<string | null> {
  const { authority, services, kinds }: SubscriptionWish = one
  const found = await sql<{ id: string }>`
    select id from notice_subscriptions
    where bucket = ${one.bucket} and lower(address) = lower(${one.address}) and id <> ${one.id}
      and confirmed_at is not null and authority is not distinct from ${authority}
      and services = ${services}::text[] and kinds = ${kinds}::text[] limit 1`.execute(tx)
  return found.rows[0]?.id ?? null
}

/** Forgets a subscription with its address, its links and what was sent to it. */
export async function deleteSubscription(
  tx: Tx,
  { bucket, id }: { readonly bucket: number; readonly id: string }
): Promise<void> {
  await sql`
    delete from notice_tokens where bucket = ${bucket} and subscription = ${id}`.execute(tx)
  await sql`
    delete from notice_deliveries where bucket = ${bucket} and subscription = ${id}`.execute(tx)
  await sql`delete from notice_subscriptions where bucket = ${bucket} and id = ${id}`.execute(tx)
}

/** What a person asked for while signed in, the newest first. */
export async function subscriptionsOf(db: Db, person: string): Promise<Subscription[]> {
  const found = await sql<Subscription>`
    select ${columns} from notice_subscriptions s where s.person = ${person}
    order by s.asked_at desc, s.id desc`.execute(db)
  return found.rows
}

/** Forgets questions that nobody answered in time, and links that are too old. */
export async function forgetUnanswered(db: Db, now: Temporal.Instant): Promise<void> {
  const before = now.subtract({ hours: 2 * tokenHours.confirm })
  await sql`
    delete from notice_subscriptions
    where confirmed_at is null and asked_at < ${before}`.execute(db)
  await sql`delete from notice_tokens where expires_at < ${now}`.execute(db)
}
