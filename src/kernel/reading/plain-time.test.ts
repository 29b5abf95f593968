// Goal: times are read without Temporal as Temporal reads them. Method: random instants and offsets.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { epochOf } from './plain-time.ts'

test('every instant is read as Temporal reads it', () => {
  const time = fc.integer({ min: -2_000_000_000_000, max: 8_000_000_000_000 })
  const offset = fc.integer({ min: -14 * 60, max: 14 * 60 })
  fc.assert(
    fc.property(time, offset, (milliseconds, minutes) => {
      const instant = Temporal.Instant.fromEpochMilliseconds(milliseconds)
      assert.equal(epochOf(instant.toString()), milliseconds)
      const sign = minutes < 0 ? '-' : '+'
      const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
      const zone = `${sign}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
      const text = instant.toString({ timeZone: zone, smallestUnit: 'second' })
      assert.equal(epochOf(text), Temporal.Instant.from(text).epochMilliseconds)
    })
  )
})

test('what is no time is none', () => {
  for (const text of ['', '2026-11-22', '2026-11-22T06:00:00', 'now', '1405/9/1']) {
    assert.equal(epochOf(text), null)
  }
})
