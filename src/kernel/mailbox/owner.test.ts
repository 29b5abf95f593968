// Goal: what two screens compare follows the key, and differs for another one.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comparisonCode, directoryOwner, pairingFingerprint } from './owner.ts'

test('an owner is named as the directory names it', () => {
  assert.equal(directoryOwner({ authority: 'sko', unit: 'it' }), 'unit:sko/it')
  assert.equal(directoryOwner({ mailbox: 'a' }), 'mailbox:a')
})

test('number and fingerprint follow the key', () => {
  assert.match(comparisonCode('one', 'age1pq1a'), /^\d{6}$/)
  assert.equal(comparisonCode('one', 'age1pq1a'), comparisonCode('one', 'age1pq1a'))
  assert.notEqual(comparisonCode('one', 'age1pq1a'), comparisonCode('one', 'age1pq1b'))
  assert.notEqual(comparisonCode('one', 'age1pq1a'), comparisonCode('two', 'age1pq1a'))
  assert.match(pairingFingerprint('age1pq1a'), /^[\w-]{43}$/)
  assert.notEqual(pairingFingerprint('age1pq1a'), pairingFingerprint('age1pq1b'))
})
