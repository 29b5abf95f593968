import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatNumber, formatPercent, inDigits } from './format.ts'

test('formatNumber writes the digits and separators of the language', () => {
  assert.equal(formatNumber('fa', 1_250_000.5), '۱٬۲۵۰٬۰۰۰٫۵')
  assert.equal(formatNumber('en', 1_250_000.5), '1,250,000.5')
  assert.equal(formatNumber('fa', 7n), '۷')
})

test('formatPercent keeps two decimals at most', () => {
  assert.equal(formatPercent('fa', 0.99525), '۹۹٫۵۳٪')
  assert.equal(formatPercent('en', 0.995), '99.5%')
})

test('inDigits changes digits only', () => {
  assert.equal(inDigits('fa', 'SK-5.4'), 'SK-۵.۴')
  assert.equal(inDigits('en', 'SK-5.4'), 'SK-5.4')
})
