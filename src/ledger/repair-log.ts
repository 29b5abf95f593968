import { decodeEntry, sameBytes } from '../kernel/tlog/index.ts'
import { type Context, type Tx, inTransaction } from '../platform/index.ts'
import { appendEntries } from './append-entries.ts'
import { removeEntries, removeTiles, requeueLeaves, setHead } from './check-store.ts'
import { controlDraft } from './draft-entries.ts'
import { type EntryRow, entriesBetween, insertEntries } from './entry-store.ts'
import { keepLog } from './keep-log.ts'
import { type LogRow, listLogs, lockLog, publishedOf } from './log-store.ts'
import { secondsAt } from './open-log.ts'
import { publishTiles } from './publish-tiles.ts'
import { PublishedFiles } from './published-files.ts'
import { publisherOf } from './publisher.ts'
import { publishedEntries } from './read-bundles.ts'
import { restoreShards } from './restore-shard.ts'
import { signedState } from './signed-state.ts'
import type { SignedState } from './signer/state-file.ts'
import { writeTiles } from './tile-store.ts'
import { namesIn, sealsItsCommitments, walkLog } from './walk-log.ts'

/** What was done about a shard. */
export interface Repair {
  readonly log: string
  /**
   * `rows`: brought back from the published files; `files`: written anew from the rows; `lost`: neither
   * has the tree that was signed, so the shard can only be frozen.
   */
  readonly from: 'files' | 'rows' | 'lost' | 'unknown'
  /** Entries brought back, facts put back to wait. */
  readonly entries: number
  readonly facts: number
  /** At most so many facts of the entries brought back are gone: these rows never had them. */
  readonly lost: number
}

/**
 * Makes rows and published files agree again with what was signed: the signer remembers which tree that
 * is. Rows of an older backup, or edited by hand, are brought back from the files, and a control entry
 * says so; files that are lost or damaged are written anew from the rows.
 */
export async function repairLog(context: Context): Promise<Repair[]> {
  const publisher = await publisherOf(context)
  await restoreShards(context, publisher)
  const repairs: Repair[] = []
  for (const log of await listLogs(context.db)) {
    const signed = await signedState(context, log.origin)
    repairs.push(
      signed === null
        ? { log: log.log, from: 'unknown', entries: 0, facts: 0, lost: 0 }
        : await repairShard(context, log, signed)
    )
  }
  await keepLog(context, publisher)
  return repairs
}

async function repairShard(context: Context, log: LogRow, signed: SignedState): Promise<Repair> {
  const walked = await walkLog(context.db, log.log, { sizes: [signed.size], to: signed.size })
  const root = walked.roots.get(signed.size)
  const rowsHold = root !== undefined && sameBytes(root, signed.root)
  const files = new PublishedFiles(context.config.dataFolder)
  if (rowsHold) {
    const facts = await inTransaction(context.db, (tx) => makeAnew(tx, log, signed))
    await files.forgetBeyond(log.log, signed.size)
    const all = { log: log.log, from: 0, to: signed.size, replace: true }
    await publishTiles(context.db, files, all)
    const { note } = await publishedOf(context.db, log.log)
    if (note !== null) await files.write(log.log, 'checkpoint', note)
    return { log: log.log, from: 'rows', entries: 0, facts, lost: 0 }
  }
  const entries = await publishedEntries(files, log.log, signed)
  if (entries === null) return { log: log.log, from: 'lost', entries: 0, facts: 0, lost: 0 }
  const repair = await inTransaction(context.db, (tx) => bringBack(tx, context, { log, entries }))
  // What was put there for a tree that nobody signed would stand in the way of the true one.
  await files.forgetBeyond(log.log, signed.size)
  return repair
}

/**
 * Makes head and tiles anew from rows that hold what was signed. Rows that the head does not reach, or
 * all that nobody signed where the head is not that of its rows, may be anybody's: they are taken out,
 * and facts in them wait for another leaf.
 * @returns How many facts wait again.
 */
