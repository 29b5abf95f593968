import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../../platform/index.ts'
import type { SharePurpose } from './share-store.ts'

/** Somebody asks for the desk's share of a way. */
export interface Recovery {
  readonly id: string
  readonly mailbox: string
  readonly slot: string
  /** Whose mailbox it is. */
  readonly person: string
  /** Who was named: helps the owner, or inherits. */
  readonly reader: string
  readonly purpose: SharePurpose
  /** Of a death: the body that recorded it, whose officers look at the certificate. */
  readonly authority: string | null
  readonly askedAt: Temporal.Instant
  readonly checkedAt: Temporal.Instant | null
  /** From when the share is handed out; `null` while an officer has to look first. */
  readonly readyAt: Temporal.Instant | null
  readonly releasedAt: Temporal.Instant | null
  readonly endedAt: Temporal.Instant | null
}

/** How it ended. */
export type RecoveryEnd = 'stopped' | 'refused' | 'over' | 'done'

const columns = sql`r.id, r.mailbox, r.slot, r.person, r.reader, r.purpose, r.authority,
  r.asked_at as "askedAt", r.checked_at as "checkedAt", r.ready_at as "readyAt",
  r.released_at as "releasedAt", r.ended_at as "endedAt"`

/** Writes that somebody asks. @returns `false` where somebody has already. */
export async function insertRecovery(
  tx: Tx,
  recovery: Omit<Recovery, 'checkedAt' | 'releasedAt' | 'endedAt'>
): Promise<boolean> {
  const { id, mailbox, slot, person, reader, purpose, authority, askedAt, readyAt } = recovery
  const written = await sql`
    insert into mailbox_recoveries (bucket, id, mailbox, slot, person, reader, purpose, authority,
      asked_at, ready_at, data_type)
    values (${bucketOf(mailbox)}, ${id}, ${mailbox}, ${slot}, ${person}, ${reader}, ${purpose},
      ${authority}, ${askedAt}, ${readyAt}, 'account')
    on conflict do nothing`.execute(tx)
  return Number(written.numAffectedRows) === 1
}

/** What is asked for a mailbox now: by its owner, and by heirs. */
export async function openRecoveries(db: Db, mailbox: string): Promise<Recovery[]> {
  const found = await sql<Recovery>`
    select ${columns} from mailbox_recoveries r
    where r.bucket = ${bucketOf(mailbox)} and r.mailbox = ${mailbox} and r.ended_at is null
    order by r.asked_at`.execute(db)
  return found.rows
}

/** What its owner asks for a mailbox now, or `null`. */
export async function openRecovery(db: Db, mailbox: string): Promise<Recovery | null> {
  const all = await openRecoveries(db, mailbox)
  return all.find(({ purpose }) => purpose === 'contact') ?? null
}

/** What is asked now for the shares that somebody keeps for others. */
export async function recoveriesWith(db: Db, reader: string): Promise<Recovery[]> {
  const found = await sql<Recovery>`
    select ${columns} from mailbox_recoveries r
    where r.reader = ${reader} and r.ended_at is null order by r.asked_at`.execute(db)
  return found.rows
}

/** Heirs who wait for an officer of a body to look at their certificate, the first one first. */
export async function recoveriesToCheck(
  db: Db,
  authorities: readonly string[]
): Promise<Recovery[]> {
  const found = await sql<Recovery>`
    select ${columns} from mailbox_recoveries r
    where r.authority = any(${authorities}::text[]) and r.ended_at is null and r.checked_at is null
    order by r.asked_at limit 200`.execute(db)
  return found.rows
}

/** One that waits for an officer, or `null`. */
export async function recoveryToCheck(db: Db, id: string): Promise<Recovery | null> {
  const found = await sql<Recovery>`
    select ${columns} from mailbox_recoveries r
    where r.id = ${id} and r.ended_at is null and r.checked_at is null`.execute(db)
  return found.rows[0] ?? null
}

