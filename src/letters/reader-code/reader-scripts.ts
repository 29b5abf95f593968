import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { asset } from '../../platform/html/index.ts'

/** The scripts that open or seal letters, or have one that is open. */
export const readerScripts = [
  'letters-reader',
  'letters-writer',
  'letters-pdf',
  'letters-claim',
  'letters-claim-paper',
  'letters-reader-offline'
] as const

/** One of {@link readerScripts}. */
export type ReaderScript = (typeof readerScripts)[number]

/** The saved reader holds its script as text: without the white space around it. */
const savedScript: ReaderScript = 'letters-reader-offline'

/** A script as browsers are served it, by its digests. */
export interface ScriptDigests {
  readonly script: ReaderScript
  /** Of the bytes, hexadecimal. */
  readonly sha256: string
  /** For the attribute `integrity`: SHA-384. */
  readonly integrity: string
  readonly bytes: number
}

/** Digests of all scripts of this build. */
export function digestsOf(assetsFolder: string): Promise<ScriptDigests[]> {
  return Promise.all(
    readerScripts.map(async (script): Promise<ScriptDigests> => {
      const path = asset(`islands/${script}.js`)
      const file = await readFile(join(assetsFolder, path.replace('/assets/', '')))
      const content = script === savedScript ? Buffer.from(file.toString().trim()) : file
      const digest = (kind: string) => createHash(kind).update(content)
      return {
        script,
        sha256: digest('sha256').digest('hex'),
        integrity: `sha384-${digest('sha384').digest('base64')}`,
        bytes: content.length
      }
    })
  )
}
