import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  checkTileLength,
  parseTilePath,
  partialTiles,
  subtreeHash,
  tilePath,
  tileWidthAt
} from './index.ts'

test('tilePath writes the examples of the standard', () => {
  assert.equal(tilePath({ level: 0, index: 1_234_067, width: 256 }), 'tile/0/x001/x234/067')
  assert.equal(tilePath({ level: 0, index: 0, width: 256 }), 'tile/0/000')
  assert.equal(tilePath({ level: 'entries', index: 5, width: 7 }), 'tile/entries/005.p/7')
  assert.equal(tilePath({ level: 63, index: 1000, width: 1 }), 'tile/63/x001/000.p/1')
})

test('parseTilePath reads every path that tilePath writes', () => {
  const level = fc.oneof(fc.constant('entries' as const), fc.nat(63))
  const index = fc.maxSafeNat()
  fc.assert(
    fc.property(level, index, fc.integer({ min: 1, max: 256 }), (...[at, place, width]) => {
      const address = { level: at, index: place, width }
      assert.deepEqual(parseTilePath(tilePath(address)), { ok: true, value: address })
    })
  )
})

test('parseTilePath refuses every other spelling with its reason', () => {
  const wrong = {
    '': 'path-form',
    'tile/0': 'path-form',
    'tile/0/1': 'path-form',
    'tile/0/0001': 'path-form',
    'tile/00/001': 'path-form',
    'tile/0/x000/001': 'path-form',
    'tile/0/001/002': 'path-form',
    'tile/0/x001': 'path-form',
    'tile/0/001.p/01': 'path-form',
    'tile/0/001.p/256': 'path-form',
    'tile/0/../../etc': 'path-form',
    'tile/0/001.p/': 'path-form',
    'tile/0/001\n': 'path-form',
    '/tile/0/001': 'path-form',
    'tile/64/001': 'path-level',
    'tile/0/001.p/0': 'path-width',
    'tile/0/001.p/257': 'path-width',
    'tile/0/x999/x999/x999/x999/x999/999': 'path-index',
    [`tile/0/${'x001/'.repeat(50_000)}001`]: 'path-form'
  }
  for (const [path, reason] of Object.entries(wrong)) {
    assert.deepEqual(parseTilePath(path), { ok: false, reason }, path.slice(0, 40))
  }
})

test('partialTiles and tileWidthAt follow the worked example of the standard', () => {
  // A tree of 70,000: 273 full tiles and 112 hashes; one full tile and 17; one hash.
  assert.deepEqual(partialTiles(70_000), [
    { level: 0, index: 273, width: 112 },
    { level: 1, index: 1, width: 17 },
    { level: 2, index: 0, width: 1 }
  ])
  assert.deepEqual(partialTiles(256), [{ level: 1, index: 0, width: 1 }])
  assert.deepEqual(partialTiles(0), [])
  assert.equal(tileWidthAt(70_000, 0, 272), 256)
  assert.equal(tileWidthAt(70_000, 0, 273), 112)
  assert.equal(tileWidthAt(70_000, 0, 274), 0)
  assert.equal(tileWidthAt(70_000, 1, 1), 17)
})

test('a tile of a wrong length is refused', () => {
  assert.equal(checkTileLength(new Uint8Array(96), 3), 'fits')
  assert.equal(checkTileLength(new Uint8Array(95), 3), 'tile-length')
  assert.throws(() => subtreeHash(new Uint8Array(95), { offset: 2, count: 1 }), RangeError)
  assert.throws(() => tilePath({ level: 64, index: 0, width: 1 }), RangeError)
})
