import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { availabilityOf, earliestStart, judgeAnnounced, plannedOf } from './index.ts'

const base = 1_760_000_000
const day = 86_400
const instant = (second: number) => Temporal.Instant.fromEpochMilliseconds(second * 1000)

const announced = fc
  .array(
    fc.record({
      from: fc.integer({ min: 0, max: 8 * day }),
      length: fc.integer({ min: 1, max: day }),
      seen: fc.option(fc.integer({ min: -4 * day, max: 4 * day }), { nil: null })
    }),
    { maxLength: 5 }
  )
  .map((all) => {
    // Versions are seen in the order in which they replace each other.
    const order = all.flatMap(({ seen }) => (seen === null ? [] : [seen])).toSorted((a, b) => a - b)
    return all.map(({ from, length, seen }) => ({
      from: instant(base + from),
      to: instant(base + from + length),
      seenAt: seen === null ? null : instant(base + (order.shift() ?? 0))
    }))
  })

test('earliestStart is the first start that the availability kernel finds valid', () => {
  fc.assert(
    fc.property(
      announced,
      fc.integer({ min: 4 * day, max: 5 * day }),
      fc.integer({ min: -5, max: 5 }),
      (before, seen, off) => {
        const seenBy = instant(base + seen)
        const start = earliestStart(before, seenBy).add({ seconds: off })
        const next = { from: start, to: start.add({ hours: 1 }), seenAt: seenBy }
        assert.equal(judgeAnnounced([...before, next]).valid, off >= 0)
      }
    )
  )
})

test('judgeAnnounced agrees with the figure of availability, second by second', () => {
  fc.assert(
    fc.property(
      announced.filter(({ length }) => length > 0),
      (all) => {
        const { valid, reason, leadSeconds, exempt } = judgeAnnounced(all)
        const window = { from: instant(base - day), nominalSeconds: 20 * day }
        const answer = availabilityOf(window, 0.995, { planned: [plannedOf(all)] })
        assert.deepEqual(answer.planned, [{ valid, reason, leadSeconds }])
        const seconds = exempt === null ? 0 : exempt.to.since(exempt.from).total('seconds')
        assert.equal(answer.plannedSeconds, seconds)
        const last = all.at(-1)!
        const whole = last.to.since(last.from).total('seconds')
        assert.equal(answer.downSeconds + answer.plannedSeconds, whole)
      }
    )
  )
})
