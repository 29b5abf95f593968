import {
  type Primitives,
  concat,
  leafHash,
  nodeHash,
  portablePrimitives,
  sameBytes,
  utf8
} from '../tlog/index.ts'
import { labelBytes } from './owner.ts'

/** Levels of the map: one for each bit of a label. */
export const mapDepth = 8 * labelBytes

/** The hash of every part of the map in which nothing stands: 32 zero bytes. */
export const emptyHash: Uint8Array = new Uint8Array(labelBytes)

const domain = utf8('peyman.dev/directory-map/v1\n')

/** Something that stands in the map: 32 bytes at a label of 32 bytes. */
export interface MapLeaf {
  readonly label: Uint8Array
  readonly value: Uint8Array
}

/**
 * One half of a branch: nothing, a single leaf somewhere below (which is kept itself, since every hash
 * above it follows from it), or a branch of its own, by its hash.
 */
export type MapChild = MapLeaf | { readonly hash: Uint8Array } | null

/** A place of the map below which two leaves or more stand; the topmost always is one. */
export interface MapBranch {
  readonly left: MapChild
  readonly right: MapChild
}

/** The bit of a label that decides at a depth, 0 being the topmost. */
export function bitOf(label: Uint8Array, depth: number): 0 | 1 {
  return (((label[depth >> 3] ?? 0) >> (7 - (depth & 7))) & 1) as 0 | 1
}

/** First bits of a label, as text of 0 and 1: the path to a place of the map. */
export function pathOf(label: Uint8Array, depth: number): string {
  let path = ''
  for (let i = 0; i < depth; i++) path += String(bitOf(label, i))
  return path
}

/** Hash of a leaf, which stands at depth 256. */
export function mapLeafHash(
  { label, value }: MapLeaf,
  primitives: Primitives = portablePrimitives
): Uint8Array {
  return leafHash(concat(domain, label, value), primitives)
}

/** Hash of a place from its halves; where nothing stands in either, nothing stands in it. */
export function mapNodeHash(
  left: Uint8Array,
  right: Uint8Array,
  primitives: Primitives = portablePrimitives
): Uint8Array {
  if (sameBytes(left, emptyHash) && sameBytes(right, emptyHash)) return emptyHash
  return nodeHash(left, right, primitives)
}

/** Hash of one level further up, beside a sibling. */
export function parentHash(
  at: { readonly label: Uint8Array; readonly depth: number; readonly hash: Uint8Array },
  sibling: Uint8Array,
  primitives: Primitives
): Uint8Array {
  return bitOf(at.label, at.depth - 1) === 1
    ? mapNodeHash(sibling, at.hash, primitives)
    : mapNodeHash(at.hash, sibling, primitives)
}

/** Hash of a half whose top stands at a depth. */
export function childHash(
  child: MapChild,
  depth: number,
  primitives: Primitives = portablePrimitives
): Uint8Array {
  if (child === null) return emptyHash
  if ('hash' in child) return child.hash
  const { label } = child
  let hash = mapLeafHash(child, primitives)
  // Some 240 levels with nothing beside: the hash is of something, and is not compared at each.
  for (let at = mapDepth; at > depth; at--) {
    hash =
      bitOf(label, at - 1) === 1
        ? nodeHash(emptyHash, hash, primitives)
        : nodeHash(hash, emptyHash, primitives)
  }
  return hash
}

/** Hash of a branch at a depth. The map's root is that of the topmost, at depth 0. */
export function branchHash(
  { left, right }: MapBranch,
  depth: number,
  primitives: Primitives = portablePrimitives
): Uint8Array {
  const below = depth + 1
  return mapNodeHash(
    childHash(left, below, primitives),
    childHash(right, below, primitives),
    primitives
  )
}
