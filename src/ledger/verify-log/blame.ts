import {
  hashBytes,
  sameBytes,
  subtreeHash,
  tilePath,
  tileWidth,
  tileWidthAt
} from '../../kernel/tlog/index.ts'
import { serverPrimitives } from '../server-primitives.ts'
import { LogFault } from './log-fault.ts'
import type { LogSource } from './log-source.ts'
import type { LogWalk } from './log-walk.ts'
import { readTile } from './read-tiles.ts'

/** A bundle of entries whose tile of level 0 says something else. */
export interface Disagreement {
  readonly index: number
  readonly width: number
  /** Hashes of the published entries. */
  readonly leaves: readonly Uint8Array[]
  readonly tile: Uint8Array
  /** Place of the first hash that differs. */
  readonly wrong: number
}

/** Entries and tile disagree: the tree above tells which of the two was altered. */
export async function blame(
  { source, checkpoint }: { source: LogSource; checkpoint: { size: number; root: Uint8Array } },
  walk: LogWalk,
  at: Disagreement
): Promise<LogFault> {
  const { index, width, leaves, tile, wrong } = at
  const path = tilePath({ level: 0, index, width })
  const rewritten = new LogFault('entry-rewritten', { index: index * tileWidth + wrong, path })
  if (width < tileWidth) {
    return sameBytes(walk.rootWith(leaves), checkpoint.root)
      ? new LogFault('tile-mismatch', { path })
      : rewritten
  }
  const parent = Math.floor(index / tileWidth)
  const above = { level: 1, index: parent, width: tileWidthAt(checkpoint.size, 1, parent) }
  const hashes = await readTile(source, above)
  const place = (index % tileWidth) * hashBytes
  const expected = hashes.subarray(place, place + hashBytes)
  const whole = { offset: 0, count: tileWidth }
  const fromEntries = Buffer.concat(leaves)
  if (sameBytes(subtreeHash(tile, whole, serverPrimitives), expected)) return rewritten
  return sameBytes(subtreeHash(fromEntries, whole, serverPrimitives), expected)
    ? new LogFault('tile-mismatch', { path })
    : rewritten
}
