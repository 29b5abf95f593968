import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { asset } from '../../platform/html/index.ts'
import type { Server } from '../../platform/http/index.ts'
import type { PublishedScript } from './page-rules.ts'
import type { PaperParts, PinnedFile } from './views/frame.ts'

/** Reads once what makes a PDF of a letter, with the digests that the browser holds it to. */
export function paperReader(
  app: Server,
  scripts: (name: string) => Promise<PublishedScript>
): () => Promise<PaperParts> {
  let known: Promise<PaperParts> | null = null
  return () => {
    known ??= readParts(app.edge.assetsFolder, scripts).catch((error: unknown) => {
      known = null
      throw error
    })
    return known
  }
}

async function readParts(
  folder: string,
  scripts: (name: string) => Promise<PublishedScript>
): Promise<PaperParts> {
  const [{ path, integrity }, regular, bold] = await Promise.all([
    scripts('letters-pdf'),
    fontFile(folder, 'vazirmatn-regular.ttf'),
    fontFile(folder, 'vazirmatn-bold.ttf')
  ])
  return { script: { path, integrity }, fonts: { regular, bold } }
}

/** A font decides what a reader of the file sees: its bytes are held to a digest as well. */
async function fontFile(folder: string, name: string): Promise<PinnedFile> {
  const path = asset(name)
  const content = await readFile(join(folder, path.replace('/assets/', '')))
  return { path, integrity: `sha384-${createHash('sha384').update(content).digest('base64')}` }
}
