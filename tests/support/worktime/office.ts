/** Inputs that several tests share: the office of `docs/specs/worktime.md` and Jalali instants. */

/** Saturday to Wednesday 08-16, Thursday 08-12, Friday closed. */
export const office = {
  weekly: {
    sat: ['08:00-16:00'],
    sun: ['08:00-16:00'],
    mon: ['08:00-16:00'],
    tue: ['08:00-16:00'],
    wed: ['08:00-16:00'],
    thu: ['08:00-12:00'],
    fri: []
  }
}

/** `tehran('1404-07-16 15:30')` in Asia/Tehran as an RFC 3339 instant in UTC. */
export function tehran(jalali: string): string {
  const [year, month, day, hour, minute, second] = jalali.split(/[- :]/).map(Number)
  return Temporal.ZonedDateTime.from({
    calendar: 'persian',
    timeZone: 'Asia/Tehran',
    year: year!,
    month: month!,
    day: day!,
    hour: hour ?? 0,
    minute: minute ?? 0,
    second: second ?? 0
  })
    .toInstant()
    .toString()
}
