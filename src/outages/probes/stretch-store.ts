import { type RawBuilder, sql } from 'kysely'
import { type Db, type Tx, bucketOf } from '../../platform/index.ts'
import type { ProbeStretch } from './stretch.ts'

const columns = sql`s.target, s.vantage, s.up, s.from_at as "from", s.to_at as "to", s.count,
  s.reason, s.detail, s.took_ms as "tookMs"`

/** Which stretches to read. */
export interface StretchQuery {
  readonly authority: string
  /** Of the targets of one component; of all where absent. */
  readonly component?: string
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
}

/** Stretches of results that touch a stretch of time, by target, vantage point and time. */
export async function stretchesOf(db: Db, query: StretchQuery): Promise<ProbeStretch[]> {
  const which = query.component === undefined ? sql`true` : sql`t.component = ${query.component}`
  const found = await sql<ProbeStretch>`
    select ${columns} from probe_stretches s
    join probe_targets t on t.bucket = s.bucket and t.authority = s.authority and t.id = s.target
    where ${ofAuthority(query.authority)} and ${which} and s.from_at < ${query.to}
      and s.to_at >= ${query.from}
    order by s.target, s.vantage, s.from_at`.execute(db)
  return found.rows
}

/**
 * The stretches that decide what holds from an instant on: for each target and vantage point from the
 * last stretch before it that is long enough to decide by itself (a property of the state machine in
 * `kernel/outages`), and all after it. One walk of an index for each pair, whatever the planner knows.
 * @param decisive - Results in a row that decide, whatever came before.
 */
export async function decidingStretches(
  db: Db,
  of: {
    readonly authority: string
    readonly targets: readonly string[]
    readonly vantages: readonly string[]
  },
  { from, decisive }: { from: Temporal.Instant; decisive: number }
): Promise<ProbeStretch[]> {
  const pair = sql`bucket = ${bucketOf(of.authority)} and authority = ${of.authority}
    and target = t.id and vantage = v.id`
  const found = await sql<ProbeStretch>`
    select ${columns} from unnest(${of.targets}::uuid[]) as t (id)
    cross join unnest(${of.vantages}::text[]) as v (id)
    left join lateral (
      select to_at from probe_stretches
      where ${pair} and to_at < ${from} and count >= ${decisive} order by to_at desc limit 1
    ) as decided on true
    cross join lateral (
      select * from probe_stretches
      where ${pair} and to_at >= coalesce(decided.to_at, '-infinity'::timestamptz)
    ) as s
    order by s.target, s.vantage, s.from_at`.execute(db)
  return found.rows
}

/**
 * What one vantage point found at some targets around the results of a batch: the stretches that a
 * result of that time can join or part, and the last one before.
 */
export async function stretchesAround(
  tx: Tx,
  { authority, vantage }: { authority: string; vantage: string },
  wanted: readonly { target: string; from: Temporal.Instant }[]
): Promise<ProbeStretch[]> {
  if (wanted.length === 0) return []
  const found = await sql<ProbeStretch>`
    select ${columns} from unnest(${wanted.map(({ target }) => target)}::uuid[],
      ${wanted.map(({ from }) => from)}::timestamptz[]) as w (target, from_at)
    join probe_stretches s on s.bucket = ${bucketOf(authority)} and s.authority = ${authority}
      and s.target = w.target and s.vantage = ${vantage} and s.to_at >= w.from_at
    order by s.target, s.from_at`.execute(tx)
  return found.rows
}

/** The newest stretch of each of some targets, as each vantage point of the authority found it. */
export async function newestStretches(
  db: Db,
  authority: string,
  targets: readonly string[]
): Promise<ProbeStretch[]> {
  const bucket = bucketOf(authority)
  const found = await sql<ProbeStretch>`
    select ${columns} from unnest(${targets}::uuid[]) as t (id)
    join vantage_points v on v.bucket = ${bucket} and v.authority = ${authority}
    cross join lateral (
      select * from probe_stretches where bucket = ${bucket} and authority = ${authority}
        and target = t.id and vantage = v.id order by to_at desc limit 1
    ) as s
    order by s.target, s.vantage`.execute(db)
  return found.rows
}

/** Takes out stretches by their first results, and writes others. */
export async function changeStretches(
  tx: Tx,
  { authority, vantage }: { authority: string; vantage: string },
  change: { readonly gone: readonly ProbeStretch[]; readonly written: readonly ProbeStretch[] }
): Promise<void> {
  const bucket = bucketOf(authority)
  const { gone, written } = change
  if (gone.length > 0) {
    await sql`
      delete from probe_stretches s using unnest(${gone.map((each) => each.target)}::uuid[],
        ${gone.map((each) => each.from)}::timestamptz[]) as g (target, from_at)
      where s.bucket = ${bucket} and s.authority = ${authority} and s.vantage = ${vantage}
        and s.target = g.target and s.from_at = g.from_at`.execute(tx)
  }
  if (written.length === 0) return
  const column = <T>(read: (stretch: ProbeStretch) => T) => written.map(read)
  await sql`
    insert into probe_stretches (bucket, authority, target, vantage, from_at, to_at, up, count,
      reason, detail, took_ms)
    select ${bucket}, ${authority}, w.target, ${vantage}, w.from_at, w.to_at, w.up, w.count, w.reason,
      w.detail, w.took_ms
    from unnest(${column((s) => s.target)}::uuid[], ${column((s) => s.from)}::timestamptz[],
      ${column((s) => s.to)}::timestamptz[], ${column((s) => s.up)}::boolean[],
      ${column((s) => s.count)}::bigint[], ${column((s) => s.reason)}::text[],
      ${column((s) => s.detail)}::text[], ${column((s) => s.tookMs)}::integer[])
      as w (target, from_at, to_at, up, count, reason, detail, took_ms)
    on conflict (bucket, authority, target, vantage, from_at) do update set to_at = excluded.to_at,
      up = excluded.up, count = excluded.count, reason = excluded.reason, detail = excluded.detail,
      took_ms = excluded.took_ms`.execute(tx)
}

function ofAuthority(authority: string): RawBuilder<unknown> {
  return sql`s.bucket = ${bucketOf(authority)} and s.authority = ${authority}`
}