async function makeAnew(tx: Tx, { log: name }: LogRow, signed: SignedState): Promise<number> {
  const log = await lockLog(tx, name)
  if (log === null) return 0
  const walked = await walkLog(tx, name, { sizes: [log.size], to: log.size })
  const root = walked.roots.get(log.size)
  const isWhole = log.size >= signed.size && root !== undefined && sameBytes(root, log.root)
  const from = isWhole ? log.size : signed.size
  const facts = await requeueLeaves(tx, name, { indices: [], from })
  await removeEntries(tx, name, { indices: [], from })
  await rebuild(tx, log)
  return facts
}

/** Replaces what differs by the published entries; facts of a leaf that is gone wait for another. */
async function bringBack(
  tx: Tx,
  context: Context,
  of: { log: LogRow; entries: readonly Uint8Array[] }
): Promise<Repair> {
  const name = of.log.log
  const log = (await lockLog(tx, name)) ?? of.log
  const rows = await entriesBetween(tx, name, { from: 0, to: of.entries.length })
  const rowAt = new Map(rows.map((row) => [row.index, row]))
  const changed = of.entries.flatMap((bytes, index) => {
    const row = rowAt.get(index)
    return row !== undefined && sameBytes(row.entry, bytes) ? [] : [entryOf(index, bytes, row)]
  })
  const replaced = changed.filter(({ kept }) => !kept)
  const indices = replaced.map(({ row }) => row.index)
  const from = of.entries.length
  const facts = await requeueLeaves(tx, name, { indices, from })
  await removeEntries(tx, name, { indices: changed.map(({ row }) => row.index), from })
  const brought = changed.map(({ row }) => row)
  if (brought.length > 0) await insertEntries(tx, name, brought)
  const rebuilt = await rebuild(tx, log)
  const entry = {
    type: 'repair',
    from: brought[0]?.index ?? from,
    to: from,
    reason: 'rows brought back from the published tiles'
  }
  const at = secondsAt(context.clock.now(), rebuilt.lastAt)
  if (rebuilt.frozenAt === null) await appendEntries(tx, rebuilt, [controlDraft(entry, at)])
  const members = replaced.reduce((sum, each) => sum + each.members, 0)
  const lost = Math.max(0, members - facts)
  return { log: name, from: 'files', entries: brought.length, facts, lost }
}

/** The row of a published entry; the commitments stay where they are the ones that it seals. */
function entryOf(
  index: number,
  bytes: Uint8Array,
  before: EntryRow | undefined
): { row: EntryRow; kept: boolean; members: number } {
  const entry = decodeEntry(bytes)
  if (!entry.ok) throw new Error(`the published entry ${String(index)} is none: ${entry.reason}`)
  const { at } = entry.value
  if (entry.value.kind === 'sealed') {
    const commitments = before?.commitments ?? null
    const kept = before !== undefined && sealsItsCommitments({ at, entry: bytes, commitments })
    const row = { index, kind: 2, at, type: 'sealed', service: null, entry: bytes }
    return {
      row: { ...row, commitments: kept ? commitments : null },
      kept,
      members: entry.value.count
    }
  }
  const { kind, type, service = null } = namesIn(entry.value)
  const row = { index, kind, at, type, service, entry: bytes, commitments: null }
  const members = kind === 1 ? 1 : 0
  return { row, kept: before?.kind === kind && before.type === type, members }
}

/** Makes tiles and head of a shard anew from its entries. */
async function rebuild(tx: Tx, log: LogRow): Promise<LogRow> {
  await removeTiles(tx, log.log)
  const walked = await walkLog(tx, log.log, {
    sizes: [],
    tiles: async (_size, tiles) => {
      if (tiles.length > 0) await writeTiles(tx, log.log, tiles)
    }
  })
  const { size, root, lastAt, lastType } = walked
  const frozenAt =
    lastType === 'freeze'
      ? (log.frozenAt ?? Temporal.Instant.fromEpochMilliseconds(lastAt * 1000))
      : null
  const rebuilt = { ...log, size, root, lastAt: size === 0 ? log.lastAt : lastAt, frozenAt }
  await setHead(tx, rebuilt)
  return rebuilt
}
