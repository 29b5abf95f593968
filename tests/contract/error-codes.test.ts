// Goal: programs can rely on the codes of refusals. Method: the codes in the source are held against
// the published list, which is frozen in a file of its own.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codesOfSource, frozenCodes } from '../support/error-codes.ts'

const now = codesOfSource()

test('a published problem code never changes its status and never goes', () => {
  for (const [code, status] of Object.entries(frozenCodes.problems)) {
    assert.equal(now.problems[code], status, `${code} was published with ${String(status)}`)
  }
  const gone = frozenCodes.fields.filter((code) => !now.fields.includes(code))
  assert.deepEqual(gone, [], 'published codes of fields')
})

test('every code in the source is published', () => {
  const hint = 'add it to tests/contract/error-codes.json: from then on it is frozen'
  assert.deepEqual(now.problems, frozenCodes.problems, hint)
  assert.deepEqual(now.fields, frozenCodes.fields, hint)
})

test('a code says whose it is and what is wrong', () => {
  for (const code of [...Object.keys(now.problems), ...now.fields]) {
    assert.match(code, /^([a-z-]+\/[a-z-]+|not-found|internal|overloaded)$/)
  }
})
