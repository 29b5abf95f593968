import { setTimeout } from 'node:timers/promises'
import {
  type HashTile,
  partialTiles,
  parseCheckpoint,
  parsePolicy,
  sameBytes,
  tilePath,
  tileWidth,
  tileWidthAt,
  verifyCheckpoint
} from '../kernel/tlog/index.ts'
import type { Context } from '../platform/index.ts'
import type { LogDifference } from './log-difference.ts'
import { policyText } from './log-policy.ts'
import { type LogRow, type PublishedRow, logById, publishedOf } from './log-store.ts'
import { promisedDelaySeconds } from './promise-note.ts'
import { bundleOf } from './publish-tiles.ts'
import { PublishedFiles } from './published-files.ts'
import { serverPrimitives } from './server-primitives.ts'
import { keysFileDiffers, signedState } from './signed-state.ts'
import { readTiles } from './tile-store.ts'
import { walkLog } from './walk-log.ts'

const clockSecondsMax = 60
const checkpointLooks = 3
const checkpointWaitMilliseconds = 300

/** Holds the rows of a shard against themselves, its files, its checkpoint and its signer. */
export async function checkShard(
  context: Context,
  name: string
): Promise<{ entries: number; differences: LogDifference[] }> {
  // In this order, since a log that is kept meanwhile grows first, is signed then, and published last.
  const published = await publishedOf(context.db, name)
  const before = await logById(context.db, name)
  const signed = before && (await signedState(context, before.origin))
  const log = await logById(context.db, name)
  if (log === null) return { entries: 0, differences: [] }
  const check = new ShardCheck(context, log, published)
  const walked = await walkLog(context.db, log.log, {
    sizes: [published.size, signed?.size ?? 0],
    to: log.size,
    tiles: (size, tiles) => check.tiles(size, tiles)
  })
  for (const { what, index } of walked.faults) check.add(what, `entry ${String(index)}`)
  if (walked.size < log.size || !sameRoot(walked.roots.get(log.size) ?? walked.root, log.root)) {
    check.add('head-differs', `size ${String(log.size)}`)
  }
  if (walked.size === log.size) checkStanding(check, walked)
  const now = Math.floor(context.clock.now().epochMilliseconds / 1000)
  checkSigned(check, { signed, roots: walked.roots, size: walked.size })
  checkCheckpoint(check, context, walked.roots)
  checkPublished(check, now)
  await check.checkpointFile()
  if (await keysFileDiffers(context, log)) check.add('signer-keys-differ', log.origin)
  if (now + clockSecondsMax < log.lastAt) {
    check.add('clock-set-back', `${String(log.lastAt - now)} seconds behind the log`)
  }
  return { entries: walked.size, differences: check.differences }
}

function sameRoot(one: Uint8Array, other: Uint8Array): boolean {
  return sameBytes(Buffer.from(one), Buffer.from(other))
}

class ShardCheck {
  readonly differences: LogDifference[] = []
  readonly log: LogRow
  readonly published: PublishedRow
  readonly #context: Context
  readonly #files: PublishedFiles
  readonly #edge = new Map<string, HashTile>()

  constructor(context: Context, log: LogRow, published: PublishedRow) {
    this.#context = context
    this.log = log
    this.published = published
    this.#files = new PublishedFiles(context.config.dataFolder)
  }

  add(what: string, at: string): void {
    this.differences.push({ what, log: this.log.log, at })
  }

