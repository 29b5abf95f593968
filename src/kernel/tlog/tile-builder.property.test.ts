import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { flippedBits, growLog, hex, nodePrimitives, vectors } from '../../../tests/support/tlog.ts'
import { leafHash, partialTiles, TileBuilder, tilePath, tileWidthAt, toHex } from './index.ts'

test('TileBuilder gives the tile and the root of the byte vectors', () => {
  const builder = TileBuilder.empty()
  for (const leaf of vectors.leaf_hashes) builder.append(hex(leaf))
  const [tile, ...more] = builder.takeTiles()
  assert.deepEqual(more, [])
  assert.ok(tile)
  assert.equal(tilePath(tile), 'tile/0/000.p/3')
  assert.equal(toHex(tile.bytes), vectors.level0_tile_partial_3)
  assert.equal(toHex(builder.root()), vectors.root)
})

const size = 66_000
const leaves = Array.from({ length: size }, (_, i) =>
  leafHash(Uint8Array.of(i & 255, (i >> 8) & 255, i >> 16), nodePrimitives)
)
const whole = (() => {
  const builder = TileBuilder.empty(nodePrimitives)
  for (const leaf of leaves) builder.append(leaf)
  const tiles = new Map(builder.takeTiles().map((tile) => [tilePath(tile), tile.bytes]))
  return { tiles, root: toHex(builder.root()) }
})()

test('TileBuilder makes every tile of the standard, each the hash of those below', () => {
  let counted = 0
  for (let level = 0; level <= 2; level++) {
    for (let index = 0, width; (width = tileWidthAt(size, level, index)) > 0; index++) {
      assert.ok(whole.tiles.has(tilePath({ level, index, width })))
      counted++
    }
  }
  assert.equal(whole.tiles.size, counted)
})

test('TileBuilder resumed at any size ends at the same root and the same tiles', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: size - 1 }), (cut) => {
      const first = TileBuilder.empty(nodePrimitives)
      for (const leaf of leaves.slice(0, cut)) first.append(leaf)
      const tiles = new Map(first.takeTiles().map((tile) => [tilePath(tile), tile.bytes]))
      const edge = partialTiles(cut).map((place) => tiles.get(tilePath(place)) as Uint8Array)
      const second = TileBuilder.resume(cut, edge, nodePrimitives)
      assert.ok(second.ok)
      assert.equal(toHex(second.value.root()), toHex(first.root()))
      for (const leaf of leaves.slice(cut)) second.value.append(leaf)
      for (const tile of second.value.takeTiles()) tiles.set(tilePath(tile), tile.bytes)
      assert.equal(toHex(second.value.root()), whole.root)
      for (const [path, bytes] of whole.tiles) assert.deepEqual(tiles.get(path), bytes)
    }),
    { numRuns: 3 }
  )
})

test('TileBuilder resumed from a tile with any bit flipped has another root', () => {
  const log = growLog(300)
  const [bottom, top] = partialTiles(300).map((place) => log.tiles.get(tilePath(place)))
  assert.ok(bottom && top)
  let seen = 0
  for (const wrong of flippedBits(top)) {
    const resumed = TileBuilder.resume(300, [bottom, wrong], nodePrimitives)
    assert.ok(resumed.ok)
    assert.notEqual(toHex(resumed.value.root()), toHex(log.roots[300] as Uint8Array))
    seen++
  }
  assert.equal(seen, 256)
})

test('TileBuilder refuses tiles that are missing, too short or too long', () => {
  const refused = { ok: false, reason: 'tile-length' }
  assert.deepEqual(TileBuilder.resume(3, []), refused)
  assert.deepEqual(TileBuilder.resume(3, [new Uint8Array(95)]), refused)
  assert.deepEqual(TileBuilder.resume(3, [new Uint8Array(8192)]), refused)
})
