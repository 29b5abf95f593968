// The program as a few files, made of the sources and their packages: it starts in a third of the time
// and a quarter less memory (docs/adr). Where it was not made, or not of these sources, they run as they are.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
export const programsFolder = join(root, '.cache/program')

/** A mark of all that goes into the program, by paths, sizes and times: some twenty milliseconds. */
export function programMark() {
  const sources = readdirSync(join(root, 'src'), { recursive: true })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => join('src', path))
  const files = [...sources.sort(), 'package-lock.json', 'bin/build-program.mjs']
  const lines = files.map((path) => {
    const { mtimeMs, size } = statSync(join(root, path))
    return `${path} ${mtimeMs} ${size}`
  })
  // The folder too: the program holds the places of what lies beside the sources.
  return createHash('sha256')
    .update([root, ...lines].join('\n'))
    .digest('hex')
    .slice(0, 16)
}

/** The words after `node` that run the command `peyman`. */
export function programWords() {
  const made = join(programsFolder, programMark(), 'main.mjs')
  const quiet = '--disable-warning=ExperimentalWarning'
  return existsSync(made)
    ? [quiet, '--enable-source-maps', made]
    : [quiet, join(root, 'src/main.ts')]
}

/** The environment in which the program runs. */
export function environmentOf(more = {}) {
  const { env } = process
  return {
    ...env,
    NODE_COMPILE_CACHE: env.NODE_COMPILE_CACHE ?? join(root, '.cache/node-compile'),
    // The C library keeps freed memory for every thread apart: ten megabytes, and no request is quicker.
    MALLOC_ARENA_MAX: env.MALLOC_ARENA_MAX ?? '1',
    ...more
  }
}
