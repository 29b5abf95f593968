import {
  type HashTile,
  TileBuilder,
  decodeEntry,
  hashBytes,
  leafHash,
  sameBytes,
  sealBatch
} from '../kernel/tlog/index.ts'
import type { Db } from '../platform/index.ts'
import { type EntryRow, entriesBetween } from './entry-store.ts'
import { serverPrimitives } from './server-primitives.ts'

/** The tree that the entries of a shard make, and what is wrong in their rows. */
export interface WalkedLog {
  readonly size: number
  readonly root: Uint8Array
  /** Time of the last entry, POSIX seconds. */
  readonly lastAt: number
  /** Root at each of the sizes that were asked for, as far as the entries reach. */
  readonly roots: ReadonlyMap<number, Uint8Array>
  readonly faults: readonly WalkFault[]
}

/** Something wrong in the row of an entry. */
export interface WalkFault {
  readonly what: 'entry-missing' | 'entry-differs' | 'commitments-differ' | 'time-went-back'
  readonly index: number
}

const entriesAtOnce = 2048

/**
 * Hashes the entries of a shard from the first on.
 * @param asked - `sizes`: where the root is wanted on the way; `tiles`: told the tiles at each of those
 *   sizes, and at the end.
 */
export async function walkLog(
  db: Db,
  log: string,
  asked: {
    sizes: readonly number[]
    /** How many entries to read; all where absent. */
    to?: number
    tiles?: (size: number, tiles: readonly HashTile[]) => Promise<void>
  }
): Promise<WalkedLog> {
  const builder = TileBuilder.empty(serverPrimitives)
  const roots = new Map<number, Uint8Array>()
  const faults: WalkFault[] = []
  const stops = new Set(asked.sizes)
  let lastAt = 0
  const stop = async () => {
    roots.set(builder.size, builder.root())
    await asked.tiles?.(builder.size, builder.takeTiles())
  }
  if (stops.has(0)) await stop()
  const end = asked.to ?? Number.MAX_SAFE_INTEGER
  for (let from = 0; from < end; from = builder.size) {
    const to = Math.min(end, from + entriesAtOnce)
    const rows = await entriesBetween(db, log, { from, to })
    for (const row of rows) {
      const gap = row.index !== builder.size
      if (gap) faults.push({ what: 'entry-missing', index: builder.size })
      if (gap) return { size: builder.size, root: builder.root(), lastAt, roots, faults }
      const what = rowFault(row, lastAt)
      if (what !== null) faults.push({ what, index: row.index })
      builder.append(leafHash(row.entry, serverPrimitives))
      lastAt = Math.max(lastAt, row.at)
      if (stops.has(builder.size)) await stop()
    }
    if (rows.length < to - from) break
  }
  if (!roots.has(builder.size)) await stop()
  return { size: builder.size, root: builder.root(), lastAt, roots, faults }
}

function rowFault(row: EntryRow, notBefore: number): WalkFault['what'] | null {
  const entry = decodeEntry(row.entry)
  if (!entry.ok || entry.value.at !== row.at) return 'entry-differs'
  if (entry.value.at < notBefore) return 'time-went-back'
  if ((entry.value.kind === 'sealed') !== (row.kind === 2)) return 'entry-differs'
  if (entry.value.kind !== 'sealed')
    return typeOf(entry.value.body) === row.type ? null : 'entry-differs'
  // A repaired entry whose facts were lost has none.
  if (row.commitments === null || sealsItsCommitments(row)) return null
  return 'commitments-differ'
}

function typeOf(body: Uint8Array): unknown {
  return (JSON.parse(Buffer.from(body).toString()) as { type?: unknown }).type
}

/** Whether the commitments of a row are those that its entry seals. */
export function sealsItsCommitments(row: Pick<EntryRow, 'at' | 'entry' | 'commitments'>): boolean {
  const bytes = row.commitments ?? new Uint8Array()
  const commitments = Array.from({ length: Math.floor(bytes.length / hashBytes) }, (_, i) =>
    bytes.subarray(i * hashBytes, (i + 1) * hashBytes)
  )
  const sealed = sealBatch({ at: row.at, commitments }, serverPrimitives)
  return sealed.ok && sameBytes(sealed.value.entry, row.entry)
}
