import { parseJalaliDate, toLatinDigits } from '../../../kernel/persian/index.ts'
import { timeText } from '../reading/time.ts'

const dayMilliseconds = 86_400_000
const parts = new Intl.DateTimeFormat('en-u-ca-persian', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric'
})

/**
 * The instant of a Jalali date and a time of day in Tehran, as typed; RFC 3339, or `null` where it is none.
 * @param clock - `HH:MM`, any digits; the start of the day where empty.
 */
export function jalaliInstant(date: string, clock = ''): string | null {
  const parsed = parseJalaliDate(date)
  const time = /^(\d{1,2}):(\d{2})$/.exec(
    toLatinDigits(clock.trim() === '' ? '0:00' : clock.trim())
  )
  if (!parsed.ok || time === null) return null
  const [hour, minute] = [Number(time[1]), Number(time[2])]
  if (hour > 23 || minute > 59) return null
  const { year, month, day } = parsed.value
  const days = month <= 6 ? (month - 1) * 31 : 186 + (month - 7) * 30
  const start = newYear(year) + (days + day - 1) * dayMilliseconds
  // Tehran keeps UTC+03:30 all year since 1401.
  return timeText(start + (hour * 60 + minute - 210) * 60_000)
}

/** Midnight of 1 Farvardin, milliseconds since 1970 as if in UTC. */
function newYear(year: number): number {
  const near = Math.floor((year - 1349) * 365.2422) * dayMilliseconds + 79 * dayMilliseconds
  for (let shift = -3; shift <= 3; shift++) {
    const at = near + shift * dayMilliseconds
    if (isNewYear(at, year)) return at
  }
  return near
}

function isNewYear(at: number, year: number): boolean {
  const found = parts.formatToParts(at)
  const number = (type: string) => Number(found.find((each) => each.type === type)?.value)
  return number('year') === year && number('month') === 1 && number('day') === 1
}
