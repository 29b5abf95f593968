import {
  type Context,
  type FieldProblem,
  InvalidInputError,
  type Tx,
  inTransaction,
  newId
} from '../../platform/index.ts'
import { tellPerson } from '../contact/index.ts'
import type { Authority } from '../authority.ts'
import { giveGrant } from '../give-grant.ts'
import { roleNames } from '../messages.ts'
import type { Person, PersonInput } from '../person.ts'
import type { Role } from '../role.ts'
import type { Session } from '../session.ts'
import { administeredFreshly } from './demand-administrator.ts'
import { messages } from './messages.ts'
import { type NamedPerson, namePerson } from './name-person.ts'
import { OwnRoleError } from './refusals.ts'
import { limitGrant } from './staff-store.ts'
import { problem, rolesOfStaff } from './staff.ts'

/** A role about to be given to somebody, known or new. */
export interface GiveRoleInput {
  readonly authority: string
  readonly person: PersonInput
  readonly role: string
  /** `null`: in all units. */
  readonly unit: string | null
  /** From then on it is gone; `null`: until it is taken back. */
  readonly until: Temporal.Instant | null
}

/**
 * Gives a role in an authority. Somebody who cannot sign in yet gets a code for their first passkey.
 * @returns Whom, and the code, which is shown once.
 * @throws {NotAllowedError} Unless the giver administers the authority.
 * @throws {ProofRequiredError}
 * @throws {InvalidInputError} With every field that is not right.
 * @throws {OwnRoleError}
 */
export async function giveRole(
  context: Context,
  session: Session,
  input: GiveRoleInput
): Promise<NamedPerson> {
  const authority = await administeredFreshly(context, session, input.authority)
  const now = context.clock.now()
  const problems = problemsOf(authority, input, now)
  if (problems.length > 0) throw new InvalidInputError(problems)
  const named = await inTransaction(context.db, async (tx) => {
    const by = session.actor.id
    const found = await namePerson(tx, input.person, {
      by: session.actor,
      authority: authority.id,
      at: now
    })
    if (found.person.id === by) throw new OwnRoleError()
    const grant = { role: input.role as Role, unit: input.unit, post: null }
    await grantTo(tx, found.person, { authority, ...grant, until: input.until, by, at: now })
    return found
  })
  context.nudge()
  return named
}

/** A role for somebody, told to them. @returns Id of the grant. */
export async function grantTo(
  tx: Tx,
  person: Pick<Person, 'id'>,
  given: {
    readonly authority: Authority
    readonly role: Role
    readonly unit: string | null
    readonly post: string | null
    readonly from?: Temporal.Instant
    readonly until: Temporal.Instant | null
    readonly by: string
    readonly at: Temporal.Instant
  }
): Promise<string> {
  const { authority, role, unit, post, until, by, at: now } = given
  const id = newId(now)
  const from = given.from ?? now
  const grant = { id, person: person.id, authority: authority.id, unit, role, post }
  await giveGrant(tx, { ...grant, from, givenBy: by })
  if (until !== null) await limitGrant(tx, { id, person: person.id }, until)
  const { told, toldSubject } = messages.entries
  const text = {
    fa: told.fa(roleNames[role].fa, authority.title.fa),
    en: told.en(roleNames[role].en, authority.title.en)
  }
  await tellPerson(tx, { person: person.id, subject: toldSubject, text, kind: 'role' }, now)
  return id
}

function problemsOf(
  authority: Authority,
  { role, unit, until }: GiveRoleInput,
  now: Temporal.Instant
): FieldProblem[] {
  const { wrongRole, wrongUnit, wrongEnd } = messages.entries
  const isRole = rolesOfStaff.some((each) => each === role)
  const isUnit = unit === null || authority.units.some(({ id }) => id === unit)
  const isEnd = until === null || Temporal.Instant.compare(until, now) > 0
  return [
    ...(isRole ? [] : [problem('/role', 'staff/role', wrongRole)]),
    ...(isUnit ? [] : [problem('/unit', 'staff/unit', wrongUnit)]),
    ...(isEnd ? [] : [problem('/until', 'staff/end-past', wrongEnd)])
  ]
}
