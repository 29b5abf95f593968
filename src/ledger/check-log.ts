import type { Context } from '../platform/index.ts'
import { checkFacts } from './check-facts.ts'
import { missingShards } from './check-rows.ts'
import { checkShard } from './check-shard.ts'
import type { LogDifference } from './log-difference.ts'
import { listLogs } from './log-store.ts'

/**
 * Holds facts, leaves, entries, tiles, published files, the checkpoint and the signer's own state
 * against each other. Reads only, and may run beside the server.
 * @returns Every difference; each kind at most a hundred times.
 */
export async function checkLog(
  context: Context
): Promise<{ facts: number; entries: number; differences: LogDifference[] }> {
  const differences: LogDifference[] = []
  for (const log of await missingShards(context)) {
    differences.push({ what: 'shard-missing', log, at: 'the row of the shard' })
  }
  let entries = 0
  for (const { log } of await listLogs(context.db)) {
    const shard = await checkShard(context, log)
    entries += shard.entries
    differences.push(...shard.differences)
  }
  const facts = await checkFacts(context)
  return { facts: facts.facts, entries, differences: [...differences, ...facts.differences] }
}
