import type { Context } from '../platform/index.ts'
import { keepLog } from './keep-log.ts'
import { originOf } from './log-name.ts'
import { newestLog } from './log-store.ts'
import { openNextLog } from './open-log.ts'
import { publisherOf } from './publisher.ts'

/** The log goes by another host's name than the one that this command was told. */
export class LogElsewhereError extends Error {
  readonly code = 'log/elsewhere'
}

/**
 * Closes the newest shard for ever and opens the one that follows it: what to do with a log that can no
 * longer be trusted, or repaired.
 * @param of - `reason` stands in the last entry, for everyone to read; `moved`: the desk goes by another
 *   host from now on, so the next shard is named after that one.
 * @throws {LogElsewhereError} If the host of PEYMAN_ORIGIN is not that of the log: a shard that is opened
 *   under a wrong name stays so for ever.
 * @returns The name of the shard that was opened, or `null` where there was none to close.
 */
export async function freezeLog(
  context: Context,
  { reason, moved = false }: { reason: string; moved?: boolean }
): Promise<string | null> {
  const publisher = await publisherOf(context)
  const after = await newestLog(context.db)
  if (after === null) return null
  const own = originOf(context.config.origin, after.log)
  if (own !== after.origin && !moved) {
    throw new LogElsewhereError(
      `the log is ${after.origin}, but by PEYMAN_ORIGIN it would be ${own}; set PEYMAN_ORIGIN as the server has it, or say --moved if the desk has moved`
    )
  }
  await openNextLog(context, publisher.signer, { after, reason })
  await keepLog(context, publisher)
  return (await newestLog(context.db))?.log ?? null
}
