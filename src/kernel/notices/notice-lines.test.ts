import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noticeLines, plainLine } from './notice-lines.ts'

test('noticeLines gives titles and paragraphs, Persian first, white space as one space', () => {
  const lines = noticeLines({
    title: { fa: '  قطعی\tسامانه ', en: 'Outage' },
    body: { fa: 'بند یک\nادامه\n\n بند دو \r\n \r\nبند سه', en: 'One\n\n\n\nTwo' }
  })
  assert.deepEqual(lines, [
    'قطعی سامانه',
    'بند یک ادامه',
    'بند دو',
    'بند سه',
    'Outage',
    'One',
    'Two'
  ])
})

test('noticeLines leaves out what is empty', () => {
  assert.deepEqual(
    noticeLines({ title: { fa: ' ', en: 'Title' }, body: { fa: '', en: '\n\n \n' } }),
    ['Title']
  )
})

test('plainLine keeps half-spaces', () => {
  assert.equal(plainLine(' می‌شود\u00a0 \u2003فردا '), 'می‌شود فردا')
})
