import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { toHex } from './index.ts'
import { sha256 } from './sha256.ts'

test('sha256 gives the digests of FIPS 180-4', () => {
  const digest = (text: string) => toHex(sha256(new TextEncoder().encode(text)))
  assert.equal(digest('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  assert.equal(
    digest('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'),
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1'
  )
})

test('sha256 is that of node:crypto at every length around its blocks', () => {
  for (let length = 0; length <= 300; length++) {
    const data = Uint8Array.from({ length }, (_, i) => (i * 37 + length) & 255)
    assert.equal(toHex(sha256(data)), hash('sha256', data), `length ${String(length)}`)
  }
})

test('sha256 is that of node:crypto for any bytes, also of a view', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(20), (bytes, from) => {
      const view = bytes.subarray(from)
      assert.equal(toHex(sha256(view)), hash('sha256', view))
    }),
    { numRuns: 1000 }
  )
})
