import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../../platform/index.ts'

/** For whom a seed was wrapped in two shares: somebody who helps in life, or who inherits. */
export type SharePurpose = 'contact' | 'kin'

/** The two shares of a way. */
export interface StoredShare {
  /** Id of the way. */
  readonly slot: string
  readonly mailbox: string
  /** Whose mailbox it is. */
  readonly person: string
  /** Who was named. */
  readonly reader: string
  readonly purpose: SharePurpose
  /** Verifier key of what their share signs. */
  readonly proofKey: string
  /** Their share, sealed to their own mailbox: JSON text. */
  readonly sealedShare: string
  readonly madeAt: Temporal.Instant
  /** When they said yes, and opened it for the first time. */
  readonly acceptedAt: Temporal.Instant | null
  /** When they last showed that they can open it. */
  readonly provenAt: Temporal.Instant | null
  /** Since when it opens nothing: whoever keeps it made another key for the mailbox to which it is sealed. */
  readonly lostAt: Temporal.Instant | null
}

/** Which share. */
export type SharePlace = Pick<StoredShare, 'mailbox' | 'slot'>

const columns = sql`s.slot, s.mailbox, s.person, s.reader, s.purpose, s.proof_key as "proofKey",
  s.sealed_share as "sealedShare", s.made_at as "madeAt", s.accepted_at as "acceptedAt",
  s.proven_at as "provenAt", s.lost_at as "lostAt"`

/** Keeps the shares of a way. @param heldShare - The desk's, encrypted. */
export async function insertShares(
  tx: Tx,
  share: Omit<StoredShare, 'acceptedAt' | 'provenAt' | 'lostAt'> & { readonly heldShare: string }
): Promise<void> {
  const { slot, mailbox, person, reader, purpose } = share
  await sql`
    insert into mailbox_shares (bucket, slot, mailbox, person, reader, purpose, proof_key,
      sealed_share, held_share, made_at, data_type)
    values (${bucketOf(mailbox)}, ${slot}, ${mailbox}, ${person}, ${reader}, ${purpose},
      ${share.proofKey}, ${share.sealedShare}, ${share.heldShare}, ${share.madeAt},
      'account')`.execute(tx)
}

/** The shares of a mailbox, the oldest first. */
export async function sharesOf(db: Db, mailbox: string): Promise<StoredShare[]> {
  const found = await sql<StoredShare>`
    select ${columns} from mailbox_shares s
    where s.bucket = ${bucketOf(mailbox)} and s.mailbox = ${mailbox}
    order by s.made_at, s.slot`.execute(db)
  return found.rows
}

/** The shares that somebody keeps for others, the oldest first. */
export async function sharesKeptBy(db: Db, reader: string): Promise<StoredShare[]> {
  const found = await sql<StoredShare>`
    select ${columns} from mailbox_shares s
    where s.reader = ${reader} order by s.made_at, s.slot`.execute(db)
  return found.rows
}

/** The desk's share as it is kept, or `null`. */
export async function heldShareOf(
  tx: Tx,
  { mailbox, slot }: { readonly mailbox: string; readonly slot: string }
): Promise<string | null> {
  const found = await sql<{ held: string }>`
    select held_share as held from mailbox_shares
    where bucket = ${bucketOf(mailbox)} and slot = ${slot}`.execute(tx)
  return found.rows[0]?.held ?? null
}

/** Notes that whoever was named can open their share; the first time, that they accept. It is not lost, then. */
export async function setShareProven(
  tx: Tx,
  { mailbox, slot }: SharePlace,
  at: Temporal.Instant
): Promise<void> {
  await sql`
    update mailbox_shares set proven_at = ${at}, accepted_at = coalesce(accepted_at, ${at}),
      lost_at = null
    where bucket = ${bucketOf(mailbox)} and slot = ${slot}`.execute(tx)
}

/** Notes that the shares that somebody keeps open nothing any more. @returns Those of which it is new. */
export async function setSharesLost(
  tx: Tx,
  reader: string,
  at: Temporal.Instant
): Promise<StoredShare[]> {
  const lost = await sql<StoredShare>`
    update mailbox_shares s set lost_at = ${at}
    where s.reader = ${reader} and s.lost_at is null
    returning ${columns}`.execute(tx)
  return lost.rows
}

/** Forgets both shares of a way. */
export async function forgetShares(
  tx: Tx,
  { mailbox, id }: { readonly mailbox: string; readonly id: string }
): Promise<void> {
  await sql`
    delete from mailbox_shares
    where bucket = ${bucketOf(mailbox)} and slot = ${id}`.execute(tx)
}

/** Shares that were not shown since, whose keeper was not asked since either. */
export async function sharesToTry(
  db: Db,
  search: {
    readonly before: Temporal.Instant
    readonly toldBefore: Temporal.Instant
    readonly most: number
  }
): Promise<StoredShare[]> {
  const found = await sql<StoredShare>`
    select ${columns} from mailbox_shares s
    where coalesce(s.proven_at, s.made_at) < ${search.before} and s.lost_at is null
      and (s.drill_told_at is null or s.drill_told_at < ${search.toldBefore})
    order by coalesce(s.proven_at, s.made_at) limit ${search.most}`.execute(db)
  return found.rows
}

/** Notes that the keeper of a share was asked to try it. */
export async function noteShareDrillTold(
  tx: Tx,
  { mailbox, slot }: SharePlace,
  at: Temporal.Instant
): Promise<void> {
  await sql`
    update mailbox_shares set drill_told_at = ${at}
    where bucket = ${bucketOf(mailbox)} and slot = ${slot}`.execute(tx)
}
