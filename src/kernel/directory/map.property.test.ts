// Goal: what stands in the map can be shown, what does not cannot, and the reverse can be shown of nothing.
// Method: random maps, built in random batches, against a map that is built at once; damaged proofs.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readerOf } from '../../../tests/support/directory.ts'
import { nodePrimitives } from '../../../tests/support/tlog.ts'
import { toBase64, toHex } from '../tlog/index.ts'
import {
  type MapBranch,
  type MapLeaf,
  type MapProof,
  changeMap,
  proveLabel,
  verifyMapProof
} from './index.ts'

const bytes = (most: number) => fc.uint8Array({ minLength: 32, maxLength: 32, max: most })
// Labels of few different bytes share long beginnings, as random ones hardly ever do.
const label = fc.oneof(bytes(255), bytes(1))
const leaf = fc.record({ label, value: bytes(255) })
const leaves = fc.uniqueArray(leaf, { maxLength: 40, selector: (one) => toHex(one.label) })

async function build(batches: readonly (readonly MapLeaf[])[]) {
  let branches = new Map<string, MapBranch>()
  let root = new Uint8Array(32)
  const roots = []
  for (const batch of batches) {
    const changed = await changeMap(batch, readerOf(branches), nodePrimitives)
    branches = new Map([...branches, ...changed.branches])
    root = Uint8Array.from(changed.root)
    roots.push({ root, branches })
  }
  return { root, branches, roots }
}

const prove = (of: Uint8Array, branches: Map<string, MapBranch>) =>
  proveLabel(of, readerOf(branches), nodePrimitives)
const verify = (claim: Parameters<typeof verifyMapProof>[0], proof: MapProof) =>
  verifyMapProof(claim, proof, nodePrimitives)

test('what stands in a map is proven, and so is that nothing stands elsewhere', async () => {
  await fc.assert(
    fc.asyncProperty(leaves, label, async (all, other) => {
      const { root, branches } = await build([all])
      for (const { label: own, value } of all) {
        const found = await prove(own, branches)
        assert.deepEqual(found.value, value)
        assert.ok(verify({ label: own, value, root }, found.proof))
        assert.ok(!verify({ label: own, value: null, root }, found.proof))
      }
      fc.pre(all.every((one) => toHex(one.label) !== toHex(other)))
      const { value, proof } = await prove(other, branches)
      assert.equal(value, null)
      assert.ok(verify({ label: other, value: null, root }, proof))
    }),
    { numRuns: 60 }
  )
})

test('a map is the same in whatever batches and order it was built', async () => {
  await fc.assert(
    fc.asyncProperty(leaves, fc.nat(), async (all, seed) => {
      const cut = all.length === 0 ? 0 : seed % all.length
      const first = all.slice(0, cut).map((one) => ({ ...one, value: new Uint8Array(32).fill(7) }))
      const parts = await build([first, all.slice(cut).toReversed(), all.slice(0, cut)])
      assert.deepEqual(parts.root, (await build([all.toReversed()])).root)
    }),
    { numRuns: 60 }
  )
})

test('no proof of another label, value, root, or of absence fits what is there', async () => {
  await fc.assert(
    fc.asyncProperty(leaves, fc.nat(255), fc.nat(), async (all, bit, pick) => {
      fc.pre(all.length > 1)
      const { root, branches } = await build([all])
      const [own, neighbour] = [all[pick % all.length], all[(pick + 1) % all.length]]
      assert.ok(own && neighbour)
      const { proof } = await prove(own.label, branches)
      const flip = (of: Uint8Array) =>
        of.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
      assert.ok(!verify({ ...own, value: flip(own.value), root }, proof))
      assert.ok(!verify({ ...own, label: flip(own.label), root }, proof))
      assert.ok(!verify({ ...own, root: flip(root) }, proof))
      const beside = await prove(neighbour.label, branches)
      assert.ok(
        !verify({ ...own, root }, beside.proof) || toHex(own.label) === toHex(neighbour.label)
      )
      // Every way of calling it absent: its own way cut off at each depth, and a neighbour's.
      for (let depth = 1; depth <= 256; depth++) {
        const cut = { depth, siblings: proof.siblings.slice(0, depth) }
        assert.ok(!verify({ label: own.label, value: null, root }, cut), String(depth))
      }
      assert.ok(!verify({ label: own.label, value: null, root }, beside.proof))
    }),
    { numRuns: 40 }
  )
})

test('any changed, missing or added hash of a proof is refused', async () => {
  await fc.assert(
    fc.asyncProperty(leaves, fc.nat(), fc.boolean(), async (all, pick, isAbsent) => {
      fc.pre(all.length > 1)
      const { root, branches } = await build([all])
      const of = all[pick % all.length]
      assert.ok(of)
      const asked = isAbsent ? of.label.map((byte, i) => (i === 31 ? byte ^ 1 : byte)) : of.label
      fc.pre(!isAbsent || all.every((one) => toHex(one.label) !== toHex(asked)))
      const { value, proof } = await prove(asked, branches)
      const claim = { label: asked, value, root }
      const at = pick % proof.siblings.length
      const put = (sibling: string | null) => ({
        ...proof,
        siblings: proof.siblings.map((one, i) => (i === at ? sibling : one))
      })
      const other = toBase64(new Uint8Array(32).fill(1))
      assert.ok(verify(claim, proof))
      assert.ok(!verify(claim, put(other)))
      assert.ok(!verify(claim, put(proof.siblings[at] === null ? other : null)))
      assert.ok(!verify(claim, { ...proof, siblings: [...proof.siblings, other] }))
      assert.ok(!verify(claim, put(toBase64(new Uint8Array(32)))))
    }),
    { numRuns: 60 }
  )
})

test('an older root proves what stood there then, from branches of then', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(leaves, { minLength: 2, maxLength: 4 }), async (batches) => {
      const { roots } = await build(batches)
      const then = new Map<string, Uint8Array>()
      for (const [i, { root, branches }] of roots.entries()) {
        for (const one of batches[i] ?? []) then.set(toHex(one.label), one.value)
        for (const { label: own } of batches.flat()) {
          const { value, proof } = await prove(own, branches)
          assert.deepEqual(value, then.get(toHex(own)) ?? null)
          assert.ok(verify({ label: own, value, root }, proof))
        }
      }
    }),
    { numRuns: 20 }
  )
})
