import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noticeFoundIn } from './notice-found.ts'

const lines = [
  'قطعی برنامه‌ریزی‌شده',
  'سامانه جمعه در دسترس نیست.',
  'Planned outage',
  'Down on Friday.'
]
const page = (body: string) => `<!doctype html><title>x</title><main>${body}</main>`
const shown = lines.map((line) => `<p>${line}</p>`).join('')

test('noticeFoundIn finds every line of a notice', () => {
  assert.equal(noticeFoundIn(page(shown), lines), true)
  assert.equal(noticeFoundIn(page(shown.replaceAll('<p>', '<p>\n   ')), lines), true)
})

test('noticeFoundIn wants every line, in order, in what is visible', () => {
  for (const line of lines) {
    assert.equal(noticeFoundIn(page(shown.replace(`<p>${line}</p>`, '')), lines), false)
    const hidden = shown.replace(`<p>${line}</p>`, `<p hidden>${line}</p>`)
    assert.equal(noticeFoundIn(page(hidden), lines), false)
    const said = shown.replace(`<p>${line}</p>`, `<!--${line}--><p title="${line}">x</p>`)
    assert.equal(noticeFoundIn(page(said), lines), false)
  }
  assert.equal(noticeFoundIn(page(shown), lines.toReversed()), false)
})

test('noticeFoundIn wants a line whole: not torn by blocks, not as a part of words', () => {
  assert.equal(noticeFoundIn('<p>Planned</p><p>outage</p>', ['Planned outage']), false)
  assert.equal(noticeFoundIn('<p>Planned outages</p>', ['Planned outage']), false)
  assert.equal(noticeFoundIn('<p>Unplanned outage</p>', ['planned outage']), false)
  assert.equal(noticeFoundIn('<p>قطعی‌ها</p>', ['قطعی']), false)
  assert.equal(noticeFoundIn('<p>outages, outage</p>', ['outage']), true)
  assert.equal(noticeFoundIn('<p>Notice: planned outage (new)</p>', ['planned outage']), true)
})

test('noticeFoundIn finds a line that is said twice only where it stands twice', () => {
  assert.equal(noticeFoundIn('<p>5 pm</p>', ['5 pm', '5 pm']), false)
  assert.equal(noticeFoundIn('<p>5 pm</p><p>5 pm</p>', ['5 pm', '5 pm']), true)
})

test('noticeFoundIn finds nothing where there is nothing to find', () => {
  assert.equal(noticeFoundIn(page(shown), []), false)
  assert.equal(noticeFoundIn(page(shown), [' ', '']), false)
})

test('noticeFoundIn finds a word behind many that only begin like it', () => {
  assert.equal(noticeFoundIn(`<p>${'outages '.repeat(50)}(outage)</p>`, ['outage']), true)
  assert.equal(noticeFoundIn(`<p>${'a'.repeat(200_000)}</p>`, ['a'.repeat(5000)]), false)
  assert.equal(noticeFoundIn(`<p>${'«'.repeat(200_000)}</p>`, ['«'.repeat(5000) + 'a']), false)
})
