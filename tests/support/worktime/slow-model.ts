/**
 * The slow, obvious model that the tests hold the kernel against: it walks second by second, and
 * shares with the kernel only the types and the exact fractions. Used by tests alone.
 */
import type { DatedRow, WorkingCalendar } from '../../../src/kernel/worktime/calendar.ts'
import {
  fraction,
  minus,
  one,
  over,
  plus,
  times,
  zero
} from '../../../src/kernel/worktime/fraction.ts'
import type { Fraction } from '../../../src/kernel/worktime/fraction.ts'

/** A run in plain seconds since 1970. */
export interface SlowRun {
  readonly zone: string
  readonly calendar: WorkingCalendar
  readonly mode: 'seconds' | 'all-seconds' | 'working-days'
  readonly target: number
  readonly start: number
  readonly pauses: readonly { from: number; to: number | null }[]
  readonly changes: readonly { at: number; target: number; policy: 'proportional' | 'switch' }[]
  readonly reopened: readonly { solvedAt: number; at: number; policy: 'resume' | 'restart' }[]
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** One model clock for a calendar in a zone; it remembers the days that it has painted. */
export function slowCalendar(calendar: WorkingCalendar, zone: string) {
  const offsets = new Map<number, number>()
  const days = new Map<number, Uint8Array>()
  const lengths = new Map<number, number>()

  // No zone changes its clocks other than on a quarter of an hour, in the years of the tests.
  function offsetAt(quarter: number): number {
    let offset = offsets.get(quarter)
    if (offset === undefined) {
      const instant = Temporal.Instant.fromEpochMilliseconds(quarter * 900_000)
      offset = instant.toZonedDateTimeISO(zone).offsetNanoseconds / 1e9
      offsets.set(quarter, offset)
    }
    return offset
  }

  // Walks ask for neighbours, so the last quarter and the last day are kept at hand.
  let quarter = { number: Number.NaN, offset: 0 }
  let day: { date: number; boxes: Uint8Array } = { date: Number.NaN, boxes: new Uint8Array(0) }

  function local(second: number): number {
    const number = Math.floor(second / 900)
    if (number !== quarter.number) quarter = { number, offset: offsetAt(number) }
    return second + quarter.offset
  }

  const dateOf = (second: number): number => Math.floor(local(second) / 86_400)

  function isOpen(second: number): boolean {
    const shown = local(second)
    const date = Math.floor(shown / 86_400)
    if (date !== day.date) {
      const boxes = days.get(date) ?? paint(calendar, date)
      days.set(date, boxes)
      day = { date, boxes }
    }
    return day.boxes[shown - date * 86_400] === 1
  }

  /** Open seconds that a date really had, skipped hours left out and repeated ones twice. */
  function openOn(date: number): number {
    let length = lengths.get(date)
    if (length === undefined) {
      length = 0
      for (let second = date * 86_400 - 86_400; second < date * 86_400 + 172_800; second++)
        if (dateOf(second) === date && isOpen(second)) length++
      lengths.set(date, length)
    }
    return length
  }

  return { isOpen, dateOf, openOn }
}

/** The 86,400 boxes of a local date: 1 where it is open. */
function paint(calendar: WorkingCalendar, date: number): Uint8Array {
  const boxes = new Uint8Array(86_400)
  for (const span of usualHours(calendar, dateText(date))) fill(boxes, span, 1)
  for (const { row, value } of rowsInOrder(calendar)) paintRow(boxes, { row, value, date })
  return boxes
}

function usualHours(calendar: WorkingCalendar, text: string): readonly string[] {
  const name = weekdays[Temporal.PlainDate.from(text).dayOfWeek - 1]!
  let hours = calendar.weekly[name] ?? []
  for (const row of calendar.datedWeekly ?? [])
    if (row.from <= text && text <= row.to) hours = row.weekly[name] ?? []
  return hours
}

/** Later announcements paint over earlier ones; of two together the opening comes last. */
function rowsInOrder(calendar: WorkingCalendar): { row: DatedRow; value: 0 | 1 }[] {
  const rows = [
    ...(calendar.closures ?? []).map((row) => ({ row, value: 0 as const })),
    ...(calendar.openings ?? []).map((row) => ({ row, value: 1 as const }))
  ]
  return rows.toSorted((a, b) => announced(a.row) - announced(b.row) || a.value - b.value)
}

/** Seconds since 1970; earlier than any where the row was always known. */
function announced({ announcedAt }: DatedRow): number {
  return announcedAt === undefined ? -1e12 : epoch(announcedAt)
}

function paintRow(
  boxes: Uint8Array,
  { row, value, date }: { row: DatedRow; value: 0 | 1; date: number }
): void {
  const text = dateText(date)
  const wholeDays = row.from.length === 10
  const inside = row.from <= text && text <= row.to
  if (row.hours !== undefined && inside) for (const span of row.hours) fill(boxes, span, value)
  if (row.hours === undefined && wholeDays && inside) boxes.fill(value)
  if (wholeDays) return
  const [from, to] = [epoch(`${row.from}Z`), epoch(`${row.to}Z`)]
  for (let i = 0; i < 86_400; i++) {
    const second = date * 86_400 + i
    if (from <= second && second < to) boxes[i] = value
  }
}

function dateText(date: number): string {
  return new Temporal.PlainDate(1970, 1, 1).add({ days: date }).toString()
}

function epoch(at: string): number {
  return Temporal.Instant.from(at).epochMilliseconds / 1000
}

function fill(boxes: Uint8Array, span: string, value: number): void {
  const [from = 0, to = 0] = span.split('-').map((time) => {
    const [h = 0, m = 0, s = 0] = time.split(':').map(Number)
    return h * 3600 + m * 60 + s
  })
  boxes.fill(value, from, to)
}

/** What the model says of a run at one instant. */
export interface SlowReading {
  /** Null: not before the model gave up, or an open pause. */
  readonly due: number | null
  readonly used: number
  /** Counted seconds between the due and the instant. */
  readonly overrun: number
  readonly paused: boolean
}

/** Walks a run until `end`, and tells how it stood at `at`. */
export function slowRead(run: SlowRun, at: number, end: number): SlowReading {
  const clock = slowCalendar(run.calendar, run.zone)
  const start = startOf(run)
  const progress = slowProgress(run, start, clock)
  let [used, overrun] = [0, 0]
  for (let t = start; t < Math.max(at, progress.due ?? end); t++) {
    progress.changeAt(t)
    const [stopped, open, seen] = [isStopped(run, t), clock.isOpen(t), t < at]
    const late = seen && progress.due !== null
    const counts = (open || run.mode === 'all-seconds') && !stopped
    overrun += Number(late && open && !stopped)
    used += Number(counts && seen)
    if (counts) progress.count(t)
  }
  const { due } = progress
  return { due, used, overrun, paused: isStopped(run, at) && !(due !== null && due <= at) }
}

/** Where the present run began. */
function startOf(run: SlowRun): number {
  return run.reopened.findLast((r) => r.policy === 'restart')?.at ?? run.start
}

function isStopped(run: SlowRun, t: number): boolean {
  for (const { from, to } of run.pauses) if (from <= t && (to === null || t < to)) return true
  for (const { solvedAt, at } of run.reopened) if (solvedAt <= t && t < at) return true
  return false
}

/** Counts towards a target that may change on the way. */
function slowProgress(run: SlowRun, start: number, days: ReturnType<typeof slowCalendar>) {
  const clock = run.mode === 'working-days' ? days : null
  const changes = run.changes.filter((change) => change.at > start)
  const first = run.changes.findLast((change) => change.at <= start)
  let target = fraction(first?.target ?? run.target)
  let share = one
  let needed = target
  let leg = dayTally(clock)
  const all = dayTally(clock)
  const progress = {
    due: null as number | null,
    changeAt(second: number): void {
      const next = changes.find((change) => change.at === second)
      if (next === undefined || progress.due !== null) return
      share = minus(share, over(leg.sum(), target))
      target = fraction(next.target)
      if (next.policy === 'switch') share = over(minus(target, all.sum()), target)
      needed = times(share, target)
      if (needed.top <= 0n) progress.due = next.at
      leg = dayTally(clock)
    },
    count(second: number): void {
      leg.add(second)
      all.add(second)
      if (progress.due === null && leg.reaches(needed)) progress.due = second + 1
    }
  }
  return progress
}

/** Adds up seconds, or shares of open dates where a clock is given. */
function dayTally(clock: ReturnType<typeof slowCalendar> | null) {
  const seconds = new Map<number, number>()
  let estimate = 0
  const sum = (): Fraction =>
    [...seconds].reduce(
      (total, [date, used]) => plus(total, fraction(used, clock?.openOn(date) ?? 1)),
      zero
    )
  return {
    sum,
    add(second: number): void {
      const date = clock?.dateOf(second) ?? 0
      seconds.set(date, (seconds.get(date) ?? 0) + 1)
      estimate += 1 / (clock?.openOn(date) ?? 1)
    },
    reaches(needed: Fraction): boolean {
      // The estimate only saves exact sums that are far from the answer.
      if (estimate < Number(needed.top) / Number(needed.bottom) - 0.001) return false
      return minus(sum(), needed).top >= 0n
    }
  }
}
