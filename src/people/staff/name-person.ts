import { InvalidInputError, type Tx, withScope } from '../../platform/index.ts'
import { ownerOfAddress } from '../contact/contact-store.ts'
import { endEnrolmentsOf } from '../enrolment/enrolment-store.ts'
import { issueEnrolment } from '../enrolment/index.ts'
import { findOrCreateWalkIn } from '../find-or-create-walk-in.ts'
import { findPerson } from '../find-person.ts'
import { carriesRoles } from '../passkey.ts'
import { passkeysOf } from '../passkey-store.ts'
import { type Person, type PersonInput, checkPerson, isIdentified } from '../person.ts'
import type { Actor } from '../role.ts'
import { mayEnrol } from './may-enrol.ts'
import { messages } from './messages.ts'
import { enrolmentHours } from './staff.ts'

/** Somebody who was named, and the code for a first passkey where they have none. */
export interface NamedPerson {
  readonly person: Person
  readonly code: string | null
}

/**
 * The person whom an administrator or a clerk named after seeing their paper: found by the identifier or
 * written down, with an enrolment code where no passkey of theirs lets them work yet and the giver may
 * give it: whoever has a role elsewhere gets their code there. Codes from before end.
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
  demandIdentifier(input)
  await demandOwnAddresses(tx, input)
  const person = await findOrCreateWalkIn(tx, input, at)
  // A code from before these roles would be a way to them for whoever holds it.
  await endEnrolmentsOf(tx, person.id, at)
  const canWork = (await passkeysOf(tx, person.id)).some(({ addedBy }) => carriesRoles(addedBy))
  if (canWork || !(await mayEnrol(tx, by, { person: person.id, at }))) return { person, code: null }
  const expiresAt = at.add({ hours: enrolmentHours })
  const asked = { person: person.id, by: by.id, expiresAt, authority, forStaff: true }
  const { code } = await issueEnrolment(tx, asked, at)
  return { person, code }
}

/** Without an identifier somebody invented would be a second person where two are asked for. */
function demandIdentifier(input: PersonInput): void {
  if (isIdentified(input)) return
  const text = messages.entries.identifierMissing
  throw new InvalidInputError([{ pointer: '/nationalId', code: 'staff/identifier', text }])
}

/** An address that somebody else proved is theirs. */
async function demandOwnAddresses(tx: Tx, input: PersonInput): Promise<void> {
  const known = await findPerson(tx, input)
  const { mobile, email } = checkPerson(input)
  const typed = [
    { pointer: '/mobile', channel: 'sms' as const, address: mobile },
    { pointer: '/email', channel: 'e-mail' as const, address: email }
  ]
  for (const { pointer, channel, address } of typed) {
    const owner = address === null ? null : await ownerOfAddress(tx, { channel, address })
    if (owner === null || owner === known?.id) continue
    const text = messages.entries.addressTaken
    throw new InvalidInputError([{ pointer, code: 'staff/address-taken', text }])
  }
}
