import { promisingAuthorities } from '../agreements/index.ts'
import { type FactKind, recordFacts } from '../ledger/index.ts'
import type { JsonObject, Tx } from '../platform/index.ts'

/** Who made it where nobody asked. */
export const actorOfBackups = 'system:backup'

/**
 * Records a fact of the installation for every authority that has an agreement: each promises that the
 * data registered with it are protected, and each agreement is measured by its own facts.
 */
export async function recordForAll(
  tx: Tx,
  fact: { readonly kind: FactKind; readonly subject: string; readonly body: JsonObject },
  at: Temporal.Instant
): Promise<void> {
  const authorities = await promisingAuthorities(tx)
  await recordFacts(
    tx,
    authorities.map((authority) => ({
      ...fact,
      owner: authority,
      authority,
      at,
      actor: actorOfBackups
    }))
  )
}
