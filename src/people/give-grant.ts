import { recordFact } from '../ledger/index.ts'
import type { Tx } from '../platform/index.ts'
import { type NewGrant, insertGrant } from './grant-store.ts'

/** Gives a role to a person and records that it was given; the same id a second time does nothing. */
export async function giveGrant(tx: Tx, grant: NewGrant): Promise<void> {
  if (!(await insertGrant(tx, grant))) return
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
