import { recordFact } from '../ledger/index.ts'
import { type Context, type Tx, inTransaction } from '../platform/index.ts'
import type { ListedApiKey } from './api-key.ts'
import { apiKeyById, markRevoked } from './api-key-store.ts'

/**
 * Ends a key for ever, from the next request on. One that was ended before stays as it was.
 * @param id - Its random id, as `listApiKeys` and the facts name it.
 * @param by - Actor who ends it; the command line where absent.
 * @returns The key as it is now; `null` where there is none with this id.
 */
export async function revokeApiKey(
  context: Context,
  id: string,
  by = 'system:key-revoke'
): Promise<ListedApiKey | null> {
  const at = context.clock.now()
  return inTransaction(context.db, (tx) => revokeKeyWithin(tx, { id, by, at }))
}

/** The same within a transaction. */
export async function revokeKeyWithin(
  tx: Tx,
  { id, by, at }: { readonly id: string; readonly by: string; readonly at: Temporal.Instant }
): Promise<ListedApiKey | null> {
  const isEnded = await markRevoked(tx, id, at)
  const key = await apiKeyById(tx, id)
  if (key === null || !isEnded) return key
  await recordFact(tx, {
    owner: key.id,
    authority: key.authority,
    kind: 'key.revoked',
    subject: key.id,
    at,
    actor: by,
    body: { key: key.id, role: key.role, unit: key.unit, live: key.live }
  })
  return key
}
