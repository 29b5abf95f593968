import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/index.ts'
import type { ClosedReason, ReportChannel, ReportKind, ReportState } from './report.ts'

/** A line of a list of reports; nothing of it is anybody's. */
export interface ListedReport {
  readonly id: string
  readonly authority: string
  readonly component: string | null
  readonly service: string | null
  readonly kind: ReportKind
  readonly channel: ReportChannel
  readonly filedAt: Temporal.Instant
  readonly state: ReportState
  readonly closedReason: ClosedReason | null
  readonly outage: string | null
  readonly updatedAt: Temporal.Instant
  readonly hasPhoto: boolean
}

/** Which reports to list. */
export interface ReportQuery {
  readonly authorities: readonly string[]
  readonly components?: readonly string[] | undefined
  readonly kinds?: readonly string[] | undefined
  readonly states?: readonly string[] | undefined
  readonly ids?: readonly string[] | undefined
  readonly outage?: string | undefined
  /** Reports that tell of no outage, unless people found that there was nothing. */
  readonly blind?: boolean | undefined
  readonly from?: Temporal.Instant | undefined
  readonly to?: Temporal.Instant | undefined
  /** Goes on after this one. */
  readonly after?: { readonly filedAt: Temporal.Instant; readonly id: string } | undefined
  readonly limit: number
}

const columns = sql`id, authority, component, service, kind, channel, filed_at as "filedAt", state,
  closed_reason as "closedReason", outage, updated_at as "updatedAt",
  photo_type is not null as "hasPhoto"`

/** Reasons that say that there was nothing for any probe to find. */
const nothing = ['no-fault-found', 'reporter-side', 'other-body', 'duplicate', 'spam']

/** Reports, the newest first. */
export async function listReports(db: Db, query: ReportQuery): Promise<ListedReport[]> {
  const found = await sql<ListedReport>`
    select ${columns} from failure_reports where ${conditionOf(query)}
    order by filed_at desc, id desc limit ${query.limit}`.execute(db)
  return found.rows
}

/** How many reports of each component no probe saw, the most first. */
export async function blindSpots(
  db: Db,
  query: Pick<ReportQuery, 'authorities' | 'from' | 'to'>
): Promise<{ authority: string; component: string | null; reports: number }[]> {
  const found = await sql<{ authority: string; component: string | null; reports: number }>`
    select authority, component, count(*)::integer as reports from failure_reports
    where ${conditionOf({ ...query, blind: true, limit: 0 })}
    group by authority, component order by reports desc, authority, component`.execute(db)
  return found.rows
}

function conditionOf(query: ReportQuery): RawBuilder<unknown> {
  const conditions = [
    sql`authority = any(${query.authorities}::text[])`,
    query.components && sql`component = any(${query.components}::text[])`,
    query.kinds && sql`kind = any(${query.kinds}::text[])`,
    query.states && sql`state = any(${query.states}::text[])`,
    query.ids && sql`id = any(${query.ids}::uuid[])`,
    query.outage !== undefined && sql`outage = ${query.outage}::uuid`,
    query.from && sql`filed_at >= ${query.from}`,
    query.to && sql`filed_at <= ${query.to}`,
    query.after &&
      sql`(filed_at, id) < (${query.after.filedAt}::timestamptz, ${query.after.id}::uuid)`,
    query.blind === true &&
      sql`outage is null and (closed_reason is null or closed_reason <> all(${nothing}::text[]))`
  ]
  return sql.join(
    conditions.filter((each) => each !== undefined && each !== false),
    sql` and `
  )
}
