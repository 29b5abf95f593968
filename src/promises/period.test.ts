import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { daysBegun, isWithin, periodAt, periodOfKey, periodTitle, periodsUpTo } from './period.ts'

const at = (text: string) => Temporal.Instant.from(text)

test('periodAt cuts months at midnight in Tehran', () => {
  const mehr = periodAt(at('2025-09-22T20:30:00Z'))
  assert.equal(mehr.key, '1404-07')
  assert.equal(mehr.from.toString(), '2025-09-22T20:30:00Z')
  assert.equal(periodAt(at('2025-09-22T20:29:59.999Z')).key, '1404-06')
})

test('periodsUpTo ends with the month of now and crosses the leap year', () => {
  const keys = periodsUpTo(at('2025-04-10T00:00:00Z')).map((period) => period.key)
  assert.equal(keys.length, 12)
  assert.deepEqual(keys.slice(-2), ['1403-12', '1404-01'])
  const esfand = periodOfKey('1403-12')
  assert.ok(esfand)
  assert.equal(esfand.from.until(esfand.to, { largestUnit: 'hours' }).hours, 30 * 24)
})

test('periodsUpTo leaves no gap and no overlap', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_600_000_000, max: 1_900_000_000 }), (seconds) => {
      const now = Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
      const periods = periodsUpTo(now)
      for (const [i, period] of periods.slice(1).entries()) {
        assert.ok(periods[i]?.to.equals(period.from))
      }
      assert.equal(periods.filter((period) => isWithin(now, period)).length, 1)
      assert.ok(isWithin(now, periods.at(-1) ?? periods[0]!))
      for (const period of periods) assert.deepEqual(periodOfKey(period.key), period)
    })
  )
})

test('periodOfKey refuses what is no month', () => {
  for (const key of ['1405-13', '1405-00', '2026-01', '1405-1', 'x', '']) {
    assert.equal(periodOfKey(key), null, key)
  }
})

test('daysBegun counts started days only', () => {
  const period = periodOfKey('1405-09')
  assert.ok(period)
  assert.equal(daysBegun(period, period.from), 0)
  assert.equal(daysBegun(period, period.from.add({ seconds: 1 })), 1)
  assert.equal(daysBegun(period, period.from.add({ hours: 24 })), 1)
  assert.equal(daysBegun(period, period.from.add({ hours: 25 })), 2)
  assert.equal(daysBegun(period, period.to.add({ hours: 999 })), 30)
})

test('periodTitle names the month in both languages', () => {
  assert.equal(periodTitle('1405-09', 'fa'), 'آذر ۱۴۰۵')
  assert.match(periodTitle('1405-09', 'en'), /^Azar 1405/)
})
