import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { fileMark } from '../file-mark.ts'
import { type AssetManifest, assetFolder } from './assets.ts'

const root = join(import.meta.dirname, '../../..')

/** Built assets: give `manifest` to `useAssets`, and serve `folder` at `/assets`. */
export interface BuiltAssets {
  readonly manifest: AssetManifest
  /** Holds each text file also as `.br` and `.gz`. */
  readonly folder: string
}

/**
 * Makes sure that the assets are built. Where no file that goes into them
 * has changed since, this costs a few milliseconds and loads no compiler; else about a second, in a
 * thread of its own whose memory is given back.
 * @throws {Error} If a style sheet or an island cannot be built; the message says where.
 */
export async function buildAssets(options: { out?: string } = {}): Promise<BuiltAssets> {
  const folder = options.out ?? assetFolder
  const inputs = inputsNow()
  const stamp = join(folder, 'stamp.json')
  const built = read(stamp) as { inputs: string } | undefined
  if (built?.inputs !== inputs) {
    await buildInThread(folder)
    writeFileSync(stamp, JSON.stringify({ inputs }))
  }
  const manifest = read(join(folder, 'manifest.json')) as AssetManifest | undefined
  if (!manifest) throw new Error(`the assets in ${folder} have no manifest`)
  return { manifest, folder }
}

function buildInThread(out: string): Promise<void> {
  const thread = new Worker(new URL('./build/build-thread.ts', import.meta.url), {
    workerData: out
  })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  thread.once('error', reject)
  thread.once('exit', (code) => {
    if (code === 0) resolve()
    else reject(new Error(`the build of the assets stopped with code ${code}`))
  })
  return promise
}

/** Paths, sizes and times of all that can change the output. */
function inputsNow(): string {
  const { mtimeMs, size } = statSync(join(root, 'package-lock.json'))
  const sources = fileMark(join(root, 'src'), /(?<!\.test)\.ts$|\.(css|svg)$/)
  return `${sources} ${String(mtimeMs)} ${String(size)}`
}

function read(path: string): object | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as object
  } catch {
    return undefined
  }
}
