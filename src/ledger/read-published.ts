import { toBase64 } from '../kernel/tlog/index.ts'
import { type Context, recently } from '../platform/index.ts'
import { logUrl, policyText, readWitnessLines } from './log-policy.ts'
import { type LogRow, listLogs, publishedOf } from './log-store.ts'

/** All shards; read again when anything was written. */
export function shardsOf({ db }: Context): Promise<LogRow[]> {
  return recently(db, 'ledger.logs', () => listLogs(db))
}

/** The policy by which receipts of this installation are checked. */
export async function policyOf(context: Context): Promise<string> {
  const { dataFolder, origin } = context.config
  return policyText(origin, await shardsOf(context), await readWitnessLines(dataFolder))
}

/** Verifier keys of a shard, one a line, newest first. */
export function keysText(log: LogRow): string {
  return log.keys.map(({ vkey }) => `${vkey}\n`).join('')
}

/** The newest checkpoint of a shard, or `null` before the first. */
export async function checkpointOf({ db }: Context, log: string): Promise<string | null> {
  const row = await recently(db, `ledger.published ${log}`, () => publishedOf(db, log))
  return row.note
}

/** The list of shards, for programs. */
export async function shardList(context: Context): Promise<object> {
  const shards = await shardsOf(context)
  return {
    v: 1,
    shards: shards.map(({ log, origin, size, root, frozenAt, openedAt }) => ({
      log,
      origin,
      url: logUrl(context.config.origin, log),
      size,
      root: toBase64(root),
      frozen: frozenAt !== null,
      openedAt: openedAt.toString()
    }))
  }
}
