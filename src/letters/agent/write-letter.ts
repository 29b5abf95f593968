import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { writeDurably, writeNew } from '../../platform/durable-file.ts'
import { freeName } from '../../platform/free-name.ts'
import { type OpenedFile, writePieces } from '../sdk/index.ts'
import { verdictName } from './agent-folder.ts'

const ownerOnly = 0o600

/** An attachment as it lies in the folder of its letter. */
export interface WrittenFile {
  readonly name: string
  /** Below the folder. */
  readonly file: string
  readonly type: string
  readonly bytes: number
  /** Base64. */
  readonly sha256: string
}

/**
 * Writes an opened letter into a folder: its text and its attachments, for the owner of the folder alone.
 * The names came by the letter: none is a path, and none is written over another.
 */
export async function writeLetter(
  folder: string,
  { letter, attachments }: OpenedFile
): Promise<WrittenFile[]> {
  await writeNew(join(folder, 'letter.md'), letter.body, ownerOnly)
  const written: WrittenFile[] = []
  if (attachments.length > 0) await mkdir(join(folder, 'attachments'), { mode: 0o700 })
  const taken = new Set<string>()
  for (const attachment of attachments) {
    const { name, type } = attachment
    const file = join('attachments', freeName(name, taken))
    const { bytes, sha256 } = await writePieces(join(folder, file), attachment.read())
    written.push({ name, file, type, bytes, sha256 })
  }
  return written
}

/** Writes what is known of a letter beside it. */
export function writeVerdict(folder: string, verdict: object): Promise<void> {
  return writeDurably(join(folder, verdictName), `${JSON.stringify(verdict)}\n`, ownerOnly)
}
