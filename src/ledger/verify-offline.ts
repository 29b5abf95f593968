import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { formatJalaliDateTime } from '../kernel/persian/index.ts'
import { asset, type Html } from '../platform/html/index.ts'
import type { Context, Lang } from '../platform/index.ts'
import { offlinePage } from './views/verify-offline.ts'

/** Script and style of the saved copy, and the policy that allows these two and nothing else. */
interface OfflineAssets {
  readonly script: string
  readonly style: string
  readonly contentPolicy: string
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2'
}

/** Reads what the saved copy is made of; once, since built files never change while this runs. */
export function offlineAssets(assetsFolder: string): () => Promise<OfflineAssets> {
  let made: Promise<OfflineAssets> | null = null
  return () => {
    made ??= readOfflineAssets(assetsFolder).catch((error: unknown) => {
      made = null
      throw error
    })
    return made
  }
}

async function readOfflineAssets(folder: string): Promise<OfflineAssets> {
  const read = (name: string) => readFile(join(folder, name.replace('/assets/', '')))
  const script = (await read(asset('islands/ledger-verify-offline.js'))).toString('utf8').trim()
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

/** The saved copy as it is now. */
export async function makeOfflineCopy(
  { config, clock }: Context,
  from: { lang: Lang; policy: string; assets: () => Promise<OfflineAssets> }
): Promise<Html> {
  const { lang, policy } = from
  return offlinePage(
    { lang },
    {
      policy,
      ...(await from.assets()),
      origin: config.origin,
      madeAt: formatJalaliDateTime(clock.now(), lang)
    }
  )
}
