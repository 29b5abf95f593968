import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeFolder, writeDurably } from './durable-file.ts'

/** The published files of a data folder: what anybody may copy, as they are named by C2SP tlog-tiles. */
export class PublishedFiles {
  readonly #folder: string

  /** @param dataFolder - Of the installation. */
  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, 'log')
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

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
