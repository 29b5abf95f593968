// Goal: never too many at once, nobody forgotten. Method: random comings and goings against a plain count.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Lanes, laneLimits } from './lanes.ts'

test('Lanes keeps both limits, and everyone begins once or gives up', () => {
  const steps = fc.array(
    fc.oneof(
      fc.record({
        enter: fc.constantFrom('a', 'b', 'c'),
        patience: fc.integer({ min: 0, max: 20 })
      }),
      fc.record({ leave: fc.nat() })
    ),
    { maxLength: 200 }
  )
  fc.assert(
    fc.property(
      steps,
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 4 }),
      (all, total, each) => {
        const lanes = new Lanes<{ host: string; id: number }>({ total, ofHost: () => each })
        const inside: { host: string; id: number }[] = []
        const begun = new Set<number>()
        let [entered, givenUp] = [0, 0]
        const begin = (one: { host: string; id: number }) => {
          assert.ok(!begun.has(one.id))
          begun.add(one.id)
          inside.push(one)
        }
        const leave = (at: number, now: number) => {
          const [gone] = inside.splice(at % inside.length, 1)
          const next = lanes.leave(gone!.host, now)
          givenUp += next.givenUp.length
          for (const one of next.begun) begin(one)
        }
        for (const [now, step] of all.entries()) {
          if ('enter' in step) {
            const one = { host: step.enter, id: (entered += 1) }
            if (lanes.enter(one.host, one, now + step.patience)) begin(one)
          } else if (inside.length > 0) leave(step.leave, now)
          assert.equal(lanes.underWay, inside.length)
          assert.ok(inside.length <= total)
          for (const host of ['a', 'b', 'c']) {
            assert.ok(inside.filter((one) => one.host === host).length <= each)
          }
        }
        while (inside.length > 0) leave(0, all.length)
        assert.equal(begun.size + givenUp, entered)
      }
    )
  )
})

test('laneLimits has room for every target of a silent host', () => {
  const look = { host: 'a', everyMs: 60_000, timeoutMs: 10_000 }
  const limits = laneLimits(
    1000,
    Array.from({ length: 60 }, () => look)
  )
  assert.equal(limits.ofHost('a'), 15)
  assert.equal(limits.ofHost('b'), 4)
  const slow = { host: 'a', everyMs: 1000, timeoutMs: 60_000 }
  assert.equal(
    laneLimits(
      1000,
      Array.from({ length: 900 }, () => slow)
    ).ofHost('a'),
    256
  )
})
