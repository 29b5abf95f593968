import { createHmac, createPublicKey, hash, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  encodeEntry,
  fromHex,
  leafHash,
  parsePolicy,
  portableSigningKey,
  readNodesFromTiles,
  signatureTypes,
  TileBuilder,
  tilePath
} from '../../src/kernel/tlog/index.ts'
import type { NodeReader, Policy, Primitives } from '../../src/kernel/tlog/index.ts'

/** The byte vectors of the log, as `tests/vectors/evidence-vectors.json` has them. */
export const vectors = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../vectors/evidence-vectors.json'), 'utf8')
) as {
  ed25519_seed: string
  vkey: string
  members: { salt: string; statement: string; commitment: string; member_leaf_hash: string }[]
  batch_root: string
  entries: string[]
  leaf_hashes: string[]
  root: string
  level0_tile_partial_3: string
  entry_bundle_partial_3_sha256: string
  checkpoint: string
  receipt_member_2: string
}

/** Bytes of hexadecimal that is known to be right. */
export function hex(text: string): Uint8Array {
  const bytes = fromHex(text)
  if (bytes === null) throw new Error(`not hexadecimal: ${text}`)
  return bytes
}

const keys = new Map<string, KeyObject>()

function keyOf(bytes: Uint8Array, form: Record<string, string>, member: 'x' | 'pub'): KeyObject {
  const encoded = Buffer.from(bytes).toString('base64url')
  const known = keys.get(encoded)
  if (known !== undefined) return known
  const key = createPublicKey({ key: { ...form, [member]: encoded }, format: 'jwk' })
  keys.set(encoded, key)
  return key
}

/** What a server passes to the kernel: the same functions, of `node:crypto`. */
export const nodePrimitives: Primitives = {
  sha256: (data) => hash('sha256', data, 'buffer'),
  hmacSha256: (key, message) => createHmac('sha256', key).update(message).digest(),
  ed25519Verify: (signature, message, publicKey) =>
    verify(null, message, keyOf(publicKey, { kty: 'OKP', crv: 'Ed25519' }, 'x'), signature),
  mldsa44Verify: (signature, message, publicKey) =>
    verify(null, message, keyOf(publicKey, { kty: 'AKP', alg: 'ML-DSA-44' }, 'pub'), signature)
}

/** The key of the vectors' log. */
export const logKey = portableSigningKey({
  name: 'peyman.example/log/1',
  type: signatureTypes.note,
  seed: hex(vectors.ed25519_seed)
})

/** A policy that is known to be right. */
export function policyOf(text: string): Policy {
  const policy = parsePolicy(text, nodePrimitives)
  if (!policy.ok) throw new Error(`${policy.reason} in line ${String(policy.line)}`)
  return policy.value
}

/** A log in memory, one public entry for each leaf. */
export interface MemoryLog {
  /** Root at every size from 0. */
  readonly roots: readonly Uint8Array[]
  readonly leaves: readonly Uint8Array[]
  readonly entries: readonly Uint8Array[]
  readonly tiles: ReadonlyMap<string, Uint8Array>
  /** Reader of the tree as it was at a size. */
  reader(size: number): NodeReader
}

/** Grows a log of so many leaves, publishing its tiles after every leaf. */
export function growLog(size: number, name = 'leaf'): MemoryLog {
  const builder = TileBuilder.empty(nodePrimitives)
  const tiles = new Map<string, Uint8Array>()
  const roots = [builder.root()]
  const leaves: Uint8Array[] = []
  const entries: Uint8Array[] = []
  for (let i = 0; i < size; i++) {
    const body = Buffer.from(JSON.stringify({ [name]: i }))
    const entry = encodeEntry({ kind: 'public', at: 1_767_225_600 + i, body })
    if (!entry.ok) throw new Error(entry.reason)
    const leaf = leafHash(entry.value, nodePrimitives)
    builder.append(leaf)
    for (const tile of builder.takeTiles()) tiles.set(tilePath(tile), tile.bytes)
    entries.push(entry.value)
    leaves.push(leaf)
    roots.push(builder.root())
  }
  const reader = (at: number) =>
    readNodesFromTiles(
      at,
      (wanted) => wanted.map((tile) => tiles.get(tilePath(tile)) ?? new Uint8Array()),
      nodePrimitives
    )
  return { roots, leaves, entries, tiles, reader }
}

/** Each way of flipping one bit of some bytes. */
export function* flippedBits(bytes: Uint8Array): Generator<Uint8Array> {
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const copy = Uint8Array.from(bytes)
    copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    yield copy
  }
}
