import { readFile, readdir, rename, rm, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder, syncFolder, writeDurably } from '../../platform/durable-file.ts'
import type { Mark } from './agent-clock.ts'
import {
  type SpooledName,
  formatSpooled,
  formatSpooledName,
  parseSpooled,
  parseSpooledName
} from './spool-format.ts'

/** A batch that waits to be sent. */
export interface Waiting extends SpooledName {
  readonly bytes: number
}

/** A batch as it is sent. */
export interface ReadBatch {
  readonly batch: string
  readonly madeAt: Mark
  readonly body: string
}

const waitingEnding = '.batch'
const lostEnding = '.lost'
const damagedEnding = '.damaged'
const refusedEnding = '.refused'
const asideMax = 10

/**
 * Batches on the disk, from their making to the answer of the desk. `kill -9` at any moment leaves every
 * batch either whole or not there, and each loss is told in exactly one batch:
 * what is thrown away leaves its name (with the count) under another ending until a batch that tells of
 * it is on the disk.
 */
export class Spool {
  readonly #folder: string
  readonly #bytesMax: number
  readonly #say: (line: string) => void
  #waiting: Waiting[] = []
  #lost: SpooledName[] = []
  #next = 1
  /** Number of the batch that is being sent: it is not thrown away under the sender. */
  #held: number | null = null

  private constructor(folder: string, bytesMax: number, say: (line: string) => void) {
    this.#folder = folder
    this.#bytesMax = bytesMax
    this.#say = say
  }

  /** Opens the spool of a folder, with all that an earlier run left in it. */
  static async open(
    folder: string,
    { bytesMax, say }: { bytesMax: number; say: (line: string) => void }
  ): Promise<Spool> {
    await makeFolder(folder, 0o700)
    const spool = new Spool(folder, bytesMax, say)
    await spool.#readFolder()
    return spool
  }

  /** Batches that wait, oldest first. */
  get waiting(): readonly Waiting[] {
    return this.#waiting
  }

  /** Results whose loss no batch tells yet. */
  get untold(): number {
    return this.#lost.reduce((sum, { lost }) => sum + lost, 0)
  }

  /**
   * Puts a batch on the disk and returns when it is there; one after the other.
   * @param made - `body` is what will be sent. It has to tell as `dropped` what `untold` was when it was
   *   made, and `lostBefore`: what was lost before it came here.
   */
  async add(made: {
    batch: string
    at: Mark
    results: number
    body: string
    lostBefore?: number
  }): Promise<void> {
    const told = this.#lost
    const name = {
      number: this.#next,
      batch: made.batch,
      lost: made.results + this.untold + (made.lostBefore ?? 0)
    }
    this.#next += 1
    const tells = told.map(({ number }) => number)
    const text = formatSpooled(made.at, tells, made.body)
    await writeDurably(this.#path(name, waitingEnding), text, 0o600)
    await this.#forget(told)
    this.#lost = this.#lost.filter((each) => !told.includes(each))
    this.#waiting.push({ ...name, bytes: Buffer.byteLength(text) })
    await this.#keepWithinBounds()
  }

  /** Reads a batch, and holds it until it is told what came of it; `null` if it is damaged: it is then put aside, and its results count as lost. */
  async read(name: SpooledName): Promise<ReadBatch | null> {
    const text = await readFile(this.#path(name, waitingEnding), 'utf8').catch(() => '')
    const spooled = parseSpooled(text)
    if (spooled !== null) {
      this.#held = name.number
      return { batch: name.batch, madeAt: spooled.head.at, body: spooled.body }
    }
    this.#say(
      `the spooled batch ${name.batch} is damaged; its ${String(name.lost)} results are lost`
    )
    await this.#putAside(name, damagedEnding)
    return null
  }

  /** The desk has it. */
  async remove(name: SpooledName): Promise<void> {
    this.#take(name)
    await rm(this.#path(name, waitingEnding), { force: true })
  }

  /** The desk will never take it: it is kept for a look, and its results count as lost. */
  async refuse(name: SpooledName): Promise<void> {
    await this.#putAside(name, refusedEnding)
  }

  /** Throws away a batch whose age nobody can tell. */
  async drop(name: SpooledName): Promise<void> {
    this.#take(name)
    await rename(this.#path(name, waitingEnding), this.#path(name, lostEnding))
    // The name is what counts; its bytes make room.
    await truncate(this.#path(name, lostEnding), 0)
    this.#lost.push(name)
  }

  async #keepWithinBounds(): Promise<void> {
    let bytes = this.#waiting.reduce((sum, each) => sum + each.bytes, 0)
    while (bytes > this.#bytesMax && this.#waiting.length > 1) {
      const oldest = this.#waiting.find(({ number }) => number !== this.#held)
      if (oldest === undefined) return
      bytes -= oldest.bytes
      await this.drop(oldest)
      this.#say(`the spool is full: the oldest ${String(oldest.lost)} results are thrown away`)
    }
  }

  async #putAside(name: SpooledName, ending: string): Promise<void> {
    const aside = this.#path(name, ending)
    await rename(this.#path(name, waitingEnding), aside).catch(() => {})
    this.#take(name)
    await writeDurably(this.#path(name, lostEnding), '', 0o600)
    this.#lost.push(name)
    const names = (await readdir(this.#folder)).filter((each) => each.endsWith(ending)).toSorted()
    for (const old of names.slice(0, -asideMax)) await rm(join(this.#folder, old), { force: true })
  }

  async #readFolder(): Promise<void> {
    const names = await readdir(this.#folder)
    for (const draft of names.filter((each) => each.includes('.draft-'))) {
      await rm(join(this.#folder, draft), { force: true })
    }
    this.#waiting = await Promise.all(
      named(names, waitingEnding).map(async (name) => ({
        ...name,
        bytes: (await stat(this.#path(name, waitingEnding))).size
      }))
    )
    this.#lost = named(names, lostEnding)
    this.#next = 1 + Math.max(0, ...[...this.#waiting, ...this.#lost].map(({ number }) => number))
    await this.#forgetWhatIsTold()
    await syncFolder(this.#folder)
  }

  /** The run before may have ended between a batch that tells of a loss and the end of its mark. */
  async #forgetWhatIsTold(): Promise<void> {
    if (this.#lost.length === 0) return
    const told = new Set<number>()
    for (const name of this.#waiting) {
      const text = await readFile(this.#path(name, waitingEnding), 'utf8')
      for (const number of parseSpooled(text)?.head.tells ?? []) told.add(number)
    }
    await this.#forget(this.#lost.filter(({ number }) => told.has(number)))
    this.#lost = this.#lost.filter(({ number }) => !told.has(number))
  }

  async #forget(names: readonly SpooledName[]): Promise<void> {
    for (const name of names) await rm(this.#path(name, lostEnding), { force: true })
    // The batch that tells of them must not be gone from the disk before they are.
    if (names.length > 0) await syncFolder(this.#folder)
  }

  #take(name: SpooledName): void {
    if (this.#held === name.number) this.#held = null
    this.#waiting = this.#waiting.filter(({ number }) => number !== name.number)
  }

  #path(name: SpooledName, ending: string): string {
    return join(this.#folder, `${formatSpooledName(name)}${ending}`)
  }
}

function named(names: readonly string[], ending: string): SpooledName[] {
  return names
    .filter((name) => name.endsWith(ending))
    .flatMap((name) => parseSpooledName(name.slice(0, -ending.length)) ?? [])
    .toSorted((one, other) => one.number - other.number)
}
