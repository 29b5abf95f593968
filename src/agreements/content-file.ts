import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import type { Parsed, Problem } from '../kernel/terms/index.ts'

const root = resolve(import.meta.dirname, '../..')

/** A file of this installation is not what it should be; the message has file, line and column. */
export class AgreementFileError extends Error {
  readonly code = 'agreement/file'
  readonly problems: readonly Problem[]
  constructor(file: string, problems: readonly Problem[]) {
    const lines = problems.map(
      ({ line, column, text }) =>
        `${relative(root, file)}:${String(line)}:${String(column)}: ${text.en}`
    )
    super(lines.join('\n'))
    this.problems = problems
  }
}

/** A content file with its hash. */
export interface ContentFile {
  readonly path: string
  readonly text: string
  readonly sha256: string
}

/** Paths of the YAML files directly in a folder of `agreements/`, sorted. */
export async function contentFiles(folder: string): Promise<string[]> {
  const path = join(root, folder)
  const names = (await readdir(path)).filter((name) => name.endsWith('.yaml'))
  return names.toSorted().map((name) => join(path, name))
}

/** Reads files with the SHA-256 of their bytes. */
export async function readContent(paths: readonly string[]): Promise<ContentFile[]> {
  return Promise.all(
    paths.map(async (path) => {
      const bytes = await readFile(path)
      return { path, text: bytes.toString('utf8'), sha256: sha256(bytes) }
    })
  )
}

/** SHA-256 in hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/**
 * The value of a parsed file.
 * @throws {AgreementFileError} With every problem of the file.
 */
export function valueOf<T>(file: Pick<ContentFile, 'path'>, parsed: Parsed<T>): T {
  if (!parsed.ok) throw new AgreementFileError(file.path, parsed.problems)
  return parsed.value
}
