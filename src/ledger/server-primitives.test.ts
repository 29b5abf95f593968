import assert from 'node:assert/strict'
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { serverPrimitives } from './server-primitives.ts'

test('sha256 and hmacSha256 are those of node:crypto, whatever the length', () => {
  const key = randomBytes(32)
  for (const length of [0, 1, 54, 55, 56, 64, 118, 119, 120, 128, 500, 4095, 4096, 4097, 70_000]) {
    const data = randomBytes(length)
    const hash = createHash('sha256').update(data).digest()
    assert.deepEqual(Buffer.from(serverPrimitives.sha256(data)), hash, String(length))
    for (const given of [key, randomBytes(64), randomBytes(65), Buffer.alloc(0)]) {
      const expected = createHmac('sha256', given).update(data).digest()
      const found = serverPrimitives.hmacSha256(given, data)
      assert.deepEqual(Buffer.from(found), expected, String(length))
    }
  }
})

test('a key that is none has signed nothing', () => {
  const bytes = new Uint8Array(64)
  assert.equal(serverPrimitives.ed25519Verify(bytes, bytes, new Uint8Array(5)), false)
  assert.equal(serverPrimitives.mldsa44Verify(bytes, bytes, new Uint8Array(5)), false)
})
