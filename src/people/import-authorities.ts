import { readFile, readdir } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import type { Problem } from '../kernel/terms/problem.ts'
import { type Context, inTransaction } from '../platform/index.ts'
import { parseAuthorityFile } from './authority-file.ts'
import { saveAuthority } from './authority-store.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = join(root, 'agreements/authorities')

/** A file of this installation is not what it should be; the message has file, line and column. */
export class InstallationFileError extends Error {
  readonly code = 'installation/file'
  constructor(file: string, problems: readonly Problem[]) {
    const lines = problems.map(
      (problem) =>
        `${relative(root, file)}:${String(problem.line)}:${String(problem.column)} ${problem.text.en}`
    )
    super(lines.join('\n'))
  }
}

/**
 * Writes the authorities, units and posts of their files into the database: all files or none. The same
 * files again change nothing; what a file no longer names stays, because the past still names it.
 * @param files - Paths; all `*.yaml` of `agreements/authorities` unless told.
 * @returns The ids, in the order of the files.
 * @throws {InstallationFileError}
 */
export async function importAuthorities(
  context: Context,
  files?: readonly string[]
): Promise<string[]> {
  const paths = files ?? (await authorityFiles())
  const read = await Promise.all(paths.map(readAuthority))
  await inTransaction(context.db, async (tx) => {
    for (const { authority, units, posts } of read) {
      await saveAuthority(tx, {
        ...authority,
        units,
        posts: posts.map((post) => ({ ...post, authority: authority.id }))
      })
    }
  })
  return read.map((file) => file.authority.id)
}

async function authorityFiles(): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml'))
  return names.toSorted().map((name) => join(folder, name))
}

async function readAuthority(file: string) {
  const parsed = parseAuthorityFile(await readFile(file, 'utf8'))
  if (!parsed.ok) throw new InstallationFileError(file, parsed.problems)
  return parsed.value
}
