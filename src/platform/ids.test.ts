import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bucketOf, newId } from './ids.ts'

const at = Temporal.Instant.from('2026-11-22T06:00:00.123Z')

test('newId keeps the order of ids made for the same millisecond', () => {
  const ids = Array.from({ length: 200 }, () => newId(at))
  assert.deepEqual(ids.toSorted(), ids)
  assert.equal(new Set(ids).size, ids.length)
})

test('bucketOf stays within 12 bits', () => {
  assert.equal(bucketOf('a'), Number.parseInt('ca9', 16))
})
