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

// A version's rows never change, so a process compiles it once: by name and by the hash of its rows.
const compiled = new Map<string, OfficeCalendar>()

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
  const key = `${calendarName(name)} ${name.sha256}`
  const cached = compiled.get(key)
  if (cached !== undefined) return cached
  const version = await calendarVersion(db, name)
  if (version === null) return null
  const document = { ...version.document, version: calendarName(name) }
  const made = {
    version: calendarName(name),
    zone: version.zone,
    calendar: compileCalendar(document, version.zone),
    source: version.source
  }
  compiled.set(key, made)
  return made
}
