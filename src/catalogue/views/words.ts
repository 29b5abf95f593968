import {
  formatJalaliDate,
  formatNumber,
  jalaliToPlainDate,
  parseJalaliDate,
  toPersianDigits
} from '../../kernel/persian/index.ts'
import { code, type Content, html } from '../../platform/html/index.ts'
import type { Lang } from '../../platform/index.ts'
import type { Options } from '../card-options.ts'
import { messages } from '../messages.ts'

/** The names of chosen values, with the list marks of the language. */
export function namesOf(options: Options, values: readonly string[], lang: Lang): string {
  return values.map((value) => options[value]?.[lang] ?? value).join(lang === 'fa' ? '، ' : ', ')
}

/** A Jalali date of a card, `1404-07-19`, in words. */
export function dateInWords(text: string, lang: Lang): string {
  const read = parseJalaliDate(text)
  return read.ok ? formatJalaliDate(jalaliToPlainDate(read.value), lang) : text
}

/** Bytes as megabytes, with the digits of the language. */
export function megabytes(bytes: number, lang: Lang): string {
  return formatNumber(Math.round((bytes / (1024 * 1024)) * 100) / 100, lang)
}

/** A telephone number that can be dialled by a touch. */
export function phoneLink(phone: string, lang: Lang): Content {
  const shown = lang === 'fa' ? toPersianDigits(phone) : phone
  return html`<a class="link" href="tel:${phone.replaceAll(/[^0-9+]/g, '')}"
    ><bdi dir="ltr">${shown}</bdi></a
  >`
}

/** Visits in words: none, or at most so many. */
export function visitsText(visitsMax: number, lang: Lang): string {
  const t = messages.in(lang)
  return visitsMax === 0 ? t.visitsNone : t.visitsMost(formatNumber(visitsMax, lang))
}

/** A code of a service or of an item. */
export function codeText(text: string): Content {
  return code(text)
}
