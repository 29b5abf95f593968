import { fault, type Checked } from '../persian/bilingual.ts'
import { formatNumber, toLatinDigits } from '../persian/digits.ts'
import type { FormField } from './definition.ts'

type NumberField = Extract<FormField, { type: 'integer' | 'money' }>

/** Fifteen digits: every such integer is exact in a double, in JSON and in the database. */
const plainInteger = /^-?[0-9]{1,15}$/
const grouped = /^-?[0-9]{1,3}(?:[,\u066c\u060c][0-9]{3})+$/

/** An `integer` or `money` answer, in any digits, with or without thousands marks. */
export function checkNumber(field: NumberField, typed: string | number): Checked<number> {
  const text = toLatinDigits(String(typed).normalize('NFKC'))
    .replaceAll(/[\s\u200e\u200f\u061c]/g, '')
    .replace(/^\u2212/, '-')
    .replace(/(?:ریال|rial)$/i, '')
  const digits = grouped.test(text) ? text.replaceAll(/[,\u066c\u060c]/g, '') : text
  if (!plainInteger.test(digits)) return notNumber(field)
  // A lone minus zero would not come back from JSON as it went.
  const value = Number(digits) + 0
  return outOfRange(field, value) ?? { ok: true, value }
}

function notNumber(field: NumberField): Checked<number> {
  if (field.type === 'money') {
    return fault(
      'form/not-money',
      'مبلغ را به ریال و تنها با رقم بنویسید، مانند ۱٬۵۰۰٬۰۰۰.',
      'Write the amount in rial, in digits only, such as 1,500,000.'
    )
  }
  return fault(
    'form/not-integer',
    'یک عدد صحیح بنویسید، مانند ۱۲.',
    'Write a whole number, such as 12.'
  )
}

function outOfRange(field: NumberField, value: number): Checked<number> | null {
  const min = field.min ?? (field.type === 'money' ? 0 : -999_999_999_999_999)
  const max = field.max ?? 999_999_999_999_999
  if (value < min) {
    return fault(
      'form/too-small',
      `این عدد باید دست‌کم ${formatNumber(min, 'fa')} باشد.`,
      `This number must be at least ${formatNumber(min, 'en')}.`
    )
  }
  if (value > max) {
    return fault(
      'form/too-large',
      `این عدد باید حداکثر ${formatNumber(max, 'fa')} باشد.`,
      `This number must be at most ${formatNumber(max, 'en')}.`
    )
  }
  return null
}
