import { jalaliToPlainDate, parseJalaliDate, toPersianDigits } from '../persian/index.ts'
import type { WorkingCalendar } from '../worktime/index.ts'
import {
  type HolidayFile,
  holidaysSchema,
  type OfficeCalendarFile,
  officeCalendarSchema
} from './calendar-schema.ts'
import { type Parsed, parseFile } from './parse-file.ts'
import { both, type Broken } from './problem.ts'

/** Reads a year of official holidays; problems have line and column as for agreements. */
export function parseHolidays(source: string | Uint8Array): Parsed<HolidayFile> {
  return parseFile(source, holidaysSchema, holidayRules)
}

/** Reads an office calendar; its holidays are named, not held. */
export function parseOfficeCalendar(source: string | Uint8Array): Parsed<OfficeCalendarFile> {
  return parseFile(source, officeCalendarSchema, officeRules)
}

/** What the file says it is, from its first lines; `null` where it says neither. */
export function calendarFileKind(text: string): 'office' | 'holidays' | null {
  const format = /^format:\s*["']?(peyman-(?:calendar|holidays)\/1)["']?\s*$/m.exec(text)?.[1]
  if (format === 'peyman-calendar/1') return 'office'
  return format === 'peyman-holidays/1' ? 'holidays' : null
}

/**
 * The working calendar that clocks are read by: Jalali dates become local ISO dates, official
 * holidays become whole-day closures that were always known.
 * @param holidays - The files that `office.holidays` names, any order.
 * @throws {RangeError} If one of them is missing.
 */
export function workingCalendarOf(
  office: OfficeCalendarFile,
  holidays: readonly HolidayFile[]
): WorkingCalendar {
  const official = office.holidays.flatMap((id) => {
    const file = holidays.find((one) => one.id === id)
    if (!file) throw new RangeError(`no holiday file ${id}`)
    return file.holidays
  })
  return {
    weekly: office.weekly,
    ...(office.datedWeekly ? { datedWeekly: office.datedWeekly.map(datedTable) } : {}),
    closures: [
      ...official.map((day) => dated({ ...day, from: day.on, to: day.on })),
      ...office.closures.map(dated)
    ],
    openings: office.openings.map(dated),
    coversFrom: iso(office.coversFrom),
    coversTo: iso(office.coversTo)
  }
}

type Row = Pick<OfficeCalendarFile['closures'][number], 'from' | 'to' | 'title' | 'source'> &
  Partial<OfficeCalendarFile['closures'][number]>

function dated(row: Row): NonNullable<WorkingCalendar['closures']>[number] {
  return {
    from: iso(row.from),
    to: iso(row.to),
    ...(row.hours ? { hours: row.hours } : {}),
    ...(row.announcedAt ? { announcedAt: row.announcedAt } : {}),
    title: row.title.fa,
    source: row.source,
    ...(row.provisional ? { provisional: true } : {})
  }
}

function datedTable(
  row: NonNullable<OfficeCalendarFile['datedWeekly']>[number]
): NonNullable<WorkingCalendar['datedWeekly']>[number] {
  return {
    from: iso(row.from),
    to: iso(row.to),
    weekly: row.weekly,
    announcedAt: row.announcedAt,
    title: row.title.fa,
    source: row.source,
    ...(row.provisional ? { provisional: true } : {})
  }
}

function iso(jalali: string): string {
  const read = parseJalaliDate(jalali)
  if (!read.ok) throw new RangeError(read.text.en)
  return jalaliToPlainDate(read.value).toString()
}

function holidayRules(file: HolidayFile): Broken[] {
  const seen = new Set<string>()
  return file.holidays.flatMap((day, i) => {
    const path = ['holidays', i, 'on']
    const repeated = seen.has(day.on)
    seen.add(day.on)
    if (repeated) {
      return { path, text: both('این روز پیش‌تر آمده است.', 'This day is already given above.') }
    }
    if (day.on.startsWith(`${String(file.year)}-`)) return []
    return {
      path,
      text: both(
        `این روز در سال ${toPersianDigits(file.year)} نیست.`,
        `This day is not in the year ${String(file.year)}.`
      )
    }
  })
}

function officeRules(file: OfficeCalendarFile): Broken[] {
  const rows = (['closures', 'openings', 'datedWeekly'] as const).flatMap((list) =>
    (file[list] ?? []).map(({ from, to }, i) => ({ from, to, path: [list, i, 'to'] }))
  )
  const all = [...rows, { from: file.coversFrom, to: file.coversTo, path: ['coversTo'] }]
  return all
    .filter(({ from, to }) => from > to)
    .map(({ path }) => ({
      path,
      text: both('پایان بازه پیش از آغاز آن است.', 'The period ends before it starts.')
    }))
}
