import { globSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { build } from 'esbuild'

const source = join(import.meta.dirname, '../../..')

/** A file to be written: its name in pages, its name with a hash, its content. */
export interface BuiltFile {
  readonly name: string
  readonly hashed: string
  readonly content: Uint8Array
}

/** Every island of every slice as a module of its own; what they share comes in chunks. */
export async function makeIslands(): Promise<BuiltFile[]> {
  const result = await build({
    absWorkingDir: source,
    entryPoints: islandFiles(),
    outdir: '/',
    entryNames: 'islands/[name].[hash]',
    chunkNames: 'islands/chunk.[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    legalComments: 'linked',
    metafile: true,
    write: false,
    logLevel: 'silent'
  })
  return result.outputFiles.map((file) => {
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
