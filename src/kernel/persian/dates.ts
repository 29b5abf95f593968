import type { Lang } from './bilingual.ts'
import { toPersianDigits } from './digits.ts'
import { jalaliMonthName, plainDateToJalali } from './jalali.ts'

/** What can be shown as a day: an instant (seen in a zone) or a date without a zone. */
export type Datable = Temporal.Instant | Temporal.PlainDate

const tehran = 'Asia/Tehran'

/**
 * A day in words. Persian: «۱ آذر ۱۴۰۵». English: "22 November 2026 (1 Azar 1405)".
 * @param zone - IANA zone in which an instant is seen.
 */
export function formatJalaliDate(at: Datable, lang: Lang, zone: string = tehran): string {
  const date = dayOf(at, zone)
  const { year, month, day } = plainDateToJalali(date)
  const name = jalaliMonthName(month)[lang]
  if (lang === 'fa') return toPersianDigits(`${String(day)} ${name} ${String(year)}`)
  return `${gregorianDay(date)} (${String(day)} ${name} ${String(year)})`
}

/** As {@link formatJalaliDate} with the weekday first: «یکشنبه ۱ آذر ۱۴۰۵». */
export function formatJalaliLongDate(at: Datable, lang: Lang, zone: string = tehran): string {
  const weekday = weekdayNames[lang][dayOf(at, zone).dayOfWeek - 1] ?? ''
  return `${weekday} ${formatJalaliDate(at, lang, zone)}`
}

/** A day in figures: «۱۴۰۵/۰۹/۰۱»; in English the Gregorian day as ISO 8601 writes it. */
export function formatJalaliShortDate(at: Datable, lang: Lang, zone: string = tehran): string {
  const date = dayOf(at, zone)
  if (lang === 'en') return date.toString()
  const { year, month, day } = plainDateToJalali(date)
  return toPersianDigits(
    `${String(year)}/${String(month).padStart(2, '0')}/${String(day).padStart(2, '0')}`
  )
}

/** A day and its minute: «۱ آذر ۱۴۰۵، ساعت ۱۱:۳۰», "22 November 2026 (1 Azar 1405), 11:30". */
export function formatJalaliDateTime(
  at: Temporal.Instant,
  lang: Lang,
  zone: string = tehran
): string {
  const date = formatJalaliDate(at, lang, zone)
  const time = formatTime(at, lang, zone)
  return lang === 'fa' ? `${date}، ساعت ${time}` : `${date}, ${time}`
}

/** The minute of the day, 24 hours: «۰۸:۰۵», "08:05". */
export function formatTime(at: Temporal.Instant, lang: Lang, zone: string = tehran): string {
  const time = at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })
  return lang === 'fa' ? toPersianDigits(time) : time
}

/** A Jalali month: «آذر ۱۴۰۵»; in English "Azar 1405" with the Gregorian months it spans. */
export function formatJalaliMonth(at: Datable, lang: Lang, zone: string = tehran): string {
  const date = dayOf(at, zone).withCalendar('persian')
  const name = jalaliMonthName(date.month)[lang]
  if (lang === 'fa') return toPersianDigits(`${name} ${String(date.year)}`)
  const first = date.with({ day: 1 }).withCalendar('iso8601')
  const last = date.with({ day: date.daysInMonth }).withCalendar('iso8601')
  const span =
    first.year === last.year
      ? `${shortMonth(first)}–${shortMonth(last)} ${String(last.year)}`
      : `${shortMonth(first)} ${String(first.year)}–${shortMonth(last)} ${String(last.year)}`
  return `${name} ${String(date.year)} (${span})`
}

function dayOf(at: Datable, zone: string): Temporal.PlainDate {
  return at instanceof Temporal.PlainDate
    ? at.withCalendar('iso8601')
    : at.toZonedDateTimeISO(zone).toPlainDate()
}

function gregorianDay(date: Temporal.PlainDate): string {
  return `${String(date.day)} ${gregorianMonths[date.month - 1] ?? ''} ${String(date.year)}`
}

function shortMonth(date: Temporal.PlainDate): string {
  return (gregorianMonths[date.month - 1] ?? '').slice(0, 3)
}

// Names, not Intl: ICU orders and spells fa-IR dates in ways that no letter of an office has.
const weekdayNames = {
  fa: ['دوشنبه', 'سه‌شنبه', 'چهارشنبه', 'پنجشنبه', 'جمعه', 'شنبه', 'یکشنبه'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
}

const gregorianMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December'
]
