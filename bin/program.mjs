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

/** What Node itself is told; code that was compiled under other options of V8 is not taken from its cache. */
export const nodeWords = [
  '--disable-warning=ExperimentalWarning',
  // Left alone, the space for new objects grows to 30 MB in a desk that nobody visits, and garbage in
  // it holds buffers of the C library until it is full. Pages took no more processor time with 4 MB.
  '--max-semi-space-size=4'
]

/** The words after `node` that run the command `peyman`. */
export function programWords() {
  const made = join(programsFolder, programMark(), 'main.mjs')
  return existsSync(made)
    ? [...nodeWords, '--enable-source-maps', made]
    : [...nodeWords, join(root, 'src/main.ts')]
}

/** The environment in which the program runs. */
export function environmentOf(more = {}) {
  const { env } = process
  return {
    ...env,
    NODE_COMPILE_CACHE: env.NODE_COMPILE_CACHE ?? join(root, '.cache/node-compile'),
    // The C library keeps freed memory for every thread apart: ten megabytes, and no request is quicker.
    MALLOC_ARENA_MAX: env.MALLOC_ARENA_MAX ?? '1',
    // Left to itself it takes ever larger buffers from its own heap, full of holes when they are freed.
    MALLOC_MMAP_THRESHOLD_: env.MALLOC_MMAP_THRESHOLD_ ?? '131072',
    ...more
  }
}
