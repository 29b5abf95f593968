import {
  type HashTile,
  type LogEntry,
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
  /** What the last entry calls itself. */
  readonly lastType: string | null
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
  let lastType: string | null = null
  const stop = async () => {
    roots.set(builder.size, builder.root())
    await asked.tiles?.(builder.size, builder.takeTiles())
  }
  const found = () => ({
    size: builder.size,
    root: builder.root(),
    lastAt,
    lastType,
    roots,
    faults
  })
  if (stops.has(0)) await stop()
  const end = asked.to ?? Number.MAX_SAFE_INTEGER
  for (let from = 0; from < end; from = builder.size) {
    const to = Math.min(end, from + entriesAtOnce)
    const rows = await entriesBetween(db, log, { from, to })
    for (const row of rows) {
      const gap = row.index !== builder.size
      if (gap) faults.push({ what: 'entry-missing', index: builder.size })
      if (gap) return found()
      const what = rowFault(row, lastAt)
      if (what !== null) faults.push({ what, index: row.index })
      builder.append(leafHash(row.entry, serverPrimitives))
      lastAt = Math.max(lastAt, row.at)
      lastType = row.type
      if (stops.has(builder.size)) await stop()
    }
    if (rows.length < to - from) break
  }
  if (!roots.has(builder.size)) await stop()
  return found()
}

function rowFault(row: EntryRow, notBefore: number): WalkFault['what'] | null {
  const entry = decodeEntry(row.entry)
  if (!entry.ok || entry.value.at !== row.at) return 'entry-differs'
  if (entry.value.at < notBefore) return 'time-went-back'
  const { type, service, kind } = namesIn(entry.value)
  if (type !== row.type || kind !== row.kind) return 'entry-differs'
  if (service !== undefined && service !== row.service) return 'entry-differs'
  if (entry.value.kind !== 'sealed') return null
  // A repaired entry whose facts were lost has none.
  if (row.commitments === null || sealsItsCommitments(row)) return null
  return 'commitments-differ'
}

/**
 * What the columns of an entry's row say, as the entry itself says it; `service` is `undefined` where the
 * body was too long for the entry.
 */
export function namesIn(entry: LogEntry): {
  kind: number
  type: string
  service: string | null | undefined
} {
  if (entry.kind === 'sealed') return { kind: 2, type: 'sealed', service: null }
  const read = membersOf(JSON.parse(Buffer.from(entry.body).toString()))
  const type = textOf(read.type) ?? ''
  if (entry.kind === 'control') return { kind: 4, type, service: null }
  const service = 'body' in read ? textOf(membersOf(read.body).service) : undefined
  return { kind: 1, type, service }
}

function membersOf(read: unknown): Record<string, unknown> {
  return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {}
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
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
