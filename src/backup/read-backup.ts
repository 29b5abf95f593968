import { createHash } from 'node:crypto'
import { json } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { z } from 'zod'
import { type OnBytes, readSealed } from './archive/sealed-file.ts'
import { BrokenArchiveError, type Member, readTar } from './archive/tar.ts'
import {
  type BackupTable,
  type Manifest,
  manifestName,
  manifestSchema,
  summaryName,
  summarySchema
} from './manifest.ts'
import { countRows } from './parts.ts'
import { BackupUnreadableError } from './refusals.ts'

/** What is done with a backup as it is read, in this order. */
export interface BackupReader {
  manifest(manifest: Manifest): Promise<void>
  /** A file of the data folder. */
  file(name: string, bytes: Buffer): Promise<void>
  /** Whole rows of a table, as COPY takes them; what is left of them is read all the same. */
  rows(part: BackupPart, rows: AsyncIterable<Buffer>): Promise<void>
}

/** Some rows of a table, which are one file of the archive. */
export interface BackupPart {
  readonly table: BackupTable
  /** Of the file: no two parts have the same. */
  readonly name: string
}

/** A backup that was read to its end, and is what it says. */
export interface ReadBackup {
  readonly manifest: Manifest
  readonly tables: ReadonlyMap<string, { readonly rows: number; readonly sha256: string }>
}

// A list of witnesses, a public key.
const fileBytesMax = 1 << 20

/**
 * Reads a backup from its first byte to its last, in one pass. Nothing that the reader was given may be
 * kept before this is done: only then is it sure that nothing is missing or changed.
 * @throws {WrongIdentityError} If the key does not open it.
 * @throws {BackupUnreadableError} If it is damaged, cut, or no backup.
 */
export async function readBackup(
  { file, identities, onBytes }: { file: string; identities: readonly string[]; onBytes?: OnBytes },
  reader: BackupReader
): Promise<ReadBackup> {
  try {
    return await new Reading(reader).read(readTar(readSealed(file, identities, onBytes)))
  } catch (cause) {
    const isBroken =
      cause instanceof BrokenArchiveError ||
      cause instanceof z.ZodError ||
      cause instanceof SyntaxError
    throw isBroken ? new BackupUnreadableError({ cause }) : cause
  }
}

class Reading {
  readonly #reader: BackupReader
  #manifest: Manifest | null = null
  readonly #read = new Map<string, { rows: number; hash: ReturnType<typeof createHash> }>()

  constructor(reader: BackupReader) {
    this.#reader = reader
  }

  async read(members: AsyncIterable<Member>): Promise<ReadBackup> {
    let whole: ReadBackup | null = null
    for await (const member of members) {
      if (whole !== null) throw new BrokenArchiveError('something stands behind the summary')
      if (this.#manifest === null) await this.#begin(member)
      else if (member.name === summaryName) whole = await this.#end(this.#manifest, member)
      else await this.#member(this.#manifest, member)
    }
    if (whole === null) throw new BrokenArchiveError('the backup has no summary')
    return whole
  }

  async #begin(member: Member): Promise<void> {
    if (member.name !== manifestName) throw new BrokenArchiveError('the backup has no manifest')
    const manifest = manifestSchema.parse(await json(Readable.from(member.body)))
    for (const { name } of manifest.tables) {
      this.#read.set(name, { rows: 0, hash: createHash('sha256') })
    }
    this.#manifest = manifest
    await this.#reader.manifest(manifest)
  }

  async #member(manifest: Manifest, member: Member): Promise<void> {
    const [kind, name = ''] = member.name.split('/')
    const table = manifest.tables.find((each) => each.name === name)
    const counted = this.#read.get(name)
    if (kind === 'tables' && table !== undefined && counted !== undefined) {
      const rows = countedRows(member.body, counted)
      await this.#reader.rows({ table, name: member.name }, rows)
      // What the reader leaves is read all the same: the hash is over all of it.
      for await (const _ of rows);
    } else if (kind === 'files' && manifest.files.includes(name) && member.size <= fileBytesMax) {
      const pieces: Buffer[] = []
      for await (const piece of member.body) pieces.push(piece)
      await this.#reader.file(name, Buffer.concat(pieces))
    } else throw new BrokenArchiveError(`the manifest does not name ${member.name}`)
  }

  async #end(manifest: Manifest, member: Member): Promise<ReadBackup> {
    const summary = summarySchema.parse(await json(Readable.from(member.body)))
    const tables = new Map<string, { rows: number; sha256: string }>()
    for (const [name, { rows, hash }] of this.#read)
      tables.set(name, { rows, sha256: hash.digest('hex') })
    const isWhole =
      summary.id === manifest.id &&
      summary.tables.length === tables.size &&
      summary.tables.every(({ name, rows, sha256 }) => {
        const read = tables.get(name)
        return read?.rows === rows && read.sha256 === sha256
      })
    if (!isWhole) throw new BrokenArchiveError('the backup is not what its summary says')
    return { manifest, tables }
  }
}

async function* countedRows(
  body: AsyncIterable<Buffer>,
  counted: { rows: number; hash: ReturnType<typeof createHash> }
): AsyncGenerator<Buffer> {
  for await (const piece of body) {
    counted.rows += countRows([piece])
    counted.hash.update(piece)
    yield piece
  }
}
