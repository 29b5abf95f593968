import { emptyRoot, toBase64 } from '../kernel/tlog/index.ts'
import { type Context, type Tx, inTransaction } from '../platform/index.ts'
import { appendEntries } from './append-entries.ts'
import { controlDraft } from './draft-entries.ts'
import { nextLog, originOf } from './log-name.ts'
import { type LogRow, freezeRow, insertLog, lockLog, newestLog } from './log-store.ts'
import { serverPrimitives } from './server-primitives.ts'
import type { SignerClient } from './signer-client.ts'

/** Seconds of the sequencer's clock, never before what the log says already. */
export function secondsAt(now: Temporal.Instant, lastAt: number): number {
  return Math.max(Math.floor(now.epochMilliseconds / 1000), lastAt)
}

/** Locks the newest shard, whoever opens the next one meanwhile; `null` where none takes entries. */
export async function lockNewest(tx: Tx): Promise<LogRow | null> {
  let frozen: string | null = null
  for (;;) {
    const newest = await newestLog(tx)
    if (newest === null || newest.log === frozen) return null
    const locked = await lockLog(tx, newest.log)
    if (locked === null || locked.frozenAt === null) return locked
    // While this waited for the lock, its holder froze the shard and opened another.
    frozen = locked.log
  }
}

/**
 * Opens the next shard: the one before gets a last entry that says so, the new one a first that names
 * the keys and the head before it. Does nothing where somebody else was first.
 * @param after - The shard that was the newest when this was decided; `null`: none.
 */
export async function openNextLog(
  context: Context,
  signer: SignerClient,
  { after, reason }: { after: LogRow | null; reason: string }
): Promise<void> {
  const now = context.clock.now()
  const name = nextLog(after?.log ?? null, now)
  const origin = originOf(context.config.origin, name)
  const keys = await signer.open(origin)
  await inTransaction(context.db, async (tx) => {
    const before = await lockNewest(tx)
    if (before?.log !== after?.log) return
    const at = secondsAt(now, before?.lastAt ?? 0)
    const opened: LogRow = {
      log: name,
      position: (before?.position ?? 0) + 1,
      origin,
      size: 0,
      root: emptyRoot(serverPrimitives),
      lastAt: at,
      keys,
      openedAt: now,
      frozenAt: null
    }
    if (!(await insertLog(tx, opened))) return
    const last = before === null ? null : await freeze(tx, before, { at, reason, now, origin })
    const vkeys = keys.map(({ vkey }) => vkey)
    const previous = last && {
      origin: last.origin,
      size: last.size,
      root: toBase64(last.root)
    }
    await appendEntries(tx, opened, [
      controlDraft({ type: 'genesis', origin, previous, keys: vkeys }, at)
    ])
  })
}

async function freeze(
  tx: Tx,
  log: LogRow,
  { at, reason, now, origin }: { at: number; reason: string; now: Temporal.Instant; origin: string }
): Promise<LogRow> {
  const frozen = await appendEntries(tx, log, [
    controlDraft({ type: 'freeze', reason, next: origin }, at)
  ])
  await freezeRow(tx, log.log, now)
  return frozen
}
