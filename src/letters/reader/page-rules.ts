import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { asset } from '../../platform/html/index.ts'
import type { Page, Server } from '../../platform/http/index.ts'
import type { Context } from '../../platform/index.ts'

/** A script of the pages of letters, as it is served: what it is called, and its digests. */
export interface PublishedScript {
  /** Address with the hash of its content. */
  readonly path: string
  /** Of the file as it is served, hexadecimal. */
  readonly sha256: string
  /** For the attribute `integrity`. */
  readonly integrity: string
  readonly content: Buffer
}

/** Reads a built script once: built files never change while this runs. */
export function scriptReader(app: Server): (name: string) => Promise<PublishedScript> {
  const known = new Map<string, Promise<PublishedScript>>()
  return (name) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const read = readScript(app.edge.assetsFolder, name)
    known.set(name, read)
    read.catch(() => known.delete(name))
    return read
  }
}

async function readScript(folder: string, name: string): Promise<PublishedScript> {
  const path = asset(`islands/${name}.js`)
  const content = await readFile(join(folder, path.replace('/assets/', '')))
  const digest = (kind: string) => createHash(kind).update(content)
  return {
    path,
    sha256: digest('sha256').digest('hex'),
    integrity: `sha384-${digest('sha384').digest('base64')}`,
    content
  }
}

/**
 * Narrows a page that opens or seals letters: its scripts by their full addresses, no other origin, no inline
 * code, and no text that becomes code (trusted types).
 */
export function isolate(
  reply: Page['reply'],
  context: Context,
  ...scripts: readonly Pick<PublishedScript, 'path'>[]
): void {
  const { origin } = new URL(context.config.origin)
  const rules = [
    "default-src 'none'",
    `script-src ${scripts.map(({ path }) => origin + path).join(' ')}`,
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    ...(origin.startsWith('https:') ? ['upgrade-insecure-requests'] : [])
  ]
  void reply.headers({
    'content-security-policy': rules.join(';'),
    'referrer-policy': 'no-referrer',
    'cache-control': 'private, no-store'
  })
}
