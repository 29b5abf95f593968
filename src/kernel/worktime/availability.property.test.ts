import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { availabilityOf, noticeSeconds } from './index.ts'

const instant = (second: number) => Temporal.Instant.fromEpochMilliseconds(second * 1000)
const base = 1_760_000_000
const nominalSeconds = 3000

const stretch = fc
  .tuple(fc.integer({ min: -500, max: 3500 }), fc.nat({ max: 900 }))
  .map(([from, length]) => ({ from: base + from, to: base + from + length }))

const stretches = fc.array(stretch, { maxLength: 5 })
const planned = fc.array(
  fc.record({
    span: stretch,
    lead: fc.integer({ min: noticeSeconds - 2, max: noticeSeconds + 2 })
  }),
  { maxLength: 4 }
)

type Span = { from: number; to: number }
const holds = (spans: readonly Span[], t: number) => spans.some((s) => s.from <= t && t < s.to)
const instants = (spans: readonly Span[]) =>
  spans.map(({ from, to }) => ({ from: instant(from), to: instant(to) }))

test('availabilityOf equals a count second by second', () => {
  fc.assert(
    fc.property(stretches, stretches, planned, (outages, unknown, plans) => {
      const valid = plans.filter(({ lead }) => lead >= noticeSeconds).map(({ span }) => span)
      const refused = plans.filter(({ lead }) => lead < noticeSeconds).map(({ span }) => span)
      let [down, exempt, unseen] = [0, 0, 0]
      for (let t = base; t < base + nominalSeconds; t++)
        if (holds(valid, t)) exempt++
        else if (holds(outages, t) || holds(refused, t)) down++
        else if (holds(unknown, t)) unseen++
      const answer = availabilityOf({ from: instant(base), nominalSeconds }, 0.995, {
        outages: instants(outages),
        unknown: instants(unknown),
        planned: plans.map(({ span, lead }) => ({
          ...instants([span])[0]!,
          noticeSeenAt: instant(span.from - lead)
        }))
      })
      assert.equal(answer.downSeconds, down)
      assert.equal(answer.plannedSeconds, exempt)
      assert.equal(answer.unknownSeconds, unseen)
      assert.equal(answer.denominatorSeconds, nominalSeconds - exempt - unseen)
      assert.deepEqual(
        answer.planned.map(({ valid: kept }) => kept),
        plans.map(({ lead }) => lead >= noticeSeconds)
      )
      const rest = answer.denominatorSeconds
      if (rest === 0) assert.equal(answer.percent, null)
      else assert.ok(Math.abs((answer.percent ?? 0) - 100 * (1 - down / rest)) <= 5.1e-7)
    })
  )
})
