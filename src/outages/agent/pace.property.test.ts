import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { backOff, spread } from './pace.ts'

const random = fc.double({ min: 0, max: 0.999, noNaN: true })
const limits = { firstMs: 1000, mostMs: 60_000 }

test('backOff stays within its bounds, and never comes before it is asked to', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      random,
      fc.option(fc.nat({ max: 3_600_000 })),
      (failures, chance, asked) => {
        const wait = backOff(failures, limits, { asked, random: chance })
        assert.ok(wait >= 500 && wait >= (asked ?? 0))
        assert.ok(wait <= Math.max(60_000, (asked ?? 0) * 1.1))
      }
    )
  )
})

test('backOff grows until its most', () => {
  const waits = [1, 2, 3, 6, 7, 50].map((failures) =>
    backOff(failures, limits, { asked: null, random: 0 })
  )
  assert.deepEqual(waits, [500, 1000, 2000, 16_000, 30_000, 30_000])
})

test('spread differs by a fifth at most', () => {
  fc.assert(
    fc.property(random, (chance) => spread(5000, chance) >= 4000 && spread(5000, chance) < 6000)
  )
})
