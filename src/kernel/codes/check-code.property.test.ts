// Goal: no slip of the pen leads to another code. Method: random codes, every slip of two kinds.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkCode, codeOfValues, formatCode } from './check-code.ts'

const values = fc.array(fc.integer({ min: 0, max: 31 }), { minLength: 15, maxLength: 15 })

test('checkCode reads what codeOfValues made, however it is typed', () => {
  fc.assert(
    fc.property(values, (given) => {
      const code = codeOfValues(given)
      assert.equal(code.length, 16)
      assert.equal(checkCode(code, 16), code)
      assert.equal(checkCode(` ${formatCode(code).toLowerCase()}\u200c`, 16), code)
      const persian = code.replaceAll(/[0-9]/g, (digit) =>
        String.fromCharCode(digit.charCodeAt(0) + 0x06c0)
      )
      assert.equal(checkCode(persian.replaceAll('0', 'O'), 16), code)
    })
  )
})

test('checkCode finds each wrong character and each swap', () => {
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  fc.assert(
    fc.property(values, fc.tuple(fc.nat(15), fc.nat(15)), fc.nat(31), (given, [a, b], letter) => {
      const code = codeOfValues(given)
      const wrong = code.slice(0, a) + (letters[letter] ?? '') + code.slice(a + 1)
      if (wrong !== code) assert.equal(checkCode(wrong, 16), null)
      const swapped = code.split('')
      ;[swapped[a], swapped[b]] = [swapped[b] ?? '', swapped[a] ?? '']
      if (swapped.join('') !== code) assert.equal(checkCode(swapped.join(''), 16), null)
    })
  )
})

test('checkCode refuses what is no code', () => {
  for (const text of ['', 'U', '7K2M-9X4T-RD0A', 'x'.repeat(101), '٪'.repeat(16)])
    assert.equal(checkCode(text, 16), null, text)
})
