import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/index.ts'

// This file reads the view of whoever analyses, `analytics_months`, and nothing else: a number below five
// is not in it, and every other one is rounded down to a multiple of five.

/** How often what happened at one authority in one month, for one service. */
export interface MonthCount {
  readonly authority: string
  /** Its first day, by the days of Tehran. */
  readonly month: Temporal.PlainDate
  readonly kind: string
  /** Code of the service; empty where it was about none. */
  readonly service: string
  /** Rounded down to a multiple of five, at least five. */
  readonly count: number
}

/** Which counts: of authorities that are public, in months from the first to the last. */
export interface StatisticsQuery {
  readonly authorities: readonly string[]
  readonly kind: string | null
  readonly service: string | null
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
}

/** By what counts are added up. */
export type StatisticsPart = 'month' | 'authority' | 'kind' | 'service'

/** The sum of the cells that are shown, and how many those are. */
export interface PartSum {
  /** `2026-11` for a month; an id or code for all else. */
  readonly part: string
  readonly count: number
  readonly cells: number
}

const parts: Readonly<Record<StatisticsPart, RawBuilder<string>>> = {
  month: sql`to_char(month, 'YYYY-MM')`,
  authority: sql`authority`,
  kind: sql`kind`,
  service: sql`service`
}

/** The counts added up, the greatest first; months in their order. */
export async function sumsBy(
  db: Db,
  query: StatisticsQuery,
  part: StatisticsPart
): Promise<PartSum[]> {
  const found = await sql<PartSum>`
    select ${parts[part]} as part, sum(count)::bigint as count, count(*)::bigint as cells
    from analytics_months where ${where(query)} group by 1
    order by ${part === 'month' ? sql`1` : sql`2 desc, 1`} limit 200`.execute(db)
  return found.rows
}

/** The counts themselves, by month, authority, kind and service; those after one, at most `limit`. */
export async function monthCounts(
  db: Db,
  query: StatisticsQuery,
  page: { readonly after: MonthCount | null; readonly limit: number }
): Promise<MonthCount[]> {
  const { after, limit } = page
  const on =
    after === null
      ? sql`true`
      : sql`(month, authority, kind, service)
          > (${after.month}::date, ${after.authority}, ${after.kind}, ${after.service})`
  const found = await sql<MonthCount>`
    select authority, month, kind, service, count from analytics_months
    where ${where(query)} and ${on}
    order by month, authority, kind, service limit ${limit}`.execute(db)
  return found.rows
}

/** The kinds and services of which anything can be shown. */
export async function countedNames(
  db: Db,
  authorities: readonly string[]
): Promise<{ readonly kinds: string[]; readonly services: string[] }> {
  const found = await sql<{ kinds: string[] | null; services: string[] | null }>`
    select array_agg(distinct kind order by kind) as kinds,
      array_agg(distinct service order by service) filter (where service <> '') as services
    from analytics_months where authority = any(${authorities}::text[])`.execute(db)
  const [row] = found.rows
  return { kinds: row?.kinds ?? [], services: row?.services ?? [] }
}

function where({ authorities, kind, service, from, to }: StatisticsQuery): RawBuilder<unknown> {
  return sql`authority = any(${authorities}::text[])
    and month >= ${from}::date and month <= ${to}::date
    and (${kind}::text is null or kind = ${kind})
    and (${service}::text is null or service = ${service})`
}
