import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fromBase64, toBase64 } from './index.ts'

test('toBase64 writes and fromBase64 reads what Node does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const text = Buffer.from(bytes).toString('base64')
      assert.equal(toBase64(bytes), text)
      assert.deepEqual(fromBase64(text), bytes)
    })
  )
})

test('fromBase64 takes one spelling only', () => {
  for (const text of ['A', 'AA', 'AA=', 'AB==', 'AAB=', 'A===', 'AAAA\n', ' AAA', 'AA-_', 'AAAآ']) {
    assert.equal(fromBase64(text), null, text)
  }
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('A', 'Q', 'g', 'w', '/', '+', '=', '-'), { maxLength: 12 }),
      (characters) => {
        const text = characters.join('')
        const bytes = fromBase64(text)
        if (bytes !== null) assert.equal(toBase64(bytes), text)
      }
    )
  )
})
