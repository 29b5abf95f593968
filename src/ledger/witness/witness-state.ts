import { hash, randomBytes } from 'node:crypto'
import { link, mkdir, readFile, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type TreeHead, formatTreeHead, parseTreeHead } from '../../kernel/tlog/index.ts'
import { syncFolder, writeNew } from '../../platform/index.ts'

/** What the witness remembers cannot be read. It then cosigns nothing of that log: it cannot know. */
export class WitnessStateError extends Error {
  readonly code = 'witness/state-unreadable'
}

/** What a witness cosigned last of a log. */
export interface RememberedHead {
  readonly head: TreeHead
  /** Number of the record; the next one is one more. */
  readonly number: number
}

const keptRecords = 3
const numberForm = /^[0-9]{12}$/

/**
 * What a witness has cosigned: for each log a folder of numbered records, the highest counts. A record
 * is put there by linking a file that the disk already has, which fails if the number is taken: so two
 * witnesses that are started on one folder by mistake cannot both go on from the same tree, and no crash
 * leaves half a record.
 */
export class WitnessState {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /**
   * The head cosigned last; `null`: none.
   * @throws {WitnessStateError} If the record is not what was written.
   */
  async latest(origin: string): Promise<RememberedHead | null> {
    const folder = this.#of(origin)
    const number = (await numbersIn(folder)).at(-1)
    if (number === undefined) return null
    const file = join(folder, nameOf(number))
    const text = await readFile(file, 'utf8').catch((cause: unknown) => {
      if (isCode(cause, 'ENOENT')) return null
      throw new WitnessStateError(`${file} cannot be read`, { cause })
    })
    // Others went on, and took the old record away while this one looked.
    if (text === null) return this.latest(origin)
    const head = parseTreeHead(text)
    if (!head.ok || head.value.origin !== origin) {
      throw new WitnessStateError(`${file} is not what this program wrote`)
    }
    return { head: head.value, number }
  }

  /**
   * Remembers a head if what was remembered is still `after`; returns when the disk has it.
   * @returns `false` if somebody else went on meanwhile; nothing is then remembered.
   */
  async advance(head: TreeHead, after: RememberedHead | null): Promise<boolean> {
    const folder = this.#of(head.origin)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const number = (after?.number ?? 0) + 1
    const file = join(folder, nameOf(number))
    const draft = join(folder, `draft-${randomBytes(8).toString('hex')}`)
    await writeNew(draft, formatTreeHead(head))
    const isFirst = await link(draft, file).then(
      () => true,
      (error: unknown) => {
        if (isCode(error, 'EEXIST')) return false
        throw error
      }
    )
    await rm(draft, { force: true })
    if (!isFirst) return false
    await syncFolder(folder)
    await syncFolder(this.#folder)
    const numbers = await numbersIn(folder)
    // Old records are taken away, so a number could be free again under someone who slept long.
    if (numbers.at(-1) !== number) {
      await rm(file, { force: true })
      return false
    }
    await forget(folder, numbers)
    return true
  }

  #of(origin: string): string {
    return join(this.#folder, hash('sha256', origin).slice(0, 32))
  }
}

async function numbersIn(folder: string): Promise<number[]> {
  const names = await readdir(folder).catch((error: unknown): string[] => {
    if (isCode(error, 'ENOENT')) return []
    throw error
  })
  return names
    .filter((name) => numberForm.test(name))
    .map(Number)
    .toSorted((one, other) => one - other)
}

function nameOf(number: number): string {
  return String(number).padStart(12, '0')
}

async function forget(folder: string, numbers: readonly number[]): Promise<void> {
  for (const old of numbers.slice(0, -keptRecords)) {
    await rm(join(folder, nameOf(old)), { force: true })
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
