import { byteReader, concat, sameBytes, u16 } from './bytes.ts'
import type { EntryFault } from './entry.ts'
import { decodeEntry, entryBytesMax } from './entry.ts'
import type { Primitives } from './primitives.ts'
import { portablePrimitives } from './primitives.ts'
import type { Result } from './result.ts'
import { failed, value } from './result.ts'
import { tileWidth } from './tile.ts'
import { hashBytes, leafHash } from './tree.ts'

/** Why bytes are no entry bundle. */
export type BundleFault = 'bundle-truncated' | 'bundle-width' | 'bundle-entry-too-long'

/** Why a bundle is not the one that its tile of leaf hashes speaks of. */
export type BundleCheckFault =
  BundleFault | EntryFault | 'tile-length' | 'leaf-mismatch' | 'entry-time-goes-back'

/** An entry bundle of C2SP tlog-tiles: `u16 length | entry`, 1 to 256 times. */
export function encodeBundle(
  entries: readonly Uint8Array[]
): Result<Uint8Array, 'bundle-width' | 'bundle-entry-too-long'> {
  if (entries.length === 0 || entries.length > tileWidth) return failed('bundle-width')
  if (entries.some((entry) => entry.length > entryBytesMax)) return failed('bundle-entry-too-long')
  return value(concat(...entries.flatMap((entry) => [u16(entry.length), entry])))
}

/**
 * Reads an entry bundle.
 * @param width - Entries that its path promises, 1 to 256.
 * @returns The bytes of each entry, views of `bytes`, not looked into.
 */
export function decodeBundle(
  bytes: Uint8Array,
  width: number
): Result<Uint8Array[], 'bundle-truncated' | 'bundle-width'> {
  const reader = byteReader(bytes)
  const entries: Uint8Array[] = []
  while (entries.length < width) {
    const length = reader.number(2)
    if (length === null) return failed('bundle-truncated')
    const entry = reader.take(length)
    if (entry === null) return failed('bundle-truncated')
    entries.push(entry)
  }
  return reader.rest().length === 0 ? value(entries) : failed('bundle-width')
}

/**
 * Whether a bundle holds well-formed entries that hash to the level 0 tile beside it, with times that
 * never go back.
 * @param notBefore - Time of the entry before the bundle, POSIX seconds; 0 for the first.
 * @returns The time of the last entry, or the first fault found. Never throws.
 */
export function checkBundle(
  bundle: { bytes: Uint8Array; tile: Uint8Array; notBefore: number },
  primitives: Primitives = portablePrimitives
): Result<number, BundleCheckFault> {
  const { bytes, tile } = bundle
  if (tile.length === 0 || tile.length % hashBytes !== 0) return failed('tile-length')
  const entries = decodeBundle(bytes, tile.length / hashBytes)
  if (!entries.ok) return entries
  let latest = bundle.notBefore
  for (const [i, bytesOfEntry] of entries.value.entries()) {
    const expected = tile.subarray(i * hashBytes, (i + 1) * hashBytes)
    if (!sameBytes(leafHash(bytesOfEntry, primitives), expected)) return failed('leaf-mismatch')
    const entry = decodeEntry(bytesOfEntry)
    if (!entry.ok) return entry
    if (entry.value.at < latest) return failed('entry-time-goes-back')
    latest = entry.value.at
  }
  return value(latest)
}
