import { type Tx, withScope } from '../../platform/index.ts'
import { issueEnrolment } from '../enrolment/index.ts'
import { findOrCreateWalkIn } from '../find-or-create-walk-in.ts'
import { passkeysOf } from '../passkey-store.ts'
import type { Person, PersonInput } from '../person.ts'
import type { Actor } from '../role.ts'
import { mayEnrol } from './may-enrol.ts'
import { enrolmentHours } from './staff.ts'

/** Somebody who was named, and the code for a first passkey where they have none. */
export interface NamedPerson {
  readonly person: Person
  readonly code: string | null
}

/**
 * The person whom an administrator or a clerk named after seeing their paper: found by the identifier or
 * written down, with an enrolment code where they cannot sign in by a passkey yet and the giver may
 * give it: whoever has a role elsewhere gets their code there.
 * @throws {InvalidInputError} With every field that is not right.
 * @throws {IdentifiersDisagreeError}
 */
export function namePerson(
  tx: Tx,
  input: PersonInput,
  given: { readonly by: Actor; readonly authority: string; readonly at: Temporal.Instant }
): Promise<NamedPerson> {
  // Whether somebody has a key of their own is looked up, and told by the code alone.
  return withScope('system', () => nameWithin(tx, input, given))
}

async function nameWithin(
  tx: Tx,
  input: PersonInput,
  given: { readonly by: Actor; readonly authority: string; readonly at: Temporal.Instant }
): Promise<NamedPerson> {
  const { by, authority, at } = given
  const person = await findOrCreateWalkIn(tx, input, at)
  const isWithoutKey = (await passkeysOf(tx, person.id)).length === 0
  if (!isWithoutKey || !(await mayEnrol(tx, by, { person: person.id, at }))) {
    return { person, code: null }
  }
  const expiresAt = at.add({ hours: enrolmentHours })
  const { code } = await issueEnrolment(
    tx,
    { person: person.id, by: by.id, expiresAt, authority },
    at
  )
  return { person, code }
}
