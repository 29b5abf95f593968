import {
  type Result,
  type TileFault,
  TileBuilder,
  leafHash,
  partialTiles,
  sameBytes
} from '../kernel/tlog/index.ts'
import type { Db, Tx } from '../platform/index.ts'
import type { DraftEntry } from './draft-entries.ts'
import { type EntryRow, insertEntries } from './entry-store.ts'
import { insertLeaves } from './leaf-store.ts'
import { type LogRow, moveHead } from './log-store.ts'
import { serverPrimitives } from './server-primitives.ts'
import { readTiles, writeTiles } from './tile-store.ts'

/** The tiles at the right edge do not have the root on record: nothing can be appended to them. */
export class LogDamagedError extends Error {
  readonly code = 'log/damaged'
}

/**
 * Appends entries to a shard whose head this transaction has locked: tiles, entries, where each fact
 * stands, and the head itself, all or nothing.
 * @returns The shard as it is now.
 * @throws {LogDamagedError} If the tiles on record are not those of the head on record.
 */
export async function appendEntries(
  tx: Tx,
  log: LogRow,
  drafts: readonly DraftEntry[]
): Promise<LogRow> {
  if (drafts.length === 0) return log
  const builder = await builderOf(tx, log)
  for (const { row } of drafts) builder.append(leafHash(row.entry, serverPrimitives))
  const rows: EntryRow[] = drafts.map(({ row }, i) => ({ ...row, index: log.size + i }))
  await insertEntries(tx, log.log, rows)
  await writeTiles(tx, log.log, builder.takeTiles())
  const leaves = drafts.flatMap(({ facts }, i) =>
    facts.map((fact) => ({ ...fact, index: log.size + i }))
  )
  if (leaves.length > 0) await insertLeaves(tx, log.log, leaves)
  const lastAt = drafts.at(-1)?.row.at ?? log.lastAt
  const head = { size: builder.size, root: builder.root(), lastAt }
  if (!(await moveHead(tx, log, head))) throw new Error(`the head of ${log.log} moved under a lock`)
  return { ...log, ...head }
}

async function builderOf(db: Db, log: LogRow): Promise<TileBuilder> {
  const edge = await readTiles(db, log.log, partialTiles(log.size))
  const builder: Result<TileBuilder, TileFault> = TileBuilder.resume(
    log.size,
    edge,
    serverPrimitives
  )
  if (!builder.ok || !sameBytes(builder.value.root(), log.root)) {
    throw new LogDamagedError(`the tiles of ${log.log} are not those of its head`)
  }
  return builder.value
}
