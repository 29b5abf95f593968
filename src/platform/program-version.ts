import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { z } from 'zod'

const root = resolve(import.meta.dirname, '../..')
const named = z.object({ version: z.string() })

let known: Promise<string> | undefined

/**
 * The program that runs here, `0.1.0+4f1c0a9be27d`: its version, and the first 12 hexadecimal digits of
 * SHA-256 over its sources and the versions of its libraries. The same sources give the same name wherever
 * and whenever they were put there.
 */
export function programVersion(): Promise<string> {
  known ??= readVersion(root)
  return known
}

/** {@link programVersion} of the program in a folder. */
export async function readVersion(folder: string): Promise<string> {
  const { version } = named.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')))
  const sources = (await readdir(join(folder, 'src'), { recursive: true }))
    .filter((name) => /(?<!\.test)\.(ts|css)$/.test(name))
    .map((name) => join('src', name))
  const hash = createHash('sha256')
  for (const name of [...sources, 'package-lock.json'].toSorted()) {
    const content = await readFile(join(folder, name))
    hash.update(`${name.replaceAll('\\', '/')} ${String(content.length)}\n`).update(content)
  }
  return `${version}+${hash.digest('hex').slice(0, 12)}`
}
