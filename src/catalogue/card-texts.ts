import {
  checkIban,
  jalaliText,
  parseJalaliDate,
  refuseHostileText,
  searchKey,
  toLatinDigits
} from '../kernel/persian/index.ts'
import type { Bilingual } from '../platform/index.ts'
import type { CardField, FieldKind } from './card-field.ts'

/** A text read as the value of a field, or why it is none. */
export type ReadText = { ok: true; value: unknown } | { ok: false; code: string; text: Bilingual }

type Reader = (field: CardField, text: string) => ReadText

const taken = (value: unknown): ReadText => ({ ok: true, value })
const refused = (code: string, fa: string, en: string): ReadText => ({
  ok: false,
  code: `card/${code}`,
  text: { fa, en }
})

const lengthMax = 8000

/**
 * Reads what was typed into one field of the card: in the editor, in a cell of a spreadsheet.
 * Digits of any keyboard, choices by code or by name. The text is not blank.
 */
export function readFieldText(field: CardField, typed: string): ReadText {
  if (typed.length > lengthMax) {
    return refused('too-long', 'این متن بیش از اندازه بلند است.', 'This text is far too long.')
  }
  const hostile = refuseHostileText(typed)
  if (hostile) return hostile
  return readers[field.kind](field, typed.replaceAll(/\r\n?/g, '\n').normalize('NFC').trim())
}

const readText: Reader = (field, text) => {
  if (field.path !== 'payment.account') return taken(text)
  const account = checkIban(text)
  return account.ok ? taken(account.value) : account
}

const readInteger: Reader = (_field, text) => {
  const digits = toLatinDigits(text).replaceAll(/[,\u066c\s]/g, '')
  return /^[0-9]{1,13}$/.test(digits)
    ? taken(Number(digits))
    : refused('not-integer', 'یک عدد صحیح بنویسید، مانند ۱۲.', 'Write a whole number, such as 12.')
}

const yes = new Set(['yes', 'true', '1', 'بلی', 'بله', 'دارد', 'است'])
const no = new Set(['no', 'false', '0', 'خیر', 'نه', 'ندارد', 'نیست'])

const readYesNo: Reader = (_field, text) => {
  const word = searchKey(text)
  if (yes.has(word)) return taken(true)
  if (no.has(word)) return taken(false)
  return refused('not-yes-no', 'بلی یا خیر بنویسید.', 'Write yes or no.')
}

function choiceOf(field: CardField, text: string): string | undefined {
  const wanted = searchKey(text)
  return Object.entries(field.options ?? {}).find(([value, name]) =>
    [value, name.fa, name.en].some((known) => searchKey(known) === wanted)
  )?.[0]
}

function notListed(field: CardField, text: string): ReadText {
  const named = Object.entries(field.options ?? {})
  const fa = named.map(([value, name]) => `${value} (${name.fa})`).join('، ')
  const en = named.map(([value]) => value).join(', ')
  const shown = text.slice(0, 60)
  return refused(
    'not-listed',
    `«${shown}» در فهرست نیست؛ یکی از این‌ها را بنویسید: ${fa}.`,
    `"${shown}" is not in the list; write one of: ${en}.`
  )
}

const readChoice: Reader = (field, text) => {
  const value = choiceOf(field, text)
  return value === undefined ? notListed(field, text) : taken(value)
}

const readChoices: Reader = (field, text) => {
  const parts = separated(text)
  const wrong = parts.find((part) => choiceOf(field, part) === undefined)
  if (wrong !== undefined) return notListed(field, wrong)
  const chosen = new Set(parts.map((part) => choiceOf(field, part)))
  return taken(Object.keys(field.options ?? {}).filter((value) => chosen.has(value)))
}

