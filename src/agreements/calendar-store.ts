import { sql } from 'kysely'
import type { HolidayFile, OfficeCalendarFile } from '../kernel/terms/index.ts'
import type { WorkingCalendar } from '../kernel/worktime/index.ts'
import { type Db, type Tx, json } from '../platform/index.ts'

/** What a calendar was composed from: for pages that name closures and their sources. */
export interface CalendarSource {
  readonly office: OfficeCalendarFile
  readonly holidays: readonly HolidayFile[]
}

/** One version of an office calendar. */
export interface CalendarVersion {
  readonly calendar: string
  /** From 1, without gaps. */
  readonly version: number
  readonly authority: string
  readonly zone: string
  readonly document: WorkingCalendar
  readonly source: CalendarSource
  readonly sha256: string
  /** Since when the installation reads clocks by it. */
  readonly knownAt: Temporal.Instant
}

/** A version as it is chosen: without its rows. */
export type CalendarName = Pick<CalendarVersion, 'calendar' | 'version' | 'sha256' | 'knownAt'>

/** The versions of an authority's office calendar, the oldest first. */
export async function calendarNames(db: Db, authority: string): Promise<CalendarName[]> {
  const found = await sql<CalendarName>`
    select calendar, version, sha256, known_at as "knownAt" from calendar_versions
    where authority = ${authority} order by known_at, version`.execute(db)
  return found.rows
}

/** One version with its rows, or `null`. */
export async function calendarVersion(
  db: Db,
  name: Pick<CalendarName, 'calendar' | 'version'>
): Promise<CalendarVersion | null> {
  const found = await sql<CalendarVersion>`
    select calendar, version, authority, zone, document, source, sha256, known_at as "knownAt"
    from calendar_versions
    where calendar = ${name.calendar} and version = ${name.version}`.execute(db)
  return found.rows[0] ?? null
}

/** The newest version of every calendar. */
export async function newestCalendars(db: Db): Promise<CalendarVersion[]> {
  const found = await sql<CalendarVersion>`
    select c.calendar, c.version, c.authority, c.zone, c.document, c.source, c.sha256,
      c.known_at as "knownAt"
    from calendar_versions c
    where c.version = (select max(n.version) from calendar_versions n
      where n.calendar = c.calendar)`.execute(db)
  return found.rows
}

/** Keeps a version; `false` where another process kept that number at the same time. */
export async function insertCalendar(tx: Tx, version: CalendarVersion): Promise<boolean> {
  const found = await sql`
    insert into calendar_versions (calendar, version, authority, zone, document, source, sha256,
      known_at)
    values (${version.calendar}, ${version.version}, ${version.authority}, ${version.zone},
      ${json(version.document)}, ${json(version.source)}, ${version.sha256}, ${version.knownAt})
    on conflict do nothing returning version`.execute(tx)
  return found.rows.length > 0
}
