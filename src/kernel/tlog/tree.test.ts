import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hex, nodePrimitives } from '../../../tests/support/tlog.ts'
import { emptyRoot, Frontier, leafHash, nodeHash, toHex, treeHash } from './index.ts'

// The inputs and roots that certificate transparency implementations have tested with since 2013.
const inputs = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f'
]
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'
]

test('treeHash gives the known roots of RFC 6962 trees', () => {
  const leaves = inputs.map((input) => leafHash(hex(input)))
  assert.deepEqual(
    roots.map((_, size) => toHex(treeHash(leaves.slice(0, size)))),
    roots
  )
  assert.equal(toHex(emptyRoot()), roots[0])
})

test('treeHash is the same with the hashes of node:crypto', () => {
  const leaves = inputs.map((input) => leafHash(hex(input), nodePrimitives))
  assert.equal(toHex(treeHash(leaves, nodePrimitives)), roots[8])
})

/** The definition of RFC 6962 §2.1, word for word. */
function defined(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 1) return leaves[0] as Uint8Array
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return nodeHash(defined(leaves.slice(0, split)), defined(leaves.slice(split)), nodePrimitives)
}

test('Frontier equals the definition at every size, and goes on from its edge', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(), (size, cut) => {
      const leaves = Array.from({ length: size }, (_, i) =>
        leafHash(Uint8Array.of(i), nodePrimitives)
      )
      const first = new Frontier([], nodePrimitives)
      for (const leaf of leaves.slice(0, cut % size)) first.append(leaf)
      const second = new Frontier(first.edge(), nodePrimitives)
      for (const leaf of leaves.slice(cut % size)) second.append(leaf)
      assert.equal(second.size, size)
      assert.deepEqual(toHex(second.root()), toHex(defined(leaves)))
    }),
    { numRuns: 60 }
  )
})

test('Frontier refuses an edge whose subtrees do not grow smaller', () => {
  const hash = emptyRoot()
  assert.throws(
    () =>
      new Frontier([
        { level: 1, hash },
        { level: 1, hash }
      ]),
    /grow smaller to the right/
  )
})
