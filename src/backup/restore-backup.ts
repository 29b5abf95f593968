import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type Migration,
  makeFolder,
  migrate,
  ownMigrations,
  writeDurably
} from '../platform/index.ts'
import type { Progress } from './make-backup.ts'
import type { BackupTable, Manifest } from './manifest.ts'
import { type BackupReader, readBackup } from './read-backup.ts'
import { BackupNewerError, RestoreDiffersError } from './refusals.ts'
import { Target } from './target-store.ts'

export interface RestoreInput {
  readonly file: string
  readonly identities: readonly string[]
  /** The database to restore into: empty, or not there but for its name. */
  readonly url: string
  /** Where files of the state go; none is written where absent, and none over one that is there. */
  readonly dataFolder?: string
  readonly onProgress?: (progress: Progress) => void
}

/** What was brought back. */
export interface Restored {
  readonly manifest: Manifest
  readonly rows: number
  readonly tables: number
  /** Steps of the schema that are newer than the backup and were run on it. */
  readonly migrated: readonly string[]
  readonly files: readonly string[]
}

/**
 * Brings a backup back into an empty database: in one pass, in one transaction, and only if every byte
 * of it is as it was written. A restore that is interrupted leaves the database as empty as it was, and
 * is simply begun anew.
 * @throws {TargetNotEmptyError} If the database holds something.
 * @throws {BackupNewerError} If a newer Peyman made the backup.
 * @throws {WrongIdentityError} If the key does not open it.
 * @throws {BackupUnreadableError} If it is damaged, cut, or no backup.
 * @throws {RestoreDiffersError} If what was loaded is not what was written.
 */
export async function restoreBackup(input: RestoreInput): Promise<Restored> {
  const target = await Target.open(input.url)
  const loading = new Loading(target, input.onProgress ?? (() => {}))
  try {
    const { manifest, tables } = await readBackup(input, loading)
    await target.finish(manifest.sequences)
    for (const table of manifest.tables) {
      const read = tables.get(table.name)
      const [rows, hash] = [await target.countOf(table), await target.hashOf(table)]
      const isSame = rows === read?.rows && (hash === null || hash === read.sha256)
      if (!isSame) throw new RestoreDiffersError(table.name)
    }
    await target.commit()
    const rows = [...tables.values()].reduce((sum, each) => sum + each.rows, 0)
    const files = await putFiles(input.dataFolder, loading.files)
    return { manifest, rows, tables: tables.size, files, migrated: await migrate(input.url) }
  } catch (error) {
    await target.giveUp()
    throw error
  }
}

class Loading implements BackupReader {
  readonly files = new Map<string, Buffer>()
  readonly #target: Target
  readonly #onProgress: (progress: Progress) => void
  readonly #done = new Map<string, { bytes: number; size: number }>()
  #total = 0

  constructor(target: Target, onProgress: (progress: Progress) => void) {
    this.#target = target
    this.#onProgress = onProgress
  }

  async manifest(manifest: Manifest): Promise<void> {
    this.#total = manifest.tables.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
    await this.#target.prepare(await migrationsOf(manifest), manifest)
  }

  file(name: string, bytes: Buffer): Promise<void> {
    this.files.set(name, bytes)
    return Promise.resolve()
  }

  async rows(table: BackupTable, rows: AsyncIterable<Buffer>): Promise<void> {
    const done = this.#done.get(table.name) ?? { bytes: 0, size: table.sizeBytes }
    this.#done.set(table.name, done)
    await this.#target.load(table, counted(rows, done))
    const all = [...this.#done.values()]
    const reached = all.reduce((sum, { bytes, size }) => sum + Math.min(bytes, size), 0)
    this.#onProgress({
      table: table.name,
      rows: 0,
      bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
      share: this.#total === 0 ? 1 : reached / this.#total
    })
  }
}

async function* counted(
  rows: AsyncIterable<Buffer>,
  done: { bytes: number }
): AsyncGenerator<Buffer> {
  for await (const piece of rows) {
    done.bytes += piece.length
    yield piece
  }
}

/** The steps of the schema that the backup was made with, as this program has them. */
async function migrationsOf(manifest: Manifest): Promise<Migration[]> {
  const own = new Map((await ownMigrations()).map((each) => [each.name, each]))
  const isOurs = ({ name, sha256 }: { name: string; sha256: string }) =>
    own.get(name)?.sha256 === sha256
  const strange = manifest.migrations.filter((each) => !isOurs(each))
  if (strange.length > 0) throw new BackupNewerError(strange.map(({ name }) => name))
  return manifest.migrations.flatMap(({ name }) => own.get(name) ?? [])
}

/** What stands there is newer, or another machine's: it stays. */
async function putFiles(
  dataFolder: string | undefined,
  files: ReadonlyMap<string, Buffer>
): Promise<string[]> {
  if (dataFolder === undefined) return []
  await makeFolder(dataFolder)
  const put: string[] = []
  for (const [name, bytes] of files) {
    const file = join(dataFolder, name)
    if ((await stat(file).catch(() => null)) !== null) continue
    await writeDurably(file, bytes)
    put.push(name)
  }
  return put
}
