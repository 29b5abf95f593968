import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { wordChanges } from './word-changes.ts'

const words = fc.array(fc.constantFrom('الف', 'ب', 'پ', 'ت'), { minLength: 1, maxLength: 12 })
const withoutMarks = (text: { toString(): string }) =>
  text.toString().replaceAll(/<\/?(?:ins|del)>/g, '')

test('wordChanges marks what went and what came', () => {
  const { before, after } = wordChanges('تا پایان ۱۴۰۰ معتبر است', 'تا پایان ۱۴۰۵ معتبر است')
  assert.equal(before.toString(), 'تا پایان <del>۱۴۰۰</del> معتبر است')
  assert.equal(after.toString(), 'تا پایان <ins>۱۴۰۵</ins> معتبر است')
})

test('wordChanges marks nothing in a text that was written anew', () => {
  const { before, after } = wordChanges('نام امضاکننده در متن نیست.', 'امضا نشده است.')
  assert.equal(before.toString(), 'نام امضاکننده در متن نیست.')
  assert.equal(after.toString(), 'امضا نشده است.')
})

test('wordChanges changes no word, and equal texts have no mark', () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [before, after] = [a.join(' '), b.join(' ')]
      const marked = wordChanges(before, after)
      assert.equal(withoutMarks(marked.before), before)
      assert.equal(withoutMarks(marked.after), after)
      const kept = (text: { toString(): string }) =>
        text
          .toString()
          .replaceAll(/<(ins|del)>.*?<\/\1>/g, '')
          .split(' ')
          .filter(Boolean)
      const isMarked = /<(ins|del)>/.test(`${marked.before.toString()}${marked.after.toString()}`)
      if (isMarked || before === after) {
        assert.deepEqual(kept(marked.before), kept(marked.after))
      }
    })
  )
})
