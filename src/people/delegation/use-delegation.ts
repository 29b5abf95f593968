import { recordFact } from '../../ledger/index.ts'
import type { Tx } from '../../platform/index.ts'
import { personById } from '../person-store.ts'
import { type DelegatedAct, type Delegation, isSuspended } from './delegation.ts'
import { delegationOf, delegationsBetween } from './delegation-store.ts'
import { DelegationEndedError, DelegationSuspendedError } from './refusals.ts'

/**
 * Holds a delegation until the end of the transaction of the act that is done by it. A revocation that
 * came before is seen; one that comes now waits for the act.
 * @throws {DelegationEndedError}
 * @throws {DelegationSuspendedError} Where the account of either side was frozen meanwhile.
 */
export async function holdDelegation(
  tx: Tx,
  delegation: Delegation,
  now: Temporal.Instant
): Promise<void> {
  const held = await delegationsBetween(tx, delegation, now)
  if (held.some(({ id }) => id === delegation.id)) return
  const found = await delegationOf(tx, delegation)
  if (found !== null && isSuspended(found, now)) throw new DelegationSuspendedError()
  throw new DelegationEndedError()
}

/** Records that a delegate did an act, in the transaction of the act and under their own name. */
export async function recordDelegationUse(
  tx: Tx,
  delegation: Delegation,
  use: {
    readonly act: DelegatedAct
    readonly authority: string
    readonly service: string | null
    /** What it was done to, by the word of its slice: `{ case: id }`. */
    readonly object: Readonly<Record<string, string>>
    readonly at: Temporal.Instant
  }
): Promise<void> {
  const { act, authority, service, object, at } = use
  const grantor = await personById(tx, delegation.grantor)
  await recordFact(tx, {
    owner: delegation.grantor,
    authority,
    kind: 'delegation.used',
    subject: delegation.id,
    at,
    actor: delegation.delegate,
    body: {
      delegation: delegation.id,
      kind: delegation.kind,
      grantor: delegation.grantor,
      of: grantor?.kind ?? 'person',
      act,
      ...(service === null ? {} : { service }),
      ...object
    }
  })
}
