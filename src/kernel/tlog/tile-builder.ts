import type { Primitives } from './primitives.ts'
import { portablePrimitives } from './primitives.ts'
import type { TileAddress, TileFault } from './tile.ts'
import { checkTileLength, partialTiles, subtreeHash, tileWidth } from './tile.ts'
import type { Result } from './result.ts'
import { failed, value } from './result.ts'
import type { EdgeNode } from './tree.ts'
import { Frontier, hashBytes, levelsOf } from './tree.ts'

/** A hash tile with its bytes: `width` hashes of 32 bytes. */
export interface HashTile extends TileAddress {
  readonly level: number
  readonly bytes: Uint8Array
}

/**
 * Grows a tree and the tiles that hold it. It starts from the partial tiles at the right edge of the
 * tree so far ({@link partialTiles}) and never needs an older one.
 *
 * Use: `append` the leaf hashes of a batch, then `takeTiles` once: it gives each tile that the batch
 * filled and, for the tree as it is now, each partial tile that changed.
 */
export class TileBuilder {
  readonly #frontier: Frontier
  readonly #open: (Uint8Array | undefined)[] = []
  readonly #changed = new Set<number>()
  #full: HashTile[] = []

  private constructor(frontier: Frontier, edge: readonly HashTile[]) {
    this.#frontier = frontier
    for (const tile of edge) this.#openTile(tile.level).set(tile.bytes)
  }

  /** Builder of a log that has no leaves yet. */
  static empty(primitives: Primitives = portablePrimitives): TileBuilder {
    return new TileBuilder(new Frontier([], primitives), [])
  }

  /**
   * Builder that goes on from `size` leaves.
   * @param edge - Bytes of the tiles that `partialTiles(size)` lists, in its order.
   * @returns The builder; compare its `root()` with the root on record before appending. A fault if
   *   a tile has the wrong length.
   */
  static resume(
    size: number,
    edge: readonly Uint8Array[],
    primitives: Primitives = portablePrimitives
  ): Result<TileBuilder, TileFault> {
    const places = partialTiles(size)
    const tiles = places.map((place, i) => ({ ...place, bytes: edge[i] ?? new Uint8Array() }))
    if (tiles.some((tile) => checkTileLength(tile.bytes, tile.width) !== 'fits')) {
      return failed('tile-length')
    }
    const nodes = tiles.toReversed().flatMap((tile) => edgeNodes(tile, primitives))
    return value(new TileBuilder(new Frontier(nodes, primitives), tiles))
  }

  /** Number of leaves. */
  get size(): number {
    return this.#frontier.size
  }

  /** Tree hash of all leaves so far. */
  root(): Uint8Array {
    return this.#frontier.root()
  }

  /** Adds one leaf hash at the end. */
  append(leaf: Uint8Array): void {
    this.#frontier.append(leaf, this.#keep)
  }

  /** The tiles that changed since the last call, lowest level first among the partial ones. */
  takeTiles(): HashTile[] {
    const partial = partialTiles(this.size)
      .filter(({ level }) => this.#changed.has(level))
      .map((place) => ({
        ...place,
        bytes: this.#openTile(place.level).slice(0, place.width * hashBytes)
      }))
    const tiles = [...this.#full, ...partial]
    this.#full = []
    this.#changed.clear()
    return tiles
  }

  readonly #keep = (level: number, index: number, hash: Uint8Array) => {
    if (level % 8 !== 0) return
    const tileLevel = level / 8
    const place = index % tileWidth
    const bytes = this.#openTile(tileLevel)
    bytes.set(hash, place * hashBytes)
    this.#changed.add(tileLevel)
    if (place < tileWidth - 1) return
    const tileIndex = (index - place) / tileWidth
    this.#full.push({ level: tileLevel, index: tileIndex, width: tileWidth, bytes })
    this.#open[tileLevel] = undefined
  }

  #openTile(level: number): Uint8Array {
    return (this.#open[level] ??= new Uint8Array(tileWidth * hashBytes))
  }
}

/** The complete subtrees that the hashes of a partial tile make up, largest first. */
function edgeNodes(tile: HashTile, primitives: Primitives): EdgeNode[] {
  let offset = 0
  return levelsOf(tile.width).map((level) => {
    const count = 2 ** level
    const hash = subtreeHash(tile.bytes, { offset, count }, primitives)
    offset += count
    return { level: tile.level * 8 + level, hash }
  })
}
