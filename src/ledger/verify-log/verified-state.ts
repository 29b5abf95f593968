import { hash, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { LogTrouble } from './log-fault.ts'

const count = z.int().min(0)

const progressSchema = z.object({
  /** Leaves gone through. */
  size: count,
  /** Base64 of the partial tiles at the right edge, lowest level first. */
  edge: z.array(z.string()),
  /** Time of the last entry, POSIX seconds. */
  latest: count,
  kinds: z.object({ public: count, sealed: count, control: count }),
  /** Keys that the log itself announced last, in its own entries. */
  keys: z.array(z.string()).nullable(),
  frozen: z.boolean()
})

const headSchema = z.object({ size: count, root: z.string(), checkpoint: z.string() })

const stateSchema = z.object({
  v: z.literal(1),
  origin: z.string(),
  /** The policy believed at the first look, where none was given. */
  policy: z.string(),
  /** The head that was verified last, the keys that the log had announced, and where to go on. */
  verified: headSchema
    .extend({ keys: z.array(z.string()), progress: progressSchema.nullable() })
    .nullable(),
  /** The head that was believed last, whatever became of looking through it. */
  seen: headSchema.nullable(),
  /** How far a look that did not come to its end had come: after a break it goes on from here. */
  progress: progressSchema.nullable()
})

/** How far a look through a log has come. */
export type Progress = z.infer<typeof progressSchema>
/** What one who checks a log remembers of it. */
export type VerifiedState = z.infer<typeof stateSchema>

/** Keeps what was verified of each log, so that the next look sees whether the log still says the same. */
export class VerifiedLogs {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Folder of one log. */
  folderOf(origin: string): string {
    return join(this.#folder, hash('sha256', origin).slice(0, 32))
  }

  /**
   * What is remembered of a log; `null`: nothing.
   * @throws {LogTrouble} If the file is there and cannot be used: forgetting it silently would hide a fork.
   */
  async read(origin: string): Promise<VerifiedState | null> {
    const file = join(this.folderOf(origin), 'state.json')
    const text = await readFile(file, 'utf8').catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
      throw new LogTrouble('state-unusable', file, { cause: error })
    })
    if (text === null) return null
    const state = stateSchema.safeParse(parsed(text))
    if (!state.success || state.data.origin !== origin) throw new LogTrouble('state-unusable', file)
    return state.data
  }

  /** Remembers; the disk has it when this returns. */
  async write(state: VerifiedState): Promise<void> {
    await this.#put(state.origin, 'state.json', JSON.stringify(state))
  }

  /** Keeps what shows a fault to others; returns where. */
  async keepEvidence(origin: string, files: Readonly<Record<string, string>>): Promise<string[]> {
    const kept: string[] = []
    for (const [name, text] of Object.entries(files)) kept.push(await this.#put(origin, name, text))
    return kept
  }

  async #put(origin: string, name: string, text: string): Promise<string> {
    const folder = this.folderOf(origin)
    await mkdir(folder, { recursive: true })
    const draft = join(folder, `draft-${randomBytes(6).toString('hex')}`)
    const handle = await open(draft, 'wx')
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, join(folder, name))
    return join(folder, name)
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
