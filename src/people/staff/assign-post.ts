import {
  type Context,
  type FieldProblem,
  InvalidInputError,
  inTransaction,
  newId,
  problem
} from '../../platform/index.ts'
import type { Authority } from '../authority.ts'
import type { PersonInput } from '../person.ts'
import { type Role, rolesOfUnits } from '../role.ts'
import type { Session } from '../session.ts'
import { administeredFreshly } from './demand-administrator.ts'
import { closeHolding } from './end-holding.ts'
import { grantTo } from './give-role.ts'
import { messages } from './messages.ts'
import { type NamedPerson, namePerson } from './name-person.ts'
import { under } from './under.ts'
import { recordHolding } from './record-holding.ts'
import { OwnRoleError, PostHeldError } from './refusals.ts'
import { holdingsAt, insertHolding, lockAuthority } from './staff-store.ts'
import { type StaffHolding, aheadDaysMax, isEarlier, lateDaysMax, rolesOfPosts } from './staff.ts'

/** A post about to be given; days are those of the authority. */
export interface AssignPostInput {
  readonly authority: string
  readonly post: string
  readonly person: PersonInput
  readonly from: Temporal.PlainDate
  /** Last day, included; needed where somebody stands in. */
  readonly to: Temporal.PlainDate | null
  /** In the place of the holder, who holds it again after. */
  readonly standsIn: boolean
  /** The role that comes with it. */
  readonly role: string
}

/**
 * Gives a post to somebody from a day on, with its role. Whoever held it without an end holds it until the
 * day before; days that have passed stay with whoever held it then, because their decisions stand on it.
 * @throws {NotAllowedError} Unless the giver administers the authority.
 * @throws {ProofRequiredError}
 * @throws {InvalidInputError} With every field that is not right.
 * @throws {PostHeldError} If somebody else holds it on days that cannot be given.
 * @throws {OwnRoleError}
 */
export async function assignPost(
  context: Context,
  session: Session,
  input: AssignPostInput
): Promise<NamedPerson> {
  const authority = await administeredFreshly(context, session, input.authority)
  const now = context.clock.now()
  const today = now.toZonedDateTimeISO(authority.timeZone).toPlainDate()
  const problems = problemsOf(authority, input, today)
  if (problems.length > 0) throw new InvalidInputError(problems)
  const by = session.actor.id
  const named = await inTransaction(context.db, async (tx) => {
    await lockAuthority(tx, authority.id)
    const given = { by: session.actor, authority: authority.id, at: now }
    const found = await under('/person', namePerson(tx, input.person, given))
    if (found.person.id === by) throw new OwnRoleError()
    const others = await holdingsAt(tx, authority.id)
    for (const ending of endings(others, input, today)) {
      const to = input.from.subtract({ days: 1 })
      await closeHolding(tx, { authority, holding: ending, to }, { by, at: now })
    }
    await give(tx, { authority, input, person: found.person }, { by, at: now })
    return found
  })
  context.nudge()
  return named
}

async function give(
  tx: Parameters<typeof insertHolding>[0],
  what: { authority: Authority; input: AssignPostInput; person: NamedPerson['person'] },
  { by, at: now }: { by: string; at: Temporal.Instant }
): Promise<void> {
  const { authority, input, person } = what
  const { post, from, to, standsIn } = input
  const role = input.role as Role
  const unit = authority.posts.find(({ id }) => id === post)?.unit ?? null
  const begins = from.toZonedDateTime(authority.timeZone).toInstant()
  const grant = await grantTo(tx, person, {
    authority,
    role,
    // The head of a unit may hold a role for the whole body, such as its IT manager.
    unit: rolesOfUnits.includes(role) ? unit : null,
    post,
    from: Temporal.Instant.compare(begins, now) > 0 ? begins : now,
    until: to?.add({ days: 1 }).toZonedDateTime(authority.timeZone).toInstant() ?? null,
    by,
    at: now
  })
  const holding = { id: newId(now), post, person: person.id, name: person.name, from, to, standsIn }
  await insertHolding(tx, authority.id, { ...holding, grant, givenBy: by })
  await recordHolding(tx, { authority: authority.id, ...holding }, { by, at: now })
}

/**
 * Holdings that end for this one.
 * @throws {PostHeldError} If one of them would lose days that passed, or has an end of its own later.
 */
function endings(
  all: readonly StaffHolding[],
  { post, from, to, standsIn }: AssignPostInput,
  today: Temporal.PlainDate
): StaffHolding[] {
  const meets = (each: StaffHolding) =>
    each.post === post &&
    each.standsIn === standsIn &&
    (each.to === null || !isEarlier(each.to, from)) &&
    (to === null || !isEarlier(to, each.from))
  const met = all.filter(meets)
  const canEnd = (each: StaffHolding) => each.to === null && isEarlier(each.from, from)
  const isAhead = !isEarlier(from, today)
  if (met.some((each) => !canEnd(each)) || (met.length > 0 && !isAhead)) throw new PostHeldError()
  return met
}

function problemsOf(
  authority: Authority,
  input: AssignPostInput,
  today: Temporal.PlainDate
): FieldProblem[] {
  const { wrongPost, wrongRole, tooLate, tooFar, endsBefore, standInEnd } = messages.entries
  const { from, to, standsIn } = input
  const isPost = authority.posts.some(({ id }) => id === input.post)
  const isRole = rolesOfPosts.some((each) => each === input.role)
  const isLate = isEarlier(from, today.subtract({ days: lateDaysMax }))
  const isFar = isEarlier(today.add({ days: aheadDaysMax }), from)
  const isBackwards = to !== null && isEarlier(to, from)
  return [
    ...(isPost ? [] : [problem('/post', 'staff/post', wrongPost)]),
    ...(isRole ? [] : [problem('/role', 'staff/role', wrongRole)]),
    ...(isLate ? [problem('/from', 'staff/too-late', tooLate)] : []),
    ...(isFar ? [problem('/from', 'staff/too-far', tooFar)] : []),
    ...(isBackwards ? [problem('/to', 'staff/ends-before', endsBefore)] : []),
    ...(standsIn && to === null ? [problem('/to', 'staff/stand-in-end', standInEnd)] : [])
  ]
}
