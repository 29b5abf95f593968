import { fault, type Checked } from './bilingual.ts'
import { toPersianDigits } from './digits.ts'

/** A date of the solar Hijri calendar; `month` 1..12, `day` 1..31. */
export interface JalaliDate {
  year: number
  month: number
  day: number
}

const monthNames = [
  ['فروردین', 'Farvardin'],
  ['اردیبهشت', 'Ordibehesht'],
  ['خرداد', 'Khordad'],
  ['تیر', 'Tir'],
  ['مرداد', 'Mordad'],
  ['شهریور', 'Shahrivar'],
  ['مهر', 'Mehr'],
  ['آبان', 'Aban'],
  ['آذر', 'Azar'],
  ['دی', 'Dey'],
  ['بهمن', 'Bahman'],
  ['اسفند', 'Esfand']
] as const

/** Name of a Jalali month in both languages; `month` 1..12. */
export function jalaliMonthName(month: number): { fa: string; en: string } {
  const name = monthNames[month - 1]
  if (!name) throw new RangeError(`no such month: ${String(month)}`)
  return { fa: name[0], en: name[1] }
}

const leapRemainders = new Set([1, 5, 9, 13, 17, 22, 26, 30])

/**
 * Whether Esfand has 30 days. The 33-year rule; it equals the calendar of the University of
 * Tehran and ICU for 1244..1500, which is the range that is read and shown here.
 */
export function isJalaliLeap(year: number): boolean {
  return leapRemainders.has(year % 33)
}

/** Days of a Jalali month: 31, 30, and 29 or 30 for Esfand. */
export function jalaliMonthLength(year: number, month: number): number {
  if (month <= 6) return 31
  if (month <= 11) return 30
  return isJalaliLeap(year) ? 30 : 29
}

/** `1404-07-19`: sorts as text; the form in which answers and files keep a Jalali date. */
export function jalaliText(date: JalaliDate): string {
  return `${pad(date.year, 4)}-${pad(date.month, 2)}-${pad(date.day, 2)}`
}

/** The same day in the ISO calendar. */
export function jalaliToPlainDate(date: JalaliDate): Temporal.PlainDate {
  const { year, month, day } = date
  return Temporal.PlainDate.from(
    { calendar: 'persian', year, month, day },
    { overflow: 'reject' }
  ).withCalendar('iso8601')
}

/** The Jalali date of an ISO day. */
export function plainDateToJalali(date: Temporal.PlainDate): JalaliDate {
  const { year, month, day } = date.withCalendar('persian')
  return { year, month, day }
}

const yearMin = 1244
const yearMax = 1500

/** The checks of `parseJalaliDate` for a date whose three numbers are known. */
export function checkJalaliDate(date: JalaliDate): Checked<JalaliDate> {
  const { year, month, day } = date
  if (isGregorianYear(year)) return gregorian(gregorianAsJalali(date))
  if (year < yearMin || year > yearMax) {
    return fault(
      'date/year',
      `سال باید میان ${toPersianDigits(yearMin)} و ${toPersianDigits(yearMax)} هجری شمسی باشد.`,
      `The year must be between ${String(yearMin)} and ${String(yearMax)} of the Persian calendar.`
    )
  }
  if (month < 1 || month > 12) {
    return fault('date/month', 'ماه باید از ۱ تا ۱۲ باشد.', 'The month must be from 1 to 12.')
  }
  const length = jalaliMonthLength(year, month)
  if (day < 1 || day > length) {
    const { fa, en } = jalaliMonthName(month)
    return fault(
      'date/day',
      `${fa} ${toPersianDigits(year)} از ۱ تا ${toPersianDigits(length)} روز دارد.`,
      `${en} ${String(year)} has days 1 to ${String(length)}.`
    )
  }
  return { ok: true, value: date }
}

/** Whether a year can only be meant in the Gregorian calendar. */
export function isGregorianYear(year: number): boolean {
  return year >= 1700 && year <= 2300
}

/**
 * The refusal of a Gregorian date.
 * @param jalali - The same day in the Persian calendar, `1405/09/01`; `null` where it is not sure.
 */
export function gregorian(jalali: string | null): Checked<JalaliDate> {
  const fa = jalali ? `؛ برابر هجری شمسی آن ${toPersianDigits(jalali)} است` : ''
  const en = jalali ? `; in the Persian calendar it is ${jalali}` : ''
  return fault(
    'date/gregorian',
    `این تاریخ میلادی است${fa}. تاریخ را هجری شمسی بنویسید، مانند ۱۴۰۴/۰۷/۱۹.`,
    `This is a Gregorian date${en}. Write the date in the Persian calendar, such as 1404/07/19.`
  )
}

// @NOTE Intl, not Temporal: forms are checked in browsers that do not have Temporal yet.
const persianParts = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC'
})

function gregorianAsJalali({ year, month, day }: JalaliDate): string | null {
  const longest = [31, isGregorianLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][
    month - 1
  ]
  if (!longest || day < 1 || day > longest) return null
  const parts = persianParts.formatToParts(daysFromEpoch(year, month, day) * 86_400_000)
  const part = (type: string): string =>
    parts.find((p) => p.type === type)?.value.padStart(2, '0') ?? ''
  return `${part('year')}/${part('month')}/${part('day')}`
}

function isGregorianLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** Days from 1970-01-01 in the Gregorian calendar; March-based years keep leap days last. */
function daysFromEpoch(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100)
  return era * 146_097 + yearOfEra * 365 + leapDays + dayOfYear - 719_468
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0')
}
