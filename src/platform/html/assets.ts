import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { html, type Html } from './html.ts'
import type { Speaks } from './view.ts'

/** Names as written in the source (`main.css`, `islands/cases-upload.js`) to names with a hash. */
export type AssetManifest = Readonly<Record<string, string>>

/** Where `buildAssets` puts its output unless told otherwise, and where `asset` looks for it. */
export const assetFolder = join(import.meta.dirname, '../../../.cache/assets')

let manifest: AssetManifest | undefined

/** Uses this manifest from now on; called once at the start, after the build. */
export function useAssets(built: AssetManifest): void {
  manifest = built
}

/**
 * The address of a built asset, with its content hash: `asset('main.css')`. Without a build (unit
 * tests of views) the plain name.
 */
export function asset(name: string): string {
  manifest ??= storedManifest()
  return `/assets/${manifest[name] ?? name}`
}

function storedManifest(): AssetManifest {
  try {
    return JSON.parse(readFileSync(join(assetFolder, 'manifest.json'), 'utf8')) as AssetManifest
  } catch {
    return {}
  }
}

/**
 * The script element of an island: `island(view, 'cases/upload')` for `src/cases/islands/upload.ts`,
 * `island(view, 'platform/dialog')` for one of the design system. A page works without it.
 */
export function island(_view: Speaks, name: string): Html {
  return html`<script
    type="module"
    src="${asset(`islands/${name.replace('/', '-')}.js`)}"
  ></script>`
}
