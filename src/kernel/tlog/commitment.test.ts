import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hex, nodePrimitives, vectors } from '../../../tests/support/tlog.ts'
import {
  batchOf,
  commitmentOf,
  leafHash,
  portablePrimitives,
  sealBatch,
  toHex,
  treeHash,
  verifyInclusion
} from './index.ts'

const secrets = vectors.members.map((member) => ({
  salt: hex(member.salt),
  statement: new TextEncoder().encode(member.statement)
}))

test('commitmentOf and batchOf give the commitments and the root of the byte vectors', () => {
  for (const primitives of [portablePrimitives, nodePrimitives]) {
    const commitments = secrets.map((secret) => commitmentOf(secret, primitives))
    assert.deepEqual(
      commitments.map(toHex),
      vectors.members.map((member) => member.commitment)
    )
    assert.deepEqual(
      commitments.map((commitment) => toHex(leafHash(commitment, primitives))),
      vectors.members.map((member) => member.member_leaf_hash)
    )
    assert.equal(toHex(batchOf(commitments, primitives).root), vectors.batch_root)
  }
})

test('sealBatch gives the sealed entry of the byte vectors', () => {
  const commitments = secrets.map((secret) => commitmentOf(secret))
  const sealed = sealBatch({ at: 1_767_225_601, commitments })
  assert.ok(sealed.ok)
  assert.equal(toHex(sealed.value.entry), vectors.entries[1])
})

test('sealBatch refuses a lone commitment and one of a wrong length', () => {
  const one = new Uint8Array(32)
  const alone = sealBatch({ at: 0, commitments: [one] })
  assert.deepEqual(alone, { ok: false, reason: 'entry-count-invalid' })
  const short = sealBatch({ at: 0, commitments: [one, one.slice(1)] })
  assert.deepEqual(short, { ok: false, reason: 'entry-sealed-length' })
  assert.throws(() => commitmentOf({ salt: one.slice(1), statement: one }), RangeError)
  assert.throws(() => batchOf([]), RangeError)
})

test('batchOf proves every member of a batch of any size', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(), (size, seed) => {
      const commitments = Array.from({ length: size }, (_, i) => {
        return nodePrimitives.sha256(Uint8Array.of(i & 255, i >> 8))
      })
      const { root, pathOf } = batchOf(commitments, nodePrimitives)
      const leaves = commitments.map((commitment) => leafHash(commitment, nodePrimitives))
      assert.equal(toHex(root), toHex(treeHash(leaves, nodePrimitives)))
      const index = seed % size
      const claim = { leaf: leaves[index] as Uint8Array, index, size, root, path: pathOf(index) }
      assert.equal(verifyInclusion(claim, nodePrimitives), 'proven')
    }),
    { numRuns: 60 }
  )
})
