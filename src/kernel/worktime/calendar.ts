import { z } from 'zod'
import { parseDate, parseDateTime, parseInstant, parseTimeOfDay } from './local-time.ts'

/** Days of the week as the calendar file names them, from Sunday as 0. */
export const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

/** Text that `parse` understands; the message says what would be right. */
const text = (parse: (value: string) => unknown, right: string) =>
  z.string().refine((value) => parse(value) !== null, `must be ${right}`)

/** An RFC 3339 instant, such as `2025-11-02T06:30:00Z`. */
export const instantText = text(
  parseInstant,
  'an instant of 1900 to 2299 with Z or an offset, as 2025-11-02T06:30:00Z'
)

const dateText = text(parseDate, 'a Gregorian date of 1900 to 2299, as 2026-03-20')

const boundText = text(
  (value) => parseDate(value) ?? parseDateTime(value),
  'a Gregorian local date or date-time of 1900 to 2299 without offset, as 2026-03-20 or 2026-03-20T10:00'
)

const hoursText = text(parseHours, 'hours of one day that end after they begin, as 08:00-16:00')

const hoursList = z.array(hoursText).max(24)

const weeklyTable = z.strictObject({
  sat: hoursList.optional(),
  sun: hoursList.optional(),
  mon: hoursList.optional(),
  tue: hoursList.optional(),
  wed: hoursList.optional(),
  thu: hoursList.optional(),
  fri: hoursList.optional()
})

/** What every dated row says about itself. */
const provenance = {
  /** When it was announced; absent: it was always known. */
  announcedAt: instantText.optional(),
  /** What people call it; shown as the cause in explanations. */
  title: z.string().max(200).optional(),
  /** Where it was announced. */
  source: z.string().max(500).optional(),
  /** True until the source has confirmed it, as with days that wait for the moon. */
  provisional: z.boolean().optional()
}

const datedRow = z
  .strictObject({
    from: boundText,
    to: boundText,
    /** Only these hours of each day, where the bounds are dates. */
    hours: hoursList.min(1).optional(),
    ...provenance
  })
  .superRefine((row, context) => {
    if (boundSeconds(row.from, 'from') >= boundSeconds(row.to, 'to'))
      context.addIssue({ code: 'custom', path: ['to'], message: 'ends before it begins' })
    if (row.hours === undefined) return
    if (parseDate(row.from) === null || parseDate(row.to) === null)
      context.addIssue({ code: 'custom', path: ['hours'], message: 'needs bounds that are dates' })
    else if (boundSeconds(row.to, 'to') - boundSeconds(row.from, 'from') > 366 * 86_400)
      context.addIssue({ code: 'custom', path: ['to'], message: 'is more than 366 days away' })
  })

/** How many single spans the rows stand for: one, or one for each of its hours on each day. */
const datedHours = (rows: readonly z.infer<typeof datedRow>[]): number =>
  rows.reduce((sum, { from, to, hours }) => {
    const days = (boundSeconds(to, 'to') - boundSeconds(from, 'from')) / 86_400
    return sum + (hours === undefined ? 1 : hours.length * days)
  }, 0)

const datedWeekly = z
  .strictObject({ from: dateText, to: dateText, weekly: weeklyTable, ...provenance })
  .refine((row) => row.from <= row.to, { path: ['to'], message: 'ends before it begins' })

const workingCalendar = z
  .strictObject({
    /** Name of this version, carried into every reading computed with it. */
    version: z.string().max(100).optional(),
    weekly: weeklyTable,
    datedWeekly: z.array(datedWeekly).max(500).optional(),
    closures: z.array(datedRow).max(2000).optional(),
    openings: z.array(datedRow).max(2000).optional(),
    /** First and last local date that the data speaks for; absent: no bound. */
    coversFrom: dateText.optional(),
    coversTo: dateText.optional()
  })
  .refine(({ coversFrom, coversTo }) => !coversFrom || !coversTo || coversFrom <= coversTo, {
    path: ['coversTo'],
    message: 'ends before coversFrom'
  })
  .refine(
    ({ closures = [], openings = [] }) => datedHours([...closures, ...openings]) <= 10_000,
    'has more than 10,000 dated hours in closures and openings'
  )

/**
 * A working calendar as data: `"always"`, or a weekly table with dated tables, closures and
 * openings (`docs/specs/worktime.md`, section 2). The same schema reads calendar files, stored
 * calendars and the explain command.
 */
export const calendarSchema = z.union([z.literal('always'), workingCalendar])

/** A calendar as {@link calendarSchema} reads it: JSON, nothing compiled. */
export type CalendarDocument = z.infer<typeof calendarSchema>

/** A calendar that is not `"always"`. */
export type WorkingCalendar = z.infer<typeof workingCalendar>

/** Opening hours of each day of the week: half-open local spans `HH:MM-HH:MM`. */
export type WeeklyTable = z.infer<typeof weeklyTable>

/** A closure or an opening. */
export type DatedRow = z.infer<typeof datedRow>

/** Seconds into the day at which `08:00-16:00` begins and ends; null where it does not parse. */
export function parseHours(value: string): { from: number; to: number } | null {
  const [first, second, ...rest] = value.split('-')
  const [from, to] = [parseTimeOfDay(first?.trim() ?? ''), parseTimeOfDay(second?.trim() ?? '')]
  if (rest.length > 0 || from === null || to === null || from >= to) return null
  return { from, to }
}

/**
 * Where a bound lies on the local line, in seconds since 1970-01-01T00:00 local. A date that ends a
 * row counts in full.
 */
export function boundSeconds(bound: string, side: 'from' | 'to'): number {
  const date = parseDate(bound)
  const local = date?.add({ days: side === 'to' ? 1 : 0 }).toPlainDateTime() ?? parseDateTime(bound)
  return Math.round((local?.toZonedDateTime('UTC').epochMilliseconds ?? Number.NaN) / 1000)
}
