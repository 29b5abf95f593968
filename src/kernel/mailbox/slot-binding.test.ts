// Goal: the mark of a way follows each part of it and the seed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newMailboxSeed } from '../seal/index.ts'
import { slotBinding } from './slot-binding.ts'

test('whatever is changed of a way, its mark is another', () => {
  const seed = newMailboxSeed()
  const slot = { id: 'one', purpose: 'own', reader: null, recipient: 'age1pq1a' }
  const changed = [
    { ...slot, id: 'two' },
    { ...slot, purpose: 'member' },
    { ...slot, reader: 'somebody' },
    { ...slot, recipient: 'age1pq1b' },
    { ...slot, recipient: null }
  ]
  const marks = [slot, ...changed].map((each) => slotBinding(seed, each))
  assert.equal(new Set([...marks, slotBinding(newMailboxSeed(), slot)]).size, 7)
  assert.equal(slotBinding(seed, { ...slot }), marks[0])
})
