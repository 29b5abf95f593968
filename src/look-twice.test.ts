import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lookTwice } from './look-twice.ts'

function looks(...each: readonly string[][]) {
  const left = [...each]
  return () =>
    Promise.resolve({ checked: 1, differences: (left.shift() ?? []).map((what) => ({ what })) })
}

test('lookTwice keeps what is found both times', async () => {
  const { differences } = await lookTwice(looks(['lasting', 'passing'], ['new', 'lasting']))
  assert.deepEqual(differences, [{ what: 'lasting' }])
})

test('lookTwice looks once where nothing is found', async () => {
  const { differences } = await lookTwice(looks([], ['new']))
  assert.deepEqual(differences, [])
})
