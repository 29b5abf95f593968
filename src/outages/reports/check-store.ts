import { sql } from 'kysely'
import type { Db } from '../../platform/index.ts'

/** A report and its receipt, as far as facts speak of them. */
export interface CheckedReport {
  readonly id: string
  readonly state: string
  readonly closedReason: string | null
  readonly outage: string | null
  readonly component: string | null
  readonly service: string | null
  readonly channel: string
  readonly spooled: boolean
  readonly knownAt: Temporal.Instant
  readonly issuedAt: Temporal.Instant | null
  readonly kind: string
  readonly filedAt: Temporal.Instant
  readonly content: string | null
  readonly sha256: string | null
  readonly isFound: boolean
}

/** The reports after one, by id. */
export async function checkedReports(
  db: Db,
  page: { readonly after: string; readonly limit: number }
): Promise<CheckedReport[]> {
  const found = await sql<CheckedReport>`
    select r.id, r.state, r.closed_reason as "closedReason", r.outage, r.component, r.kind, r.service,
      r.channel, r.spooled, r.known_at as "knownAt", c.issued_at as "issuedAt",
      r.filed_at as "filedAt", c.content, c.sha256,
      exists (select 1 from failure_receipt_codes d
        where d.code = c.code and d.report = r.id) as "isFound"
    from failure_reports r
    left join failure_receipts c on c.bucket = r.bucket and c.report = r.id
    where r.id > ${page.after}::uuid order by r.id limit ${page.limit}`.execute(db)
  return found.rows
}
