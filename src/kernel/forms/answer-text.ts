import {
  formatDigits,
  formatNumber,
  formatRial,
  jalaliMonthName,
  parseJalaliDate,
  toPersianDigits
} from '../persian/index.ts'
import type { FormField } from './definition.ts'
import type { FormValues } from './answers.ts'

type Lang = 'fa' | 'en'

const yes = { fa: 'بله', en: 'Yes' }
const no = { fa: 'خیر', en: 'No' }

/** A canonical answer in words: choices by their labels, dates, money and digits as the reader has them. */
export function answerText(field: FormField, value: FormValues[string], lang: Lang): string {
  if (typeof value === 'boolean') return (value ? yes : no)[lang]
  if (Array.isArray(value)) {
    return value.map((each) => labelOf(field, each, lang)).join(lang === 'fa' ? '، ' : ', ')
  }
  if (typeof value === 'number') {
    return field.type === 'money' ? formatRial(value, lang) : formatNumber(value, lang)
  }
  if (field.type === 'choice') return labelOf(field, value, lang)
  if (field.type === 'jalali-date') return dateText(value, lang)
  const isDigits = ['national-id', 'legal-id', 'mobile', 'postal-code'].includes(field.type)
  return isDigits ? formatDigits(value.replace(/^\+98/, '0'), lang) : value
}

function labelOf(field: FormField, value: string, lang: Lang): string {
  if (field.type !== 'choice' && field.type !== 'choices') return value
  return field.choices.find((choice) => choice.value === value)?.label[lang] ?? value
}

function dateText(value: string, lang: Lang): string {
  // Browsers of offices have no Temporal: day, name of the month and year are all of the same calendar.
  const read = parseJalaliDate(value)
  if (!read.ok) return value
  const { year, month, day } = read.value
  const text = `${String(day)} ${jalaliMonthName(month)[lang]} ${String(year)}`
  return lang === 'fa' ? toPersianDigits(text) : text
}
