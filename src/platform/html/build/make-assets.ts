import { hash as digest } from 'node:crypto'
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { AssetManifest } from '../assets.ts'
import { makeCss } from './make-css.ts'
import { makeFonts } from './make-font.ts'
import { type BuiltFile, makeIslands } from './make-islands.ts'

const keptMs = 7 * 24 * 60 * 60 * 1000
const drawings = join(import.meta.dirname, '../drawings')

/** Builds every asset into a folder and returns the names. */
export async function makeAssets(out: string): Promise<AssetManifest> {
  const files = [...(await makeFonts(out)), ...drawn(), ...(await makeIslands())]
  const links = Object.fromEntries(files.map((file) => [file.name, `/assets/${file.hashed}`]))
  files.push(withHash('main.css', Buffer.from(await makeCss(links))))
  const manifest = Object.fromEntries(files.map((file) => [file.name, file.hashed]))
  for (const file of files) write(join(out, file.hashed), file.content)
  write(join(out, 'manifest.json'), Buffer.from(JSON.stringify(manifest, null, 1)))
  sweep(out, new Set(['manifest.json', 'stamp.json', ...Object.values(manifest)]))
  return manifest
}

function drawn(): BuiltFile[] {
  return readdirSync(drawings).map((name) => withHash(name, readFileSync(join(drawings, name))))
}

function withHash(name: string, content: Uint8Array): BuiltFile {
  const extension = extname(name)
  const mark = digest('sha256', content).slice(0, 8)
  return { name, content, hashed: `${name.slice(0, -extension.length)}.${mark}${extension}` }
}

function write(path: string, content: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true })
  put(path, content)
  if (!/\.(css|js|svg|ttf)$/.test(path)) return
  put(`${path}.br`, brotliCompressSync(content))
  put(`${path}.gz`, gzipSync(content, { level: 9 }))
}

/** Written beside, then renamed, so that a server which starts now never sees half a file. */
function put(path: string, content: Uint8Array): void {
  const draft = `${path}.${process.pid}.new`
  writeFileSync(draft, content)
  renameSync(draft, path)
}

/** Takes out what no page names any more; pages sent before a new start may still ask for a while. */
function sweep(out: string, kept: ReadonlySet<string>): void {
  const now = statSync(join(out, 'manifest.json')).mtimeMs
  for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const name = path.slice(out.length + 1).replace(/\.(br|gz)$/, '')
    if (!entry.isFile() || kept.has(name)) continue
    if (now - statSync(path).mtimeMs > keptMs) rmSync(path, { force: true })
  }
}
