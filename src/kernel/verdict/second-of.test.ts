import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { secondOf } from './second-of.ts'

test('secondOf agrees with Temporal on every second that RFC 3339 writes', () => {
  fc.assert(
    fc.property(fc.integer({ min: -62_135_596_800, max: 253_402_300_799 }), (second) => {
      const text = Temporal.Instant.fromEpochMilliseconds(second * 1000).toString()
      assert.equal(secondOf(text), second)
    }),
    { numRuns: 2000 }
  )
  assert.equal(secondOf('2026-11-19T04:59:41.190759Z'), 1_795_064_381)
})

test('secondOf takes nothing else', () => {
  for (const text of [
    '',
    '2026-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-01-01',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:00:00+03:30'
  ])
    assert.equal(secondOf(text), null)
})
