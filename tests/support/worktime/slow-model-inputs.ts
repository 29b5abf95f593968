/** Random calendars and runs around days on which zones change their clocks. Used by tests alone. */
import fc from 'fast-check'
import type { WorkingCalendar } from '../../../src/kernel/worktime/calendar.ts'
import type { SlowRun } from './slow-model.ts'

/** Zones with a day near which their offset changes, or, last, does not. */
const places = [
  { zone: 'Asia/Tehran', near: '2022-03-22' },
  { zone: 'Asia/Tehran', near: '2022-09-22' },
  { zone: 'Europe/Berlin', near: '2025-03-30' },
  { zone: 'America/New_York', near: '2025-11-02' },
  { zone: 'Australia/Lord_Howe', near: '2025-04-06' },
  { zone: 'Asia/Tehran', near: '2025-10-11' }
] as const

const two = (value: number) => String(value).padStart(2, '0')

const time = (second: number): string => {
  return `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`
}

const hours = fc
  .tuple(fc.integer({ min: 0, max: 86_399 }), fc.integer({ min: 1, max: 30_000 }))
  .map(([from, length]) => `${time(from)}-${time(Math.min(from + length, 86_400))}`)

const dayHours: fc.Arbitrary<string[]> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<string[]>([]) },
  { weight: 1, arbitrary: fc.constant<string[]>(['00:00-24:00']) },
  { weight: 4, arbitrary: fc.array(hours, { minLength: 1, maxLength: 3 }) }
)

const week = fc.record({
  sat: dayHours,
  sun: dayHours,
  mon: dayHours,
  tue: dayHours,
  wed: dayHours,
  thu: dayHours,
  fri: dayHours
})

const announcedAt = fc.option(
  fc.constantFrom('2020-01-01T00:00:00Z', '2021-01-01T00:00:00Z', '2021-06-01T00:00:00Z'),
  { nil: undefined }
)

const ordered = (a: string, b: string) => (a < b ? { from: a, to: b } : { from: b, to: a })

function row(near: string) {
  const day = Temporal.PlainDate.from(near)
  const date = fc.integer({ min: -3, max: 8 }).map((n) => day.add({ days: n }))
  const bound = fc
    .tuple(date, fc.integer({ min: 0, max: 86_399 }))
    .map(([on, second]) => `${on.toString()}T${time(second)}`)
  const dates = fc.tuple(date, date).map(([a, b]) => ordered(a.toString(), b.toString()))
  return fc.oneof(
    fc.tuple(dates, announcedAt).map(([span, at]) => ({ ...span, announcedAt: at })),
    fc
      .tuple(dates, announcedAt, fc.array(hours, { minLength: 1, maxLength: 2 }))
      .map(([span, at, list]) => ({ ...span, announcedAt: at, hours: list })),
    fc
      .tuple(bound, bound, announcedAt)
      .filter(([a, b]) => a !== b)
      .map(([a, b, at]) => ({ ...ordered(a, b), announcedAt: at }))
  )
}

function calendar(near: string): fc.Arbitrary<WorkingCalendar> {
  const day = Temporal.PlainDate.from(near)
  const dated = fc
    .tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 0, max: 4 }), week)
    .map(([from, length, weekly]) => ({
      from: day.add({ days: from }).toString(),
      to: day.add({ days: from + length }).toString(),
      weekly
    }))
  return fc.record({
    weekly: week,
    datedWeekly: fc.array(dated, { maxLength: 1 }),
    closures: fc.array(row(near), { maxLength: 3 }),
    openings: fc.array(row(near), { maxLength: 2 })
  })
}

/** A zone, a calendar, and midnight UTC two days before its clocks change. */
export const place = fc
  .constantFrom(...places)
  .chain(({ zone, near }) =>
    calendar(near).map((made) => ({ zone, calendar: made, base: epoch(near) - 2 * 86_400 }))
  )

/** Which days a random run may reach, from its `base`. */
export const walkSeconds = 9 * 86_400

/** A run with up to three pauses, two changes and one reopening, within the walked days. */
export function slowRun(mode: SlowRun['mode']): fc.Arbitrary<SlowRun> {
  return place.chain(({ zone, calendar: made, base }) => {
    const moment = fc.integer({ min: base, max: base + 5 * 86_400 })
    const target =
      mode === 'working-days'
        ? fc.integer({ min: 1, max: 4 })
        : fc.integer({ min: 1, max: 200_000 })
    const pause = fc
      .tuple(moment, fc.option(fc.integer({ min: 0, max: 150_000 }), { freq: 8 }))
      .map(([from, length]) => ({ from, to: length === null ? null : from + length }))
    const change = fc.record({
      at: moment,
      target,
      policy: fc.constantFrom('proportional' as const, 'switch' as const)
    })
    return fc
      .record({
        start: fc.integer({ min: base, max: base + 3 * 86_400 }),
        target,
        pauses: fc.array(pause, { maxLength: 3 }),
        changes: fc.uniqueArray(change, { maxLength: 2, selector: ({ at }) => at }),
        reopening: fc.option(
          fc.record({
            solved: fc.integer({ min: 0, max: 100_000 }),
            opened: fc.integer({ min: 0, max: 100_000 }),
            policy: fc.constantFrom('resume' as const, 'restart' as const)
          }),
          { freq: 2 }
        )
      })
      .map(({ reopening, changes, ...rest }) => {
        const solvedAt = rest.start + (reopening?.solved ?? 0)
        return {
          ...rest,
          zone,
          calendar: made,
          mode,
          changes: changes.toSorted((a, b) => a.at - b.at),
          reopened:
            reopening === null
              ? []
              : [{ solvedAt, at: solvedAt + reopening.opened, policy: reopening.policy }]
        }
      })
  })
}

function epoch(date: string): number {
  return Temporal.Instant.from(`${date}T00:00:00Z`).epochMilliseconds / 1000
}
