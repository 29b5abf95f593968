import { Refusal, type Tx, newId, withScope } from '../platform/index.ts'
import { type Person, type PersonInput, checkPerson, identifierKeys } from './person.ts'
import {
  giveBackIdentifiers,
  insertPerson,
  personById,
  personsOfIdentifiers,
  takeIdentifiers
} from './person-store.ts'

/** Two identifiers were given, and they belong to two different persons. */
export class IdentifiersDisagreeError extends Refusal {
  readonly code = 'people/identifiers-disagree'
  override readonly status = 422
  constructor() {
    super({
      fa: 'شناسه‌هایی که وارد کرده‌اید از آنِ یک نفر نیستند؛ آن‌ها را با مدرک بسنجید.',
      en: 'The identifiers entered do not belong to one person; compare them with the documents.'
    })
  }
}

/**
 * The person at the counter: found by any identifier that was given, else written down anew. What is
 * known already is never changed by what was typed here, because nothing of it was proven. Without an
 * identifier (nobody is forced to have one) each call makes a new person.
 * @param at - When the person came; the time part of a new id.
 * @throws {InvalidInputError} With every field that is not right.
 * @throws {IdentifiersDisagreeError}
 */
export function findOrCreateWalkIn(
  tx: Tx,
  input: PersonInput,
  at: Temporal.Instant
): Promise<Person> {
  // A counter must find whoever comes, of whom it has no row to see yet.
  return withScope('system', () => walkIn(tx, input, at))
}

async function walkIn(tx: Tx, input: PersonInput, at: Temporal.Instant): Promise<Person> {
  const details = checkPerson(input)
  const keys = identifierKeys(details)
  const known = await ownerOf(tx, keys)
  if (known !== null) return known
  const person = { id: newId(at), ...details, createdAt: at }
  if ((await takeIdentifiers(tx, person.id, keys)) < keys.length) {
    // Somebody else registered the same person between the two statements, and has committed.
    await giveBackIdentifiers(tx, person.id, keys)
    const other = await ownerOf(tx, keys)
    if (other !== null) return other
    throw new Error('identifiers are taken, and by nobody')
  }
  await insertPerson(tx, person)
  return person
}

async function ownerOf(tx: Tx, keys: readonly string[]): Promise<Person | null> {
  const [owner, another] = await personsOfIdentifiers(tx, keys)
  if (another !== undefined) throw new IdentifiersDisagreeError()
  return owner === undefined ? null : personById(tx, owner)
}
