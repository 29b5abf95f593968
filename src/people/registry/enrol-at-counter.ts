import { type Context, InvalidInputError, inTransaction } from '../../platform/index.ts'
import { issueEnrolment } from '../enrolment/index.ts'
import { findOrCreateWalkIn } from '../find-or-create-walk-in.ts'
import { type PersonInput, isIdentified } from '../person.ts'
import type { Session } from '../session.ts'
import { demandMayEnrol } from '../staff/may-enrol.ts'
import type { NamedPerson } from '../staff/name-person.ts'
import { demandClerk } from './demand-clerk.ts'
import { messages } from './messages.ts'
import { recordRegistered } from './record-registered.ts'

/** A code handed over at a counter works until the evening of most days. */
const counterHours = 24

/** A citizen at the counter, whose identity paper the clerk saw. */
export interface EnrolAtCounterInput {
  readonly authority: string
  readonly person: PersonInput
}

/**
 * Gives a citizen at the counter the code for a passkey, their first or one for a lost device. They are
 * found by their paper or written down; who has a role somewhere goes to the administrator there. The
 * person is told of it by every contact, because the code opens their account.
 * @throws {NotAllowedError} Unless the actor is a clerk of the authority.
 * @throws {ProofRequiredError}
 * @throws {InvalidInputError} With every field that is not right; an identifier is needed.
 * @throws {IdentifiersDisagreeError}
 * @throws {EnrolmentOfStaffError}
 */
export async function enrolAtCounter(
  context: Context,
  session: Session,
  { authority, person: input }: EnrolAtCounterInput
): Promise<NamedPerson> {
  demandClerk(context, session, authority)
  demandIdentifier(input)
  const at = context.clock.now()
  const by = session.actor.id
  const named = await inTransaction(context.db, async (tx) => {
    const person = await findOrCreateWalkIn(tx, { ...input, kind: 'person' }, at)
    await demandMayEnrol(tx, session.actor, { person: person.id, at })
    await recordRegistered(tx, person, { authority, by, at })
    const expiresAt = at.add({ hours: counterHours })
    const { code } = await issueEnrolment(tx, { person: person.id, by, expiresAt, authority }, at)
    return { person, code }
  })
  context.nudge()
  return named
}

/** Without an identifier everybody would be somebody new each time. */
function demandIdentifier(input: PersonInput): void {
  if (isIdentified(input)) return
  const text = messages.entries.identifierMissing
  throw new InvalidInputError([{ pointer: '/nationalId', code: 'registry/identifier', text }])
}
