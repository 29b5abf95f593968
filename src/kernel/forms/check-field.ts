import { fault, type Checked } from '../persian/bilingual.ts'
import { toLatinDigits, toPersianDigits } from '../persian/digits.ts'
import { refuseHostileText } from '../persian/hostile-text.ts'
import {
  checkIban,
  checkLegalId,
  checkNationalId,
  checkPostalCode,
  normaliseMobile
} from '../persian/identifiers.ts'
import { jalaliText } from '../persian/jalali.ts'
import { parseJalaliDate } from '../persian/parse-jalali-date.ts'
import type { FormOptions, FormValues } from './answers.ts'
import { checkChoice, checkChoices, checkYesNo } from './check-choice.ts'
import { checkNumber } from './check-number.ts'
import { checkText } from './check-text.ts'
import type { FormField } from './definition.ts'

type DateField = Extract<FormField, { type: 'jalali-date' }>

const byText = {
  'national-id': checkNationalId,
  'legal-id': checkLegalId,
  mobile: normaliseMobile,
  'postal-code': checkPostalCode,
  iban: checkIban,
  'e-mail': checkEmail
}
/** Longer than any of the short answers; keeps costly checks away from a flood. */
const shortMax = 300

/**
 * One answer in its canonical form.
 * @param typed - As an HTML form or JSON sends it; `null` where nothing was answered.
 * @returns `value` absent where the field is optional and was left empty.
 */
export function checkField(
  field: FormField,
  typed: unknown,
  options: FormOptions = {}
): Checked<FormValues[string] | undefined> {
  if (isEmpty(typed)) return checkEmpty(field)
  if (field.type === 'choices') {
    const list = Array.isArray(typed) ? typed : [typed]
    return list.every((item) => typeof item === 'string') ? checkChoices(field, list) : wrongShape()
  }
  if (field.type === 'yes-no' && typeof typed === 'boolean') return checkYesNo(field, typed)
  if ((field.type === 'integer' || field.type === 'money') && typeof typed === 'number') {
    return checkNumber(field, typed)
  }
  return typeof typed === 'string' ? checkTyped(field, typed, options) : wrongShape()
}

function checkTyped(
  field: Exclude<FormField, { type: 'choices' }>,
  typed: string,
  options: FormOptions
): Checked<FormValues[string]> {
  if (field.type === 'text' || field.type === 'paragraph') return checkText(field, typed)
  const hostile = typed.length > shortMax ? tooLong() : refuseHostileText(typed)
  if (hostile) return hostile
  if (field.type === 'integer' || field.type === 'money') return checkNumber(field, typed)
  if (field.type === 'jalali-date') return checkDate(field, typed, options)
  if (field.type === 'choice') return checkChoice(field, typed)
  if (field.type === 'yes-no') return checkYesNo(field, typed)
  return byText[field.type](typed)
}

function isEmpty(typed: unknown): boolean {
  if (typed === undefined || typed === null) return true
  if (Array.isArray(typed)) return typed.every((item) => item === '')
  return typeof typed === 'string' && typed.trim() === ''
}

function checkEmpty(field: FormField): Checked<undefined> {
  if (field.type === 'yes-no' && field.mustAgree === true) {
    const { code, text } = fault(
      'form/not-agreed',
      'برای ادامه باید این بند را بپذیرید.',
      'You have to agree to this to go on.'
    )
    return { ok: false, code, text }
  }
  if (!field.required) return { ok: true, value: undefined }
  const picked = field.type === 'choice' || field.type === 'choices' || field.type === 'yes-no'
  return picked
    ? fault('form/missing', 'یک گزینه را برگزینید.', 'Choose one.')
    : fault('form/missing', 'این بخش را پر کنید.', 'Fill this in.')
}

function checkDate(field: DateField, typed: string, options: FormOptions): Checked {
  const read = parseJalaliDate(typed)
  if (!read.ok) return read
  const value = jalaliText(read.value)
  const today = options.today
  const earliest = latestOf(field.min, field.when === 'future' ? today : undefined)
  const last = earliestOf(field.max, field.when === 'past' ? today : undefined)
  if (earliest !== undefined && value < earliest) {
    return fault(
      'form/date-too-early',
      `این تاریخ باید ${slashed(earliest, 'fa')} یا پس از آن باشد.`,
      `This date must be ${slashed(earliest, 'en')} or later.`
    )
  }
  if (last !== undefined && value > last) {
    return fault(
      'form/date-too-late',
      `این تاریخ باید ${slashed(last, 'fa')} یا پیش از آن باشد.`,
      `This date must be ${slashed(last, 'en')} or earlier.`
    )
  }
  return { ok: true, value }
}

function latestOf(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a > b ? a : b
}

function earliestOf(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a < b ? a : b
}

function slashed(date: string, lang: 'fa' | 'en'): string {
  const text = date.replaceAll('-', '/')
  return lang === 'fa' ? toPersianDigits(text) : text
}

function checkEmail(typed: string): Checked {
  const value = toLatinDigits(typed.trim())
  const [local = '', host = ''] = value.split('@')
  const fine = /^[^\s@]{1,64}@(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z]{2,63}$/
  if (fine.test(value) && !/\.\.|^\.|\.$|["<>(),;:\\]/.test(local) && host.length <= 253) {
    return { ok: true, value: `${local}@${host.toLowerCase()}` }
  }
  return fault(
    'form/e-mail',
    'نشانی رایانامه درست نیست؛ نمونه درست: name@example.ir',
    'This e-mail address is not right; a right one looks like name@example.ir'
  )
}

function tooLong(): Checked<never> {
  return fault('form/too-long', 'این پاسخ بسیار بلند است.', 'This answer is far too long.')
}

function wrongShape(): Checked<never> {
  return fault(
    'form/wrong-shape',
    'نوع این پاسخ درست نیست؛ یک متن ساده بفرستید.',
    'This answer is of another kind; send a plain text.'
  )
}
