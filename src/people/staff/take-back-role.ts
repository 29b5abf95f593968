import { recordFact } from '../../ledger/index.ts'
import { type Context, type Tx, inTransaction } from '../../platform/index.ts'
import { tellPerson } from '../contact/index.ts'
import { roleNames } from '../messages.ts'
import type { Session } from '../session.ts'
import { administeredFreshly } from './demand-administrator.ts'
import { messages } from './messages.ts'
import { LastAdministratorError, StaffEntryNotFoundError } from './refusals.ts'
import { endGrant, grantsAt, lockAuthority } from './staff-store.ts'
import type { StaffGrant } from './staff.ts'

/** Which role. */
export interface TakeBackInput {
  readonly authority: string
  /** Id of the grant. */
  readonly grant: string
}

/**
 * Takes a role back, at once: the next request of its holder is without it.
 * @throws {NotAllowedError} Unless the taker administers the authority.
 * @throws {ProofRequiredError}
 * @throws {StaffEntryNotFoundError}
 * @throws {LastAdministratorError}
 */
export async function takeBackRole(
  context: Context,
  session: Session,
  input: TakeBackInput
): Promise<void> {
  const authority = await administeredFreshly(context, session, input.authority)
  const now = context.clock.now()
  await inTransaction(context.db, async (tx) => {
    await lockAuthority(tx, authority.id)
    const grants = await grantsAt(tx, authority.id, now)
    const grant = grants.find(({ id }) => id === input.grant)
    if (grant === undefined) throw new StaffEntryNotFoundError()
    const left = grants.filter((each) => isAdmin(each) && each.id !== grant.id)
    if (isAdmin(grant) && left.length === 0) throw new LastAdministratorError()
    await revoke(tx, grant, { authority: authority.id, by: session.actor.id, at: now })
    const { taken, takenSubject } = messages.entries
    const text = {
      fa: taken.fa(roleNames[grant.role].fa, authority.title.fa),
      en: taken.en(roleNames[grant.role].en, authority.title.en)
    }
    await tellPerson(tx, { person: grant.person, subject: takenSubject, text, kind: 'role' }, now)
  })
  context.nudge()
}

/** Ends a grant and records it; one that ended already is left. */
export async function revoke(
  tx: Tx,
  grant: Pick<StaffGrant, 'id' | 'person' | 'role' | 'unit' | 'post'>,
  { authority, by, at }: { authority: string; by: string; at: Temporal.Instant }
): Promise<void> {
  const { id, person, role, unit, post } = grant
  if (!(await endGrant(tx, { id, person, authority }, { at, by }))) return
  await recordFact(tx, {
    owner: person,
    authority,
    kind: 'grant.revoked',
    subject: person,
    at,
    actor: by,
    body: { grant: id, role, unit, post }
  })
}

function isAdmin({ role, unit, until }: StaffGrant): boolean {
  return role === 'authority-admin' && unit === null && until === null
}
