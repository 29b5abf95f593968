// Makes the program of bin/program.mjs and has Node compile what a start of the desk loads.
import { spawnSync } from 'node:child_process'
import { mkdir, readFile, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { nodeWords, programMark, programsFolder, root } from './program.mjs'

// A server that runs still loads parts of the program that it was started from.
const keptProgramsMax = 4

/** A source that runs from another place still finds what lies beside it. */
const places = {
  name: 'places',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]src[/\\].*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      const contents = text
        .replaceAll('import.meta.dirname', () => JSON.stringify(dirname(path)))
        .replaceAll('import.meta.url', () => JSON.stringify(pathToFileURL(path).href))
      return { contents, loader: 'ts' }
    })
  }
}

async function makeProgram(out) {
  const draft = `${out}.draft-${process.pid}`
  await build({
    absWorkingDir: root,
    entryPoints: ['src/main.ts', 'src/commands/serve.ts', 'src/commands/run-desk.ts'],
    entryNames: '[name]',
    chunkNames: 'part-[hash]',
    outdir: draft,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node26',
    minifyWhitespace: true,
    minifySyntax: true,
    keepNames: true,
    legalComments: 'none',
    sourcemap: 'linked',
    sourcesContent: false,
    plugins: [places],
    external: ['esbuild', 'pg-native'],
    banner: {
      // What packages of the older kind ask Node for.
      js: 'import { createRequire as peymanRequire } from "node:module"; const require = peymanRequire(import.meta.url);'
    },
    logLevel: 'error'
  })
  await rename(draft, out).catch(() => rm(draft, { recursive: true, force: true }))
}

/** Takes away all but the newest programs. */
async function forgetOthers() {
  const names = await readdir(programsFolder)
  const made = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(programsFolder, name))).mtimeMs }))
  )
  for (const { name } of made.sort((a, b) => b.at - a.at).slice(keptProgramsMax))
    await rm(join(programsFolder, name), { recursive: true, force: true })
}

await mkdir(programsFolder, { recursive: true })
const out = join(programsFolder, programMark())
try {
  await makeProgram(out)
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error)
  process.stderr.write(`peyman: the program was not made, and the sources run: ${reason}\n`)
  process.exit(1)
}
await forgetOthers()
process.stdout.write(`${out}\n`)
// Loaded once here, it stands in Node's cache of compiled code for the first start.
const parts = ['serve.mjs', 'run-desk.mjs'].map((name) => pathToFileURL(join(out, name)).href)
const words = parts.map((part) => `await import(${JSON.stringify(part)});`).join('')
const load = (...rest) => spawnSync(process.execPath, [...nodeWords, ...rest], { stdio: 'ignore' })
load('--input-type=module', '-e', words)
load(join(out, 'main.mjs'), '--version')
