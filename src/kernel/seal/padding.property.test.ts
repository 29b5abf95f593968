// Goal: the padded length hides the length within 12 percent and never shrinks. Method: random lengths.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { paddedBytesMin, paddedLength } from './padding.ts'

const lengths = fc.nat(2 ** 31 - 1)

test('paddedLength holds the content, at most 12 percent larger', () => {
  fc.assert(
    fc.property(lengths, (length) => {
      const padded = paddedLength(length)
      assert.ok(padded >= length && padded >= paddedBytesMin)
      assert.ok(length <= paddedBytesMin || padded <= length * 1.12)
    })
  )
})

test('paddedLength of a padded length is itself, and longer content is not shorter padded', () => {
  fc.assert(
    fc.property(lengths, lengths, (one, other) => {
      assert.equal(paddedLength(paddedLength(one)), paddedLength(one))
      assert.ok(one > other || paddedLength(one) <= paddedLength(other))
    })
  )
})

test('a million lengths make few sizes', () => {
  const sizes = new Set(Array.from({ length: 1_000_000 }, (_, length) => paddedLength(length)))
  assert.ok(sizes.size < 200, String(sizes.size))
})
