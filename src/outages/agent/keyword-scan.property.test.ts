// Goal: how a page is cut into pieces changes nothing. Method: any text, any words, any cuts.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { TextReader, charsetOf } from './charset.ts'
import { KeywordScan } from './keyword-scan.ts'

const letters = fc.string({ unit: fc.constantFrom('ا', 'ب', 'a', '\u200c', '😀'), maxLength: 3000 })
const cuts = fc.array(fc.nat(), { maxLength: 20 })

function pieces(bytes: Uint8Array, at: readonly number[]): Uint8Array[] {
  const places = at.map((each) => each % (bytes.length + 1)).toSorted((one, other) => one - other)
  return [...places, bytes.length].map((end, i) => bytes.subarray(places[i - 1] ?? 0, end))
}

test('KeywordScan finds what is in the whole text, and nothing else', () => {
  const keyword = fc.string({ unit: fc.constantFrom('ا', 'ب', 'a'), minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(letters, keyword, cuts, (text, words, at) => {
      const scan = new KeywordScan(words, 'text/html')
      for (const piece of pieces(new TextEncoder().encode(text), at)) scan.push(piece)
      assert.equal(scan.end(), text.includes(words))
    })
  )
})

describe('TextReader', () => {
  test('reads pieces as it reads the whole', () => {
    fc.assert(
      fc.property(letters, cuts, (text, at) => {
        const reader = new TextReader('text/html; charset=utf-8')
        const read = pieces(new TextEncoder().encode(text), at).map((each) => reader.push(each))
        assert.equal(read.join('') + reader.end(), text)
      })
    )
  })

  test('reads any bytes of any told encoding', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), fc.string(), (bytes, charset) => {
        const reader = new TextReader(`text/html; charset=${charset}`)
        assert.equal(typeof (reader.push(bytes) + reader.end()), 'string')
      })
    )
  })
})

test('charsetOf believes the mark, then the header, then the page', () => {
  const page = (text: string) => new TextEncoder().encode(text)
  assert.equal(charsetOf('text/html; charset=windows-1256', page('\ufeffx')), 'utf-8')
  assert.equal(
    charsetOf('text/html; Charset="Windows-1256"', page('<meta charset=utf-8>')),
    'Windows-1256'
  )
  const meta = page('<head><META http-equiv=x content="text/html; charset=iso-8859-6">')
  assert.equal(charsetOf('text/html', meta), 'iso-8859-6')
  assert.equal(charsetOf('text/html; charset=nonsense', meta), 'iso-8859-6')
  assert.equal(charsetOf('', page('')), 'utf-8')
})
