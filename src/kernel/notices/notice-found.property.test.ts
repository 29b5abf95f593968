import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { noticeFoundIn } from './notice-found.ts'
import { noticeLines } from './notice-lines.ts'
import { visibleText } from './visible-text.ts'

const escaped = (text: string) =>
  text.replaceAll(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`)

const piecesOfText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '<script>',
    '&amp;',
    '-->',
    '</p>',
    'قطعی',
    'می‌شود',
    '&',
    '<',
    '\n\n',
    '" hidden',
    'a  b'
  ),
  fc.string({ maxLength: 12 })
)
const phrase = fc
  .array(piecesOfText, { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(' '))
const notice = fc.record({
  title: fc.record({ fa: phrase, en: phrase }),
  body: fc.record({
    fa: fc.array(phrase, { minLength: 1, maxLength: 4 }).map((all) => all.join('\n\n')),
    en: fc.array(phrase, { minLength: 1, maxLength: 4 }).map((all) => all.join('\n\n'))
  })
})
const pageOf = (lines: readonly string[]) =>
  `<!doctype html><html><head><title>t</title></head><body><header><p>menu</p></header>
    <article data-notice="x">${lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')}</article>
  </body></html>`

test('a page that shows the lines of a notice is found to show it, whatever they say', () => {
  fc.assert(
    fc.property(notice, (words) => {
      const lines = noticeLines(words)
      assert.equal(noticeFoundIn(pageOf(lines), lines), lines.length > 0)
    }),
    { numRuns: 500 }
  )
})

test('a page that lacks one line of a notice is not found to show it', () => {
  const marked = fc.array(fc.uuid(), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(marked, fc.nat(), (lines, which) => {
      const kept = lines.toSpliced(which % lines.length, 1)
      assert.equal(noticeFoundIn(pageOf(kept), lines), false)
    })
  )
})

const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '<',
      '>',
      '</',
      '<!--',
      '-->',
      '<p',
      '<script',
      '</script>',
      '<p hidden>',
      '"',
      "'",
      '=',
      '/'
    ],
    ...['&', '&#x', '&lt', '<![CDATA[', '<svg>', '<br/>', '<div style="display:none">', '\u0000']
  ),
  fc.string({ unit: 'binary', maxLength: 8 })
)

test('visibleText reads any text, and gives lines without white space at their ends', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = visibleText(pieces.join(''))
      for (const line of text.split('\n')) assert.equal(line, line.trim())
    }),
    { numRuns: 500 }
  )
})

test('visibleText never shows what stands in a script, an attribute or a comment', () => {
  const secret = 'zzsecretzz'
  const hides = fc.constantFrom(
    `<script>${secret}</script>`,
    `<p title="${secret}">x</p>`,
    `<p title='${secret}' a>x</p>`,
    `<!-- ${secret} -->`,
    `<template><p>${secret}</p></template>`,
    `<div hidden><div></div>${secret}</div>`,
    `<style>${secret}</style>`,
    `<p data-${secret}=1>x</p>`
  )
  const plain = fc.string({ maxLength: 10 }).map(escaped)
  fc.assert(
    fc.property(fc.array(fc.oneof(hides, plain), { maxLength: 12 }), (parts) => {
      assert.equal(visibleText(parts.join('')).includes(secret), false)
    })
  )
})

test('visibleText takes a page of many openings in its stride', () => {
  for (const open of [
    '<',
    '<p ',
    '<p a="',
    '<!--',
    '<script>',
    '<div hidden>',
    '&',
    '</',
    '<p a=\'"'
  ]) {
    assert.equal(typeof visibleText(open.repeat(100_000)), 'string')
  }
})
