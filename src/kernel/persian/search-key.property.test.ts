import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { joinedSearchKey, searchKey } from './search-key.ts'

/** Other ways in which keyboards and old documents write the same letter. */
const otherWays: Record<string, string[]> = {
  ی: ['ي', 'ى', 'ئ', 'ی\u064e'],
  ک: ['ك', 'ک\u0640'],
  ه: ['ة', 'ۀ', 'ه\u0654'],
  ا: ['أ', 'إ', 'آ', 'ٱ', 'ا\u0653'],
  و: ['ؤ', 'و\u0650'],
  ' ': ['\u200c', '\u00a0', '  ', ' \u200f'],
  م: ['ﻣ', 'م\u0640\u0640', 'م\u064f'],
  '1': ['۱', '١', '１'],
  '9': ['۹', '٩'],
  s: ['S', 'ｓ']
}
const letters = fc.array(fc.constantFrom(...Array.from('ابپتسمنرکگیهودژل 19s')), { maxLength: 40 })

test('searchKey is the same whatever keyboard typed it', () => {
  const typed = letters.chain((plain) =>
    fc.tuple(
      fc.constant(plain.join('')),
      fc.tuple(...plain.map((letter) => fc.constantFrom(letter, ...(otherWays[letter] ?? []))))
    )
  )
  fc.assert(
    fc.property(typed, ([plain, variant]) => {
      assert.equal(searchKey(variant.join('')), searchKey(plain))
    })
  )
})

test('searchKey is idempotent', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const key = searchKey(text)
      assert.equal(searchKey(key), key)
      assert.equal(joinedSearchKey(joinedSearchKey(text)), joinedSearchKey(text))
    }),
    { numRuns: 500 }
  )
})
