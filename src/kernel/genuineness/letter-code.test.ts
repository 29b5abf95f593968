import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toPersianDigits } from '../persian/index.ts'
import { letterCheckCode, letterCheckPath, letterCodeOf, readLetterCode } from './letter-code.ts'

const of = {
  letter: '0192f3a0-1111-7abc-8def-0123456789ab',
  sha256: '+/+/+/+/+/+/+/+/+/+/+/+/+/+/+/+/+/+/+/+/+/8='
}

test('readLetterCode reads what letterCheckCode writes, however people bring it', () => {
  const code = letterCheckCode(of)
  assert.match(code, /^[0-9a-f-]{36}\.[\w-]{43}$/)
  const half = `${code.slice(0, 40)}\n  ${code.slice(40)} `
  for (const text of [
    code,
    half,
    `https://desk.example${letterCheckPath(of)}`,
    `https://desk.example/en/verify?letter=${code}#x`,
    `\u2066${code}\u2069`,
    toPersianDigits(code)
  ]) {
    assert.deepEqual(readLetterCode(text), of, text)
  }
})

test('readLetterCode gives nothing for anything else', () => {
  const code = letterCheckCode(of)
  const others = [
    '',
    'hello',
    `${code}.x`,
    code.slice(0, -1),
    `x${code}`,
    of.letter,
    `.${of.sha256}`
  ]
  for (const text of others) assert.equal(readLetterCode(text), null, text)
})

test('letterCodeOf takes a hash in each of its writings', () => {
  const hex = Buffer.from(of.sha256, 'base64').toString('hex')
  for (const hash of [hex, hex.toUpperCase(), of.sha256, letterCheckCode(of).slice(37)]) {
    assert.deepEqual(letterCodeOf(of.letter.toUpperCase(), hash), of, hash)
  }
  assert.equal(letterCodeOf(of.letter, hex.slice(2)), null)
  assert.equal(letterCodeOf('1', hex), null)
})
