const secondsOfDay = 86_400

type Numbers = [number, number, number, number, number, number]

/**
 * POSIX seconds of an instant in UTC as RFC 3339 writes it, fractions dropped; `null` for anything else.
 * By hand, because a browser may lack Temporal, and a saved page lasts long.
 */
export function secondOf(text: string): number | null {
  const form =
    /^([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]{1,9})?Z$/.exec(
      text
    )
  if (form === null) return null
  const [year, month, day, ...time] = form.slice(1).map(Number) as Numbers
  const [hour, minute, second] = time
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return null
  if (hour > 23 || minute > 59 || second > 59) return null
  return daysSince1970(year, month, day) * secondsOfDay + hour * 3600 + minute * 60 + second
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** Days from 1970-01-01, counted in years that begin in March, whose leap day is their last. */
function daysSince1970(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1
  const marchMonth = (month + 9) % 12
  const leapDays =
    Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
  return marchYear * 365 + leapDays + Math.floor((marchMonth * 153 + 2) / 5) + day - 719_469
}
