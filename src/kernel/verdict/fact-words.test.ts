import assert from 'node:assert/strict'
import { test } from 'node:test'
import { factKinds } from '../../ledger/index.ts'
import { factWord } from './fact-words.ts'

test('factWord names what a citizen holds a receipt of, and no word that is no kind', () => {
  assert.equal(factWord('failure-receipt.issued', 'fa'), 'رسید خرابی صادر شد')
  assert.equal(factWord('outage.opened', 'en'), 'Outage opened')
  for (const word of ['constructor', '__proto__', 'letter.read', '']) {
    assert.equal(factWord(word, 'fa'), null, word)
  }
  assert.ok(factKinds.filter((kind) => factWord(kind, 'fa') !== null).length > 40)
})
