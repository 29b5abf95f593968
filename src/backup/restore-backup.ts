import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type Migration,
  makeFolder,
  migrate,
  ownMigrations,
  writeDurably
} from '../platform/index.ts'
import { demandReadable } from './archive/sealed-file.ts'
import { type Looked, lookThrough } from './look-through.ts'
import type { Manifest } from './manifest.ts'
import type { OnProgress, Progress } from './progress.ts'
import { type BackupPart, type BackupReader, readBackup } from './read-backup.ts'
import { BackupNewerError, BackupUnreadableError, RestoreDiffersError } from './refusals.ts'
import { Target } from './target-store.ts'

/** Which backup is restored, with which keys, into what. */
export interface RestoreInput {
  readonly file: string
  /** Secret keys, `AGE-SECRET-KEY-…`; one of them opens it. */
  readonly identities: readonly string[]
  /** The database to restore into: empty, or not there but for its name, or cut off while this was brought in. */
  readonly url: string
  /** Throws away what a restore left that was cut off; else it goes on with it. */
  readonly anew?: boolean
  /** Where files of the state go; none is written where absent, and none over one that is there. */
  readonly dataFolder?: string
  readonly onProgress?: OnProgress
}

/** What was brought back. */
export interface Restored {
  readonly manifest: Manifest
  readonly rows: number
  readonly tables: number
  readonly parts: number
  /** Parts that an earlier run, which was cut off, had loaded already. */
  readonly partsKept: number
  /** Steps of the schema that are newer than the backup and were run on it. */
  readonly migrated: readonly string[]
  readonly files: readonly string[]
}

// How much of the whole each step is, as it was measured.
const shares = { check: 0.1, load: 0.55, index: 0.15, compare: 0.2 } as const
type Step = keyof typeof shares

/**
 * Brings a backup back into an empty database, only if every byte of it is as it was written. It is read
 * twice: to see that it is whole, and to load it, part by part. Cut off, the next call for the same backup
 * goes on after the last part; until the end nothing starts on the database.
 * @throws {NotThereError} If there is no such file.
 * @throws {TargetNotEmptyError} If the database holds something.
 * @throws {HalfOfAnotherError} If it holds the half of another backup.
 * @throws {BackupNewerError} If a newer Peyman made the backup.
 * @throws {WrongIdentityError} If the key does not open it.
 * @throws {BackupUnreadableError} If it is damaged, cut, or no backup.
 * @throws {RestoreDiffersError} If what was loaded is not what was written; then nothing of it is kept.
 */
export async function restoreBackup(input: RestoreInput): Promise<Restored> {
  await demandReadable(input.file)
  const target = await Target.open(input.url)
  try {
    if (input.anew === true) await target.clear()
    const told = new Told(input.onProgress ?? (() => {}))
    const looked = await lookThrough(input, told.in('check'))
    const { manifest, mark, tables, parts } = looked
    const migrations = await migrationsOf(manifest)
    await target.begin({ mark, manifest, migrations })
    const partsKept = target.loaded.size
    await load(input, { target, looked, told })
    await compare(target, looked, told)
    const files = await putFiles(input.dataFolder, looked.files)
    await target.finish(manifest.sequences)
    await target.close()
    const rows = [...tables.values()].reduce((sum, each) => sum + each.rows, 0)
    const migrated = await migrate(input.url)
    return { manifest, rows, tables: tables.size, parts, partsKept, files, migrated }
  } finally {
    await target.close()
  }
}

async function load(
  input: RestoreInput,
  { target, looked, told }: { target: Target; looked: Looked; told: Told }
): Promise<void> {
  if (target.loaded.size < looked.parts) {
    const loading = new Loading(target, looked, told.in('load'))
    const { manifest } = await readBackup(input, loading)
    // Somebody put another file there since it was looked through.
    if (manifest.id !== looked.manifest.id) throw new BackupUnreadableError()
  }
  const tell = told.in('index')
  await target.putBack((done, all) => {
    tell({ ...wholeOf(looked), table: '', share: done / all })
  })
}

/** Each table is read again: it must be what the backup says, row by row. */
async function compare(target: Target, looked: Looked, told: Told): Promise<void> {
  const { tables } = looked.manifest
  const total = tables.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  const tell = told.in('compare')
  let done = 0
  for (const table of tables) {
    const [is, must] = [await target.sumOf(table), looked.tables.get(table.name)]
    if (is.rows !== must?.rows || is.sum !== must.sum) {
      await target.clear()
      throw new RestoreDiffersError(table.name)
    }
    done += table.sizeBytes
    tell({ ...wholeOf(looked), table: table.name, share: done / Math.max(total, 1) })
  }
}

function wholeOf({ parts, bytes }: Looked): Omit<Progress, 'step' | 'table' | 'share'> {
  return { rows: 0, bytes, parts, partsTotal: parts, partsKept: 0 }
}

/** Tells how far the whole is from how far each step is. */
class Told {
  readonly #onProgress: OnProgress

  constructor(onProgress: OnProgress) {
    this.#onProgress = onProgress
  }

  in(step: Step): (progress: Omit<Progress, 'step'>) => void {
    const names = Object.keys(shares) as Step[]
    const before = names.slice(0, names.indexOf(step)).reduce((sum, each) => sum + shares[each], 0)
    return (progress) => {
      this.#onProgress({ ...progress, step, share: before + progress.share * shares[step] })
    }
  }
}

class Loading implements BackupReader {
  readonly #target: Target
  readonly #looked: Looked
  readonly #tell: (progress: Omit<Progress, 'step'>) => void
  readonly #kept: ReadonlySet<string>
  readonly #done = { parts: 0, bytes: 0 }

  constructor(target: Target, looked: Looked, tell: (progress: Omit<Progress, 'step'>) => void) {
    this.#target = target
    this.#looked = looked
    this.#tell = tell
    this.#kept = new Set(target.loaded)
  }

  manifest(): Promise<void> {
    return Promise.resolve()
  }

  file(): Promise<void> {
    return Promise.resolve()
  }

  async rows(part: BackupPart, rows: AsyncIterable<Buffer>): Promise<void> {
    const { parts, bytes } = this.#looked
    const passing = counted(rows, this.#done)
    if (this.#kept.has(part.name)) for await (const _ of passing);
    else await this.#target.load(part, passing)
    this.#done.parts += 1
    this.#tell({
      table: part.table.name,
      rows: 0,
      ...this.#done,
      partsTotal: parts,
      partsKept: this.#kept.size,
      share: this.#done.bytes / Math.max(bytes, 1)
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
