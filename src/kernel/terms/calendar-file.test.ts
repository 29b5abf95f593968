import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { compileCalendar, workingSecondsBetween } from '../worktime/index.ts'
import {
  calendarFileKind,
  parseHolidays,
  parseOfficeCalendar,
  workingCalendarOf
} from './calendar-file.ts'
import type { HolidayFile, OfficeCalendarFile } from './calendar-schema.ts'
import type { Parsed } from './parse-file.ts'

const text = (name: string) =>
  readFileSync(new URL(`../../../agreements/calendars/${name}.yaml`, import.meta.url), 'utf8')

function value<T>(parsed: Parsed<T>): T {
  assert.ok(parsed.ok, JSON.stringify(parsed))
  return parsed.value
}

const years = ['holidays-1404', 'holidays-1405'].map((name) => value(parseHolidays(text(name))))
const [of1404, of1405] = years as [HolidayFile, HolidayFile]
const office = (name: string): OfficeCalendarFile => value(parseOfficeCalendar(text(name)))

function weekdays(file: HolidayFile): number[] {
  return file.holidays.map(({ on }) => {
    const [year, month, day] = on.split('-').map(Number) as [number, number, number]
    return Temporal.PlainDate.from({ calendar: 'persian', year, month, day }).dayOfWeek
  })
}

test('the holidays of 1405 are as the published calendar counts them', () => {
  const days = weekdays(of1405)
  const inMonth = (month: string) =>
    of1405.holidays.filter(({ on }) => on.slice(5, 7) === month).length
  assert.equal(days.length, 25)
  assert.equal(days.filter((day) => day === 4).length, 6)
  assert.equal(days.filter((day) => day === 5).length, 3)
  assert.deepEqual(['01', '02', '05', '07', '09', '12'].map(inMonth), [6, 0, 4, 0, 0, 4])
  assert.equal(of1405.holidays.filter(({ title }) => title.en.endsWith('Eid al-Fitr')).length, 2)
})

test('the holidays of 1404 are as the published list counts them', () => {
  const days = weekdays(of1404)
  assert.equal(days.length, 26)
  assert.equal(days.filter((day) => day === 5).length, 4)
})

test('lunar holidays of 1405 are provisional and every row names its source', () => {
  for (const row of of1405.holidays) {
    assert.ok(row.source.length > 10)
    if (row.basis === 'lunar') assert.equal(row.provisional, true)
  }
})

test('workingCalendarOf compiles for both authorities', () => {
  const calendars = ['sko', 'ito'].map((name) =>
    compileCalendar(workingCalendarOf(office(name), years), 'Asia/Tehran')
  )
  // Thursday 6 Azar 1404: open 08-13 in Birjand, closed in Tehran.
  const thursday = ['2025-11-27T00:00:00+03:30', '2025-11-28T00:00:00+03:30'] as const
  const hours = calendars.map((calendar) => workingHours(calendar, thursday))
  assert.deepEqual(hours, [5, 0])
})

test('workingCalendarOf keeps when a closure was announced and turns Jalali days into ISO ones', () => {
  const calendar = workingCalendarOf(office('sko'), years)
  const heat = calendar.closures?.find(({ from }) => from === '2025-08-13')
  assert.equal(heat?.announcedAt, '2025-08-11T10:52:00Z')
  assert.equal(calendar.closures?.[0]?.from, '2025-03-21')
  assert.equal(calendar.coversTo, '2027-03-20')
})

test('workingCalendarOf refuses a year whose holidays are not there', () => {
  assert.throws(() => workingCalendarOf(office('sko'), [of1404]), RangeError)
})

test('parseHolidays and parseOfficeCalendar point at what is wrong', () => {
  const holidays = text('holidays-1405')
  assert.match(
    fault(parseHolidays(holidays.replace('on: 1405-01-02', 'on: 1405-01-01'))),
    /^\/holidays\/1\/on This day is already/
  )
  assert.match(
    fault(parseHolidays(holidays.replace('on: 1405-01-02', 'on: 1404-01-02'))),
    /not in the year 1405/
  )
  assert.match(
    fault(parseHolidays(holidays.replace('on: 1405-01-02', 'on: 1405-12-30'))),
    /Esfand 1405 has days 1 to 29/
  )
  const sko = text('sko')
  assert.match(
    fault(parseOfficeCalendar(sko.replace('"08:00-13:00"', '"8 to 13"'))),
    /^\/weekly\/thu\/0 Write hours as/
  )
  assert.match(
    fault(parseOfficeCalendar(sko.replace('"08:00-13:00"', '"13:00-08:00"'))),
    /must end after they begin/
  )
  assert.match(
    fault(parseOfficeCalendar(sko.replace('coversTo: 1405', 'coversTo: 1403'))),
    /^\/coversTo The period ends/
  )
})

test('calendarFileKind reads the format line', () => {
  assert.equal(calendarFileKind(text('sko')), 'office')
  assert.equal(calendarFileKind(text('holidays-1404')), 'holidays')
  assert.equal(calendarFileKind('format: peyman-agreement/1\n'), null)
})

function workingHours(
  calendar: ReturnType<typeof compileCalendar>,
  [from, to]: readonly [string, string]
): number {
  const seconds = workingSecondsBetween(
    calendar,
    Temporal.Instant.from(from),
    Temporal.Instant.from(to)
  )
  return seconds / 3600
}

function fault(parsed: Parsed<unknown>): string {
  assert.ok(!parsed.ok)
  const [first] = parsed.problems
  return `${String(first?.path)} ${String(first?.text.en)}`
}
