import { sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'

/** What decides whether a report tells of an outage. */
export interface Matchable {
  readonly id: string
  readonly authority: string
  readonly component: string | null
  readonly service: string | null
  readonly noticedAt: Temporal.Instant | null
  readonly filedAt: Temporal.Instant
  readonly outage: string | null
}

const columns = sql`id, authority, component, service, noticed_at as "noticedAt",
  filed_at as "filedAt", outage`

/** Which reports without outage to read. */
export interface UnmatchedQuery {
  readonly authority: string
  /** Only reports of this component, and (`null`) of none; of all where absent. */
  readonly component?: string
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
  /** Goes on after this one. */
  readonly after: Pick<Matchable, 'filedAt' | 'id'> | null
  readonly limit: number
}

/** Reports of a body that tell of no outage (unless people said so), filed in a stretch of time, the oldest first. */
export async function unmatchedReports(db: Db, query: UnmatchedQuery): Promise<Matchable[]> {
  const { authority, component, from, to, after } = query
  const about =
    component === undefined ? sql`true` : sql`(component = ${component} or component is null)`
  const on =
    after === null
      ? sql`true`
      : sql`(filed_at, id) > (${after.filedAt}::timestamptz, ${after.id}::uuid)`
  const found = await sql<Matchable>`
    select ${columns} from failure_reports
    where outage is null and matched_by is null and authority = ${authority} and ${about}
      and filed_at >= ${from} and filed_at < ${to} and ${on}
    order by filed_at, id limit ${query.limit}`.execute(db)
  return found.rows
}

/** Reports that the program linked to an outage. */
export async function matchedBySystem(db: Db, outage: string): Promise<Matchable[]> {
  const found = await sql<Matchable>`
    select ${columns} from failure_reports
    where outage = ${outage} and matched_by = 'system' order by filed_at`.execute(db)
  return found.rows
}

/**
 * Links a report to an outage, or takes the link away. What a person said, also that there was none, the
 * program does not change any more.
 * @returns False where it stood so already.
 */
export async function setOutage(
  tx: Tx,
  report: string,
  link: { outage: string | null; by: string; at: Temporal.Instant }
): Promise<boolean> {
  const { outage, by, at } = link
  const changed = await sql`
    update failure_reports set outage = ${outage}::uuid, updated_at = ${at},
      matched_by = ${outage === null && by === 'system' ? null : by}
    where bucket = ${bucketOf(report)} and id = ${report}
      and (outage is distinct from ${outage}::uuid
        or ${by !== 'system'} and matched_by is distinct from ${by})`.execute(tx)
  return changed.numAffectedRows === 1n
}

/** How many reports tell of an outage. */
export async function reportsOfOutage(db: Db, outage: string): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::integer as n from failure_reports where outage = ${outage}::uuid`.execute(db)
  return found.rows[0]?.n ?? 0
}
