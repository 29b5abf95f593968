import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context } from '../platform/index.ts'
import { tarEnd, tarHead, tarMember, tarRest } from './archive/tar.ts'
import type { Draft } from './draft.ts'
import { Frames } from './frames.ts'
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
import type { OnProgress } from './progress.ts'
import type { Snapshot } from './snapshot-store.ts'

/** What an archive is made of. */
interface ArchiveSource {
  readonly id: string
  readonly config: Context['config']
  readonly snapshot: Snapshot
  readonly draft: Draft
}

// What belongs to the state and stands in the data folder; never what signs, or what was erased.
const filesOfState = ['witnesses', 'recovery-key.pub']

/** The archive of a backup as it is written: tar, compressed (zstd). */
export class Writing {
  readonly #source: ArchiveSource
  readonly #onProgress: OnProgress
  readonly #at: number
  readonly #frames = new Frames()
  readonly #counts = { rows: 0, tables: 0, parts: 0, partsKept: 0 }
  /** Bytes of COPY, and what finished tables take on the disk. */
  readonly #done = { bytes: 0, size: 0 }

  constructor(source: ArchiveSource, onProgress: OnProgress) {
    this.#source = source
    this.#onProgress = onProgress
    this.#at = Math.floor(source.snapshot.at.epochMilliseconds / 1000)
  }

  get counts(): { rows: number; tables: number; parts: number; partsKept: number } {
    return { ...this.#counts }
  }

  async *frames(): AsyncGenerator<Uint8Array> {
    const { id, snapshot, config } = this.#source
    const tables = snapshot.tables.filter(({ name }) => !(name in leftOutTables))
    const files = await readFiles(config.dataFolder)
    yield* this.#json(manifestName, this.#manifest(tables, [...files.keys()]))
    for (const [name, bytes] of files) yield* this.#member(`files/${name}`, [bytes])
    const summary: Summary['tables'] = []
    const total = tables.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
    for (const table of tables) summary.push(yield* this.#table(table, total))
    yield* this.#json(summaryName, { id, tables: summary } satisfies Summary)
    yield* this.#frames.bytes([tarEnd()])
    yield* this.#frames.end()
    this.#tell({ table: '', rows: this.#counts.rows, bytes: this.#done.bytes, share: 1 })
  }

  async *#table(
    table: BackupTable,
    total: number
  ): AsyncGenerator<Uint8Array, Summary['tables'][number]> {
    const hash = createHash('sha256')
    let [part, rows, own] = [0, 0, 0]
    for await (const pieces of cutIntoParts(this.#source.snapshot.rows(table))) {
      part += 1
      for (const piece of pieces) hash.update(piece)
      rows += countRows(pieces)
      own += sizeOf(pieces)
      yield* this.#part(partName(table.name, part), table, pieces)
      const share = (this.#done.size + Math.min(own, table.sizeBytes)) / Math.max(total, 1)
      this.#tell({ table: table.name, rows, bytes: this.#done.bytes + own, share })
    }
    this.#done.bytes += own
    this.#done.size += table.sizeBytes
    this.#counts.rows += rows
    this.#counts.tables += 1
    return { name: table.name, rows, sha256: hash.digest('hex') }
  }

  async *#part(
    name: string,
    table: BackupTable,
    pieces: readonly Buffer[]
  ): AsyncGenerator<Uint8Array> {
    this.#counts.parts += 1
    const made = await this.#source.draft.frameOf(table, pieces)
    if (made === null) {
      yield* this.#member(name, pieces)
      return
    }
    if (made.wasKept) this.#counts.partsKept += 1
    const size = sizeOf(pieces)
    yield* this.#frames.bytes([tarHead(name, size, this.#at)])
    yield* this.#frames.frame(made.frame)
    yield* this.#frames.bytes([tarRest(size)])
  }

  #member(name: string, pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
    return this.#frames.bytes(tarMember(name, pieces, this.#at))
  }

  #json(name: string, value: Manifest | Summary): AsyncGenerator<Uint8Array> {
    return this.#member(name, [Buffer.from(`${JSON.stringify(value, null, 1)}\n`)])
  }

  #manifest(tables: BackupTable[], files: string[]): Manifest {
    const { at, postgresql, sequences, migrations, logs, facts, newestFactAt } =
      this.#source.snapshot
    return manifestSchema.parse({
      format: 'peyman-backup/1',
      id: this.#source.id,
      at: at.toString(),
      peyman: '0.1.0',
      postgresql,
      origin: this.#source.config.origin,
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

  #tell(progress: { table: string; rows: number; bytes: number; share: number }): void {
    const { parts, partsKept } = this.#counts
    this.#onProgress({ step: 'write', ...progress, parts, partsTotal: null, partsKept })
  }
}

function sizeOf(pieces: readonly Buffer[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0)
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
