import type { Primitives } from './primitives.ts'
import { portablePrimitives } from './primitives.ts'

/** Bytes of every hash. */
export const hashBytes = 32

// Hashing is synchronous and primitives keep nothing, so one buffer serves every call.
const nodeInput = new Uint8Array(1 + 2 * hashBytes)
nodeInput[0] = 1
const leafInput = new Uint8Array(1 + 65_535)

/**
 * Leaf hash of RFC 6962: SHA-256(0x00 | entry).
 * @param entry - Any bytes; for the log, an encoded entry.
 */
export function leafHash(
  entry: Uint8Array,
  primitives: Primitives = portablePrimitives
): Uint8Array {
  const whole = entry.length + 1
  const input = whole <= leafInput.length ? leafInput : new Uint8Array(whole)
  input.set(entry, 1)
  return primitives.sha256(input.subarray(0, whole))
}

/** Node hash of RFC 6962: SHA-256(0x01 | left | right), of two hashes of 32 bytes. */
export function nodeHash(
  left: Uint8Array,
  right: Uint8Array,
  primitives: Primitives = portablePrimitives
): Uint8Array {
  nodeInput.set(left, 1)
  nodeInput.set(right, 1 + hashBytes)
  return primitives.sha256(nodeInput)
}

/** Hash of the tree without leaves: SHA-256 of nothing. */
export function emptyRoot(primitives: Primitives = portablePrimitives): Uint8Array {
  return primitives.sha256(new Uint8Array())
}

/** RFC 6962 tree hash (§2.1) of leaf hashes. */
export function treeHash(
  leaves: Iterable<Uint8Array>,
  primitives: Primitives = portablePrimitives
): Uint8Array {
  const frontier = new Frontier([], primitives)
  for (const leaf of leaves) frontier.append(leaf)
  return frontier.root()
}

/** Told of each subtree as it becomes complete: `hash` covers leaves `index * 2^level` and on. */
export type NodeSink = (level: number, index: number, hash: Uint8Array) => void

/** A complete subtree at the right edge of a tree. */
export interface EdgeNode {
  /** It covers 2^level leaves. */
  readonly level: number
  readonly hash: Uint8Array
}

/**
 * A tree that remembers only its right edge (a compact range): one hash per set bit of its size.
 * Appending costs one node hash on average and never reads old leaves.
 */
export class Frontier {
  readonly #primitives: Primitives
  readonly #edge: Uint8Array[]
  #size: number

  /**
   * @param edge - Complete subtrees of an existing tree, largest first, levels falling; none: an
   *   empty tree.
   * @throws {RangeError} If the levels do not fall: a fault of the caller, not of any input.
   */
  constructor(edge: readonly EdgeNode[] = [], primitives: Primitives = portablePrimitives) {
    this.#primitives = primitives
    this.#edge = edge.map((node) => node.hash)
    this.#size = edge.reduce((sum, node) => sum + 2 ** node.level, 0)
    const falling = edge.every((node, i) => i === 0 || node.level < (edge[i - 1]?.level ?? 0))
    if (!falling) throw new RangeError('the subtrees of a frontier grow smaller to the right')
  }

  /** Number of leaves. */
  get size(): number {
    return this.#size
  }

  /** Adds one leaf hash at the end; `sink` hears of it and of each subtree that it completes. */
  append(leaf: Uint8Array, sink?: NodeSink): void {
    let [node, level, index] = [leaf, 0, this.#size]
    sink?.(0, index, node)
    while (index % 2 === 1) {
      node = nodeHash(this.#edge.pop() as Uint8Array, node, this.#primitives)
      level++
      index = (index - 1) / 2
      sink?.(level, index, node)
    }
    this.#edge.push(node)
    this.#size++
  }

  /** Tree hash of all leaves so far. */
  root(): Uint8Array {
    if (this.#edge.length === 0) return emptyRoot(this.#primitives)
    return this.#edge.reduceRight((right, left) => nodeHash(left, right, this.#primitives))
  }

  /** The right edge, largest subtree first: all that is needed to go on from here. */
  edge(): EdgeNode[] {
    const levels = levelsOf(this.#size)
    return this.#edge.map((hash, i) => ({ level: levels[i] ?? 0, hash }))
  }
}

/** Levels of the complete subtrees that make up a tree of `size` leaves, largest first. */
export function levelsOf(size: number): number[] {
  const levels: number[] = []
  for (let [rest, level] = [size, 0]; rest > 0; level++) {
    if (rest % 2 === 1) levels.unshift(level)
    rest = Math.floor(rest / 2)
  }
  return levels
}
