import type { Tx } from '../../platform/index.ts'
import { issueEnrolment } from '../enrolment/index.ts'
import { findOrCreateWalkIn } from '../find-or-create-walk-in.ts'
import { passkeysOf } from '../passkey-store.ts'
import type { Person, PersonInput } from '../person.ts'
import { enrolmentHours } from './staff.ts'

/** Somebody who was named, and the code for a first passkey where they have none. */
export interface NamedPerson {
  readonly person: Person
  readonly code: string | null
}

/**
 * The person whom an administrator or a clerk named after seeing their paper: found by the identifier or
 * written down, with an enrolment code where they cannot sign in by a passkey yet.
 * @throws {InvalidInputError} With every field that is not right.
 * @throws {IdentifiersDisagreeError}
 */
export async function namePerson(
  tx: Tx,
  input: PersonInput,
  given: { readonly by: string; readonly authority: string; readonly at: Temporal.Instant }
): Promise<NamedPerson> {
  const { by, authority, at } = given
  const person = await findOrCreateWalkIn(tx, input, at)
  if (person.kind !== 'person' || (await passkeysOf(tx, person.id)).length > 0) {
    return { person, code: null }
  }
  const expiresAt = at.add({ hours: enrolmentHours })
  const { code } = await issueEnrolment(tx, { person: person.id, by, expiresAt, authority }, at)
  return { person, code }
}
