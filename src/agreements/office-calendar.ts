import { type CompiledCalendar, compileCalendar } from '../kernel/worktime/index.ts'
import type { Db } from '../platform/index.ts'
import { type CalendarSource, calendarNames, calendarVersion } from './calendar-store.ts'
import { calendarName } from './import-calendars.ts'

/** The office calendar of an authority, ready to read clocks by. */
export interface OfficeCalendar {
  /** `sko-office@2`. */
  readonly version: string
  readonly zone: string
  readonly calendar: CompiledCalendar
  /** The files it was made from, for naming closures with their sources. */
  readonly source: CalendarSource
}

// Versions never change; a process keeps the ones it has compiled, for each database handle.
const compiled = new WeakMap<Db, Map<string, OfficeCalendar>>()

/**
 * The office calendar that was known at an instant: the newest version imported by then. Before the
 * first import the first version answers, so that the past can be replayed; what a row's own
 * announcement says still holds. `null` where the authority has none.
 */
export async function officeCalendar(
  db: Db,
  authority: string,
  at: Temporal.Instant
): Promise<OfficeCalendar | null> {
  const names = await calendarNames(db, authority)
  const known = names.filter(({ knownAt }) => Temporal.Instant.compare(knownAt, at) <= 0)
  const name = known.at(-1) ?? names[0]
  if (name === undefined) return null
  const key = calendarName(name)
  const cache = compiled.get(db) ?? new Map<string, OfficeCalendar>()
  compiled.set(db, cache)
  const cached = cache.get(key)
  if (cached !== undefined) return cached
  const version = await calendarVersion(db, name)
  if (version === null) return null
  const document = { ...version.document, version: key }
  const made = {
    version: key,
    zone: version.zone,
    calendar: compileCalendar(document, version.zone),
    source: version.source
  }
  cache.set(key, made)
  return made
}
