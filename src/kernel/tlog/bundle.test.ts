import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flippedBits, growLog, hex, nodePrimitives, vectors } from '../../../tests/support/tlog.ts'
import { checkBundle, decodeBundle, encodeBundle, portablePrimitives, toHex } from './index.ts'

const entries = vectors.entries.map(hex)
const encoded = encodeBundle(entries)
assert.ok(encoded.ok)
const bytes = encoded.value
const tile = hex(vectors.level0_tile_partial_3)

test('encodeBundle gives the bundle of the byte vectors, decodeBundle its entries', () => {
  assert.equal(toHex(portablePrimitives.sha256(bytes)), vectors.entry_bundle_partial_3_sha256)
  const decoded = decodeBundle(bytes, 3)
  assert.ok(decoded.ok)
  assert.deepEqual(decoded.value.map(toHex), vectors.entries)
})

test('checkBundle holds a bundle against its tile and gives the last time', () => {
  const checked = checkBundle({ bytes, tile, notBefore: 0 })
  assert.deepEqual(checked, { ok: true, value: 1_767_225_602 })
})

test('checkBundle refuses any flipped bit of a bundle or its tile', () => {
  for (const wrong of flippedBits(bytes)) {
    assert.equal(checkBundle({ bytes: wrong, tile, notBefore: 0 }, nodePrimitives).ok, false)
  }
  for (const wrong of flippedBits(tile)) {
    const checked = checkBundle({ bytes, tile: wrong, notBefore: 0 }, nodePrimitives)
    assert.deepEqual(checked, { ok: false, reason: 'leaf-mismatch' })
  }
})

test('checkBundle refuses what is truncated, reordered, mixed or goes back in time', () => {
  const reason = (bundle: { bytes: Uint8Array; tile: Uint8Array; notBefore: number }) => {
    const checked = checkBundle(bundle, nodePrimitives)
    return checked.ok ? 'ok' : checked.reason
  }
  const reordered = encodeBundle(entries.toReversed())
  assert.ok(reordered.ok)
  const other = growLog(3)
  const mixed = Buffer.concat(other.leaves)
  assert.equal(reason({ bytes: bytes.subarray(0, -1), tile, notBefore: 0 }), 'bundle-truncated')
  assert.equal(reason({ bytes: new Uint8Array(), tile, notBefore: 0 }), 'bundle-truncated')
  assert.equal(reason({ bytes, tile: tile.subarray(32), notBefore: 0 }), 'bundle-width')
  assert.equal(reason({ bytes, tile: tile.subarray(1), notBefore: 0 }), 'tile-length')
  assert.equal(reason({ bytes: reordered.value, tile, notBefore: 0 }), 'leaf-mismatch')
  assert.equal(reason({ bytes, tile: mixed, notBefore: 0 }), 'leaf-mismatch')
  assert.equal(reason({ bytes, tile, notBefore: 1_767_225_601 }), 'entry-time-goes-back')
})

test('encodeBundle refuses what a bundle cannot hold', () => {
  assert.deepEqual(encodeBundle([]), { ok: false, reason: 'bundle-width' })
  const many = Array.from({ length: 257 }, () => entries[0] as Uint8Array)
  assert.deepEqual(encodeBundle(many), { ok: false, reason: 'bundle-width' })
  const long = encodeBundle([new Uint8Array(65_536)])
  assert.deepEqual(long, { ok: false, reason: 'bundle-entry-too-long' })
})
