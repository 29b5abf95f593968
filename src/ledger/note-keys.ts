import { type Context, inTransaction } from '../platform/index.ts'
import { appendEntries } from './append-entries.ts'
import { controlDraft } from './draft-entries.ts'
import { type LogKey, type LogRow, lockLog, writeKeys } from './log-store.ts'
import { secondsAt } from './open-log.ts'

/**
 * Writes into a shard that its keys are no longer those that it named: the signer has made others. A
 * rotation that died half-way is finished by the next round in the same way.
 */
export async function noteKeys(
  context: Context,
  log: LogRow,
  keys: readonly LogKey[]
): Promise<void> {
  if (sameKeys(log.keys, keys)) return
  const now = context.clock.now()
  await inTransaction(context.db, async (tx) => {
    const locked = await lockLog(tx, log.log)
    if (locked === null || locked.frozenAt !== null || sameKeys(locked.keys, keys)) return
    const known = new Set(locked.keys.map(({ vkey }) => vkey))
    const withdrawn = keys.filter(({ state }) => state === 'withdrawn').map(({ vkey }) => vkey)
    const entry = {
      type: 'key-change',
      keys: keys.map(({ vkey }) => vkey).filter((vkey) => !known.has(vkey)),
      replaces: locked.keys.filter(({ state }) => state === 'active').map(({ vkey }) => vkey),
      withdrawn
    }
    await appendEntries(tx, locked, [controlDraft(entry, secondsAt(now, locked.lastAt))])
    await writeKeys(tx, log.log, keys)
  })
}

/** Whether two lists hold the same keys, believed as far, in the same order. */
export function sameKeys(one: readonly LogKey[], other: readonly LogKey[]): boolean {
  return textOf(one) === textOf(other)
}

function textOf(keys: readonly LogKey[]): string {
  return keys.map(({ vkey, state }) => `${state} ${vkey}`).join('\n')
}
