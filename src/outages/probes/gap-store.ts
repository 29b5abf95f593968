import { type RawBuilder, sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'
import type { ComponentName } from './component.ts'

/** Time without any result that counts: neither up nor down. */
export interface MonitoringGap extends ComponentName {
  readonly from: Temporal.Instant
  /** `null` while it lasts. */
  readonly to: Temporal.Instant | null
}

const columns = sql`authority, component, from_at as "from", to_at as "to"`

/** Gaps that touch a stretch of time, the earliest first. */
export async function gapsBetween(
  db: Db,
  query: {
    readonly authority?: string
    readonly component?: string
    readonly from: Temporal.Instant
    readonly to: Temporal.Instant
  }
): Promise<MonitoringGap[]> {
  const conditions: RawBuilder<unknown>[] = [
    sql`from_at < ${query.to}`,
    sql`(to_at is null or to_at > ${query.from})`
  ]
  if (query.authority !== undefined) {
    conditions.push(sql`bucket = ${bucketOf(query.authority)} and authority = ${query.authority}`)
  }
  if (query.component !== undefined) conditions.push(sql`component = ${query.component}`)
  const found = await sql<MonitoringGap>`
    select ${columns} from monitoring_gaps where ${sql.join(conditions, sql` and `)}
    order by from_at`.execute(db)
  return found.rows
}

/** All gaps of all authorities. */
export async function allGaps(db: Db): Promise<MonitoringGap[]> {
  const found = await sql<MonitoringGap>`
    select ${columns} from monitoring_gaps order by authority, component, from_at`.execute(db)
  return found.rows
}

/** Puts these gaps of a component in the place of all that last at or after an instant. */
export async function replaceGaps(
  tx: Tx,
  { authority, component }: ComponentName,
  change: {
    readonly from: Temporal.Instant
    readonly gaps: readonly Omit<MonitoringGap, keyof ComponentName>[]
  }
): Promise<void> {
  const bucket = bucketOf(authority)
  await sql`
    delete from monitoring_gaps where bucket = ${bucket} and authority = ${authority}
      and component = ${component} and (to_at is null or to_at >= ${change.from})`.execute(tx)
  if (change.gaps.length === 0) return
  await sql`
    insert into monitoring_gaps (bucket, authority, component, from_at, to_at)
    select ${bucket}, ${authority}, ${component}, g.from_at, g.to_at
    from unnest(${change.gaps.map((gap) => gap.from)}::timestamptz[],
      ${change.gaps.map((gap) => gap.to)}::timestamptz[]) as g (from_at, to_at)
    on conflict (bucket, authority, component, from_at) do update set to_at = excluded.to_at`.execute(
    tx
  )
}
