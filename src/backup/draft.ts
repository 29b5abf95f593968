import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Context, inTransaction, newId } from '../platform/index.ts'
import {
  type DraftRow,
  deleteDraft,
  deleteDraftsBefore,
  ensureDraft,
  holdDraft
} from './draft-store.ts'
import { compress } from './frames.ts'
import type { BackupTable } from './manifest.ts'
import { BackupUnderWayError } from './refusals.ts'

/** A draft that nobody went on with for so long is forgotten: what it keeps is older than anybody needs. */
const draftHours = 48
// What is smaller is made again as quickly as it is read.
const keptBytesMin = 1 << 20
const cipher = 'aes-256-gcm'
const [keyBytes, nonceBytes, tagBytes] = [32, 12, 16]

/**
 * Runs work on the draft for a place, which it goes on with where one was cut off. Done, the draft is
 * gone; cut off, its parts stay for the next run. A disk that is full keeps nothing.
 * @throws {BackupUnderWayError} If somebody else works on it.
 */
export async function withDraft<T>(
  context: Context,
  { place, anew }: { readonly place: string; readonly anew: boolean },
  work: (draft: Draft) => Promise<T>
): Promise<T> {
  const row = await beginDraft(context, place)
  return inTransaction(context.db, async (tx) => {
    if (!(await holdDraft(tx, row.id))) throw new BackupUnderWayError()
    // Of a run that was cut off: what is sealed already cannot be written on in.
    await rm(sealedFileOf(row), { force: true })
    if (anew) await rm(folderOf(row), { recursive: true, force: true })
    const done = await work(new Draft(row)).catch(async (error: unknown) => {
      // The machine needs the room more than the next run needs the parts.
      if (isFull(error)) await rm(folderOf(row), { recursive: true, force: true })
      throw error
    })
    await deleteDraft(tx, row.id)
    await rm(folderOf(row), { recursive: true, force: true })
    return done
  })
}

function isFull(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)
}

/** The draft of a place; a new one where there is none, or the one that is there is too old. */
async function beginDraft(context: Context, place: string): Promise<DraftRow> {
  const { db, clock } = context
  const at = clock.now()
  await forgetOldDrafts(context, at)
  return ensureDraft(db, { id: newId(at), place, key: randomBytes(keyBytes), begunAt: at })
}

/** Forgets drafts that nobody goes on with, here their files as well. */
export async function forgetOldDrafts({ db }: Context, at: Temporal.Instant): Promise<void> {
  const before = at.subtract({ hours: draftHours })
  for (const row of await inTransaction(db, (tx) => deleteDraftsBefore(tx, before))) {
    await rm(sealedFileOf(row), { force: true })
    await rm(folderOf(row), { recursive: true, force: true })
  }
}

function sealedFileOf({ place, id }: DraftRow): string {
  return `${place}.draft-${id}`
}

function folderOf({ place, id }: DraftRow): string {
  return `${place}.parts-${id}`
}

/**
 * Parts of tables that are compressed already, each sealed into a file of its own by a key that stands
 * in the database alone. The name of a part says what it holds to nobody but the holder of that key.
 */
export class Draft {
  readonly id: string
  /** Where the sealed file grows before it has its name. */
  readonly sealedFile: string
  readonly folder: string
  readonly #key: Buffer

  constructor(row: DraftRow) {
    this.id = row.id
    this.sealedFile = sealedFileOf(row)
    this.folder = folderOf(row)
    this.#key = row.key
  }

  /**
   * A part, compressed: kept since an earlier run, or made now and kept.
   * @returns `null` for one that is too small to be kept.
   */
  async frameOf(
    table: BackupTable,
    pieces: readonly Buffer[]
  ): Promise<{ readonly frame: Buffer; readonly wasKept: boolean } | null> {
    if (pieces.reduce((sum, { length }) => sum + length, 0) < keptBytesMin) return null
    const name = this.#nameOf(table, pieces)
    const kept = await this.#read(name)
    if (kept !== null) return { frame: kept, wasKept: true }
    const frame = await compress(pieces)
    await this.#write(name, frame)
    return { frame, wasKept: false }
  }

  #nameOf(table: BackupTable, pieces: readonly Buffer[]): string {
    const hash = createHmac('sha256', this.#key)
    hash.update(`${table.name} (${table.columns.join(', ')})\n`)
    for (const piece of pieces) hash.update(piece)
    return hash.digest('hex')
  }

  /** What was torn by a power cut, or changed, is as good as not there. */
  async #read(name: string): Promise<Buffer | null> {
    const bytes = await readFile(join(this.folder, name)).catch(() => null)
    if (bytes === null || bytes.length < nonceBytes + tagBytes) return null
    const opened = createDecipheriv(cipher, this.#key, bytes.subarray(0, nonceBytes))
    opened.setAAD(Buffer.from(name)).setAuthTag(bytes.subarray(-tagBytes))
    try {
      const frame = opened.update(bytes.subarray(nonceBytes, -tagBytes))
      return Buffer.concat([frame, opened.final()])
    } catch {
      return null
    }
  }

  /** Not flushed: a part that a power cut takes is made again. */
  async #write(name: string, frame: Buffer): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 })
    const nonce = randomBytes(nonceBytes)
    const sealed = createCipheriv(cipher, this.#key, nonce).setAAD(Buffer.from(name))
    const pieces = [nonce, sealed.update(frame), sealed.final(), sealed.getAuthTag()]
    const file = join(this.folder, name)
    await writeFile(`${file}.new`, Buffer.concat(pieces), { mode: 0o600 })
    await rename(`${file}.new`, file)
  }
}
