import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'
import type { VantagePoint } from './vantage-point.ts'

const columns = sql`authority, id, label, outside, registered_at as "registeredAt",
  retired_at as "retiredAt", plan_at as "planAt", reported_at as "reportedAt", dropped`

/** A vantage point by its two names. */
export interface VantageName {
  readonly authority: string
  readonly vantage: string
}

/** Vantage points of an authority, retired ones too, the oldest first. */
export async function vantagesOf(db: Db, authority: string): Promise<VantagePoint[]> {
  const found = await sql<VantagePoint>`
    select ${columns} from vantage_points
    where bucket = ${bucketOf(authority)} and authority = ${authority}
    order by registered_at, id`.execute(db)
  return found.rows
}

/** Vantage points of all authorities, retired ones too. */
export async function allVantages(db: Db): Promise<VantagePoint[]> {
  const found = await sql<VantagePoint>`
    select ${columns} from vantage_points order by authority, registered_at, id`.execute(db)
  return found.rows
}

/** One vantage point, or `null`. */
export async function vantageById(db: Db, name: VantageName): Promise<VantagePoint | null> {
  const found = await sql<VantagePoint>`
    select ${columns} from vantage_points where bucket = ${bucketOf(name.authority)}
      and authority = ${name.authority} and id = ${name.vantage}`.execute(db)
  return found.rows[0] ?? null
}

/** One vantage point, kept for this transaction: results of one place are taken one batch at a time. */
export async function holdVantage(tx: Tx, name: VantageName): Promise<VantagePoint | null> {
  const found = await sql<VantagePoint>`
    select ${columns} from vantage_points where bucket = ${bucketOf(name.authority)}
      and authority = ${name.authority} and id = ${name.vantage} for update`.execute(tx)
  return found.rows[0] ?? null
}

/** @returns False where it is registered already. */
export async function insertVantage(
  tx: Tx,
  vantage: Pick<VantagePoint, 'authority' | 'id' | 'label' | 'outside' | 'registeredAt'>
): Promise<boolean> {
  const inserted = await sql`
    insert into vantage_points (bucket, authority, id, label, outside, registered_at)
    values (${bucketOf(vantage.authority)}, ${vantage.authority}, ${vantage.id}, ${vantage.label},
      ${vantage.outside}, ${vantage.registeredAt})
    on conflict (bucket, authority, id) do nothing`.execute(tx)
  return inserted.numAffectedRows === 1n
}

/** @returns False where it is not registered (any more). */
export async function markVantageRetired(
  tx: Tx,
  name: VantageName,
  at: Temporal.Instant
): Promise<boolean> {
  const done = await sql`
    update vantage_points set retired_at = ${at} where bucket = ${bucketOf(name.authority)}
      and authority = ${name.authority} and id = ${name.vantage}
      and retired_at is null`.execute(tx)
  return done.numAffectedRows === 1n
}

/** Notes that a vantage point asked for its plan; written at most every few seconds. */
export async function notePlanned(db: Db, name: VantageName, at: Temporal.Instant): Promise<void> {
  await sql`
    update vantage_points set plan_at = ${at} where bucket = ${bucketOf(name.authority)}
      and authority = ${name.authority} and id = ${name.vantage}
      and (plan_at is null or plan_at < ${at.subtract({ seconds: 20 })})`.execute(db)
}

/** Notes that a vantage point reported. */
export async function noteReported(
  tx: Tx,
  name: VantageName,
  { at, dropped }: { at: Temporal.Instant; dropped: number }
): Promise<void> {
  await sql`
    update vantage_points set reported_at = greatest(reported_at, ${at}::timestamptz),
      dropped = dropped + ${dropped}
    where bucket = ${bucketOf(name.authority)} and authority = ${name.authority}
      and id = ${name.vantage}`.execute(tx)
}
