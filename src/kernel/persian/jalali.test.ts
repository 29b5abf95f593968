import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  isJalaliLeap,
  jalaliMonthLength,
  jalaliText,
  jalaliToPlainDate,
  plainDateToJalali
} from './jalali.ts'
import { parseJalaliDate } from './parse-jalali-date.ts'

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
