// Goal: no stampede, no catching up, no target forgotten. Method: properties of the beats and the heap.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { DueHeap, beatOf, graceOf, nextBeat } from './schedule.ts'

const every = fc.integer({ min: 1000, max: 86_400_000 })
const instant = fc.double({ min: 0, max: 1e13, noNaN: true })

describe('nextBeat', () => {
  test('is later, by one interval at most, and on the beat', () => {
    fc.assert(
      fc.property(every, fc.string(), instant, (everyMs, id, after) => {
        const beat = beatOf(everyMs, id)
        assert.ok(beat.phaseMs >= 0 && beat.phaseMs < everyMs)
        const next = nextBeat(after, beat)
        assert.ok(next > after && next - after <= everyMs)
        assert.equal((next - beat.phaseMs) % everyMs, 0)
      })
    )
  })

  test('after any gap comes once for all that was left out', () => {
    fc.assert(
      fc.property(every, instant, instant, (everyMs, from, gap) => {
        const beat = beatOf(everyMs, 'any target')
        const [late, again] = [
          nextBeat(from + gap, beat),
          nextBeat(nextBeat(from + gap, beat), beat)
        ]
        assert.equal(again - late, everyMs)
      })
    )
  })
})

describe('beatOf', () => {
  test('spreads 10,000 targets: no second of a minute has a third more than its share', () => {
    for (const vantage of ['a', 'b', '0199-key']) {
      const perSecond = Array.from({ length: 60 }, () => 0)
      for (let i = 0; i < 10_000; i += 1) {
        const second = Math.floor(beatOf(60_000, vantage, `target-${String(i)}`).phaseMs / 1000)
        perSecond[second] = (perSecond[second] ?? 0) + 1
      }
      assert.ok(Math.max(...perSecond) < (10_000 / 60) * 1.33, String(Math.max(...perSecond)))
    }
  })

  test('is the same after each start, and another for another vantage point', () => {
    assert.deepEqual(beatOf(60_000, 'v', 't'), beatOf(60_000, 'v', 't'))
    const others = Array.from(
      { length: 50 },
      (_, i) => beatOf(60_000, `v${String(i)}`, 't').phaseMs
    )
    assert.ok(new Set(others).size > 45)
  })
})

test('graceOf is less than an interval', () => {
  fc.assert(fc.property(every, (everyMs) => graceOf(everyMs) <= everyMs / 2))
})

test('DueHeap gives everything once, in order, and nothing before it is due', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 })), fc.integer({ max: 50 }), (dues, now) => {
      const heap = new DueHeap<number>()
      for (const [i, due] of dues.entries()) heap.add(due, i)
      const taken: { due: number; what: number }[] = []
      for (let each = heap.takeDue(now); each !== null; each = heap.takeDue(now)) taken.push(each)
      const wanted = dues.filter((due) => due <= now).toSorted((one, other) => one - other)
      assert.deepEqual(
        taken.map(({ due }) => due),
        wanted
      )
      assert.equal(new Set(taken.map(({ what }) => what)).size, taken.length)
      assert.equal(heap.size, dues.length - taken.length)
      assert.ok(heap.nextDue === null || heap.nextDue > now)
    })
  )
})
