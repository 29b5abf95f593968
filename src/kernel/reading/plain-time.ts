const form = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/

/**
 * Milliseconds since 1970 of an RFC 3339 time, or `null` for another text. By hand, since saved readers are
 * opened in browsers without Temporal.
 */
export function epochOf(text: string): number | null {
  const parts = form.exec(text)
  if (parts === null) return null
  const at = (i: number) => Number(parts[i])
  const minutes = at(4) * 60 + at(5) - offsetMinutes(parts[8] ?? 'Z')
  const seconds = dayNumber(at(1), at(2), at(3)) * 86_400 + minutes * 60 + at(6)
  return seconds * 1000 + Math.trunc(Number(`0.${parts[7] ?? '0'}`) * 1000)
}

function offsetMinutes(zone: string): number {
  const parts = /([+-])(\d+):(\d+)/.exec(zone)
  if (parts === null) return 0
  return (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3]))
}

/** Days since 1970-01-01 of a day of the Gregorian calendar (Howard Hinnant, days_from_civil). */
function dayNumber(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1
  const era = Math.floor(shifted / 400)
  const ofEra = shifted - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return (
    era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
  )
}
