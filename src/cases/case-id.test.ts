import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bucketOf, newId } from '../platform/index.ts'
import { bucketOfId, newOwnedId } from './case-id.ts'

test('newOwnedId carries the bucket of its owner and stays a UUIDv7', () => {
  const at = Temporal.Instant.from('2026-11-22T06:00:00Z')
  for (let i = 0; i < 100; i += 1) {
    const owner = newId()
    const id = newOwnedId(owner, at)
    assert.equal(bucketOfId(id), bucketOf(owner))
    assert.equal(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16), at.epochMilliseconds)
  }
})

test('bucketOfId gives null for what is no id', () => {
  for (const text of ['', 'x', '00000000-0000-4000-8000-000000000000', "'; drop table cases"]) {
    assert.equal(bucketOfId(text), null)
  }
})
