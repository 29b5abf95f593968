import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { quoteChange } from './quote-change.ts'

const long = (n: number, word = 'واژه') =>
  Array.from({ length: n }, (_, i) => `${word}${String(i)}`)

test('quoteChange quotes short texts whole', () => {
  assert.deepEqual(quoteChange('ده روز', 'هفت روز'), { before: 'ده روز', after: 'هفت روز' })
  assert.deepEqual(quoteChange('', 'x'), { before: '', after: 'x' })
})

test('quoteChange quotes of long texts what differs, with a few words about it', () => {
  const words = long(100)
  const changed = words.with(50, 'دیگر')
  assert.deepEqual(quoteChange(words.join(' '), changed.join(' ')), {
    before: `… ${words.slice(46, 55).join(' ')} …`,
    after: `… ${changed.slice(46, 55).join(' ')} …`
  })
})

test('quoteChange tells a text that only grew', () => {
  const words = long(60)
  const { before, after } = quoteChange(words.join(' '), [...words, 'پایان'].join(' '))
  assert.equal(before, `… ${words.slice(56).join(' ')}`)
  assert.equal(after, `… ${words.slice(56).join(' ')} پایان`)
})

test('quoteChange never quotes two different texts alike, and never much', () => {
  const word = fc.string({ minLength: 1, maxLength: 9 }).map((text) => text.replaceAll(/\s/g, '-'))
  const text = fc.array(word, { maxLength: 120 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(text, text, (before, after) => {
      fc.pre(before !== after)
      const quoted = quoteChange(before, after)
      assert.notEqual(quoted.before, quoted.after)
      assert.ok(quoted.before.length <= 1000 && quoted.after.length <= 1000)
    })
  )
})
