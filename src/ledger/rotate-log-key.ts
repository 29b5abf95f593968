import type { Context } from '../platform/index.ts'
import { keepLog } from './keep-log.ts'
import { noteKeys } from './note-keys.ts'
import { newestLog } from './log-store.ts'
import { publisherOf } from './publisher.ts'

/**
 * Gives the newest shard new keys: the signer makes them, a control entry says so, and the checkpoint
 * that covers it is signed by the new keys and, unless they are withdrawn, by those before as well.
 * @param withdraw - The keys before are not to be believed any more: somebody may have copied them.
 * @returns The shard, or `null` where there is none.
 */
export async function rotateLogKey(
  context: Context,
  { withdraw }: { withdraw: boolean }
): Promise<string | null> {
  const publisher = await publisherOf(context)
  const newest = await newestLog(context.db)
  if (newest === null) return null
  await noteKeys(context, newest, await publisher.signer.rotate(newest.origin, withdraw))
  await keepLog(context, publisher)
  return newest.log
}
