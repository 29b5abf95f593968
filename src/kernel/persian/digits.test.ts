import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { digitsOf, formatDigits, formatNumber, toLatinDigits, toPersianDigits } from './digits.ts'

test('toPersianDigits turns every kind of digit Persian', () => {
  assert.equal(toPersianDigits('کد 123 و ٤٥٦'), 'کد ۱۲۳ و ۴۵۶')
  assert.equal(toPersianDigits(1405), '۱۴۰۵')
})

test('toLatinDigits undoes toPersianDigits on any text with ASCII digits', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9 اب]*$/), (text) => {
      assert.equal(toLatinDigits(toPersianDigits(text)), text)
    })
  )
})

test('formatNumber groups with the marks of the language', () => {
  assert.equal(formatNumber(1_250_000, 'fa'), '۱٬۲۵۰٬۰۰۰')
  assert.equal(formatNumber(1_250_000, 'en'), '1,250,000')
  assert.equal(formatNumber(-3.5, 'fa'), '−۳٫۵')
  assert.equal(formatDigits('12', 'fa'), '۱۲')
})

test('digitsOf strips what people type between digits, and nothing else', () => {
  assert.equal(digitsOf(' ۰۹۱۲-۳۴۵ (۶۷).۸۹ '), '0912345'.concat('6789'))
  assert.equal(digitsOf('12a'), '12a')
})
