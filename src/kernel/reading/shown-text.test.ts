import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shownPart, withoutPiles } from './shown-text.ts'

test('a body of any length that people write is shown whole', () => {
  const pages = 'درخواست شما **پذیرفته** شد.\n'.repeat(1500)
  for (const body of ['', 'سلام', pages]) {
    assert.deepEqual(shownPart(body), { text: body, isWhole: true })
  }
})

test('of a body made to stop the reader its beginning is shown, cut between lines', () => {
  const rows = shownPart(`|a|b|\n|-|-|\n${'|a|b|\n'.repeat(3_000_000)}`)
  assert.equal(rows.isWhole, false)
  assert.ok(rows.text.length < 20_000 && rows.text.endsWith('|'), rows.text.slice(-10))
  const long = shownPart(`${'الف '.repeat(20)}\n`.repeat(10_000))
  assert.equal(long.isWhole, false)
  assert.ok(long.text.length <= 200_000 && long.text.length > 199_000)
})

test('a line without an end is cut, and no character with it', () => {
  const { text, isWhole } = shownPart(`a${'😀'.repeat(200_000)}`)
  assert.equal(isWhole, false)
  assert.ok(text.isWellFormed())
  assert.equal(text.length, 199_999)
})

test('marks that would be piled over the page are told as codes', () => {
  assert.equal(withoutPiles(`ظ${'\u0301'.repeat(6)}ب`), `ظ${'\u0301'.repeat(4)}[U+0301][U+0301]ب`)
  for (const honest of ['اللّٰهُ', 'مُحَمَّدٌ', 'שָׁלוֹם', 'é́ zalgo̷', '👨‍👩‍👧', 'ي\u0654\u0651\u064e']) {
    assert.equal(withoutPiles(honest), honest)
  }
})
