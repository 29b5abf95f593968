// Goal: words on paper come back as the secret that they are, however they are typed, and a slip is found and
// named. Method: random secrets in both languages, typed on other keyboards; words changed, left out, swapped.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { searchKey } from '../persian/index.ts'
import { paperWordCount, paperWords, readPaperWords } from './index.ts'
import { englishWords } from './words-en.ts'
import { persianWords } from './words-fa.ts'

const secrets = fc.uint8Array({ minLength: 17, maxLength: 17 })
const langs = fc.constantFrom('fa' as const, 'en' as const)
const spaces = fc.constantFrom(' ', '\n', '  ', ' \u200c', '\u200c', '، ', '\u00a0', '\t', ' - ')
const ways = fc.record({ space: spaces, numbered: fc.boolean() })
const undotted: Readonly<Record<string, string>> = {
  ...{ ب: 'ٮ', پ: 'ٮ', ت: 'ٮ', ث: 'ٮ', ن: 'ٮ', ی: 'ٮ', ج: 'ح', چ: 'ح', خ: 'ح', ذ: 'د' },
  ...{ ز: 'ر', ژ: 'ر', ش: 'س', ض: 'ص', ظ: 'ط', غ: 'ع', ق: 'ف', گ: 'ک' }
}

test('the lists are 256 words each that nobody mistakes for another', () => {
  for (const words of [persianWords, englishWords]) {
    const keys = words.map(searchKey)
    assert.equal(words.length, 256)
    assert.equal(new Set(keys.map((key) => key.slice(0, 4))).size, 256)
    const bare = keys.map((key) => Array.from(key, (letter) => undotted[letter] ?? letter).join(''))
    assert.equal(new Set(bare).size, 256)
    for (const key of keys) assert.match(key, /^[\p{Script=Arabic}a-z]{3,9}$/u)
    for (const [i, one] of bare.entries()) {
      for (const other of bare.slice(i + 1)) assert.ok(!differByOne(one, other), `${one} ${other}`)
    }
  }
})

test('words give their secret, on any keyboard, in any spacing, numbered or not', () => {
  const arabic = (word: string) =>
    word.replaceAll('ی', 'ي').replaceAll('ک', 'ك').replaceAll('آ', 'ا')
  fc.assert(
    fc.property(secrets, langs, ways, (secret, lang, { space, numbered }) => {
      const words = paperWords(secret, lang).map((word, i) =>
        numbered ? `${(i + 1).toLocaleString('fa')}. ${word}` : word
      )
      for (const typed of [words, words.map(arabic), words.map((word) => word.toUpperCase())]) {
        assert.deepEqual(readPaperWords(` ${typed.join(space)}\n`), { ok: true, value: secret })
      }
    })
  )
})

test('a wrong word is named, with what it may have been', () => {
  fc.assert(
    fc.property(secrets, langs, fc.nat(paperWordCount - 1), (secret, lang, at) => {
      const words = paperWords(secret, lang)
      const right = words[at] ?? ''
      const read = readPaperWords(words.with(at, `${right}ق`).join(' '))
      assert.ok(!read.ok)
      assert.equal(read.reason.code, 'unknown-word')
      assert.equal(read.reason.at, at + 1)
      assert.ok(read.reason.near.includes(right))
    })
  )
})

test('a word too few or too many is counted', () => {
  fc.assert(
    fc.property(secrets, langs, fc.nat(paperWordCount - 1), (secret, lang, at) => {
      const words = paperWords(secret, lang)
      const short = readPaperWords(words.toSpliced(at, 1).join(' '))
      const long = readPaperWords([...words, words[at]].join(' '))
      const told = { code: 'word-count', near: [] }
      assert.deepEqual(short, { ok: false, reason: { ...told, at: paperWordCount - 1 } })
      assert.deepEqual(long, { ok: false, reason: { ...told, at: paperWordCount + 1 } })
    })
  )
})

test('another word of the list passes in one of 256 cases, not in more', () => {
  const secret = new Uint8Array(17).fill(9)
  const words = paperWords(secret, 'fa')
  let passed = 0
  for (let at = 0; at < paperWordCount; at++) {
    for (const word of persianWords) {
      const read = readPaperWords(words.with(at, word).join(' '))
      if (word !== words[at] && read.ok) passed += 1
      else if (word !== words[at]) assert.deepEqual(read, sumFault)
    }
  }
  assert.ok(passed < 40, String(passed))
})

const sumFault = { ok: false, reason: { code: 'checksum', at: 0, near: [] } }

test('anything else is refused, never thrown', () => {
  for (const text of ['', ' ', 'سلام', '1 2 3', 'x'.repeat(5000)]) {
    assert.equal(readPaperWords(text).ok, false, text)
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      assert.equal(readPaperWords(text).ok, false)
    })
  )
})

function differByOne(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start += 1
  const [a, b] = [one.slice(start), other.slice(start)]
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)
}
