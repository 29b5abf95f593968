import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  formatJalaliDate,
  formatJalaliDateTime,
  formatJalaliLongDate,
  formatJalaliMonth,
  formatJalaliShortDate
} from './dates.ts'

const at = Temporal.Instant.from('2026-11-22T08:00:00Z')

test('dates are written as an office writes them', () => {
  assert.equal(formatJalaliDate(at, 'fa'), '۱ آذر ۱۴۰۵')
  assert.equal(formatJalaliDate(at, 'en'), '22 November 2026 (1 Azar 1405)')
  assert.equal(formatJalaliLongDate(at, 'fa'), 'یکشنبه ۱ آذر ۱۴۰۵')
  assert.equal(formatJalaliShortDate(at, 'fa'), '۱۴۰۵/۰۹/۰۱')
  assert.equal(formatJalaliShortDate(at, 'en'), '2026-11-22')
  assert.equal(formatJalaliDateTime(at, 'fa'), '۱ آذر ۱۴۰۵، ساعت ۱۱:۳۰')
  assert.equal(formatJalaliDateTime(at, 'en'), '22 November 2026 (1 Azar 1405), 11:30')
})

test('formatJalaliMonth names the month and, in English, its Gregorian span', () => {
  assert.equal(formatJalaliMonth(at, 'fa'), 'آذر ۱۴۰۵')
  assert.equal(formatJalaliMonth(at, 'en'), 'Azar 1405 (Nov–Dec 2026)')
  assert.equal(
    formatJalaliMonth(Temporal.PlainDate.from('2026-01-01'), 'en'),
    'Dey 1404 (Dec 2025–Jan 2026)'
  )
})

test('the zone decides the day, with the clock changes of its time', () => {
  const summer = Temporal.Instant.from('2021-06-30T19:45:00Z')
  assert.equal(formatJalaliDateTime(summer, 'fa'), '۱۰ تیر ۱۴۰۰، ساعت ۰۰:۱۵')
  assert.equal(formatJalaliDateTime(summer, 'fa', 'UTC'), '۹ تیر ۱۴۰۰، ساعت ۱۹:۴۵')
})
