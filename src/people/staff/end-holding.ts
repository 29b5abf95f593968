import { type Context, InvalidInputError, type Tx, inTransaction } from '../../platform/index.ts'
import type { Authority } from '../authority.ts'
import type { Session } from '../session.ts'
import { administeredFreshly } from './demand-administrator.ts'
import { messages } from './messages.ts'
import { recordHolding } from './record-holding.ts'
import { StaffEntryNotFoundError } from './refusals.ts'
import { endHoldingOn, grantsAt, holdingsAt, limitGrant, lockAuthority } from './staff-store.ts'
import { type StaffHolding, isEarlier, problem } from './staff.ts'

/** Which holding, and its last day. */
export interface EndHoldingInput {
  readonly authority: string
  readonly holding: string
  readonly to: Temporal.PlainDate
}

/**
 * Ends a holding on a day, which is not before yesterday: what was decided in the post stays decided in it.
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
    const isPast = isEarlier(input.to, today.subtract({ days: 1 }))
    if (isPast || isEarlier(input.to, holding.from)) {
      throw new InvalidInputError([problem('/to', 'staff/end-past', messages.entries.wrongLastDay)])
    }
    const by = session.actor.id
    await closeHolding(tx, { authority, holding, to: input.to }, { by, at: now })
  })
  context.nudge()
}

/** Sets the last day of a holding, of its role too, and records it. */
export async function closeHolding(
  tx: Tx,
  what: { authority: Authority; holding: StaffHolding; to: Temporal.PlainDate },
  { by, at: now }: { readonly by: string; readonly at: Temporal.Instant }
): Promise<void> {
  const { authority, holding, to } = what
  await endHoldingOn(tx, holding.id, to)
  const end = to.add({ days: 1 }).toZonedDateTime(authority.timeZone).toInstant()
  const until = Temporal.Instant.compare(end, now) < 0 ? now : end
  const role = (await grantsAt(tx, authority.id, now)).find((each) => isOf(holding, each))
  if (role !== undefined) await limitGrant(tx, role, until)
  await recordHolding(tx, { authority: authority.id, ...holding, to }, { by, at: now })
}

/** Holdings of before this were given without their role: it is the one by that post. */
function isOf(holding: StaffHolding, grant: { id: string; person: string; post: string | null }) {
  if (holding.grant !== null) return grant.id === holding.grant
  return grant.person === holding.person && grant.post === holding.post
}
