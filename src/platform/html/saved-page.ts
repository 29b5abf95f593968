import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { asset } from './assets.ts'
import { attrs, type Content, html, type Html, raw } from './html.ts'
import type { Speaks } from './view.ts'

/** Script and style of a page that is saved as one file, and the policy that allows these two and nothing else. */
export interface SavedPageAssets {
  readonly script: string
  readonly style: string
  /** Content of its `Content-Security-Policy`. */
  readonly contentPolicy: string
}

/** What a saved page says, and what its script finds on it. */
interface SavedPage extends SavedPageAssets {
  readonly title: string
  readonly body: Content
  /** Attributes of `main`. */
  readonly main?: Readonly<Record<string, string>>
  /** After all that is read. */
  readonly after?: Content
}

/** The frame of a page that is saved as one file and needs nothing else. */
export function savedPage(view: Speaks, page: SavedPage): Html {
  return html`<!doctype html>
    <html lang="${view.lang}" dir="${view.lang === 'fa' ? 'rtl' : 'ltr'}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${page.contentPolicy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>${page.title}</title>
        ${raw(`<style>${page.style}</style>`)}
      </head>
      <body class="page-normal">
        <div class="tile-band" aria-hidden="true"></div>
        <div class="page">
          <main id="main" tabindex="-1" ${attrs(page.main ?? {})}>${page.body}</main>
        </div>
        ${page.after} ${raw(`<script>${page.script}</script>`)}
      </body>
    </html>`
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
