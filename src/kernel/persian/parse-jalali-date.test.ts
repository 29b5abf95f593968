import assert from 'node:assert/strict'
import { test } from 'node:test'
import { jalaliMonthName } from './jalali.ts'
import { parseJalaliDate } from './parse-jalali-date.ts'

test('parseJalaliDate reads the writings that people use', () => {
  for (const text of ['۱۴۰۴/۰۷/۱۹', '1404-07-19', '1404/7/19', ' ۱۴۰۴.۷.۱۹ ', '\u200e1404/07/19']) {
    assert.deepEqual(parseJalaliDate(text), { ok: true, value: { year: 1404, month: 7, day: 19 } })
  }
})

test('parseJalaliDate names what is wrong', () => {
  const cases: [string, string][] = [
    ['', 'date/form'],
    ['31/12', 'date/form'],
    ['04/07/19', 'date/short-year'],
    ['۷۰/۱/۵', 'date/short-year'],
    ['1 فروردین 70', 'date/short-year'],
    ['31/6/70', 'date/short-year'],
    ['404/7/19', 'date/form'],
    ['14040719 ', 'taken'],
    ['1404071', 'date/form'],
    ['14041301', 'date/month'],
    ['31/7/1370', 'date/day'],
    ['6/31/1370', 'date/month'],
    ['20261122', 'date/gregorian'],
    ['22/11/2026', 'date/gregorian'],
    ['1 فروردینک 1370', 'date/form'],
    ['1370 فروردین', 'date/form'],
    ['31 مهر 1404', 'date/day'],
    ['1404/07-19', 'date/form'],
    ['1404/12/31', 'date/day'],
    ['1404/12/30', 'date/day'],
    ['1404/07/31', 'date/day'],
    ['1404/00/01', 'date/month'],
    ['1404/13/01', 'date/month'],
    ['1404/01/00', 'date/day'],
    ['0999/01/01', 'date/year'],
    ['2025-10-11', 'date/gregorian'],
    ['2025/02/31', 'date/gregorian']
  ]
  for (const [text, code] of cases) {
    const read = parseJalaliDate(text)
    assert.equal(read.ok ? 'taken' : read.code, code, text)
  }
})

test('parseJalaliDate reads a date with its day first, in one number, and with the month as a word', () => {
  const shahrivar = { ok: true, value: { year: 1370, month: 6, day: 31 } }
  const writings = [
    '31/6/1370',
    '۳۱/۶/۱۳۷۰',
    '13700631',
    '۱۳۷۰۰۶۳۱',
    '31 شهریور 1370',
    '۳۱ شهريور ماه ۱۳۷۰',
    '۳۱ شهریورماه ۱۳۷۰',
    '31 Shahrivar 1370',
    '1370 شهریور 31',
    '1370 / 6 / 31'
  ]
  for (const text of writings) assert.deepEqual(parseJalaliDate(text), shahrivar, text)
  for (const month of Array.from({ length: 12 }, (_, i) => i + 1)) {
    const { fa, en } = jalaliMonthName(month)
    for (const name of [fa, en]) {
      const read = parseJalaliDate(`1 ${name} 1370`)
      assert.deepEqual(read, { ok: true, value: { year: 1370, month, day: 1 } }, name)
    }
  }
})

test('parseJalaliDate tells the Jalali date of a Gregorian one only where it is sure', () => {
  const told = (text: string) => {
    const read = parseJalaliDate(text)
    return read.ok ? '' : read.text.fa
  }
  assert.match(told('22/11/2026'), /۱۴۰۵\/۰۹\/۰۱/)
  assert.match(told('20261122'), /۱۴۰۵\/۰۹\/۰۱/)
  assert.doesNotMatch(told('5/11/2026'), /برابر/)
})

test('parseJalaliDate takes 30 Esfand of a leap year', () => {
  assert.equal(parseJalaliDate('1403/12/30').ok, true)
})

test('parseJalaliDate tells the Jalali date of a Gregorian one', () => {
  const read = parseJalaliDate('2026-11-22')
  assert.ok(!read.ok)
  assert.match(read.text.fa, /۱۴۰۵\/۰۹\/۰۱/)
  assert.match(read.text.en, /1405\/09\/01/)
})
