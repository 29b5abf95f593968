import { createHash } from 'node:crypto'
import {
  type Checked,
  checkLegalId,
  checkNationalId,
  normaliseMobile,
  refuseHostileText,
  toLatinDigits
} from '../kernel/persian/index.ts'
import { type Bilingual, type FieldProblem, InvalidInputError } from '../platform/index.ts'
import { refuseDisguisedName } from './keys/plain-name.ts'

/** A natural person, a business, or another public body that applies. */
export type PersonKind = 'person' | 'business' | 'body'

/** Somebody who can apply; identifiers are in their one canonical form, ASCII digits. */
export interface Person {
  readonly id: string
  readonly kind: PersonKind
  /** In English the Persian name stands where no other is known. */
  readonly name: Bilingual
  /** National id (کد ملی), ten digits. */
  readonly nationalId: string | null
  /** National id of a legal person (شناسه ملی), eleven digits. */
  readonly legalId: string | null
  /** Code of a foreign national (کد فراگیر), 8 to 16 digits; it has no public check digit. */
  readonly foreignerCode: string | null
  /** `+989…`. */
  readonly mobile: string | null
  readonly email: string | null
  readonly createdAt: Temporal.Instant
}

/** A person as typed at a counter. */
export interface PersonInput {
  readonly kind: PersonKind
  readonly name: string
  readonly nationalId?: string | null | undefined
  readonly legalId?: string | null | undefined
  readonly foreignerCode?: string | null | undefined
  readonly mobile?: string | null | undefined
  readonly email?: string | null | undefined
}

/** Everything about a person that is not given by the program. */
export type PersonDetails = Omit<Person, 'id' | 'createdAt'>

const nameLengthMax = 120
const emailLengthMax = 254

/**
 * The canonical form of what was typed about a person.
 * @throws {InvalidInputError} With every field that is not right.
 */
export function checkPerson(input: PersonInput): PersonDetails {
  const problems: FieldProblem[] = []
  const take = (pointer: string, value: string | null | undefined, check: Check) => {
    const text = value?.trim() ?? ''
    if (text === '') return null
    const checked = check(text)
    if (checked.ok) return checked.value
    problems.push({ pointer, code: checked.code, text: checked.text })
    return null
  }
  const name = take('/name', input.name, checkName)
  if (input.name.trim() === '') problems.push({ pointer: '/name', ...nameMissing })
  const details = {
    kind: input.kind,
    name: { fa: name ?? '', en: name ?? '' },
    nationalId: take('/nationalId', input.nationalId, checkNationalId),
    legalId: take('/legalId', input.legalId, checkLegalId),
    foreignerCode: take('/foreignerCode', input.foreignerCode, checkForeignerCode),
    mobile: take('/mobile', input.mobile, normaliseMobile),
    email: take('/email', input.email, checkEmail)
  }
  if (problems.length > 0) throw new InvalidInputError(problems)
  return details
}

type Check = (text: string) => Checked

const nameMissing = {
  code: 'name/missing',
  text: { fa: 'نام را بنویسید.', en: 'Write the name.' }
}

function checkName(text: string): Checked {
  const hostile = refuseHostileText(text)
  if (hostile !== null) return hostile
  const value = text.normalize('NFC').replaceAll(/\s+/g, ' ')
  const disguised = refuseDisguisedName(value, Infinity)
  if (disguised !== null) return disguised
  if (value.length <= nameLengthMax && /\p{L}/u.test(value)) return { ok: true, value }
  return {
    ok: false,
    code: 'name/form',
    text: {
      fa: 'نام باید از حرف ساخته شده باشد و از ۱۲۰ نویسه بلندتر نباشد.',
      en: 'A name is made of letters and is at most 120 characters.'
    }
  }
}

/** Foreigners' codes vary in length and have no public check digit: only digits are asked for. */
function checkForeignerCode(text: string): Checked {
  const value = toLatinDigits(text.normalize('NFKC')).replaceAll(/[\s\-_./]/g, '')
  if (/^[0-9]{8,16}$/.test(value)) return { ok: true, value }
  return {
    ok: false,
    code: 'foreigner-code/form',
    text: {
      fa: 'کد فراگیر ۸ تا ۱۶ رقم است و تنها از رقم ساخته می‌شود.',
      en: 'The code of a foreign national is 8 to 16 digits and nothing else.'
    }
  }
}

function checkEmail(text: string): Checked {
  const value = text.normalize('NFKC')
  if (
    value.length <= emailLengthMax &&
    /^[^\s@<>,;"]+@[^\s@<>,;".]+(\.[^\s@<>,;".]+)+$/.test(value)
  )
    return { ok: true, value }
  return {
    ok: false,
    code: 'e-mail/form',
    text: {
      fa: 'نشانی رایانامه درست نیست؛ مانند name@example.ir بنویسید.',
      en: 'The e-mail address is not right; write it like name@example.ir.'
    }
  }
}

/** Whether somebody typed what tells one natural person from another; if it is right is for the check. */
export function isIdentified({
  nationalId,
  foreignerCode
}: Pick<PersonInput, 'nationalId' | 'foreignerCode'>): boolean {
  return [nationalId, foreignerCode].some((typed) => (typed ?? '').trim() !== '')
}

/** Keys of the identifiers in their directory: the hash of the kind and the value, as hex. */
export function identifierKeys(person: PersonDetails): string[] {
  return Object.entries({
    'national-id': person.nationalId,
    'legal-id': person.legalId,
    'foreigner-code': person.foreignerCode
  }).flatMap(([kind, value]) =>
    value === null ? [] : [createHash('sha256').update(`${kind}:${value}`).digest('hex')]
  )
}
