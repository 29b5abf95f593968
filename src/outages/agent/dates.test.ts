import assert from 'node:assert/strict'
import { test } from 'node:test'
import { epochMillisecondsOf } from './dates.ts'

test('epochMillisecondsOf reads dates of HTTP and of certificates', () => {
  assert.equal(epochMillisecondsOf('Sun, 06 Nov 1994 08:49:37 GMT'), 784_111_777_000)
  assert.equal(epochMillisecondsOf('Nov  6 08:49:37 1994 GMT'), 784_111_777_000)
  assert.equal(epochMillisecondsOf('Dec 31 23:59:59 9999 GMT'), 253_402_300_799_000)
})

test('epochMillisecondsOf gives null for what is no date', () => {
  for (const text of [
    '',
    'tomorrow',
    'Sun, 06 Abc 1994 08:49:37 GMT',
    'Sun, 46 Nov 1994 08:49:37 GMT',
    'Sun, 06 Nov 1994 08:99:37 GMT',
    'Sun, 06 anF 1994 08:49:37 GMT'
  ]) {
    assert.equal(epochMillisecondsOf(text), null, text)
  }
})
