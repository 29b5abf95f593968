/**
 * What every library is asked: the office of Asia/Tehran, Saturday to Wednesday 08-16, Thursday
 * 08-12, with or without 25 whole-day holidays a year, in 2024 and after, where the zone has kept
 * one offset. Starts and targets are whole minutes, because that is all the peers can express.
 */
export interface Task {
  readonly name: string
  /** Local dates, as 2024-03-20. */
  readonly holidays: readonly string[]
}

export interface DueQuestion {
  /** Minutes since 1970. */
  readonly start: number
  /** Working minutes. */
  readonly target: number
}

export interface ElapsedQuestion {
  /** Minutes since 1970. */
  readonly from: number
  readonly to: number
}

/** Hours of each day from Sunday, as minutes into the day. */
export const week: readonly (readonly [number, number] | null)[] = [
  [480, 960],
  [480, 960],
  [480, 960],
  [480, 960],
  [480, 720],
  null,
  [480, 960]
]

export const dayNames = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday'
] as const

/** Fresh numbers for every question, the same in every run (xorshift, 32 bits). */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

const firstMinute = minuteOf('2024-01-01')

/**
 * A start in 2024 or 2025 and up to 80 working hours. Half of the questions are round, as promises
 * are: whole hours from a half hour; the others are to the minute.
 */
export function dueQuestion(random: (below: number) => number): DueQuestion {
  if (random(2) === 0) return { start: moment(random), target: 1 + random(80 * 60) }
  return { start: round(moment(random)), target: 60 + 60 * random(80) }
}

/** A span of up to 30 days that begins in 2024 or 2025; half of them are round. */
export function elapsedQuestion(random: (below: number) => number): ElapsedQuestion {
  const [from, length] = [moment(random), random(30 * 1440)]
  if (random(2) === 0) return { from, to: from + length }
  return { from: round(from), to: round(from + length) }
}

function moment(random: (below: number) => number): number {
  return firstMinute + random(2 * 365 * 1440)
}

function round(minute: number): number {
  return minute - (minute % 30)
}

/** 25 dates in each year, a day or more apart, the same in every run. */
export function holidays(fromYear: number, years: number): string[] {
  const random = randomNumbers(1404)
  const dates = new Set<string>()
  for (let year = fromYear; year < fromYear + years; year++) {
    const first = new Temporal.PlainDate(year, 1, 1)
    const size = dates.size
    while (dates.size < size + 25) dates.add(first.add({ days: random(365) }).toString())
  }
  return [...dates].toSorted()
}

/** `08:00` of minutes into the day. */
export function clockText(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** `2024-03-20 08:00` in Asia/Tehran of minutes since 1970. */
export function localText(minutes: number): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(minutes * 60_000)
  return instant.toZonedDateTimeISO('Asia/Tehran').toPlainDateTime().toString().replace('T', ' ')
}

function minuteOf(date: string): number {
  const local = Temporal.PlainDate.from(date).toZonedDateTime('Asia/Tehran')
  return local.epochMilliseconds / 60_000
}
