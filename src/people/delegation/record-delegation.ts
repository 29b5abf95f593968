import { recordFact } from '../../ledger/index.ts'
import type { Tx } from '../../platform/index.ts'
import { type Delegation, withSight } from './delegation.ts'
import { insertDelegation } from './delegation-store.ts'
import { platformAuthority } from '../platform-authority.ts'

/** A delegation about to be given. */
export type NewDelegation = Omit<Delegation, 'revokedAt'>

/** Gives a delegation and records that it was given; the same id a second time does nothing. */
export async function recordDelegation(tx: Tx, given: NewDelegation): Promise<void> {
  const acts = withSight(given.acts)
  if (!(await insertDelegation(tx, { ...given, acts, revokedAt: null }))) return
  const { id, grantor, delegate, kind, scope, from, until, grantedBy, via } = given
  await recordFact(tx, {
    owner: grantor,
    authority: 'authority' in scope ? scope.authority : platformAuthority,
    kind: 'delegation.granted',
    subject: id,
    at: from,
    actor: grantedBy,
    body: {
      delegation: id,
      grantor,
      delegate,
      kind,
      scope,
      acts,
      until: until?.toString() ?? null,
      ...(via === null ? {} : { via })
    }
  })
}