interface RecoveryPlace {
  readonly mailbox: string
  readonly id: string
}

/** Notes that an officer saw the certificate, and from when the share is handed out. */
export async function setChecked(
  tx: Tx,
  { mailbox, id }: RecoveryPlace,
  of: {
    readonly by: string
    readonly words: string
    readonly at: Temporal.Instant
    readonly readyAt: Temporal.Instant
  }
): Promise<boolean> {
  const noted = await sql`
    update mailbox_recoveries set checked_by = ${of.by}, checked_at = ${of.at}, words = ${of.words},
      ready_at = ${of.readyAt}
    where bucket = ${bucketOf(mailbox)} and id = ${id} and ended_at is null and checked_at is null`.execute(
    tx
  )
  return Number(noted.numAffectedRows) === 1
}

/** Notes that the share was handed out. @returns Whether this was the first time. */
export async function setReleased(
  tx: Tx,
  { mailbox, id }: RecoveryPlace,
  at: Temporal.Instant
): Promise<boolean> {
  const noted = await sql`
    update mailbox_recoveries set released_at = ${at}
    where bucket = ${bucketOf(mailbox)} and id = ${id} and ended_at is null
      and released_at is null`.execute(tx)
  return Number(noted.numAffectedRows) === 1
}

/** Ends it. @returns Whether it was open. */
export async function endRecovery(
  tx: Tx,
  { mailbox, id }: RecoveryPlace,
  { as, at, words = null }: { as: RecoveryEnd; at: Temporal.Instant; words?: string | null }
): Promise<boolean> {
  const ended = await sql`
    update mailbox_recoveries set ended_at = ${at}, ended_as = ${as}, words = coalesce(${words}, words)
    where bucket = ${bucketOf(mailbox)} and id = ${id} and ended_at is null`.execute(tx)
  return Number(ended.numAffectedRows) === 1
}

/** Those of owners that were ready, and that nobody finished. */
export async function recoveriesOver(db: Db, before: Temporal.Instant): Promise<Recovery[]> {
  const found = await sql<Recovery>`
    select ${columns} from mailbox_recoveries r
    where r.ended_at is null and r.purpose = 'contact' and r.ready_at < ${before}
    order by r.ready_at limit 500`.execute(db)
  return found.rows
}

/** Whether the letters of a dead person were opened to somebody who was named. */
export async function isHeirOf(
  db: Db,
  { mailbox, person }: { readonly mailbox: string; readonly person: string }
): Promise<boolean> {
  const found = await sql`
    select 1 from mailbox_recoveries r
    where r.bucket = ${bucketOf(mailbox)} and r.mailbox = ${mailbox} and r.reader = ${person}
      and r.purpose = 'kin' and r.released_at is not null and r.ended_at is null`.execute(db)
  return found.rows.length > 0
}

/** To whom, and when, a mailbox was opened as to an heir since an instant. */
export async function releasedToHeirs(
  db: Db,
  { mailbox, since }: { readonly mailbox: string; readonly since: Temporal.Instant }
): Promise<{ reader: string; releasedAt: Temporal.Instant }[]> {
  const found = await sql<{ reader: string; releasedAt: Temporal.Instant }>`
    select reader, min(released_at) as "releasedAt" from mailbox_recoveries
    where bucket = ${bucketOf(mailbox)} and mailbox = ${mailbox} and purpose = 'kin'
      and released_at >= ${since}
    group by reader order by 2`.execute(db)
  return found.rows
}

/** Ids of the persons whose letters were opened to somebody as their heir. */
export async function inheritedFrom(db: Db, reader: string): Promise<string[]> {
  const found = await sql<{ person: string }>`
    select person from mailbox_recoveries
    where reader = ${reader} and purpose = 'kin' and released_at is not null
      and ended_at is null`.execute(db)
  return found.rows.map(({ person }) => person)
}
