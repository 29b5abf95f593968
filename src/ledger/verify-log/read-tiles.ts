import {
  type TileAddress,
  decodeBundle,
  entryBytesMax,
  hashBytes,
  tilePath,
  tileWidth
} from '../../kernel/tlog/index.ts'
import { LogFault } from './log-fault.ts'
import type { LogSource } from './log-source.ts'

const tileBytesMax = tileWidth * hashBytes
const bundleBytesMax = tileWidth * (entryBytesMax + 2)

/**
 * The hashes of a tile. Where a partial tile is gone, the full one that took its place serves, as
 * C2SP tlog-tiles allows.
 * @throws {LogFault} If there is none, or it has not the length of so many hashes.
 */
export async function readTile(
  source: LogSource,
  address: TileAddress & { readonly level: number }
): Promise<Uint8Array> {
  const path = tilePath(address)
  const bytes = await source.read(path, tileBytesMax)
  if (bytes !== null) {
    if (bytes.length === address.width * hashBytes) return bytes
    throw new LogFault('tile-mismatch', { path, reason: 'tile-length' })
  }
  const full = await fullInstead(source, address, tileBytesMax)
  if (full?.length !== tileBytesMax) throw new LogFault('tile-missing', { path })
  return full.subarray(0, address.width * hashBytes)
}

/**
 * The entries of a bundle, not looked into.
 * @throws {LogFault} If there is none, or it does not hold so many.
 */
export async function readBundle(
  source: LogSource,
  at: { index: number; width: number }
): Promise<readonly Uint8Array[]> {
  const address = { level: 'entries', ...at } as const
  const path = tilePath(address)
  const bytes = await source.read(path, bundleBytesMax)
  if (bytes !== null) return entriesOf(bytes, at.width, path)
  const full = await fullInstead(source, address, bundleBytesMax)
  if (full === null) throw new LogFault('bundle-missing', { path })
  return entriesOf(full, tileWidth, path).slice(0, at.width)
}

function fullInstead(
  source: LogSource,
  address: TileAddress,
  bytesMax: number
): Promise<Uint8Array | null> {
  if (address.width === tileWidth) return Promise.resolve(null)
  return source.read(tilePath({ ...address, width: tileWidth }), bytesMax)
}

function entriesOf(bytes: Uint8Array, width: number, path: string): Uint8Array[] {
  const entries = decodeBundle(bytes, width)
  if (!entries.ok) throw new LogFault('bundle-truncated', { path, reason: 'bundle-width' })
  return entries.value
}
