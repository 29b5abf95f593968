import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addedWords } from './added-words.ts'

const before = {
  title: { fa: 'عنوان', en: 'Title' },
  body: { fa: 'یک\n\nدو', en: 'One\n\nTwo' }
}

test('addedWords gives what stands behind the lines of before, whatever the spaces', () => {
  assert.deepEqual(addedWords(before, before), { fa: [], en: [] })
  const later = {
    title: { fa: ' عنوان', en: 'Title ' },
    body: { fa: 'یک \n\n دو\r\n\r\nسه', en: 'One\n\nTwo\n\nThree\n\nFour' }
  }
  assert.deepEqual(addedWords(before, later), { fa: ['سه'], en: ['Three', 'Four'] })
})

test('addedWords refuses lines that are gone, changed, moved or led by others', () => {
  const bodies = ['One', 'One\n\nTwo.', 'Two\n\nOne', 'Zero\n\nOne\n\nTwo', 'One\n\nand\n\nTwo', '']
  for (const en of bodies) {
    assert.equal(addedWords(before, { ...before, body: { ...before.body, en } }), null, en)
  }
  assert.equal(addedWords(before, { ...before, body: { ...before.body, fa: 'یک' } }), null)
  for (const title of [
    { fa: 'عنوان', en: 'Greetings' },
    { fa: 'تبریک', en: 'Title' }
  ]) {
    assert.equal(addedWords(before, { ...before, title }), null)
  }
})
