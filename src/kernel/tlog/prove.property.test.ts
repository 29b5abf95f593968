import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { growLog, hex, nodePrimitives } from '../../../tests/support/tlog.ts'
import {
  leafHash,
  proveConsistency,
  proveInclusion,
  readNodesFromTiles,
  toHex,
  verifyConsistency,
  verifyInclusion
} from './index.ts'

const log = growLog(700)
const other = growLog(700, 'fork')
const rootAt = (size: number) => log.roots[size] as Uint8Array
const leafAt = (index: number) => log.leaves[index] as Uint8Array

async function inclusion(index: number, size: number) {
  const path = await proveInclusion({ index, size }, log.reader(size), nodePrimitives)
  return { leaf: leafAt(index), index, size, root: rootAt(size), path }
}

async function consistency(oldSize: number, newSize: number) {
  const proof = await proveConsistency({ oldSize, newSize }, log.reader(newSize), nodePrimitives)
  return { oldSize, newSize, oldRoot: rootAt(oldSize), newRoot: rootAt(newSize), proof }
}

const sizes = fc
  .tuple(fc.integer({ min: 1, max: 700 }), fc.nat())
  .map(([newSize, seed]) => ({ newSize, oldSize: seed % (newSize + 1), index: seed % newSize }))

test('known proofs of RFC 6962 trees come out and hold', async () => {
  const known = [
    [0, 8, ['96a296d2', '5f083f0a', '6b47aaf2']],
    [5, 8, ['bc1a0643', 'ca854ea1', 'd37ee418']],
    [2, 3, ['fac54203']],
    [1, 5, ['6e340b9c', '5f083f0a', 'bc1a0643']]
  ] as const
  const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657']
  const leaves = [...inputs, '606162636465666768696a6b6c6d6e6f'].map((input) =>
    leafHash(hex(input))
  )
  const level0 = Buffer.concat(leaves)
  const read = (size: number) => readNodesFromTiles(size, () => [level0])
  const short = (hashes: readonly Uint8Array[]) => hashes.map((hash) => toHex(hash).slice(0, 8))
  for (const [index, size, path] of known) {
    assert.deepEqual(short(await proveInclusion({ index, size }, read(size))), path)
  }
  const between = async (oldSize: number, newSize: number) =>
    short(await proveConsistency({ oldSize, newSize }, read(newSize)))
  assert.deepEqual(await between(6, 8), ['0ebc5d34', 'ca854ea1', 'd37ee418'])
  assert.deepEqual(await between(2, 5), ['5f083f0a', 'bc1a0643'])
  assert.deepEqual(await between(1, 8), ['96a296d2', '5f083f0a', '6b47aaf2'])
})

test('every prefix is consistent with every longer log', async () => {
  for (let newSize = 1; newSize <= 70; newSize++) {
    for (let oldSize = 0; oldSize <= newSize; oldSize++) {
      const claim = await consistency(oldSize, newSize)
      assert.equal(verifyConsistency(claim, nodePrimitives), 'proven', `${oldSize}, ${newSize}`)
    }
  }
  await fc.assert(
    fc.asyncProperty(sizes, async ({ oldSize, newSize }) => {
      assert.equal(verifyConsistency(await consistency(oldSize, newSize), nodePrimitives), 'proven')
    })
  )
})

test('every leaf is proven in every tree that holds it', async () => {
  for (let size = 1; size <= 70; size++) {
    for (let index = 0; index < size; index++) {
      assert.equal(verifyInclusion(await inclusion(index, size), nodePrimitives), 'proven')
    }
  }
  await fc.assert(
    fc.asyncProperty(sizes, async ({ index, newSize }) => {
      assert.equal(verifyInclusion(await inclusion(index, newSize), nodePrimitives), 'proven')
    })
  )
})

/** The same hashes with one bit of one of them flipped. */
function flipped(hashes: readonly Uint8Array[], bit: number): Uint8Array[] {
  const all = Buffer.concat(hashes)
  const at = bit % (all.length * 8)
  all[at >> 3] = (all[at >> 3] ?? 0) ^ (1 << (at & 7))
  return hashes.map((_, i) => all.subarray(32 * i, 32 * i + 32))
}

