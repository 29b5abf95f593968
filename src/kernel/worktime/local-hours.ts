import { boundSeconds, parseHours, weekdays } from './calendar.ts'
import type { DatedRow, WeeklyTable, WorkingCalendar } from './calendar.ts'
import { dayNumber, daySeconds, parseDate, parseInstant, secondsOf } from './local-time.ts'
import { subtract, union } from './spans.ts'
import type { Span } from './spans.ts'

/** The local days `[fromDay, toDay)`, as days since 1970. */
export interface DayRange {
  readonly fromDay: number
  readonly toDay: number
}

/** The open spans of a calendar on the local line, on which zone changes do not exist. */
export type LocalHours = (days: DayRange) => Span[]

interface Known {
  readonly announcedAt?: string | undefined
}

/** Whether a row had been announced at `knownAt`, in seconds since 1970. */
export function isKnown(row: Known, knownAt: number): boolean {
  return row.announcedAt === undefined || announcement(row) <= knownAt
}

/** A row's announcement in seconds since 1970; `-Infinity` where it was always known. */
export function announcement(row: Known): number {
  const instant = row.announcedAt === undefined ? null : parseInstant(row.announcedAt)
  return instant === null ? -Infinity : secondsOf(instant)
}

/**
 * Reads the rows of a calendar once. Closures and openings overrule the weekly table; between
 * themselves the one announced later wins, and of two announced together the opening.
 */
export function localHours(calendar: WorkingCalendar): LocalHours {
  const weekly = weeklyReader(calendar)
  const { opened, closed } = datedSpans(calendar)
  return (days) => {
    const from = days.fromDay * daySeconds
    const to = days.toDay * daySeconds
    const spans = union([...subtract(weekly(days), closed), ...opened])
    return spans
      .filter((span) => span.from < to && span.to > from)
      .map((span) => ({ from: Math.max(span.from, from), to: Math.min(span.to, to) }))
  }
}

/** The spans of one dated row on the local line. */
export function rowSpans(row: DatedRow): Span[] {
  const from = boundSeconds(row.from, 'from')
  const to = boundSeconds(row.to, 'to')
  if (row.hours === undefined) return [{ from, to }]
  const hours = hoursOf(row.hours)
  const spans: Span[] = []
  for (let midnight = from; midnight < to; midnight += daySeconds)
    for (const span of hours) spans.push({ from: midnight + span.from, to: midnight + span.to })
  return spans
}

function datedSpans(calendar: WorkingCalendar): { opened: Span[]; closed: Span[] } {
  const closures = (calendar.closures ?? []).map((row) => ({ row, opens: false }))
  const openings = (calendar.openings ?? []).map((row) => ({ row, opens: true }))
  const groups = Map.groupBy([...closures, ...openings], ({ row }) => announcement(row))
  let opened: Span[] = []
  let closed: Span[] = []
  for (const time of [...groups.keys()].toSorted((a, b) => a - b)) {
    const group = groups.get(time) ?? []
    const spans = (opens: boolean) =>
      union(group.filter((entry) => entry.opens === opens).flatMap(({ row }) => rowSpans(row)))
    const [nowClosed, nowOpened] = [spans(false), spans(true)]
    closed = subtract(union([...closed, ...nowClosed]), nowOpened)
    opened = union([...subtract(opened, nowClosed), ...nowOpened])
  }
  return { opened, closed }
}

function weeklyReader(calendar: WorkingCalendar): LocalHours {
  const usual = weekOf(calendar.weekly)
  const dated = (calendar.datedWeekly ?? []).map((row) => ({
    from: dayOf(row.from),
    to: dayOf(row.to),
    week: weekOf(row.weekly)
  }))
  return ({ fromDay, toDay }) => {
    const spans: Span[] = []
    for (let day = fromDay; day < toDay; day++) {
      const week = dated.findLast((row) => row.from <= day && day <= row.to)?.week ?? usual
      const midnight = day * daySeconds
      // 1970-01-01 was a Thursday, which is 4 where Sunday is 0.
      for (const hours of week[(((day + 4) % 7) + 7) % 7]!)
        spans.push({ from: midnight + hours.from, to: midnight + hours.to })
    }
    return spans
  }
}

function weekOf(table: WeeklyTable): Span[][] {
  return weekdays.map((name) => hoursOf(table[name] ?? []))
}

function hoursOf(list: readonly string[]): Span[] {
  return union(list.map((value) => parseHours(value)).filter((span) => span !== null))
}

function dayOf(date: string): number {
  const parsed = parseDate(date)
  return parsed === null ? Number.NaN : dayNumber(parsed)
}
