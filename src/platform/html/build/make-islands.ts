import { globSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Plugin, build } from 'esbuild'

const source = join(import.meta.dirname, '../../..')

/** A file to be written: its name in pages, its name with a hash, its content. */
export interface BuiltFile {
  readonly name: string
  readonly hashed: string
  readonly content: Uint8Array
}

const common = {
  absWorkingDir: source,
  outdir: '/',
  entryNames: 'islands/[name].[hash]',
  bundle: true,
  platform: 'browser',
  target: 'es2022',
  minify: true,
  // Persian letters as they are, not as six signs each.
  charset: 'utf8',
  metafile: true,
  write: false,
  logLevel: 'silent'
} as const

/**
 * A saved page carries its island as one script that loads nothing: a file has no neighbours. So do the
 * pages that open and seal letters, where one digest is to say all that runs.
 */
function isAlone(name: string): boolean {
  const ofLetters = ['reader', 'writer', 'pdf', 'claim', 'claim-paper'].map((of) => `letters-${of}`)
  return name.endsWith('-offline') || ofLetters.includes(name)
}

/** The fonts that go on paper are not packed: the unpacker of others, a fifth of that script, stays out. */
const withoutUnpacker: Plugin = {
  name: 'without-unpacker',
  setup(on) {
    on.onResolve({ filter: /^brotli\// }, ({ path }) => ({ path, namespace: 'left-out' }))
    on.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({
      contents: 'export default () => { throw new Error("packed fonts are not read here") }'
    }))
  }
}

/** Every island of every slice as a module of its own; what they share comes in chunks, but for saved pages. */
export async function makeIslands(): Promise<BuiltFile[]> {
  const files = islandFiles()
  const modules = await build({
    ...common,
    entryPoints: files.filter(({ out }) => !isAlone(out)),
    chunkNames: 'islands/chunk.[hash]',
    splitting: true,
    format: 'esm',
    legalComments: 'linked'
  })
  const alone = await build({
    ...common,
    entryPoints: files.filter(({ out }) => isAlone(out)),
    format: 'iife',
    legalComments: 'none',
    // One file has nothing beside it; the writer of PDFs would look there for what we never ask of it.
    define: { 'import.meta.url': '"https://beside.invalid/"' },
    plugins: [withoutUnpacker]
  })
  return [...modules.outputFiles, ...alone.outputFiles].map((file) => {
    const hashed = file.path.replace(/^\/+/, '')
    return { name: plainName(hashed), hashed, content: file.contents }
  })
}

/** `islands/cases-upload.2F3A.js` is `islands/cases-upload.js`; a chunk keeps its hash. */
function plainName(hashed: string): string {
  return hashed.startsWith('islands/chunk.') ? hashed : hashed.replace(/\.[A-Z0-9]{8}(?=\.)/, '')
}

/** `src/cases/islands/upload.ts` becomes `cases-upload`, `src/platform/html/islands/…` `platform-…`. */
function islandFiles(): { in: string; out: string }[] {
  const files = globSync('{*,platform/html}/islands/*.ts', {
    cwd: source,
    exclude: ['**/*.test.ts']
  })
  return files.toSorted().map((file) => {
    const slice = file.startsWith('platform/') ? 'platform' : dirname(dirname(file))
    return { in: join(source, file), out: `${slice}-${basename(file, '.ts')}` }
  })
}
