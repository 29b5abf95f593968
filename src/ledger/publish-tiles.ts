import {
  type TileAddress,
  encodeBundle,
  hashBytes,
  tilePath,
  tileWidth,
  tileWidthAt
} from '../kernel/tlog/index.ts'
import type { Db } from '../platform/index.ts'
import { entriesBetween } from './entry-store.ts'
import type { PublishedFiles } from './published-files.ts'
import { readTiles } from './tile-store.ts'

/** A row or a tile that the head counts on is not there. */
export class LogRowsMissingError extends Error {
  readonly code = 'log/rows-missing'
}

const tilesAtOnce = 64

/**
 * Writes the files that a tree has more when it grows: hash tiles and entry bundles, the partial ones
 * of the new right edge included. Writing them again changes nothing.
 * @param grown - `replace`: also where something else was published; only a repair may do that.
 * @throws {LogRowsMissingError}
 * @throws {PublishedDiffersError} If something else was published before.
 */
export async function publishTiles(
  db: Db,
  files: PublishedFiles,
  grown: { log: string; from: number; to: number; replace?: boolean }
): Promise<void> {
  const { log, replace = false } = grown
  const put = (path: string, bytes: Uint8Array) =>
    replace ? files.write(log, path, bytes) : files.add(log, path, bytes)
  const tiles = grownTiles(grown)
  for (let i = 0; i < tiles.length; i += tilesAtOnce) {
    const some = tiles.slice(i, i + tilesAtOnce)
    const bytes = await readTiles(db, log, some)
    for (const [j, tile] of some.entries()) {
      const found = bytes[j]
      if (found?.length !== tile.width * hashBytes) {
        throw new LogRowsMissingError(`${log}: ${tilePath(tile)} is not in the rows`)
      }
      await put(tilePath(tile), found)
      if (tile.level === 0) {
        await put(tilePath({ ...tile, level: 'entries' }), await bundleOf(db, log, tile))
      }
    }
  }
}

/** The entry bundle beside a tile of level 0. */
export async function bundleOf(
  db: Db,
  log: string,
  { index, width }: Pick<TileAddress, 'index' | 'width'>
): Promise<Uint8Array> {
  const from = index * tileWidth
  const rows = await entriesBetween(db, log, { from, to: from + width })
  const bundle = encodeBundle(rows.map(({ entry }) => entry))
  if (rows.length !== width || !bundle.ok) {
    throw new LogRowsMissingError(`${log}: entries ${String(from)} and on are not all in the rows`)
  }
  return bundle.value
}

/** Tiles of a tree of `to` leaves that one of `from` leaves had not, or not so wide; leaves first. */
export function grownTiles({ from, to }: { from: number; to: number }) {
  const tiles: (TileAddress & { readonly level: number })[] = []
  for (let [level, span] = [0, 1]; Math.floor(to / span) > 0; level += 1, span *= tileWidth) {
    const first = Math.floor(from / span / tileWidth)
    for (let index = first; tileWidthAt(to, level, index) > 0; index += 1) {
      const width = tileWidthAt(to, level, index)
      if (width !== tileWidthAt(from, level, index)) tiles.push({ level, index, width })
    }
  }
  return tiles
}