  /** Tiles that the entries make at a size: held against rows, and against files where published. */
  async tiles(size: number, tiles: readonly HashTile[]): Promise<void> {
    const full = tiles.filter(({ width }) => width === tileWidth)
    for (const tile of tiles.filter(({ width }) => width < tileWidth)) {
      this.#edge.set(tilePath(tile), tile)
    }
    // A tile of a high level is only given when it changes: the one of before is still the edge.
    const edge = partialTiles(size).flatMap((tile) => this.#edge.get(tilePath(tile)) ?? [])
    await this.#rows([...full, ...(size === this.log.size ? edge : [])])
    const isPublished = (tile: HashTile) =>
      tileWidthAt(this.published.size, tile.level, tile.index) === tile.width
    await this.#published(full.filter(isPublished))
    if (size === this.published.size) await this.#published(edge)
  }

  /** A log that is kept meanwhile writes the row and then the file: it is looked at again before it is told. */
  async checkpointFile(): Promise<void> {
    for (let look = 1; look <= checkpointLooks; look += 1) {
      const { note } = await publishedOf(this.#context.db, this.log.log)
      const file = await this.#files.read(this.log.log, 'checkpoint')
      if (note === null || file?.toString() === note) return
      if (look === checkpointLooks) {
        this.add(
          file === null ? 'checkpoint-file-missing' : 'checkpoint-file-differs',
          'checkpoint'
        )
      } else await setTimeout(checkpointWaitMilliseconds)
    }
  }

  async #rows(tiles: readonly HashTile[]): Promise<void> {
    const rows = await readTiles(this.#context.db, this.log.log, tiles)
    for (const [i, tile] of tiles.entries()) {
      if (!sameRoot(rows[i] ?? new Uint8Array(), tile.bytes)) {
        this.add('tile-row-differs', tilePath(tile))
      }
    }
  }

  async #published(tiles: readonly HashTile[]): Promise<void> {
    for (const tile of tiles) {
      await this.#file(tilePath(tile), () => Promise.resolve(tile.bytes))
      if (tile.level === 0) {
        await this.#file(tilePath({ ...tile, level: 'entries' }), () =>
          bundleOf(this.#context.db, this.log.log, tile)
        )
      }
    }
  }

  async #file(path: string, expected: () => Promise<Uint8Array>): Promise<void> {
    const found = await this.#files.read(this.log.log, path)
    if (found === null) this.add('tile-file-missing', path)
    else if (!sameRoot(found, await expected())) this.add('tile-file-differs', path)
  }
}

/** What the row of a shard says besides its size and root, as the last entry says it. */
function checkStanding(
  check: ShardCheck,
  { lastAt, lastType }: { lastAt: number; lastType: string | null }
): void {
  const { log } = check
  if (log.lastAt !== lastAt) check.add('head-differs', 'time of the last entry')
  if ((log.frozenAt !== null) !== (lastType === 'freeze')) {
    check.add('head-differs', 'whether the shard is closed')
  }
}

/** What keeps the newest head from being published, and a head that has been kept back too long. */
function checkPublished(check: ShardCheck, now: number): void {
  const { published, log } = check
  const at = `size ${String(published.size)} of ${String(log.size)}`
  if (published.trouble !== null) check.add('not-published', `${at}: ${published.trouble}`)
  else if (published.size < log.size && now > log.lastAt + promisedDelaySeconds) {
    check.add('publishing-late', at)
  }
}

/** The signer remembers the largest tree that it signed, whatever happened to the rows since. */
function checkSigned(
  check: ShardCheck,
  of: {
    signed: { size: number; root: Uint8Array } | null
    roots: ReadonlyMap<number, Uint8Array>
    size: number
  }
): void {
  const { signed, roots, size } = of
  if (signed === null) {
    check.add('signer-unknown', 'neither the signer nor its file says what was signed')
    return
  }
  const at = `size ${String(signed.size)}`
  const root = roots.get(signed.size)
  if (signed.size < check.published.size) check.add('signer-behind-checkpoint', at)
  if (signed.size > size) check.add('rows-behind-signer', at)
  else if (root !== undefined && !sameRoot(root, signed.root)) check.add('fork', at)
}

function checkCheckpoint(
  check: ShardCheck,
  context: Context,
  roots: ReadonlyMap<number, Uint8Array>
): void {
  const { note, size } = check.published
  if (note === null) return
  const at = `size ${String(size)}`
  const checkpoint = parseCheckpoint(note)
  const policy = parsePolicy(policyText(context.config.origin, [check.log], ''), serverPrimitives)
  if (!checkpoint.ok || !policy.ok || !verifyCheckpoint(note, policy.value, serverPrimitives).ok) {
    check.add('checkpoint-not-signed', at)
    return
  }
  const root = roots.get(size)
  if (root === undefined) check.add('rows-behind-checkpoint', at)
  else if (!sameRoot(root, checkpoint.value.root) || checkpoint.value.size !== size) {
    check.add('checkpoint-differs', at)
  }
}
