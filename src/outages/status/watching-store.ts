import { sql } from 'kysely'
import { type Db, bucketOf } from '../../platform/index.ts'
import type { Watching } from './board.ts'

/** From how many places an authority's site is watched, and when one reported last. */
export async function watchingOf(db: Db, authority: string): Promise<Watching> {
  const found = await sql<Watching>`
    select count(*) filter (where outside) as outside, count(*) filter (where not outside) as own,
      max(reported_at) as "lastReportAt"
    from vantage_points
    where bucket = ${bucketOf(authority)} and authority = ${authority} and retired_at is null`.execute(
    db
  )
  return found.rows[0] ?? { outside: 0, own: 0, lastReportAt: null }
}

/** Components whose results somebody read at least once; of the others nothing is known. */
export async function readComponents(db: Db, authority: string): Promise<ReadonlySet<string>> {
  const found = await sql<{ component: string }>`
    select component from component_watches
    where bucket = ${bucketOf(authority)} and authority = ${authority}
      and read_at is not null`.execute(db)
  return new Set(found.rows.map(({ component }) => component))
}
