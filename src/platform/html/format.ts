import type { Lang } from '../text.ts'

const locales = { fa: 'fa-IR', en: 'en-GB' } as const
const formats = new Map<string, Intl.NumberFormat>()

/** A number with the digits and separators of the language; at most two decimals unless told. */
export function formatNumber(
  lang: Lang,
  value: number | bigint,
  options: Intl.NumberFormatOptions = {}
): string {
  const key = `${lang} ${JSON.stringify(options)}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locales[lang], { maximumFractionDigits: 2, ...options })
    formats.set(key, format)
  }
  return format.format(value)
}

/** A share from 0 to 1 as a percentage with at most two decimals: `۹۹٫۵٪`, `99.5%`. */
export function formatPercent(lang: Lang, share: number): string {
  return formatNumber(lang, share, { style: 'percent' })
}

/** The digits of a text in the digits of the language; nothing else of it changes. */
export function inDigits(lang: Lang, text: string): string {
  return lang === 'fa'
    ? text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0x06c0))
    : text
}