function separated(text: string): string[] {
  return text
    .split(/[,،;؛\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

const readDate: Reader = (_field, text) => {
  const read = parseJalaliDate(text)
  return read.ok ? taken(jalaliText(read.value)) : read
}

const bytesPerMegabyte = 1024 * 1024

const readMegabytes: Reader = (_field, text) => {
  const digits = toLatinDigits(text)
    .replace(/\u066b/, '.')
    .replace(/\s*(mb|مگابایت)$/i, '')
  return /^[0-9]{1,3}(\.[0-9]{1,6})?$/.test(digits)
    ? taken(Math.round(Number(digits) * bytesPerMegabyte))
    : refused(
        'not-megabytes',
        'حجم را به مگابایت بنویسید، مانند ۵.',
        'Write the size in megabytes, such as 5.'
      )
}

const readChoiceLines: Reader = (_field, text) => {
  const lines = text.split(/[\n;؛]/).filter((line) => line.trim() !== '')
  const choices = lines.map((line) => line.split('=').map((part) => part.trim()))
  if (choices.some((parts) => parts.length !== 3 || parts.includes(''))) {
    return refused(
      'choice-lines',
      'هر گزینه را در یک سطر چنین بنویسید: کد = فارسی = انگلیسی',
      'Write each choice on a line of its own: code = Persian = English'
    )
  }
  return taken(choices.map(([value, fa, en]) => ({ value, label: { fa, en } })))
}

/** What a form field may be limited by, with the kind of its value. */
const limitKinds: Readonly<Record<string, 'number' | 'text' | 'flag' | 'bound'>> = {
  lengthMin: 'number',
  lengthMax: 'number',
  choicesMax: 'number',
  min: 'bound',
  max: 'bound',
  script: 'text',
  when: 'text',
  autocomplete: 'text',
  emoji: 'flag',
  clear: 'flag',
  mustAgree: 'flag'
}

const readLimits: Reader = (_field, text) => {
  const limits: Record<string, unknown> = {}
  for (const part of toLatinDigits(text).split(/[\s,،]+/)) {
    const [key = '', value = ''] = part.split('=')
    const limit = readLimit(key, value)
    if (limit === undefined) {
      return refused(
        'limits',
        `«${part.slice(0, 60)}» محدودیت شناخته‌شده‌ای نیست؛ مانند lengthMax=200 بنویسید.`,
        `"${part.slice(0, 60)}" is not a known limit; write it like lengthMax=200.`
      )
    }
    limits[key] = limit
  }
  return taken(limits)
}

function readLimit(key: string, value: string): unknown {
  const kind = Object.hasOwn(limitKinds, key) ? limitKinds[key] : undefined
  if (kind === 'flag' && (value === '' || value === 'yes')) return true
  const isNumber = /^-?[0-9]{1,15}$/.test(value)
  if ((kind === 'number' || kind === 'bound') && isNumber) return Number(value)
  if ((kind === 'text' || kind === 'bound') && value !== '') return value
  return undefined
}

const readers: Record<FieldKind, Reader> = {
  text: readText,
  bilingual: readText,
  paragraphs: readText,
  integer: readInteger,
  'yes-no': readYesNo,
  choice: readChoice,
  choices: readChoices,
  date: readDate,
  words: (_field, text) => taken(separated(text)),
  megabytes: readMegabytes,
  'choice-lines': readChoiceLines,
  limits: readLimits,
  rows: (_field, text) => taken(text)
}

/** The text that {@link readFieldText} reads back as the same value; blank for nothing. */
export function writeFieldText(kind: FieldKind, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (kind === 'megabytes') return String(Number((Number(value) / bytesPerMegabyte).toFixed(6)))
  if (kind === 'yes-no') return value === true ? 'yes' : 'no'
  if (kind === 'choice-lines') return choiceLines(value)
  if (kind === 'limits') return limitsText(value)
  if (Array.isArray(value)) return value.join(kind === 'words' ? '، ' : ', ')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function choiceLines(value: unknown): string {
  const choices = value as readonly { value: string; label: Partial<Bilingual> }[]
  return choices
    .map((one) => `${one.value} = ${one.label.fa ?? ''} = ${one.label.en ?? ''}`)
    .join('\n')
}

function limitsText(row: unknown): string {
  return Object.entries(row as Record<string, unknown>)
    .filter(
      ([key, value]) => Object.hasOwn(limitKinds, key) && value !== undefined && value !== false
    )
    .map(([key, value]) => (value === true ? key : `${key}=${String(value)}`))
    .join(' ')
}
