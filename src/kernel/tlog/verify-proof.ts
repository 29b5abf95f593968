import { isCount, sameBytes } from './bytes.ts'
import type { Primitives } from './primitives.ts'
import { portablePrimitives } from './primitives.ts'
import type { Result } from './result.ts'
import { failed, value } from './result.ts'
import { emptyRoot, hashBytes, nodeHash } from './tree.ts'

/** Why a Merkle proof shows nothing. */
export type ProofFault =
  | 'size-invalid'
  | 'index-beyond-tree'
  | 'hash-length'
  | 'proof-too-short'
  | 'proof-too-long'
  | 'root-mismatch'

/** That a leaf stands at a place of a tree. */
export interface InclusionClaim {
  readonly leaf: Uint8Array
  /** Place of the leaf, 0 to size - 1. */
  readonly index: number
  readonly size: number
  readonly root: Uint8Array
  /** Sibling hashes, from the leaf upwards. */
  readonly path: readonly Uint8Array[]
}

/** That a tree is a prefix of a longer one. */
export interface ConsistencyClaim {
  readonly oldSize: number
  readonly oldRoot: Uint8Array
  readonly newSize: number
  readonly newRoot: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/** The root to which a path leads from a leaf (RFC 9162 §2.1.3.2, the tree of RFC 6962). */
export function rootOfInclusion(
  claim: Omit<InclusionClaim, 'root'>,
  primitives: Primitives = portablePrimitives
): Result<Uint8Array, ProofFault> {
  const { index, size, path } = claim
  if (!isCount(size) || !isCount(index)) return failed('size-invalid')
  if (index >= size) return failed('index-beyond-tree')
  if (!allHashes([claim.leaf, ...path])) return failed('hash-length')
  let [fn, sn, hash] = [index, size - 1, claim.leaf]
  for (const sibling of path) {
    if (sn === 0) return failed('proof-too-long')
    const isRight = isRightChild(fn, sn)
    hash = isRight ? nodeHash(sibling, hash, primitives) : nodeHash(hash, sibling, primitives)
    ;[fn, sn] = parentOf(fn, sn)
  }
  return sn === 0 ? value(hash) : failed('proof-too-short')
}

/** Whether a leaf is proven to stand at its place in the tree, or why not. Never throws. */
export function verifyInclusion(
  claim: InclusionClaim,
  primitives: Primitives = portablePrimitives
): 'proven' | ProofFault {
  const reached = rootOfInclusion(claim, primitives)
  if (!reached.ok) return reached.reason
  return sameBytes(reached.value, claim.root) ? 'proven' : 'root-mismatch'
}

/**
 * Whether the smaller tree is proven to be a prefix of the larger one (RFC 9162 §2.1.4.2), or why
 * not. Equal sizes need equal roots and an empty proof; every tree extends the empty one. Never
 * throws.
 */
export function verifyConsistency(
  claim: ConsistencyClaim,
  primitives: Primitives = portablePrimitives
): 'proven' | ProofFault {
  const { oldSize, newSize, oldRoot, newRoot, proof } = claim
  if (!isCount(oldSize) || !isCount(newSize) || oldSize > newSize) return 'size-invalid'
  if (!allHashes([oldRoot, newRoot, ...proof])) return 'hash-length'
  if (oldSize === 0 || oldSize === newSize) {
    if (proof.length > 0) return 'proof-too-long'
    if (oldSize === newSize) return sameBytes(oldRoot, newRoot) ? 'proven' : 'root-mismatch'
    return sameBytes(oldRoot, emptyRoot(primitives)) ? 'proven' : 'root-mismatch'
  }
  return walkConsistency(claim, primitives)
}

function walkConsistency(claim: ConsistencyClaim, primitives: Primitives): 'proven' | ProofFault {
  // A smaller tree that is one complete subtree is its own first node, and the proof leaves it out.
  const path = isPowerOfTwo(claim.oldSize) ? [claim.oldRoot, ...claim.proof] : claim.proof
  let [fn, sn] = [claim.oldSize - 1, claim.newSize - 1]
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)]
  const [first, ...rest] = path
  if (first === undefined) return 'proof-too-short'
  let [fr, sr] = [first, first]
  for (const hash of rest) {
    if (sn === 0) return 'proof-too-long'
    if (isRightChild(fn, sn)) {
      fr = nodeHash(hash, fr, primitives)
      sr = nodeHash(hash, sr, primitives)
    } else {
      sr = nodeHash(sr, hash, primitives)
    }
    ;[fn, sn] = parentOf(fn, sn)
  }
  if (sn !== 0) return 'proof-too-short'
  return sameBytes(fr, claim.oldRoot) && sameBytes(sr, claim.newRoot) ? 'proven' : 'root-mismatch'
}

/** Whether the sibling of node `fn`, in a row whose last node is `sn`, stands on its left. */
function isRightChild(fn: number, sn: number): boolean {
  return fn % 2 === 1 || fn === sn
}

/** The next row up in which the node has a sibling: a last node without one rises as it is. */
function parentOf(fn: number, sn: number): [fn: number, sn: number] {
  let [node, last] = [fn, sn]
  if (isRightChild(fn, sn)) {
    while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)]
  }
  return [half(node), half(last)]
}

function half(number: number): number {
  return Math.floor(number / 2)
}

function isPowerOfTwo(number: number): boolean {
  let rest = number
  while (rest % 2 === 0) rest /= 2
  return rest === 1
}

function allHashes(hashes: readonly Uint8Array[]): boolean {
  return hashes.every((hash) => hash.length === hashBytes)
}
