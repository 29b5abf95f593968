import { readFile, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder, syncFolder, writeDurably, writeNew } from '../../platform/durable-file.ts'
import {
  type Addressee,
  type PinStore,
  type PreparedLetter,
  type SendReceipt,
  filePins,
  inlineBytesMax
} from '../sdk/index.ts'

/** A sealed letter that is not known yet to be accepted. */
export interface SealedRecord {
  readonly reference: string
  readonly mark: string
  readonly to: Addressee
  readonly letter: PreparedLetter
}

/** What became of a letter that the desk took. */
export interface SentRecord {
  readonly reference: string
  readonly mark: string
  readonly receipt: SendReceipt
}

/** What is kept of a letter that waits: whom it is for. */
export interface WaitingRecord {
  readonly to: Addressee
  /** Name of the letter at the body; absent in records of before. */
  readonly reference?: string
}

const parts = [
  'in',
  'sealed',
  'sent',
  'refused',
  'waiting',
  'pins',
  'received',
  'to-acknowledge',
  'held',
  'pages',
  'work'
] as const
type Part = (typeof parts)[number]
/** Name of the file that says who sent a letter, and whether it is theirs. */
export const verdictName = 'verdict.json'
/** Parts in which a letter is a folder. */
type FolderPart = 'received' | 'held' | 'pages'
const ownerOnly = 0o600

/** What is still to be said of a letter that was received. */
export interface AcknowledgeRecord {
  readonly id: string
  /** The opening token, base64. */
  readonly token: string
}

/**
 * The folder of an agent: what it was given (`in`), sealed, sent, refused, received, what waits, what a
 * second person is to read (`held`), what goes by post (`pages`), and what the key directory has shown. Every step is on the disk before the next; each can be repeated.
 */
export class AgentFolder {
  readonly path: string
  private constructor(path: string) {
    this.path = path
  }

  /** Opens the folder, and makes what is missing of it, for its owner alone. */
  static async open(path: string): Promise<AgentFolder> {
    for (const part of parts) await makeFolder(join(path, part), 0o700)
    return new AgentFolder(path)
  }

  /** Where sealed files and letters on their way are, until they are whole. */
  get work(): string {
    return join(this.path, 'work')
  }

  /** Takes away what an agent that was killed left half done. */
  async clearWork(): Promise<void> {
    await rm(this.work, { recursive: true, force: true })
    await makeFolder(this.work, 0o700)
    // Bytes are without a record before that is written, and after it was taken away.
    const records = new Set(await this.references('sealed'))
    for (const name of await readdir(join(this.path, 'sealed'))) {
      const reference = name.endsWith('.age') ? name.slice(0, -'.age'.length) : null
      if (reference === null || records.has(reference)) continue
      await rm(this.sealedFile(reference), { force: true })
    }
  }

  /** Where other systems leave letters. */
  get inbox(): string {
    return join(this.path, 'in')
  }

  /** References of the records of a part, in order. */
  async references(part: Part): Promise<string[]> {
    const names = await readdir(join(this.path, part))
    return names
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.slice(0, -'.json'.length))
      .toSorted()
  }

  /** The text of a record, or `null`. */
  async read(part: Part, reference: string): Promise<string | null> {
    try {
      return await readFile(this.#file(part, reference), 'utf8')
    } catch (error) {
      if ((error as { code?: string }).code === 'ENOENT') return null
      throw error
    }
  }

  /** Writes a record; it is there whole, or not at all. */
  async write(part: Part, reference: string, record: object | string): Promise<void> {
    const text = typeof record === 'string' ? record : JSON.stringify(record)
    await writeDurably(this.#file(part, reference), text, ownerOnly)
  }

  /** Takes a record away. */
  async remove(part: Part, reference: string): Promise<void> {
    await rm(this.#file(part, reference), { force: true })
  }

  /** Where the sealed bytes of a letter are kept. */
  sealedFile(reference: string): string {
    return join(this.path, 'sealed', `${reference}.age`)
  }

  /** Keeps a sealed letter: the bytes first, so that whatever has a record has its bytes. */
  async keepSealed(record: SealedRecord): Promise<void> {
    const { file, ...letter } = record.letter
    if (!('path' in file)) {
      const bytes = this.sealedFile(record.reference)
      await rm(bytes, { force: true })
      await writeNew(bytes, file, ownerOnly)
    }
    await syncFolder(join(this.path, 'sealed'))
    await this.write('sealed', record.reference, { ...record, letter })
  }

  /** A sealed letter as it was kept; the bytes of a large one stay on the disk. */
  async readSealed(reference: string): Promise<SealedRecord | null> {
    const text = await this.read('sealed', reference)
    if (text === null) return null
    const record = JSON.parse(text) as SealedRecord
    const path = this.sealedFile(reference)
    const { size: bytes } = await stat(path)
    const file = bytes > inlineBytesMax ? { path, bytes } : new Uint8Array(await readFile(path))
    return { ...record, letter: { ...record.letter, file } }
  }

  /** Forgets a sealed letter: the record first. */
  async removeSealed(reference: string): Promise<void> {
    await this.remove('sealed', reference)
    await rm(this.sealedFile(reference), { force: true })
  }

  /** Whether a letter was put into a part as a folder. */
  async has(part: FolderPart, letter: string): Promise<boolean> {
    const found = await stat(join(this.path, part, letter)).catch(() => null)
    return found !== null
  }

  /** What was written of a letter that lies in a part as a folder; `null` where none does. */
  async verdict(
    part: FolderPart,
    letter: string
  ): Promise<Readonly<Record<string, unknown>> | null> {
    try {
      const text = await readFile(join(this.path, part, letter, verdictName), 'utf8')
      return JSON.parse(text) as Readonly<Record<string, unknown>>
    } catch (error) {
      if ((error as { code?: string }).code === 'ENOENT') return null
      throw error
    }
  }

  /** Puts a folder that is whole in its place, and returns when the disk has it. */
  async settle(made: string, part: FolderPart, letter: string): Promise<string> {
    const place = join(this.path, part, letter)
    await syncFolder(made)
    await rm(place, { recursive: true, force: true })
    await rename(made, place)
    await syncFolder(join(this.path, part))
    return place
  }

  /** Takes away the folder of a letter. */
  async forget(part: FolderPart, letter: string): Promise<void> {
    await rm(join(this.path, part, letter), { recursive: true, force: true })
  }

  /** The letters that were put into a part as folders. */
  async letters(part: FolderPart): Promise<string[]> {
    const found = await readdir(join(this.path, part), { withFileTypes: true })
    return found.filter((each) => each.isDirectory()).map(({ name }) => name)
  }

  /** What the key directory has shown, kept for the next time. */
  get pins(): PinStore {
    return filePins(join(this.path, 'pins'))
  }

  #file(part: Part, reference: string): string {
    return join(this.path, part, `${reference}.json`)
  }
}

/** Whether a text can be the reference of a letter: it becomes the name of a file. */
export function isReference(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,120}$/.test(text)
}
