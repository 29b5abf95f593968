import { type Checked, fault } from './bilingual.ts'
import { toLatinDigits } from './digits.ts'
import {
  type JalaliDate,
  checkJalaliDate,
  gregorian,
  isGregorianYear,
  jalaliMonthName
} from './jalali.ts'

/** Three numbers of a date; which of the outer two is the year is not known yet. */
interface Written {
  readonly first: string
  readonly month: number
  readonly last: string
  /** The month stood as a word: the other two cannot be taken for it. */
  readonly named: boolean
}

/**
 * Reads a Jalali date as people write it, with any digits: «۱۴۰۴/۰۷/۱۹», "1404-7-19", day first where
 * the year has four digits («۱۹/۷/۱۴۰۴»), "14040719", and with the name of the month («۱۹ مهر ۱۴۰۴»,
 * "19 Mehr 1404"). A Gregorian date is refused by its own message, which gives the Jalali one where the
 * date can be read in one way only; a day that the month does not have (31 Mehr, 30 Esfand of a common
 * year) is refused by name. Two-digit years are refused, because their century would be a guess.
 * @returns The date, or a fault with code `date/form`, `date/short-year`, `date/gregorian`,
 * `date/year`, `date/month` or `date/day`.
 */
export function parseJalaliDate(text: string): Checked<JalaliDate> {
  const plain = plainText(text)
  const written = inFigures(plain) ?? inOneNumber(plain) ?? inWords(plain)
  return written === null ? notADate() : inOrder(written)
}

/** The year is the one of four digits, first or last. */
function inOrder({ first, month, last, named }: Written): Checked<JalaliDate> {
  const [before, after] = [first.length, last.length]
  if (before <= 2 && after <= 2) return shortYear()
  if (before === 4 && after <= 2) {
    return checkJalaliDate({ year: Number(first), month, day: Number(last) })
  }
  if (before > 2 || after !== 4) return notADate()
  const date = { year: Number(last), month, day: Number(first) }
  // 5/11/2026 is in November for some and in May for others.
  const isSure = named || date.day > 12 || date.day === month
  return isGregorianYear(date.year) && !isSure ? gregorian(null) : checkJalaliDate(date)
}

const longest = 60

/** ASCII digits, Persian letters, single spaces; without direction marks and joiners. */
function plainText(text: string): string {
  return toLatinDigits(text.slice(0, longest).normalize('NFKC'))
    .replaceAll(/[\u200c-\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
    .replaceAll('\u064a', '\u06cc')
    .replaceAll('\u0643', '\u06a9')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}

function inFigures(plain: string): Written | null {
  const found = /^([0-9]{1,4}) ?([/\-.]) ?([0-9]{1,2}) ?\2 ?([0-9]{1,4})$/.exec(plain)
  if (!found) return null
  const [, first = '', , month, last = ''] = found
  return { first, month: Number(month), last, named: false }
}

function inOneNumber(plain: string): Written | null {
  const [, first = '', month, last = ''] = /^([0-9]{4})([0-9]{2})([0-9]{2})$/.exec(plain) ?? []
  return first === '' ? null : { first, month: Number(month), last, named: false }
}

const months = new Map(
  Array.from({ length: 12 }, (_, i) => jalaliMonthName(i + 1)).flatMap(({ fa, en }, i) => [
    [fa, i + 1],
    [en.toLowerCase(), i + 1]
  ])
)
months.set('امرداد', 5)

function inWords(plain: string): Written | null {
  const found = /^([0-9]{1,4}) ?([\p{L}]+)(?: ?ماه)?[ ,،]*([0-9]{1,4})$/u.exec(plain)
  const [, first = '', name = '', last = ''] = found ?? []
  const month = months.get(name) ?? months.get(name.replace(/ماه$/, ''))
  return month === undefined ? null : { first, month, last, named: true }
}

function notADate(): Checked<JalaliDate> {
  return fault(
    'date/form',
    'تاریخ را به صورت سال/ماه/روز و با سال چهاررقمی بنویسید، مانند ۱۴۰۴/۰۷/۱۹ یا ۱۹ مهر ۱۴۰۴.',
    'Write the date as year/month/day in the Persian calendar, with a four-digit year, such as 1404/07/19 or 19 Mehr 1404.'
  )
}

function shortYear(): Checked<JalaliDate> {
  return fault(
    'date/short-year',
    'سال را با چهار رقم بنویسید، مانند ۱۳۷۰؛ از دو رقم معلوم نمی‌شود کدام سال است.',
    'Write the year with four digits, such as 1370: two digits do not say which year is meant.'
  )
}
