import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Context, databaseAddress, newId } from '../platform/index.ts'
import { writeSealed } from './archive/sealed-file.ts'
import { tarEnd, tarMember } from './archive/tar.ts'
import {
  type BackupTable,
  type Manifest,
  type Summary,
  leftOutTables,
  manifestName,
  manifestSchema,
  summaryName
} from './manifest.ts'
import { countRows, cutIntoParts } from './parts.ts'
import { recipientsOf } from './recovery-key.ts'
import { type Snapshot, openSnapshot } from './snapshot-store.ts'

/** What a backup or a restore has done so far. */
export interface Progress {
  readonly table: string
  readonly rows: number
  /** Bytes as PostgreSQL writes them, before compression. */
  readonly bytes: number
  /** 0 to 1, by the size of the tables on the disk. */
  readonly share: number
}

/** A backup that was made. */
export interface MadeBackup {
  readonly id: string
  readonly file: string
  /** The moment whose state it holds. */
  readonly at: Temporal.Instant
  readonly sizeBytes: number
  readonly rows: number
  readonly facts: number
  readonly tables: number
}

export interface BackupInput {
  readonly file: string
  /** Recipients or files of them; the recovery key of the data folder where empty. */
  readonly to: readonly string[]
  readonly onProgress?: (progress: Progress) => void
}

// Small enough to hold two of them, large enough that a table is not thousands of files.
const partBytes = 4 << 20
// What belongs to the state and stands in the data folder; never what signs, or what was erased.
const filesOfState = ['witnesses', 'recovery-key.pub']

/**
 * Writes the whole state of the installation, as it is at one moment, into a file that only the recovery
 * key opens. The desk may run meanwhile.
 * @throws {BackupExistsError} If there is a file of that name.
 * @throws {NoRecoveryKeyError} If nobody is named who could open it.
 */
export async function makeBackup(context: Context, input: BackupInput): Promise<MadeBackup> {
  const recipients = await recipientsOf(context.config.dataFolder, input.to)
  const snapshot = await openSnapshot(databaseAddress(context.db), context.clock)
  try {
    const writing = new Writing(context, snapshot, input.onProgress ?? (() => {}))
    const { sizeBytes } = await writeSealed(input.file, writing.bytes(), recipients)
    const { id, rows, tables } = writing
    const { at, facts } = snapshot
    return { id, file: input.file, at, sizeBytes, rows, facts, tables }
  } finally {
    await snapshot.close()
  }
}

class Writing {
  readonly id: string
  rows = 0
  tables = 0
  readonly #context: Context
  readonly #snapshot: Snapshot
  readonly #onProgress: (progress: Progress) => void
  readonly #at: number

  constructor(context: Context, snapshot: Snapshot, onProgress: (progress: Progress) => void) {
    this.id = newId(snapshot.at)
    this.#context = context
    this.#snapshot = snapshot
    this.#onProgress = onProgress
    this.#at = Math.floor(snapshot.at.epochMilliseconds / 1000)
  }

  async *bytes(): AsyncGenerator<Uint8Array> {
    const tables = this.#snapshot.tables.filter(({ name }) => !(name in leftOutTables))
    const files = await readFiles(this.#context.config.dataFolder)
    const manifest = this.#manifest(tables, [...files.keys()])
    yield* this.#json(manifestName, manifest)
    for (const [name, bytes] of files) yield* tarMember(`files/${name}`, bytes, this.#at)
    const summary: Summary['tables'] = []
    const total = tables.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
    const done = { bytes: 0, size: 0 }
    for (const table of tables) {
      const written = { name: table.name, rows: 0, sha256: '' }
      const hash = createHash('sha256')
      let [part, own] = [0, 0]
      for await (const pieces of cutIntoParts(this.#snapshot.rows(table), partBytes)) {
        part += 1
        for (const piece of pieces) hash.update(piece)
        written.rows += countRows(pieces)
        yield* tarMember(partName(table.name, part), pieces, this.#at)
        own += pieces.reduce((sum, { length }) => sum + length, 0)
        const reached = done.size + Math.min(own, table.sizeBytes)
        const share = total === 0 ? 1 : reached / total
        this.#onProgress({ table: table.name, rows: written.rows, bytes: done.bytes + own, share })
      }
      written.sha256 = hash.digest('hex')
      summary.push(written)
      done.bytes += own
      done.size += table.sizeBytes
      this.rows += written.rows
      this.tables += 1
    }
    yield* this.#json(summaryName, { id: this.id, tables: summary } satisfies Summary)
    yield tarEnd()
  }

  #manifest(tables: BackupTable[], files: string[]): Manifest {
    const { at, postgresql, sequences, migrations, logs, facts, newestFactAt } = this.#snapshot
    return manifestSchema.parse({
      format: 'peyman-backup/1',
      id: this.id,
      at: at.toString(),
      peyman: '0.1.0',
      postgresql,
      origin: this.#context.config.origin,
      migrations,
      tables,
      leftOut: Object.entries(leftOutTables).map(([name, because]) => ({ name, because })),
      sequences,
      logs,
      facts,
      newestFactAt,
      files
    })
  }

  *#json(name: string, value: Manifest | Summary): Generator<Uint8Array> {
    yield* tarMember(name, Buffer.from(`${JSON.stringify(value, null, 1)}\n`), this.#at)
  }
}

/** Where a part of a table stands in the archive. */
function partName(table: string, part: number): string {
  return `tables/${table}/${String(part).padStart(6, '0')}.copy`
}

async function readFiles(dataFolder: string): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>()
  for (const name of filesOfState) {
    const bytes = await readFile(join(dataFolder, name)).catch(() => null)
    if (bytes !== null) found.set(name, bytes)
  }
  return found
}
