import { delegation } from '../people/index.ts'
import type { Tx } from '../platform/index.ts'
import type { DelegatedBy } from './case-access.ts'
import type { CaseRecord } from './case-record.ts'

/**
 * Holds the delegation by which a case is changed until the change is written, and records that it was
 * used. Before any row of the case is taken, so that a revocation never waits for one that waits for it.
 * @throws {DelegationEndedError} If it was revoked meanwhile.
 */
export async function useDelegation(
  tx: Tx,
  by: DelegatedBy,
  { record, at }: { record: Pick<CaseRecord, 'id' | 'authority' | 'service'>; at: Temporal.Instant }
): Promise<void> {
  await delegation.holdDelegation(tx, by.delegation, at)
  await delegation.recordDelegationUse(tx, by.delegation, {
    act: by.act,
    authority: record.authority,
    service: record.service,
    object: { case: record.id },
    at
  })
}
