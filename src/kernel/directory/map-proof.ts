import {
  type Primitives,
  fromBase64,
  portablePrimitives,
  sameBytes,
  toBase64
} from '../tlog/index.ts'
import { type BranchReader, branchesTowards } from './change-map.ts'
import { isHash } from './entry.ts'
import {
  type MapBranch,
  type MapChild,
  type MapLeaf,
  bitOf,
  childHash,
  emptyHash,
  mapDepth,
  mapLeafHash,
  parentHash,
  pathOf
} from './map.ts'

/**
 * That something stands at a label, or that nothing does. Whose labels stand beside it, it does not show.
 */
export interface MapProof {
  /** 256 where something stands there; else the depth at which nothing is left below. */
  readonly depth: number
  /** Base64 of the hash beside the way, from the top down; `null` where nothing stands, as behind the last. */
  readonly siblings: readonly (string | null)[]
}

/** What stands at a label, with its proof. */
export interface ProvenLeaf {
  readonly value: Uint8Array | null
  readonly proof: MapProof
}

/** Finds a label and proves what is there, from the branches on its way alone. */
export async function proveLabel(
  label: Uint8Array,
  read: BranchReader,
  primitives: Primitives = portablePrimitives
): Promise<ProvenLeaf> {
  const known = await branchesTowards([label], read)
  const siblings: (string | null)[] = []
  for (let depth = 0; depth < mapDepth; depth++) {
    const { mine, beside } = halvesOf(known.get(pathOf(label, depth)), bitOf(label, depth))
    siblings.push(textOf(beside, depth + 1, primitives))
    if (mine !== null && 'hash' in mine) continue
    if (mine === null) return { value: null, proof: proofOf(depth + 1, siblings) }
    return sameBytes(mine.label, label)
      ? { value: mine.value, proof: proofOf(mapDepth, siblings) }
      : absentBeside(mine, { label, siblings, primitives })
  }
  throw new Error('a label has no more bits')
}

function halvesOf(branch: MapBranch | undefined, bit: 0 | 1): { mine: MapChild; beside: MapChild } {
  const { left, right } = branch ?? { left: null, right: null }
  return bit === 1 ? { mine: right, beside: left } : { mine: left, beside: right }
}

/** One other leaf is all there is below: nothing stands where the two ways part. */
function absentBeside(
  other: MapLeaf,
  way: { label: Uint8Array; siblings: (string | null)[]; primitives: Primitives }
): ProvenLeaf {
  const { label, siblings, primitives } = way
  const parting = partingOf(label, other.label)
  while (siblings.length < parting) siblings.push(null)
  siblings.push(textOf(other, parting + 1, primitives))
  return { value: null, proof: proofOf(parting + 1, siblings) }
}

function textOf(child: MapChild, depth: number, primitives: Primitives): string | null {
  return child === null ? null : toBase64(childHash(child, depth, primitives))
}

function proofOf(depth: number, siblings: readonly (string | null)[]): MapProof {
  const last = siblings.findLastIndex((sibling) => sibling !== null)
  return { depth, siblings: siblings.slice(0, last + 1) }
}

function partingOf(one: Uint8Array, other: Uint8Array): number {
  let depth = 0
  while (bitOf(one, depth) === bitOf(other, depth)) depth++
  return depth
}

/** Reads a proof strictly: one way to write each. */
export function readMapProof(input: unknown): MapProof | null {
  if (typeof input !== 'object' || input === null) return null
  const proof = input as MapProof
  if (Object.keys(proof).toSorted().join(',') !== 'depth,siblings') return null
  const { depth, siblings } = proof
  if (!Number.isSafeInteger(depth) || depth < 1 || depth > mapDepth) return null
  if (!Array.isArray(siblings) || siblings.length > depth || siblings.at(-1) === null) return null
  return siblings.every((sibling) => sibling === null || isHash(sibling)) ? proof : null
}

/**
 * Whether a proof shows that exactly this stands at a label in the map with this root.
 * @param claim - `value`: 32 bytes; `null`: that nothing stands there.
 */
export function verifyMapProof(
  claim: {
    readonly label: Uint8Array
    readonly value: Uint8Array | null
    readonly root: Uint8Array
  },
  proof: MapProof,
  primitives: Primitives = portablePrimitives
): boolean {
  const { label, value, root } = claim
  if (proof.siblings.length > proof.depth) return false
  if (value !== null && proof.depth !== mapDepth) return false
  let hash = value === null ? emptyHash : mapLeafHash({ label, value }, primitives)
  for (let depth = proof.depth; depth > 0; depth--) {
    const text = proof.siblings[depth - 1] ?? null
    const sibling = text === null ? emptyHash : fromBase64(text)
    if (sibling === null || (text !== null && sameBytes(sibling, emptyHash))) return false
    hash = parentHash({ label, depth, hash }, sibling, primitives)
  }
  return sameBytes(hash, root)
}
