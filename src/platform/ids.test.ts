import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bucketOf, newId, plainIds } from './ids.ts'

const at = Temporal.Instant.from('2026-11-22T06:00:00.123Z')

test('newId keeps the order of ids made for the same millisecond', () => {
  const ids = Array.from({ length: 200 }, () => newId(at))
  assert.deepEqual(ids.toSorted(), ids)
  assert.equal(new Set(ids).size, ids.length)
})

test('bucketOf stays within 12 bits', () => {
  assert.equal(bucketOf('a'), Number.parseInt('ca9', 16))
})

test('an id in capitals is the same id: it has the same bucket', () => {
  const id = newId(at)
  assert.equal(bucketOf(id.toUpperCase()), bucketOf(id))
  assert.equal(
    plainIds(`/Cases/${id.toUpperCase()}?of=A-${id.toUpperCase()}`),
    `/Cases/${id}?of=A-${id}`
  )
  for (const other of ['SKO', 'ABCDEF00-0000', `${id.toUpperCase()}0`]) {
    assert.equal(plainIds(other), other)
  }
})
