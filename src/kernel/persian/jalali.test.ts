import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  isJalaliLeap,
  jalaliMonthLength,
  jalaliText,
  jalaliToPlainDate,
  parseJalaliDate,
  plainDateToJalali
} from './jalali.ts'

test('parseJalaliDate reads the writings that people use', () => {
  for (const text of ['۱۴۰۴/۰۷/۱۹', '1404-07-19', '1404/7/19', ' ۱۴۰۴.۷.۱۹ ', '\u200e1404/07/19']) {
    assert.deepEqual(parseJalaliDate(text), { ok: true, value: { year: 1404, month: 7, day: 19 } })
  }
})

test('parseJalaliDate names what is wrong', () => {
  const cases: [string, string][] = [
    ['', 'date/form'],
    ['31/12', 'date/form'],
    ['04/07/19', 'date/form'],
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

test('parseJalaliDate takes 30 Esfand of a leap year', () => {
  assert.equal(parseJalaliDate('1403/12/30').ok, true)
})

test('parseJalaliDate tells the Jalali date of a Gregorian one', () => {
  const read = parseJalaliDate('2026-11-22')
  assert.ok(!read.ok)
  assert.match(read.text.fa, /۱۴۰۵\/۰۹\/۰۱/)
  assert.match(read.text.en, /1405\/09\/01/)
})

test('isJalaliLeap and jalaliMonthLength equal the calendar of the runtime', () => {
  for (let year = 1244; year <= 1500; year += 1) {
    const first = Temporal.PlainDate.from({ calendar: 'persian', year, month: 12, day: 1 })
    assert.equal(isJalaliLeap(year), first.inLeapYear, String(year))
    assert.equal(jalaliMonthLength(year, 12), first.daysInMonth, String(year))
  }
})

test('Jalali dates come back from the ISO calendar and from their text', () => {
  const days = fc.integer({ min: 0, max: 92_000 })
  fc.assert(
    fc.property(days, (offset) => {
      const iso = Temporal.PlainDate.from('1866-01-01').add({ days: offset })
      const jalali = plainDateToJalali(iso)
      assert.ok(jalaliToPlainDate(jalali).equals(iso))
      if (jalali.year < 1244) return
      assert.deepEqual(parseJalaliDate(jalaliText(jalali)), { ok: true, value: jalali })
    })
  )
})
