import { recordFact } from '../ledger/index.ts'
import type { Tx } from '../platform/index.ts'
import { type NewGrant, grantsOf, insertGrant } from './grant-store.ts'
import { wearHat } from './hat.ts'
import { keepHat } from './session-store.ts'

/** Gives a role to a person and records that it was given; the same id a second time does nothing. */
export async function giveGrant(tx: Tx, grant: NewGrant): Promise<void> {
  const before = await grantsOf(tx, grant.person, grant.from)
  if (!(await insertGrant(tx, grant))) return
  // Whoever works in one hat just now is not put under the other one in the middle of it.
  if (before.length > 0) await keepHat(tx, grant.person, wearHat(before, null).hat)
  await recordFact(tx, {
    owner: grant.person,
    authority: grant.authority,
    kind: 'grant.given',
    subject: grant.person,
    at: grant.from,
    actor: grant.givenBy,
    body: { grant: grant.id, role: grant.role, unit: grant.unit, post: grant.post }
  })
}
