import {
  checkJalaliDate,
  formatJalaliMonth,
  jalaliText,
  jalaliToPlainDate,
  plainDateToJalali,
  type Lang
} from '../kernel/persian/index.ts'
import { agreementZone } from '../kernel/terms/index.ts'

const zone = agreementZone

/** How many months a strip shows. */
export const stripMonths = 12

/**
 * Length of a month of the contract: 30 days of 24 hours, whatever the month's real length
 * (SK-3.4b, SK-3.5).
 */
export const contractMonthSeconds = 30 * 86_400

/**
 * One Jalali month in Tehran time, half-open. It is also the contract's month: things are counted on
 * its real days, so that what happens on a 31st is not lost, and shares of time are taken of
 * {@link contractMonthSeconds}.
 */
export interface Period {
  /** `1405-09`; sorts as text. */
  readonly key: string
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
}

/** The month that holds an instant. */
export function periodAt(at: Temporal.Instant): Period {
  const first = at.toZonedDateTimeISO(zone).toPlainDate().withCalendar('persian').with({ day: 1 })
  return monthFrom(first)
}

/** The last `count` months, oldest first; the last one holds `now`. */
export function periodsUpTo(now: Temporal.Instant, count: number = stripMonths): Period[] {
  const first = now.toZonedDateTimeISO(zone).toPlainDate().withCalendar('persian').with({ day: 1 })
  return Array.from({ length: count }, (_, i) =>
    monthFrom(first.subtract({ months: count - 1 - i }))
  )
}

/** The month of a key, or `null` for a text that is none. */
export function periodOfKey(key: string): Period | null {
  const found = /^(1[2-5]\d{2})-(\d{2})$/.exec(key)
  const date = { year: Number(found?.[1]), month: Number(found?.[2]), day: 1 }
  if (!found || !checkJalaliDate(date).ok) return null
  return monthFrom(jalaliToPlainDate(date).withCalendar('persian'))
}

/** Whether an instant lies in the month. */
export function isWithin(at: Temporal.Instant, period: Period): boolean {
  return (
    Temporal.Instant.compare(at, period.from) >= 0 && Temporal.Instant.compare(at, period.to) < 0
  )
}

/** «آذر ۱۴۰۵», "Azar 1405 (Nov–Dec 2026)". */
export function periodTitle(key: string, lang: Lang): string {
  const period = periodOfKey(key)
  return period === null ? key : formatJalaliMonth(period.from, lang, zone)
}

/** Days of the month that have begun by `now`: all of them for a past month. */
export function daysBegun(period: Period, now: Temporal.Instant): number {
  const end = Temporal.Instant.compare(now, period.to) < 0 ? now : period.to
  if (Temporal.Instant.compare(end, period.from) <= 0) return 0
  const last = end.subtract({ nanoseconds: 1 }).toZonedDateTimeISO(zone).toPlainDate()
  return period.from.toZonedDateTimeISO(zone).toPlainDate().until(last).days + 1
}

function monthFrom(first: Temporal.PlainDate): Period {
  return {
    key: jalaliText(plainDateToJalali(first)).slice(0, 7),
    from: startOf(first),
    to: startOf(first.add({ months: 1 }))
  }
}

function startOf(date: Temporal.PlainDate): Temporal.Instant {
  return date.withCalendar('iso8601').toZonedDateTime(zone).toInstant()
}
