import { sql } from 'kysely'
import { type Bilingual, type Db, bucketOf } from '../../platform/index.ts'
import type { OutageEntry } from '../outages/entry-store.ts'

/** From where an authority's site is watched. */
export interface Watching {
  /** Vantage points outside the authority's own installation. */
  readonly outside: number
  /** Vantage points of this installation, which are not outside. */
  readonly own: number
  readonly lastReportAt: Temporal.Instant | null
}

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

/** How far the reading of a component's results has come. */
export interface ReadingState {
  /** `null`: nobody read any result yet. */
  readonly readAt: Temporal.Instant | null
  /** Results from then on were not read yet, or silence from then on was not; `null`: all is read. */
  readonly unreadSince: Temporal.Instant | null
}

/** How far the reading of results has come, by component. */
export async function readingStates(
  db: Db,
  authority: string
): Promise<ReadonlyMap<string, ReadingState>> {
  const found = await sql<ReadingState & { component: string }>`
    select component, read_at as "readAt", least(dirty_from, wake_at) as "unreadSince"
    from component_watches
    where bucket = ${bucketOf(authority)} and authority = ${authority}`.execute(db)
  return new Map(found.rows.map(({ component, ...state }) => [component, state]))
}

/** What was said of an outage at one time; who said it is nobody's business here. */
export interface CourseEntry extends Pick<OutageEntry, 'id' | 'outage' | 'kind' | 'at' | 'fact'> {
  readonly text: Bilingual | null
}

/** The course of some outages of one authority, each in order. */
export async function coursesOf(
  db: Db,
  authority: string,
  outages: readonly string[]
): Promise<ReadonlyMap<string, readonly CourseEntry[]>> {
  if (outages.length === 0) return new Map()
  const found = await sql<CourseEntry>`
    select id, outage, kind, at, fact, text from outage_entries
    where bucket = ${bucketOf(authority)} and authority = ${authority}
      and outage = any(${outages}::uuid[])
    order by outage, id`.execute(db)
  return Map.groupBy(found.rows, ({ outage }) => outage)
}
