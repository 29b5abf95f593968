import {
  TileBuilder,
  decodeBundle,
  leafHash,
  sameBytes,
  tilePath,
  tileWidth
} from '../kernel/tlog/index.ts'
import type { PublishedFiles } from './published-files.ts'
import { serverPrimitives } from './server-primitives.ts'

/**
 * The published entries of a shard up to the tree that was signed; `null` where the files do not hold
 * exactly that tree.
 */
export async function publishedEntries(
  files: PublishedFiles,
  log: string,
  signed: { size: number; root: Uint8Array }
): Promise<Uint8Array[] | null> {
  const builder = TileBuilder.empty(serverPrimitives)
  const entries: Uint8Array[] = []
  for (let index = 0; entries.length < signed.size; index += 1) {
    const width = Math.min(tileWidth, signed.size - entries.length)
    const bytes = await files.read(log, tilePath({ level: 'entries', index, width }))
    const bundle = bytes && decodeBundle(bytes, width)
    if (!bundle?.ok) return null
    for (const entry of bundle.value) builder.append(leafHash(entry, serverPrimitives))
    builder.takeTiles()
    entries.push(...bundle.value)
  }
  return sameBytes(builder.root(), signed.root) ? entries : null
}
