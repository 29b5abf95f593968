// Goal: blanks are filled by what is known, and a value can be nothing but text. Method: both languages,
// values that look like blanks and marks, random values read back by the letter's own Markdown.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseBody } from '../seal/index.ts'
import { type Blanks, fillTemplate, openBlanks, unknownBlanks } from './fill-template.ts'

const none: Blanks = { name: null, case: null, service: null, date: null, unit: null }

test('blanks are filled in both languages, and what is not known stays and is told', () => {
  const filled = fillTemplate('آقای {{نام}} گرامی، {{ date }}، {{درخواست}} {{چیز}}', {
    ...none,
    name: 'رضا',
    date: '۱ آذر'
  })
  assert.equal(filled.text, 'آقای رضا گرامی، ۱ آذر، {{درخواست}} {{چیز}}')
  assert.deepEqual(filled.missing, ['درخواست', 'چیز'])
  assert.deepEqual(openBlanks(filled.text), ['درخواست', 'چیز'])
  assert.deepEqual(unknownBlanks(filled.text), ['چیز'])
})

test('a value is shown as it is, whatever it holds', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z*_`[\](){}<>#!|\\+]{1,30}$/), (value) => {
      const { text, missing } = fillTemplate('x {{name}} y', { ...none, name: value })
      assert.deepEqual(missing, [])
      const [block] = parseBody(text)
      assert.ok(block?.type === 'paragraph')
      const shown = block.inlines.map((each) => (each.type === 'text' ? each.text : '?')).join('')
      const plain = value.replaceAll(/[{}]/g, '')
      assert.equal(shown.replaceAll(/\\?[{}]/g, ''), `x ${plain} y`)
    })
  )
})