test('verifyInclusion refuses every claim that was tampered with', async () => {
  await fc.assert(
    fc.asyncProperty(sizes, fc.nat(), async ({ index, newSize }, seed) => {
      const claim = await inclusion(index, newSize)
      const [leaf = claim.leaf, root = claim.root, ...path] = flipped(
        [claim.leaf, claim.root, ...claim.path],
        seed
      )
      const elsewhere = (index + 1 + (seed % newSize)) % (newSize + 1)
      const wrong = [
        { ...claim, leaf, root, path },
        { ...claim, index: elsewhere },
        { ...claim, path: [...claim.path, claim.leaf] },
        { ...claim, path: claim.path.slice(0, -1), index: newSize === 1 ? 1 : index },
        { ...claim, leaf: other.leaves[index] as Uint8Array },
        { ...claim, root: other.roots[newSize] as Uint8Array }
      ]
      for (const one of wrong) assert.notEqual(verifyInclusion(one, nodePrimitives), 'proven')
    })
  )
})

test('verifyConsistency refuses every claim that was tampered with', async () => {
  await fc.assert(
    fc.asyncProperty(sizes, fc.nat(), async ({ oldSize, newSize }, seed) => {
      // Of the empty tree every tree is a continuation: there is nothing to tamper with.
      fc.pre(oldSize > 0)
      const claim = await consistency(oldSize, newSize)
      const [oldRoot = claim.oldRoot, newRoot = claim.newRoot, ...proof] = flipped(
        [claim.oldRoot, claim.newRoot, ...claim.proof],
        seed
      )
      const wrong = [
        { ...claim, oldRoot, newRoot, proof },
        { ...claim, proof: [...claim.proof, claim.newRoot] },
        { ...claim, newRoot: other.roots[newSize] as Uint8Array },
        { ...claim, oldRoot: other.roots[oldSize] as Uint8Array }
      ]
      for (const one of wrong) assert.notEqual(verifyConsistency(one, nodePrimitives), 'proven')
    })
  )
})

test('verification of hostile numbers and hashes answers with the reason', async () => {
  const claim = await inclusion(5, 9)
  const huge = Array.from({ length: 5000 }, () => claim.leaf)
  assert.equal(verifyInclusion({ ...claim, path: huge }), 'proof-too-long')
  assert.equal(verifyInclusion({ ...claim, path: [] }), 'proof-too-short')
  assert.equal(verifyInclusion({ ...claim, index: 9 }), 'index-beyond-tree')
  assert.equal(verifyInclusion({ ...claim, index: -1 }), 'size-invalid')
  assert.equal(verifyInclusion({ ...claim, index: 0.5 }), 'size-invalid')
  assert.equal(verifyInclusion({ ...claim, size: 0 }), 'index-beyond-tree')
  assert.equal(verifyInclusion({ ...claim, size: Infinity }), 'size-invalid')
  assert.equal(verifyInclusion({ ...claim, size: Number.NaN }), 'size-invalid')
  assert.equal(verifyInclusion({ ...claim, leaf: new Uint8Array(31) }), 'hash-length')
  assert.equal(verifyInclusion({ ...claim, root: other.roots[9] as Uint8Array }), 'root-mismatch')
  assert.equal(verifyInclusion({ ...claim, path: claim.path.toReversed() }), 'root-mismatch')
  const step = await consistency(5, 9)
  assert.equal(verifyConsistency({ ...step, proof: [] }), 'proof-too-short')
  assert.equal(verifyConsistency({ ...step, proof: huge }), 'proof-too-long')
  assert.equal(verifyConsistency({ ...step, newSize: 2 ** 60 }), 'size-invalid')
  assert.equal(verifyConsistency({ ...step, oldRoot: new Uint8Array() }), 'hash-length')
  const last = 2 ** 53 - 1
  const path = Array.from({ length: 53 }, () => claim.leaf)
  assert.equal(verifyInclusion({ ...claim, index: last - 1, size: last, path }), 'proof-too-long')
})

test('proveInclusion and proveConsistency refuse places that are not in the tree', async () => {
  await assert.rejects(proveInclusion({ index: 3, size: 3 }, log.reader(3)), RangeError)
  await assert.rejects(proveConsistency({ oldSize: 4, newSize: 3 }, log.reader(3)), RangeError)
})
