import {
  type Context,
  InvalidInputError,
  type Tx,
  inTransaction,
  problem
} from '../../platform/index.ts'
import type { Authority } from '../authority.ts'
import type { Session } from '../session.ts'
import { administeredFreshly } from './demand-administrator.ts'
import { messages } from './messages.ts'
import { recordHolding } from './record-holding.ts'
import { StaffEntryNotFoundError } from './refusals.ts'
import { endHoldingOn, grantsAt, holdingsAt, limitGrant, lockAuthority } from './staff-store.ts'
import { type StaffHolding, isEarlier } from './staff.ts'

/** Which holding, and its last day. */
export interface EndHoldingInput {
  readonly authority: string
  readonly holding: string
  readonly to: Temporal.PlainDate
}

/**
 * Ends a holding on a day, which is not before yesterday: what was decided in the post stays decided in it.
 * One that has not begun yet is called off by any earlier day, and whoever would have handed the post over
 * holds it on.
 * The role that came with the post ends with that day.
 * @throws {NotAllowedError} Unless the actor administers the authority.
 * @throws {ProofRequiredError}
 * @throws {StaffEntryNotFoundError}
 * @throws {InvalidInputError} At `/to`.
 */
export async function endHolding(
  context: Context,
  session: Session,
  input: EndHoldingInput
): Promise<void> {
  const authority = await administeredFreshly(context, session, input.authority)
  const now = context.clock.now()
  const today = now.toZonedDateTimeISO(authority.timeZone).toPlainDate()
  await inTransaction(context.db, async (tx) => {
    await lockAuthority(tx, authority.id)
    const all = await holdingsAt(tx, authority.id)
    const holding = all.find(({ id }) => id === input.holding)
    const isOver = holding?.to != null && isEarlier(holding.to, today)
    if (holding === undefined || isOver) throw new StaffEntryNotFoundError()
    const isAhead = isEarlier(today, holding.from)
    const isPast = isEarlier(input.to, today.subtract({ days: 1 }))
    if (!isAhead && (isPast || isEarlier(input.to, holding.from))) {
      throw new InvalidInputError([problem('/to', 'staff/end-past', messages.entries.wrongLastDay)])
    }
    const by = session.actor.id
    // One that has not begun is called off whole: its last day is the one before its first.
    const isCalledOff = isEarlier(input.to, holding.from)
    const to = isCalledOff ? holding.from.subtract({ days: 1 }) : input.to
    await closeHolding(tx, { authority, holding, to }, { by, at: now })
    const before = isCalledOff && !holding.standsIn && all.find((each) => endsFor(each, holding))
    if (before) await closeHolding(tx, { authority, holding: before, to: null }, { by, at: now })
  })
  context.nudge()
}

/** Whether a holding ended the day before another of its post began: handed over, then. */
function endsFor(before: StaffHolding, { id, post, from }: StaffHolding): boolean {
  const isHolder = before.id !== id && before.post === post && !before.standsIn
  return isHolder && before.to?.equals(from.subtract({ days: 1 })) === true
}

/** Sets the last day of a holding, or `null` for none, of its role too, and records it. */
export async function closeHolding(
  tx: Tx,
  what: { authority: Authority; holding: StaffHolding; to: Temporal.PlainDate | null },
  { by, at: now }: { readonly by: string; readonly at: Temporal.Instant }
): Promise<void> {
  const { authority, holding, to } = what
  await endHoldingOn(tx, holding.id, to)
  const end = to?.add({ days: 1 }).toZonedDateTime(authority.timeZone).toInstant() ?? null
  const until = end !== null && Temporal.Instant.compare(end, now) < 0 ? now : end
  const role = (await grantsAt(tx, authority.id, now)).find((each) => isOf(holding, each))
  if (role !== undefined) await limitGrant(tx, role, until)
  await recordHolding(tx, { authority: authority.id, ...holding, to }, { by, at: now })
}

/** Holdings of before this were given without their role: it is the one by that post. */
function isOf(holding: StaffHolding, grant: { id: string; person: string; post: string | null }) {
  if (holding.grant !== null) return grant.id === holding.grant
  return grant.person === holding.person && grant.post === holding.post
}
