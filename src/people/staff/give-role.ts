import {
  type Context,
  type FieldProblem,
  InvalidInputError,
  type Tx,
  inTransaction,
  newId,
  problem
} from '../../platform/index.ts'
import { tellPerson } from '../contact/index.ts'
import type { Authority } from '../authority.ts'
import { giveGrant } from '../give-grant.ts'
import { roleNames } from '../messages.ts'
import type { Person, PersonInput } from '../person.ts'
import { type Role, rolesOfUnits } from '../role.ts'
import type { Session } from '../session.ts'
import { administeredFreshly } from './demand-administrator.ts'
import { messages } from './messages.ts'
import { type NamedPerson, namePerson } from './name-person.ts'
import { under } from './under.ts'
import { OwnRoleError, RoleHeldError } from './refusals.ts'
import { grantsAt, limitGrant } from './staff-store.ts'
import { rolesOfStaff } from './staff.ts'

const yearsMax = 10

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
 * @throws {RoleHeldError}
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
    const given = { by: session.actor, authority: authority.id, at: now }
    const found = await under('/person', namePerson(tx, input.person, given))
    if (found.person.id === by) throw new OwnRoleError()
    const grant = { role: input.role as Role, unit: input.unit, post: null }
    await demandNotHeld(tx, { ...grant, authority: authority.id, person: found.person.id }, now)
    await grantTo(tx, found.person, { authority, ...grant, until: input.until, by, at: now })
    return found
  })
  context.nudge()
  return named
}

/** The same role twice would be left once when it is taken back. */
async function demandNotHeld(
  tx: Tx,
  asked: { authority: string; person: string; role: Role; unit: string | null },
  now: Temporal.Instant
): Promise<void> {
  const held = (await grantsAt(tx, asked.authority, now)).some(
    ({ person, role, unit, post }) =>
      person === asked.person && role === asked.role && unit === asked.unit && post === null
  )
  if (held) throw new RoleHeldError()
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
  const { wrongRole, wrongUnit, wholeOnly, wrongEnd, endTooFar } = messages.entries
  const isRole = rolesOfStaff.some((each) => each === role)
  const isUnit = unit === null || authority.units.some(({ id }) => id === unit)
  const isWhole = unit !== null && isRole && rolesOfUnits.every((each) => each !== role)
  const isEnd = until === null || Temporal.Instant.compare(until, now) > 0
  const isFar = until !== null && until.since(now).total('hours') > 24 * 366 * yearsMax
  return [
    ...(isRole ? [] : [problem('/role', 'staff/role', wrongRole)]),
    ...(isUnit ? [] : [problem('/unit', 'staff/unit', wrongUnit)]),
    ...(isWhole ? [problem('/unit', 'staff/whole-only', wholeOnly)] : []),
    ...(isEnd ? [] : [problem('/until', 'staff/end-past', wrongEnd)]),
    ...(isFar ? [problem('/until', 'staff/end-far', endTooFar)] : [])
  ]
}
