import { type RawBuilder, sql } from 'kysely'
import type { Fact } from '../../ledger/index.ts'
import { type Db, bucketOf } from '../../platform/index.ts'
import type { Access } from './access.ts'

/** Whether the very same access was recorded since an instant. */
export async function wasRecorded(
  db: Db,
  access: Access,
  since: Temporal.Instant
): Promise<boolean> {
  const kind = access.allowed ? 'access.allowed' : 'access.refused'
  const found = await sql`
    select 1 from facts
    where bucket = ${bucketOf(access.owner)} and subject = ${access.object.id} and at > ${since}
      and kind = ${kind} and actor = ${access.by} and body ->> 'action' = ${access.action}
      and body ->> 'role' = ${access.role} and body ->> 'because' = ${access.because}
      and body ->> 'to' is not distinct from ${access.to ?? null}
    limit 1`.execute(db)
  return found.rows.length > 0
}

/** Which looks to read; what is left out asks nothing. */
export interface LookQuery {
  readonly owner: string
  /** Cases of the owner: who opened one is written down with the case itself. */
  readonly cases: readonly string[]
  /** Only what concerns this case. */
  readonly case?: string | undefined
  readonly from?: Temporal.Instant | undefined
  readonly to?: Temporal.Instant | undefined
  readonly roles?: readonly string[] | undefined
  readonly by?: string | undefined
  readonly allowed?: boolean | undefined
  /** Goes on after this one. */
  readonly after?: { readonly at: Temporal.Instant; readonly id: string } | undefined
  readonly most: number
}

/** Who used, or tried to use, what is somebody's, the newest first: from one bucket. */
export async function looksAt(db: Db, query: LookQuery): Promise<Fact[]> {
  const { owner, cases, allowed, most } = query
  const bucket = bucketOf(owner)
  const only = query.case
  const viewed = only === undefined ? cases : cases.filter((each) => each === only)
  const page = sql`order by at desc, id desc limit ${most}`
  const columns = sql`id, authority, kind, subject, at, known_at as "knownAt", actor,
    agreement_version as "agreementVersion", card_version as "cardVersion", body`
  const found = await sql<Fact>`
    select * from (
      (select ${columns} from facts
        where bucket = ${bucket} and kind in ('access.allowed', 'access.refused')
          and body ->> 'owner' = ${owner}
          and ${only === undefined ? sql`true` : sql`(body ->> 'case' = ${only} or subject = ${only})`}
          and ${allowed === undefined ? sql`true` : sql`(kind = 'access.allowed') = ${allowed}::boolean`}
          and ${conditionsOf(query)} ${page})
      union all
      (select ${columns} from facts
        where bucket = ${bucket} and subject = any(${viewed}::text[]) and kind = 'case.viewed'
          and ${allowed !== false}::boolean and ${conditionsOf(query)} ${page})
    ) as looks ${page}`.execute(db)
  return found.rows
}

function conditionsOf({ from, to, roles, by, after }: LookQuery): RawBuilder<unknown> {
  const conditions = [
    sql`true`,
    from && sql`at >= ${from}`,
    to && sql`at < ${to}`,
    roles && sql`body ->> 'role' = any(${roles}::text[])`,
    by !== undefined && sql`actor = ${by}`,
    after && sql`(at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`
  ]
  return sql.join(
    conditions.filter((each) => each !== undefined && each !== false),
    sql` and `
  )
}
