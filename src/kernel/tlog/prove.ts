import { isCount } from './bytes.ts'
import type { Primitives } from './primitives.ts'
import { portablePrimitives } from './primitives.ts'
import { nodeHash } from './tree.ts'

/** A complete subtree: the leaves from `index * 2^level`, 2^level of them. */
export interface NodeAddress {
  readonly level: number
  readonly index: number
}

/** Gives the hashes of complete subtrees, in the order asked, from wherever they are kept. */
export type NodeReader = (
  nodes: readonly NodeAddress[]
) => Promise<readonly Uint8Array[]> | readonly Uint8Array[]

/** Leaves from `from` up to, not including, `to`. */
type LeafRange = readonly [from: number, to: number]

/**
 * Makes the inclusion path of a leaf (RFC 6962 §2.1.1), with one call of the reader.
 * @throws {RangeError} If `index` is not below `size`: a fault of the caller.
 */
export async function proveInclusion(
  at: { index: number; size: number },
  read: NodeReader,
  primitives: Primitives = portablePrimitives
): Promise<Uint8Array[]> {
  const { index, size } = at
  if (!isCount(index) || !isCount(size) || index >= size) {
    throw new RangeError(`no leaf ${String(index)} in a tree of ${String(size)}`)
  }
  const ranges: LeafRange[] = []
  let [low, high] = [0, size]
  while (high - low > 1) {
    const middle = low + largestPowerBelow(high - low)
    ranges.unshift(index < middle ? [middle, high] : [low, middle])
    ;[low, high] = index < middle ? [low, middle] : [middle, high]
  }
  return rangeHashes(ranges, read, primitives)
}

/**
 * Makes the consistency proof between two sizes of one tree (RFC 6962 §2.1.2), with one call of the
 * reader. Empty if the sizes are equal or the older tree has no leaves.
 * @throws {RangeError} If `oldSize` is above `newSize`: a fault of the caller.
 */
export async function proveConsistency(
  between: { oldSize: number; newSize: number },
  read: NodeReader,
  primitives: Primitives = portablePrimitives
): Promise<Uint8Array[]> {
  const { oldSize, newSize } = between
  if (!isCount(oldSize) || !isCount(newSize) || oldSize > newSize) {
    throw new RangeError(`a tree of ${String(oldSize)} is no prefix of one of ${String(newSize)}`)
  }
  if (oldSize === 0 || oldSize === newSize) return []
  const ranges: LeafRange[] = []
  let [low, high] = [0, newSize]
  while (high !== oldSize) {
    const middle = low + largestPowerBelow(high - low)
    ranges.unshift(oldSize <= middle ? [middle, high] : [low, middle])
    ;[low, high] = oldSize <= middle ? [low, middle] : [middle, high]
  }
  // A verifier that holds the older root needs no hash for a subtree that is that whole tree.
  if (low > 0) ranges.unshift([low, high])
  return rangeHashes(ranges, read, primitives)
}

/** Complete subtrees that make up a range of leaves of the tree, from the left. */
function nodesOfRange([from, to]: LeafRange): NodeAddress[] {
  const nodes: NodeAddress[] = []
  for (let low = from; low < to;) {
    const width = largestPowerBelow(to - low + 1)
    nodes.push({ level: Math.log2(width), index: low / width })
    low += width
  }
  return nodes
}

async function rangeHashes(
  ranges: readonly LeafRange[],
  read: NodeReader,
  primitives: Primitives
): Promise<Uint8Array[]> {
  const parts = ranges.map(nodesOfRange)
  const hashes = await read(parts.flat())
  let offset = 0
  return parts.map((nodes) => {
    offset += nodes.length
    return hashes
      .slice(offset - nodes.length, offset)
      .reduceRight((right, left) => nodeHash(left, right, primitives))
  })
}

/** Largest power of two below `number`, which is above 1. */
function largestPowerBelow(number: number): number {
  let power = 1
  while (power * 2 < number) power *= 2
  return power
}
