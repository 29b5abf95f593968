import { isCount } from './bytes.ts'
import type { Primitives } from './primitives.ts'
import { portablePrimitives } from './primitives.ts'
import type { NodeAddress, NodeReader } from './prove.ts'
import type { Result } from './result.ts'
import { failed, value } from './result.ts'
import { hashBytes, nodeHash } from './tree.ts'

/** Hashes in a full tile, and entries in a full bundle. */
export const tileWidth = 256

/** Binary levels of the tree that one tile spans. */
const tileHeight = 8
const tileLevelMax = 63

/** A resource of a tiled log (C2SP tlog-tiles). */
export interface TileAddress {
  /** Tile level 0 to 63, or `entries` for a bundle of entries. */
  readonly level: number | 'entries'
  readonly index: number
  /** 1 to 255: a partial tile; 256: a full one. */
  readonly width: number
}

/** Why a path names no tile. */
export type TilePathFault = 'path-form' | 'path-level' | 'path-index' | 'path-width'

/** Why the bytes of a tile cannot be those of the tile. */
export type TileFault = 'tile-length'

/**
 * Path of a tile below the log's prefix: `tile/0/x001/x234/067.p/8`, `tile/entries/000`.
 * @throws {RangeError} If the address is none: a fault of the caller.
 */
export function tilePath({ level, index, width }: TileAddress): string {
  const levelRight = level === 'entries' || (isCount(level) && level <= tileLevelMax)
  if (!levelRight || !isCount(index) || !isCount(width) || width < 1 || width > tileWidth) {
    throw new RangeError(`no tile ${String(level)}/${String(index)} of width ${String(width)}`)
  }
  const digits = String(index)
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g) ?? []
  const name = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/')
  return `tile/${String(level)}/${name}${width === tileWidth ? '' : `.p/${String(width)}`}`
}

/** Reads a path below the log's prefix; only the one right spelling of each address is taken. */
export function parseTilePath(path: string): Result<TileAddress, TilePathFault> {
  const form = /^tile\/([0-9]{1,2}|entries)\/((?:x[0-9]{3}\/){0,5}[0-9]{3})(?:\.p\/([0-9]{1,3}))?$/
  const parts = path.length > 64 ? null : form.exec(path)
  if (parts === null) return failed('path-form')
  const [, level = '', name = '', width = String(tileWidth)] = parts
  return checkAddress(path, {
    level: level === 'entries' ? level : Number(level),
    index: Number(name.replaceAll(/[x/]/g, '')),
    width: Number(width)
  })
}

function checkAddress(path: string, address: TileAddress): Result<TileAddress, TilePathFault> {
  const { level, index, width } = address
  if (level !== 'entries' && level > tileLevelMax) return failed('path-level')
  if (!isCount(index)) return failed('path-index')
  if (width < 1 || width > tileWidth) return failed('path-width')
  // A full tile written with its width, or a number with a zero in front, is another file to a cache.
  return tilePath(address) === path ? value(address) : failed('path-form')
}

/** Hashes that the tile at a place holds in a tree of `size` leaves: 0 (no such tile) to 256. */
export function tileWidthAt(size: number, level: number, index: number): number {
  const hashes = Math.floor(size / tileWidth ** level) - index * tileWidth
  return Math.max(0, Math.min(tileWidth, hashes))
}

/** The partial tiles at the right edge of a tree of `size` leaves, lowest level first. */
export function partialTiles(size: number): (TileAddress & { readonly level: number })[] {
  const tiles = []
  for (let [level, hashes] = [0, size]; hashes > 0; level++) {
    const width = hashes % tileWidth
    hashes = Math.floor(hashes / tileWidth)
    if (width > 0) tiles.push({ level, index: hashes, width })
  }
  return tiles
}

/** Whether bytes have the length of a tile so wide. What they say, only the root can tell. */
export function checkTileLength(bytes: Uint8Array, width: number): 'fits' | TileFault {
  return bytes.length === width * hashBytes ? 'fits' : 'tile-length'
}

/** Gives the bytes of hash tiles, in the order asked. */
export type TileReader = (
  tiles: readonly (TileAddress & { readonly level: number })[]
) => Promise<readonly Uint8Array[]> | readonly Uint8Array[]

/**
 * Reads the nodes of a tree of `size` leaves from its tiles: each tile is asked for once, the
 * levels inside a tile are hashed from its leaves.
 */
export function readNodesFromTiles(
  size: number,
  readTiles: TileReader,
  primitives: Primitives = portablePrimitives
): NodeReader {
  return async (nodes) => {
    const places = nodes.map((node) => placeInTile(size, node))
    const wanted = new Map(places.map(({ tile }) => [tilePath(tile), tile]))
    const tiles = await readTiles([...wanted.values()])
    const bytesOf = new Map([...wanted.keys()].map((path, i) => [path, tiles[i]]))
    return places.map(({ tile, offset, count }) => {
      const bytes = bytesOf.get(tilePath(tile)) ?? new Uint8Array()
      return subtreeHash(bytes, { offset, count }, primitives)
    })
  }
}

/** Tile and stretch of hashes in it from which a node is hashed. */
function placeInTile(size: number, node: NodeAddress) {
  const level = Math.floor(node.level / tileHeight)
  const count = 2 ** (node.level % tileHeight)
  const first = node.index * count
  const index = Math.floor(first / tileWidth)
  const width = tileWidthAt(size, level, index)
  return { tile: { level, index, width }, offset: first % tileWidth, count }
}

/**
 * Tree hash over `count` (a power of two) hashes of a tile, from the `offset`-th.
 * @throws {RangeError} If the tile does not hold them all.
 */
export function subtreeHash(
  tile: Uint8Array,
  { offset, count }: { offset: number; count: number },
  primitives: Primitives = portablePrimitives
): Uint8Array {
  if (tile.length < (offset + count) * hashBytes) throw new RangeError('the tile is too short')
  let row = Array.from({ length: count }, (_, i) =>
    tile.subarray((offset + i) * hashBytes, (offset + i + 1) * hashBytes)
  )
  while (row.length > 1) {
    row = Array.from({ length: row.length / 2 }, (_, i) =>
      nodeHash(row[2 * i] as Uint8Array, row[2 * i + 1] as Uint8Array, primitives)
    )
  }
  return row[0] as Uint8Array
}
