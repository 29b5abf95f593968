import {
  type HolidayFile,
  type OfficeCalendarFile,
  calendarFileKind,
  canonicalJson,
  parseHolidays,
  parseOfficeCalendar,
  workingCalendarOf
} from '../kernel/terms/index.ts'
import { type WorkingCalendar, compileCalendar } from '../kernel/worktime/index.ts'
import { recordFact } from '../ledger/index.ts'
import { type Context, inTransaction } from '../platform/index.ts'
import { type CalendarVersion, insertCalendar, newestCalendars } from './calendar-store.ts'
import {
  AgreementFileError,
  type ContentFile,
  contentFiles,
  readContent,
  sha256,
  valueOf
} from './content-file.ts'

/**
 * Brings office calendars and the holidays they name into the installation: all files or none. A
 * calendar whose composed rows differ from the newest version becomes the next version, and a fact
 * says how many rows came and went; the same files again change nothing.
 * @param files - Paths; all `*.yaml` of `agreements/calendars` unless told.
 * @returns The versions that are new, as `sko-office@2`.
 * @throws {AgreementFileError}
 */
export async function importCalendars(
  context: Context,
  files?: readonly string[]
): Promise<string[]> {
  const content = await readContent(files ?? (await contentFiles('agreements/calendars')))
  const composed = composeCalendars(content)
  const newest = new Map((await newestCalendars(context.db)).map((one) => [one.calendar, one]))
  const changed = composed.filter((one) => newest.get(one.calendar)?.sha256 !== one.sha256)
  if (changed.length === 0) return []
  const knownAt = context.clock.now()
  return inTransaction(context.db, async (tx) => {
    const imported: string[] = []
    for (const one of changed) {
      const before = newest.get(one.calendar)
      const version = { ...one, version: (before?.version ?? 0) + 1, knownAt }
      if (!(await insertCalendar(tx, version))) continue
      imported.push(calendarName(version))
      await recordFact(tx, {
        owner: one.authority,
        authority: one.authority,
        kind: 'calendar.versioned',
        subject: one.calendar,
        at: knownAt,
        actor: 'system',
        body: { version: version.version, changes: changesOf(before?.document, one.document) }
      })
    }
    return imported
  })
}

/** `sko-office@2`: how a computed deadline names the calendar that it was read by. */
export function calendarName(version: Pick<CalendarVersion, 'calendar' | 'version'>): string {
  return `${version.calendar}@${String(version.version)}`
}

type Composed = Omit<CalendarVersion, 'version' | 'knownAt'>

function composeCalendars(content: readonly ContentFile[]): Composed[] {
  const holidays: HolidayFile[] = []
  const offices: { file: ContentFile; office: OfficeCalendarFile }[] = []
  for (const file of content) {
    // A file that says neither is read as a calendar, whose problems then tell what is missing.
    if (calendarFileKind(file.text) === 'holidays') {
      holidays.push(valueOf(file, parseHolidays(file.text)))
    } else offices.push({ file, office: valueOf(file, parseOfficeCalendar(file.text)) })
  }
  return offices.map(({ file, office }) => compose(file, office, holidays))
}

function compose(
  file: ContentFile,
  office: OfficeCalendarFile,
  all: readonly HolidayFile[]
): Composed {
  const missing = office.holidays.find((id) => !all.some((one) => one.id === id))
  if (missing !== undefined) throw new AgreementFileError(file.path, [noHolidays(missing)])
  const holidays = all.filter(({ id }) => office.holidays.includes(id))
  const document = workingCalendarOf(office, holidays)
  // Compiled once here, so that a calendar that never opens is refused now and not at a deadline.
  compileCalendar(document, office.zone)
  const source = { office, holidays }
  return {
    calendar: office.id,
    authority: office.authority,
    zone: office.zone,
    document,
    source,
    sha256: sha256(canonicalJson([office.zone, document, source]))
  }
}

function noHolidays(id: string) {
  return {
    line: 1,
    column: 1,
    path: '/holidays',
    text: {
      fa: `فایل تعطیلات ${id} در میان فایل‌ها نیست.`,
      en: `There is no holiday file ${id} among the files.`
    }
  }
}

function changesOf(before: WorkingCalendar | undefined, after: WorkingCalendar) {
  const [was, is] = [rowsOf(before), rowsOf(after)]
  return {
    added: [...is].filter((row) => !was.has(row)).length,
    removed: [...was].filter((row) => !is.has(row)).length,
    weekly: canonicalJson(before?.weekly ?? null) !== canonicalJson(after.weekly)
  }
}

function rowsOf(calendar: WorkingCalendar | undefined): Set<string> {
  const rows = [
    ...(calendar?.closures ?? []).map((row) => ({ closed: row })),
    ...(calendar?.openings ?? []).map((row) => ({ open: row })),
    ...(calendar?.datedWeekly ?? []).map((row) => ({ weekly: row }))
  ]
  return new Set(rows.map(canonicalJson))
}
