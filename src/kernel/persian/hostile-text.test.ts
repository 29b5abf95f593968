import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refuseHostileText } from './hostile-text.ts'

test('refuseHostileText takes honest text of both directions', () => {
  for (const text of ['', 'می‌شود\tو\r\n', 'نام\u200f (x)', '👨‍👩‍👧 خانواده', 'é́ zalgo̷']) {
    assert.equal(refuseHostileText(text), null, JSON.stringify(text))
  }
})

test('refuseHostileText names what it refuses', () => {
  const cases: [string, string][] = [
    ['a\u202eb', 'text/direction-override'],
    ['a\u2066b', 'text/direction-override'],
    ['a\u0000b', 'text/control-character'],
    ['a\u009fb', 'text/control-character'],
    ['a\uffffb', 'text/control-character'],
    ['a\u{1ffff}', 'text/control-character'],
    ['a\u{e0041}', 'text/control-character'],
    ['a\ud800', 'text/broken']
  ]
  for (const [text, code] of cases)
    assert.equal(refuseHostileText(text)?.code, code, JSON.stringify(text))
})
