import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import type { Manifest } from './manifest.ts'
import type { Progress } from './progress.ts'
import { type BackupPart, type BackupReader, readBackup } from './read-backup.ts'
import { RowSum } from './row-sum.ts'

/** A backup that was read from end to end, and is whole. */
export interface Looked {
  readonly manifest: Manifest
  /** What each table must be once it is loaded. */
  readonly tables: ReadonlyMap<string, { readonly rows: number; readonly sum: string }>
  readonly parts: number
  readonly bytes: number
  readonly files: ReadonlyMap<string, Buffer>
  /** No other backup has the same. */
  readonly mark: string
}

/**
 * Reads a backup once before anything of it is brought anywhere: one that is damaged, or not to be opened,
 * touches nothing.
 * @throws {WrongIdentityError} If the key does not open it.
 * @throws {BackupUnreadableError} If it is damaged, cut, or no backup.
 */
export async function lookThrough(
  { file, identities }: { readonly file: string; readonly identities: readonly string[] },
  tell: (progress: Omit<Progress, 'step'>) => void
): Promise<Looked> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0
  )
  const looking = new Looking((progress) =>
    tell({ rows: 0, partsTotal: null, partsKept: 0, ...progress })
  )
  const { manifest, tables } = await readBackup(
    { file, identities, onBytes: (bytes) => looking.read(bytes / Math.max(size, 1)) },
    looking
  )
  const hash = createHash('sha256').update(JSON.stringify(manifest))
  for (const [name, { rows, sha256 }] of tables) hash.update(`${name} ${String(rows)} ${sha256}\n`)
  const { sums, parts, bytes, files } = looking
  return {
    manifest,
    tables: new Map(
      [...tables.keys()].map((name) => {
        const sum = sums.get(name) ?? new RowSum()
        return [name, { rows: sum.rows, sum: sum.digest() }]
      })
    ),
    parts,
    bytes,
    files,
    mark: hash.digest('hex')
  }
}

type Told = (progress: { table: string; bytes: number; share: number; parts: number }) => void

class Looking implements BackupReader {
  readonly sums = new Map<string, RowSum>()
  readonly files = new Map<string, Buffer>()
  parts = 0
  bytes = 0
  readonly #tell: Told
  #share = 0

  constructor(tell: Told) {
    this.#tell = tell
  }

  /** @param share - Of the file, that was read since. */
  read(share: number): void {
    this.#share += share
  }

  manifest(): Promise<void> {
    return Promise.resolve()
  }

  file(name: string, bytes: Buffer): Promise<void> {
    this.files.set(name, bytes)
    return Promise.resolve()
  }

  async rows({ table }: BackupPart, rows: AsyncIterable<Buffer>): Promise<void> {
    const sum = this.sums.get(table.name) ?? new RowSum()
    this.sums.set(table.name, sum)
    for await (const piece of rows) {
      sum.add(piece)
      this.bytes += piece.length
    }
    this.parts += 1
    const { bytes, parts } = this
    this.#tell({ table: table.name, bytes, share: Math.min(this.#share, 1), parts })
  }
}
