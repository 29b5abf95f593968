import { readFile, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type TileAddress, tilePath, tileWidth, tileWidthAt } from '../kernel/tlog/index.ts'
import { makeFolder, writeDurably } from '../platform/index.ts'

/** A tile would replace another one of the same name: the rows are not those that were published. */
export class PublishedDiffersError extends Error {
  readonly code = 'log/published-differs'
}

/** The published files of a data folder: what anybody may copy, as they are named by C2SP tlog-tiles. */
export class PublishedFiles {
  readonly #folder: string

  /** @param dataFolder - Of the installation. */
  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, 'log')
  }

  /**
   * Writes a tile that may stand there already: then it must be the same, for it may have been signed.
   * @throws {PublishedDiffersError} If something else was published under this name.
   */
  async add(log: string, path: string, bytes: Uint8Array): Promise<void> {
    const before = await this.read(log, path)
    if (before === null) await this.write(log, path, bytes)
    else if (!before.equals(bytes)) {
      throw new PublishedDiffersError(`${log}/${path} was published with other bytes`)
    }
  }

  /** @param path - `checkpoint`, or a path of a tile; made by this program, never by a reader. */
  async write(log: string, path: string, bytes: Uint8Array | string): Promise<void> {
    const file = join(this.#folder, log, path)
    try {
      await writeDurably(file, bytes)
    } catch (error) {
      if (!isMissing(error)) throw error
      await makeFolder(dirname(file))
      await writeDurably(file, bytes)
    }
  }

  /** Takes away what was put there for a tree larger than `size`, which nobody has signed. */
  async forgetBeyond(log: string, size: number): Promise<void> {
    for (const kind of ['entries', ...(await this.#levels(log))] as const) {
      const level = kind === 'entries' ? 0 : kind
      let isThere = true
      for (let index = firstBeyond(size, level); isThere; index += 1) {
        isThere = await this.#forgetTile(
          log,
          { level: kind, index },
          tileWidthAt(size, level, index)
        )
      }
    }
  }

  async #levels(log: string): Promise<number[]> {
    const names = await readdir(join(this.#folder, log, 'tile')).catch(() => [])
    return names.filter((name) => /^\d+$/.test(name)).map(Number)
  }

  /** @returns Whether there was any file of this tile, partial or full. */
  async #forgetTile(
    log: string,
    tile: Pick<TileAddress, 'level' | 'index'>,
    keptWidth: number
  ): Promise<boolean> {
    const full = join(this.#folder, log, tilePath({ ...tile, width: tileWidth }))
    const widths = (await readdir(`${full}.p`).catch(() => [])).filter((name) => /^\d+$/.test(name))
    const isFull = (await this.read(log, tilePath({ ...tile, width: tileWidth }))) !== null
    if (isFull && keptWidth < tileWidth) await rm(full)
    for (const width of widths) {
      if (Number(width) > keptWidth) await rm(join(`${full}.p`, width))
    }
    return isFull || widths.length > 0
  }

  /** The bytes of a file, or `null`. */
  async read(log: string, path: string): Promise<Buffer | null> {
    try {
      return await readFile(join(this.#folder, log, path))
    } catch (error) {
      if (isMissing(error)) return null
      throw error
    }
  }
}

/** The first tile of a level that a tree of `size` leaves does not fill. */
function firstBeyond(size: number, level: number): number {
  return Math.floor(size / tileWidth ** (level + 1))
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
