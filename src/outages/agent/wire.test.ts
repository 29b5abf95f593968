import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ageMillisecondsMax, batchAgeOf, instantOfResult, resultSchema } from './wire.ts'

test('batchAgeOf takes whole milliseconds, and nothing that would give wrong times', () => {
  assert.equal(batchAgeOf(undefined), 0)
  for (const age of [0, 1840, ageMillisecondsMax]) assert.equal(batchAgeOf(String(age)), age)
  const wrong = ['', ' ', 'abc', '-600000', '3e5', '1.5', '0x10', '۱۲', '1, 2', '1_000']
  const huge = [String(ageMillisecondsMax + 1), `1${'0'.repeat(300)}`, 'Infinity', 'NaN']
  for (const text of [...wrong, ...huge, null, 5, ['1']]) assert.equal(batchAgeOf(text), null)
})

test('instantOfResult counts back by both ages', () => {
  const at = Temporal.Instant.from('2026-11-22T06:00:10Z')
  assert.equal(instantOfResult(at, '4000', 1000).toString(), '2026-11-22T06:00:05Z')
  assert.throws(() => instantOfResult(at, 'abc', 0), RangeError)
})

test('resultSchema takes whole milliseconds only', () => {
  const result = { target: 'a', ageMs: 1, ok: true, tookMs: 12, reason: null, detail: null }
  assert.equal(resultSchema.safeParse(result).success, true)
  for (const wrong of [1.5, -1, Number.MAX_VALUE, '12', null]) {
    assert.equal(resultSchema.safeParse({ ...result, tookMs: wrong }).success, false)
    assert.equal(resultSchema.safeParse({ ...result, ageMs: wrong }).success, false)
  }
})
