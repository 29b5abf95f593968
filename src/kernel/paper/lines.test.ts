import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Line, breakLines, isolated } from './lines.ts'

/** Every character is one wide. */
const measure = (text: string) => text.length
const seen = (line: Line | undefined) =>
  (line?.runs ?? []).map(({ text, face }) =>
    face.endsWith('rtl') ? Array.from(text).toReversed().join('') : text
  )

test('breakLines puts what runs to the left where it is seen, numbers and Latin the other way', () => {
  const [line] = breakLines([{ text: 'الف 12 abc ب' }], { direction: 'rtl', widthMax: 99, measure })
  assert.equal(seen(line).join(''), 'ب abc 12 فلا')
})

test('breakLines keeps what is read by itself together', () => {
  const text = `نامه ${isolated('a/1 b/2', 'ltr')}، ته`
  const [line] = breakLines([{ text }], { direction: 'rtl', widthMax: 99, measure })
  assert.equal(seen(line).join(''), 'هت ،a/1 b/2 همان')
})

test('breakLines breaks after spaces and at ends of lines, and cuts what is wider than a line', () => {
  const broken = breakLines([{ text: 'aa bb\nccccccc d' }], {
    direction: 'ltr',
    widthMax: 5,
    measure
  })
  assert.deepEqual(
    broken.map((line) => seen(line).join('')),
    ['aa bb', 'ccccc', 'cc d']
  )
})

test('breakLines keeps styles apart', () => {
  const spans = [{ text: 'aa ' }, { text: 'bb', bold: true }, { text: ' cc', oblique: true }]
  const [line] = breakLines(spans, { direction: 'ltr', widthMax: 99, measure })
  assert.deepEqual(
    line?.runs.map(({ text, face }) => [text, face]),
    [
      ['aa ', 'regular-ltr'],
      ['bb', 'bold-ltr'],
      [' cc', 'regular-ltr']
    ]
  )
})

test('breakLines gives one empty line for nothing', () => {
  assert.deepEqual(breakLines([], { direction: 'rtl', widthMax: 9, measure }), [
    { runs: [], width: 0 }
  ])
})
