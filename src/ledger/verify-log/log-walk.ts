import {
  type HashTile,
  type LogEntry,
  TileBuilder,
  decodeEntry,
  fromBase64,
  leafHash,
  partialTiles,
  sameBytes,
  tilePath,
  tileWidth,
  toBase64
} from '../../kernel/tlog/index.ts'
import { serverPrimitives } from '../server-primitives.ts'
import { LogFault, LogTrouble } from './log-fault.ts'
import { type Control, type PreviousLog, readControl } from './read-control.ts'
import type { Progress } from './verified-state.ts'

/** A tree head that the log signed before: what it says now must hold it whole. */
export interface EarlierHead {
  readonly size: number
  readonly root: string
  readonly checkpoint: string
}

const beginning: Progress = {
  size: 0,
  edge: [],
  latest: 0,
  kinds: { public: 0, sealed: 0, control: 0 },
  keys: null,
  frozen: false
}

/** Goes through the entries of a log from the first to the last, building its tree anew. */
export class LogWalk {
  readonly #origin: string
  readonly #heads: readonly EarlierHead[]
  readonly #builder: TileBuilder
  readonly #partial = new Map<number, HashTile>()
  readonly #kinds: Progress['kinds']
  #latest: number
  #keys: string[] | null
  #frozen: boolean
  #previous: PreviousLog | null = null

  /**
   * @param from - Where an earlier look came to; `null`: from the first entry.
   * @throws {LogTrouble} If what is remembered cannot be used.
   */
  constructor(origin: string, from: Progress | null, heads: readonly EarlierHead[]) {
    this.#origin = origin
    this.#heads = heads
    const start = from ?? beginning
    this.#builder = builderFrom(start)
    for (const [i, place] of partialTiles(start.size).entries()) {
      const bytes = fromBase64(start.edge[i] ?? '') ?? new Uint8Array()
      this.#partial.set(place.level, { ...place, bytes })
    }
    this.#kinds = { ...start.kinds }
    this.#latest = start.latest
    this.#keys = start.keys
    this.#frozen = start.frozen
  }

  /** Leaves gone through. */
  get size(): number {
    return this.#builder.size
  }

  /** Tree hash over them. */
  root(): Uint8Array {
    return this.#builder.root()
  }

  /** The log before this one, as its first entry states it; `null` if that was not read in this look. */
  get previous(): PreviousLog | null {
    return this.#previous
  }

  /** Keys that the log announced last; `null` if its entries speak of none. */
  get keys(): readonly string[] | null {
    return this.#keys
  }

  /** How far it has come, to go on from later. Only at a multiple of 256. */
  progress(): Progress {
    const edge = partialTiles(this.size).map(({ level }) =>
      toBase64(this.#partial.get(level)?.bytes ?? new Uint8Array())
    )
    const [size, latest, keys] = [this.size, this.#latest, this.#keys]
    return { size, edge, latest, kinds: { ...this.#kinds }, keys, frozen: this.#frozen }
  }

  /**
   * Takes the entries of the next bundle, whose hashes are known to be right.
   * @returns The tiles above level 0 that are now full.
   * @throws {LogFault} If an entry is none, goes back in time, or the tree is no longer the one signed before.
   */
  take(entries: readonly Uint8Array[], leaves: readonly Uint8Array[]): HashTile[] {
    for (const [i, bytes] of entries.entries()) {
      this.#read(bytes, this.size)
      this.#builder.append(leaves[i] ?? new Uint8Array())
      this.#compare()
    }
    const tiles = this.#builder.takeTiles()
    for (const tile of tiles) {
      if (tile.width < tileWidth) this.#partial.set(tile.level, tile)
    }
    return tiles.filter((tile) => tile.width === tileWidth && tile.level > 0)
  }

  /** The partial tiles above level 0, as they must be published for the tree as it is now. */
  partialTiles(): HashTile[] {
    return partialTiles(this.size).flatMap(({ level }) => this.#partial.get(level) ?? [])
  }

  /** The root that the tree would have with these leaves behind it. */
  rootWith(leaves: readonly Uint8Array[]): Uint8Array {
    const other = builderFrom(this.progress())
    for (const leaf of leaves) other.append(leaf)
    return other.root()
  }

  #read(bytes: Uint8Array, index: number): void {
    const entry = decodeEntry(bytes)
    if (!entry.ok) throw new LogFault('entry-unreadable', { index, reason: entry.reason })
    if (entry.value.at < this.#latest) throw new LogFault('time-goes-back', { index })
    if (this.#frozen) throw new LogFault('entry-after-freeze', { index })
    this.#latest = entry.value.at
    this.#kinds[entry.value.kind]++
    if (entry.value.kind === 'control') this.#follow(entry.value, index)
  }

  #follow(entry: Extract<LogEntry, { kind: 'public' | 'control' }>, index: number): void {
    const control: Control | null = readControl(entry)
    if (control === null) return
    if (control.type === 'freeze') {
      this.#frozen = true
      return
    }
    if (control.type === 'genesis' && (index !== 0 || control.origin !== this.#origin)) {
      throw new LogFault('entry-unreadable', { index })
    }
    if (control.type === 'genesis') this.#previous = control.previous ?? null
    this.#keys = control.keys
  }

  #compare(): void {
    for (const head of this.#heads) {
      if (head.size !== this.size || toBase64(this.root()) === head.root) continue
      throw new LogFault('fork', { size: head.size })
    }
  }
}

function builderFrom(from: Progress): TileBuilder {
  const edge = from.edge.map((tile) => fromBase64(tile) ?? new Uint8Array())
  const builder = TileBuilder.resume(from.size, edge, serverPrimitives)
  if (!builder.ok) throw new LogTrouble('state-unusable', builder.reason)
  return builder.value
}

/** Leaf hashes of entries. */
export function leavesOf(entries: readonly Uint8Array[]): Uint8Array[] {
  return entries.map((entry) => leafHash(entry, serverPrimitives))
}

/** Whether a published tile holds these hashes. */
export function demandTile(tile: HashTile, published: Uint8Array): void {
  if (!sameBytes(tile.bytes.subarray(0, published.length), published)) {
    throw new LogFault('tile-mismatch', { path: tilePath(tile) })
  }
}
