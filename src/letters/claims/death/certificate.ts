import { refuseHostileText, searchKey } from '../../../kernel/persian/index.ts'
import { type Db, type FieldProblem, InvalidInputError } from '../../../platform/index.ts'
import { type Person, findPerson } from '../../../people/index.ts'
import { deathMessages } from './messages.ts'

const t = deathMessages.entries

/** What stands on a certificate of death, as a counter typed it. */
export interface TypedCertificate {
  readonly name: string
  readonly nationalId: string
  readonly foreignerCode: string
  /** Number of the certificate. */
  readonly number: string
  /** Day of the certificate. */
  readonly day: Temporal.PlainDate | null
}

/** A certificate that can be one, and whose it is. */
export interface Certificate {
  readonly person: Person
  readonly number: string
  readonly day: Temporal.PlainDate
}

const numberLengthMax = 40

/**
 * Holds what was typed against the registry of persons: number and day, and a name that is the one of the
 * identifier, so that one wrong digit declares nobody dead.
 * @throws {InvalidInputError} With every field that is not right.
 */
export async function checkCertificate(
  db: Db,
  typed: TypedCertificate,
  today: Temporal.PlainDate
): Promise<Certificate> {
  const number = typed.number.trim().normalize('NFC')
  const { day } = typed
  const problems: FieldProblem[] = []
  if (typed.name.trim() === '')
    problems.push({ pointer: '/name', code: 'death/name', text: t.nameMissing })
  const isNumber = /\p{N}/u.test(number) && number.length <= numberLengthMax
  if (!isNumber || refuseHostileText(number) !== null)
    problems.push({ pointer: '/number', code: 'death/number', text: t.numberWrong })
  if (day === null || !isNear(day, today))
    problems.push({ pointer: '/day', code: 'death/day', text: t.dayWrong })
  const found = await personOf(db, typed, problems)
  if (problems.length === 0 && !isNamed(found, typed.name))
    problems.push({ pointer: '/name', code: 'death/person', text: t.personUnknown })
  if (problems.length > 0 || found === null || day === null) throw new InvalidInputError(problems)
  return { person: found, number, day }
}

/** Whoever has the identifier; what is wrong with it joins the problems. */
async function personOf(
  db: Db,
  { nationalId, foreignerCode }: TypedCertificate,
  problems: FieldProblem[]
): Promise<Person | null> {
  if (nationalId.trim() === '' && foreignerCode.trim() === '') {
    problems.push({ pointer: '/nationalId', code: 'death/identifier', text: t.identifierMissing })
    return null
  }
  try {
    return await findPerson(db, { nationalId, foreignerCode })
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    problems.push(...error.fields)
    return null
  }
}

/** A certificate of tomorrow is none, nor one of another century. */
function isNear(day: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  const years = day.until(today, { largestUnit: 'years' }).years
  return Temporal.PlainDate.compare(day, today) <= 0 && years < 100
}

/** However it is spaced: the name of the certificate has to be that of the registry. */
function isNamed(found: Person | null, name: string): boolean {
  return found?.kind === 'person' && lettersOf(found.name.fa) === lettersOf(name)
}

function lettersOf(name: string): string {
  return searchKey(name).replaceAll(' ', '')
}
