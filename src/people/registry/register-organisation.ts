import {
  type Context,
  type FieldProblem,
  InvalidInputError,
  type Tx,
  inTransaction,
  newId,
  withScope,
  problem
} from '../../platform/index.ts'
import { tellPerson } from '../contact/index.ts'
import { delegatedActs } from '../delegation/delegation.ts'
import { delegatesOf, recordDelegation } from '../delegation/index.ts'
import { findOrCreateWalkIn } from '../find-or-create-walk-in.ts'
import { type Person, type PersonInput, isIdentified } from '../person.ts'
import type { Session } from '../session.ts'
import { under } from '../staff/under.ts'
import { demandClerk } from './demand-clerk.ts'
import { messages } from './messages.ts'
import { OwnRepresentationError, RepresentedError } from './refusals.ts'
import { recordRegistered } from './record-registered.ts'

/** A business or another public body at the counter, and the person who may speak for it. */
export interface RegisterOrganisationInput {
  readonly authority: string
  readonly kind: 'business' | 'body'
  readonly name: string
  readonly legalId: string
  /** Whose name stands in the papers that the clerk saw. */
  readonly representative: PersonInput
}

/** Who was registered. Neither gets a way in here: the representative has one, or asks for it themselves. */
export interface RegisteredOrganisation {
  readonly organisation: Person
  readonly person: Person
}

/**
 * Registers a business or public body with a representative, by the papers that a clerk saw: it acts only
 * through named people, and this is the first of them. Further ones are named by those who speak for it.
 * @throws {NotAllowedError} Unless the actor is a clerk of the authority.
 * @throws {ProofRequiredError}
 * @throws {InvalidInputError} With every field that is not right.
 * @throws {IdentifiersDisagreeError}
 * @throws {RepresentedError} If somebody speaks for it already.
 * @throws {OwnRepresentationError} If the clerk names themselves.
 */
export function registerOrganisation(
  context: Context,
  session: Session,
  input: RegisterOrganisationInput
): Promise<RegisteredOrganisation> {
  // A counter writes down a business and who acts for it, from their papers.
  return withScope('system', () => registerWithin(context, session, input))
}

async function registerWithin(
  context: Context,
  session: Session,
  input: RegisterOrganisationInput
): Promise<RegisteredOrganisation> {
  const { authority } = input
  demandClerk(context, session, authority)
  const problems = problemsOf(input)
  if (problems.length > 0) throw new InvalidInputError(problems)
  const at = context.clock.now()
  const by = session.actor.id
  const registered = await inTransaction(context.db, async (tx) => {
    const { kind, name, legalId } = input
    const organisation = await findOrCreateWalkIn(tx, { kind, name, legalId }, at)
    await recordRegistered(tx, organisation, { authority, by, at })
    const asked = { ...input.representative, kind: 'person' as const }
    const person = await under('/representative', findOrCreateWalkIn(tx, asked, at))
    if (person.id === by) throw new OwnRepresentationError()
    await recordRegistered(tx, person, { authority, by, at })
    await demandUnrepresented(tx, organisation.id, at)
    await recordDelegation(tx, {
      id: newId(at),
      grantor: organisation.id,
      delegate: person.id,
      kind: 'representative',
      scope: { all: true },
      acts: delegatedActs,
      from: at,
      until: null,
      grantedBy: by,
      via: null
    })
    const { named: text, namedSubject: subject } = messages.entries
    await tellPerson(tx, { person: person.id, subject, text, kind: 'delegation' }, at)
    return { organisation, person }
  })
  context.nudge()
  return registered
}

/**
 * Those who speak for an organisation say who else does, from their own account: the word of one counter is
 * not enough to put somebody beside them.
 * @throws {RepresentedError}
 */
async function demandUnrepresented(tx: Tx, organisation: string, at: Temporal.Instant) {
  if ((await delegatesOf(tx, organisation, at)).length > 0) throw new RepresentedError()
}

function problemsOf({ kind, legalId, representative }: RegisterOrganisationInput): FieldProblem[] {
  const { kindMissing, legalIdMissing, identifierMissing } = messages.entries
  const isKind = kind === 'business' || kind === 'body'
  return [
    ...(isKind ? [] : [problem('/kind', 'registry/kind', kindMissing)]),
    ...(legalId.trim() === '' ? [problem('/legalId', 'registry/legal-id', legalIdMissing)] : []),
    ...(isIdentified(representative)
      ? []
      : [problem('/representative/nationalId', 'registry/identifier', identifierMissing)])
  ]
}
