import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatCount, formatDuration, formatFee, formatRial } from './words.ts'

test('formatRial puts toman beside rial', () => {
  assert.equal(formatRial(250_000, 'fa'), '۲۵۰٬۰۰۰ ریال (۲۵٬۰۰۰ تومان)')
  assert.equal(formatRial(250_000, 'en'), '250,000 rial (25,000 toman)')
})

test('formatFee states that nothing is to be paid', () => {
  assert.equal(formatFee(0, 'fa'), 'رایگان (۰ ریال)')
  assert.equal(formatFee(0, 'en'), 'Free (0 rial)')
  assert.equal(formatFee(250_000, 'fa'), formatRial(250_000, 'fa'))
})

test('formatDuration uses at most two units and never rounds up', () => {
  const cases: [number, string, string][] = [
    [0, '۰ ثانیه', '0 seconds'],
    [59.9, '۵۹ ثانیه', '59 seconds'],
    [60, '۱ دقیقه', '1 minute'],
    [3599, '۵۹ دقیقه و ۵۹ ثانیه', '59 minutes and 59 seconds'],
    [183_900, '۲ روز و ۳ ساعت', '2 days and 3 hours'],
    [172_860, '۲ روز', '2 days'],
    [-7200, 'منفی ۲ ساعت', 'minus 2 hours']
  ]
  for (const [seconds, fa, en] of cases) {
    assert.equal(formatDuration(seconds, 'fa'), fa)
    assert.equal(formatDuration(seconds, 'en'), en)
  }
})

test('formatCount agrees in number', () => {
  assert.equal(formatCount(1, { fa: 'بار', en: 'visit' }, 'en'), '1 visit')
  assert.equal(formatCount(3, { fa: 'بار', en: 'visit' }, 'fa'), '۳ بار')
})
