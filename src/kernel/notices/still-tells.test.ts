import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stillTells } from './still-tells.ts'

const first = { fa: 'یک\n\nدو', en: 'One\n\nTwo' }

test('stillTells takes more words, other spaces and another order', () => {
  assert.equal(stillTells(first, first), true)
  assert.equal(stillTells(first, { fa: 'دو \n\n سه\r\n\r\nیک', en: 'Two\n\nOne' }), true)
})

test('stillTells misses a paragraph that is gone or changed, in either language', () => {
  assert.equal(stillTells(first, { ...first, fa: 'یک' }), false)
  assert.equal(stillTells(first, { ...first, en: 'One\n\nTwo.' }), false)
  assert.equal(stillTells(first, { fa: '', en: '' }), false)
})
