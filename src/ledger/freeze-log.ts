import type { Context } from '../platform/index.ts'
import { keepLog } from './keep-log.ts'
import { newestLog } from './log-store.ts'
import { openNextLog } from './open-log.ts'
import { publisherOf } from './publisher.ts'

/**
 * Closes the newest shard for ever and opens the one that follows it: what to do with a log that can no
 * longer be trusted, or repaired.
 * @param reason - Stands in the last entry, for everyone to read.
 * @returns The name of the shard that was opened, or `null` where there was none to close.
 */
export async function freezeLog(
  context: Context,
  { reason }: { reason: string }
): Promise<string | null> {
  const publisher = await publisherOf(context)
  const after = await newestLog(context.db)
  if (after === null) return null
  await openNextLog(context, publisher.signer, { after, reason })
  await keepLog(context, publisher)
  return (await newestLog(context.db))?.log ?? null
}
