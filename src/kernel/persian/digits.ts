import type { Lang } from './bilingual.ts'

const persianZero = 0x06f0

/**
 * Turns ASCII and Arabic-Indic digits into Persian ones; all else stays.
 * @param value - A number (integer or short decimal, written as JavaScript does) or any text.
 */
export function toPersianDigits(value: string | number | bigint): string {
  return String(value).replaceAll(/[0-9\u0660-\u0669]/g, (digit) =>
    String.fromCharCode(persianZero + (digit.charCodeAt(0) & 0xf))
  )
}

/** Turns Persian, Arabic-Indic and full-width digits into ASCII ones; all else stays. */
export function toLatinDigits(text: string): string {
  return text.replaceAll(/[\u06f0-\u06f9\u0660-\u0669\uff10-\uff19]/g, (digit) =>
    String(digit.charCodeAt(0) & 0xf)
  )
}

/** The digits of a language, without grouping: codes, years, page numbers. */
export function formatDigits(value: string | number, lang: Lang): string {
  return lang === 'fa' ? toPersianDigits(value) : toLatinDigits(String(value))
}

/**
 * An identifier in ASCII: digits folded, and the spaces, hyphens, points, brackets and direction
 * marks that people type between them gone. What else is there stays, for a check to refuse.
 */
export function digitsOf(text: string): string {
  return toLatinDigits(text.normalize('NFKC')).replaceAll(
    /[\s\-_.()/\u200c-\u200f\u061c\u2010-\u2015]/g,
    ''
  )
}

const grouped = {
  fa: new Intl.NumberFormat('fa-IR-u-nu-arabext', { maximumFractionDigits: 6 }),
  en: new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 })
}

/** A count or measure with the language's digits and thousands mark: «۱۲٬۵۰۰», "12,500". */
export function formatNumber(value: number, lang: Lang): string {
  // ICU puts a left-to-right mark before a minus sign; plain text needs none.
  return grouped[lang].format(value).replaceAll('\u200e', '')
}
