import type { Bilingual, Lang } from './bilingual.ts'
import { formatNumber } from './digits.ts'

/**
 * An amount with toman beside it: «۲۵۰٬۰۰۰ ریال (۲۵٬۰۰۰ تومان)».
 * @param amountRial - Whole rial; the store never holds toman.
 */
export function formatRial(amountRial: number, lang: Lang): string {
  const rial = formatNumber(amountRial, lang)
  const toman = formatNumber(amountRial / 10, lang)
  if (amountRial === 0) return lang === 'fa' ? `${rial} ریال` : `${rial} rial`
  return lang === 'fa' ? `${rial} ریال (${toman} تومان)` : `${rial} rial (${toman} toman)`
}

/** A fee as the agreements want it stated: nothing to pay is «رایگان (۰ ریال)», never a blank. */
export function formatFee(amountRial: number, lang: Lang): string {
  if (amountRial !== 0) return formatRial(amountRial, lang)
  return lang === 'fa' ? `رایگان (${formatRial(0, lang)})` : `Free (${formatRial(0, lang)})`
}

const units: { seconds: number; name: Bilingual }[] = [
  { seconds: 86_400, name: { fa: 'روز', en: 'day' } },
  { seconds: 3600, name: { fa: 'ساعت', en: 'hour' } },
  { seconds: 60, name: { fa: 'دقیقه', en: 'minute' } },
  { seconds: 1, name: { fa: 'ثانیه', en: 'second' } }
]

/**
 * A length of time in plain words, in at most its two largest neighbouring units:
 * «۲ روز و ۳ ساعت», "2 days and 3 hours". The rest is cut, not rounded, so that time left is
 * never promised too long.
 * @param seconds - Elapsed seconds; a day is 24 hours. A negative length says so.
 */
export function formatDuration(seconds: number, lang: Lang): string {
  const whole = Math.trunc(Math.abs(seconds))
  const first = Math.max(
    units.findIndex((unit) => whole >= unit.seconds),
    0
  )
  const at = whole === 0 ? units.length - 1 : first
  let rest = whole
  const parts: string[] = []
  for (const unit of units.slice(at, at + 2)) {
    const count = Math.floor(rest / unit.seconds)
    rest -= count * unit.seconds
    if (count > 0 || whole === 0) parts.push(formatCount(count, unit.name, lang))
  }
  const words = parts.join(lang === 'fa' ? ' و ' : ' and ')
  if (seconds > -1) return words
  return lang === 'fa' ? `منفی ${words}` : `minus ${words}`
}

/** A count and its noun: «۳ روز», "3 days", "1 day". The English noun takes a plain -s. */
export function formatCount(count: number, noun: Bilingual, lang: Lang): string {
  const number = formatNumber(count, lang)
  if (lang === 'fa') return `${number} ${noun.fa}`
  return `${number} ${noun.en}${count === 1 ? '' : 's'}`
}
