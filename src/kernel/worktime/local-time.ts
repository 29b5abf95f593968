/** Seconds in a day of the local line, on which zone changes do not exist. */
export const daySeconds = 86_400

/**
 * Dates outside these years are refused: a Jalali year typed where a Gregorian one belongs, or a
 * deadline centuries away, is a mistake and no question.
 */
export const firstYear = 1900
export const lastYear = 2299

/** First local day that a calendar can cover, and the first that it cannot, as days since 1970. */
export const horizon = {
  from: dayNumber(new Temporal.PlainDate(firstYear, 1, 1)),
  to: dayNumber(new Temporal.PlainDate(lastYear + 1, 1, 1))
} as const

/** Days since 1970-01-01. */
export function dayNumber(date: Temporal.PlainDate): number {
  return Math.round(date.toZonedDateTime('UTC').epochMilliseconds / 1000 / daySeconds)
}

export function dateOf(day: number): Temporal.PlainDate {
  return new Temporal.PlainDate(1970, 1, 1).add({ days: day })
}

/** Whole seconds since 1970, the fraction dropped. */
export function secondsOf(instant: Temporal.Instant): number {
  return Math.floor(instant.epochMilliseconds / 1000)
}

export function instantOf(seconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
}

/** `2025-11-02`, or null where the text is no Gregorian date of the allowed years. */
export function parseDate(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null
  return inYears(attempt(() => Temporal.PlainDate.from(text)))
}

/** `2025-11-02T10:00` or `2025-11-02T10:00:30`, without an offset; null where it is not one. */
export function parseDateTime(text: string): Temporal.PlainDateTime | null {
  if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?$/.test(text)) return null
  return inYears(attempt(() => Temporal.PlainDateTime.from(text)))
}

/** An RFC 3339 instant with `Z` or an offset; null where it is not one of the allowed years. */
export function parseInstant(text: string): Temporal.Instant | null {
  if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d([.,]\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/i.test(text))
    return null
  const instant = attempt(() => Temporal.Instant.from(text))
  return inYears(instant?.toZonedDateTimeISO('UTC')) === null ? null : instant
}

/** Seconds into the day of `08:00`, `08:00:30` or `24:00`; null where the text is not one. */
export function parseTimeOfDay(text: string): number | null {
  const match = /^(\d\d):(\d\d)(?::(\d\d))?$/.exec(text)
  if (match === null) return null
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)]
  const total = hours * 3600 + minutes * 60 + seconds
  return minutes < 60 && seconds < 60 && total <= daySeconds ? total : null
}

/**
 * The instant in the Jalali calendar at the zone's local time, as `1404-07-19 15:00` in ASCII
 * digits; seconds are not shown.
 */
export function formatJalali(instant: Temporal.Instant, zone: string): string {
  const local = instant.toZonedDateTimeISO(zone).withCalendar('persian')
  const date = `${String(local.year).padStart(4, '0')}-${two(local.month)}-${two(local.day)}`
  return `${date} ${two(local.hour)}:${two(local.minute)}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

function inYears<T extends { readonly year: number }>(date: T | null | undefined): T | null {
  return date && date.year >= firstYear && date.year <= lastYear ? date : null
}

function attempt<T>(parse: () => T): T | null {
  try {
    return parse()
  } catch {
    return null
  }
}
