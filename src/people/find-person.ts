import { type Db, withScope } from '../platform/index.ts'
import { type Person, type PersonInput, checkPerson, identifierKeys } from './person.ts'
import { personById, personsOfIdentifiers } from './person-store.ts'

/** One identifier, as typed at a counter. */
export type TypedIdentifier = Pick<PersonInput, 'nationalId' | 'legalId' | 'foreignerCode'>

/**
 * The person that an identifier belongs to, or `null`. Nothing is written down.
 * @throws {InvalidInputError} If it cannot be an identifier of that kind.
 */
export function findPerson(db: Db, typed: TypedIdentifier): Promise<Person | null> {
  // A counter looks for whoever stands before it, by an identifier that they show.
  return withScope('system', () => personOf(db, typed))
}

async function personOf(db: Db, typed: TypedIdentifier): Promise<Person | null> {
  // Only the identifiers are looked at; a name is needed for the check alone.
  const details = checkPerson({ kind: 'person', name: 'ن', ...typed })
  const [owner] = await personsOfIdentifiers(db, identifierKeys(details))
  return owner === undefined ? null : personById(db, owner)
}
