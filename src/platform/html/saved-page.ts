import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { asset } from './assets.ts'

/** Script and style of a page that is saved as one file, and the policy that allows these two and nothing else. */
export interface SavedPageAssets {
  readonly script: string
  readonly style: string
  /** Content of its `Content-Security-Policy`. */
  readonly contentPolicy: string
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2'
}

/**
 * Reads what a saved page is made of; once, since built files never change while this runs.
 * @param island - Its one script, built to load nothing, as `ledger-verify-offline`.
 */
export function savedPageAssets(
  assetsFolder: string,
  island: string
): () => Promise<SavedPageAssets> {
  let made: Promise<SavedPageAssets> | null = null
  return () => {
    made ??= readSavedPageAssets(assetsFolder, island).catch((error: unknown) => {
      made = null
      throw error
    })
    return made
  }
}

async function readSavedPageAssets(folder: string, island: string): Promise<SavedPageAssets> {
  const read = (name: string) => readFile(join(folder, name.replace('/assets/', '')))
  const script = (await read(asset(`islands/${island}.js`))).toString('utf8').trim()
  const style = await withInside((await read(asset('main.css'))).toString('utf8').trim(), read)
  return { script, style, contentPolicy: contentPolicyOf(script, style) }
}

/** A style sheet in which every file that it points to stands as data. */
async function withInside(style: string, read: (name: string) => Promise<Buffer>): Promise<string> {
  const links = new Set([...style.matchAll(/url\(["']?(\/assets\/[^"')]+)["']?\)/g)].map(linkOf))
  let inside = style
  for (const link of links) {
    const type = mediaTypes[extname(link)] ?? 'application/octet-stream'
    const data = `data:${type};base64,${(await read(link)).toString('base64')}`
    inside = inside.replaceAll(link, data)
  }
  return inside
}

function linkOf(match: RegExpMatchArray): string {
  return match[1] ?? ''
}

function contentPolicyOf(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src ${sourceOf(script)}`,
    `style-src ${sourceOf(style)}`,
    'font-src data:',
    'img-src data: blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'"
  ].join('; ')
}

/** How a policy names an inline script or style: by its hash. */
function sourceOf(text: string): string {
  return `'sha256-${hash('sha256', text, 'base64')}'`
}
