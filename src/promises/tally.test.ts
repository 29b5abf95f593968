import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Judged, percent, tally } from './tally.ts'

const at = Temporal.Instant.from('2026-11-22T00:00:00Z')
const item = (verdict: Judged['verdict'], i = 0): Judged => ({
  verdict,
  service: '1',
  at,
  facts: [`fact-${String(i)}`],
  ...(verdict === 'broken' && { breach: `fact-${String(i)}` })
})
const of = (counts: Partial<Record<Judged['verdict'], number>>) =>
  Object.entries(counts).flatMap(([verdict, n]) =>
    Array.from({ length: n }, (_, i) => item(verdict as Judged['verdict'], i))
  )
const floor = (minimumPercent: number) => ({ floor: { minimumPercent, proposal: true } })

const table = [
  { name: 'nothing', of: {}, state: 'no-data', value: null },
  { name: 'only running', of: { running: 2 }, state: 'no-data', value: null },
  { name: 'one at risk, none ended', of: { 'at-risk': 1 }, state: 'at-risk', value: null },
  { name: 'all kept', of: { kept: 3, running: 1 }, state: 'kept', value: 100 },
  { name: 'kept, one may fail', of: { kept: 3, 'at-risk': 1 }, state: 'at-risk', value: 100 },
  { name: 'one miss', of: { kept: 99_999, broken: 1 }, state: 'broken', value: 99.99 },
  { name: 'floor reached', of: { kept: 9, broken: 1 }, floor: 90, state: 'kept', value: 90 },
  { name: 'floor missed', of: { kept: 8, broken: 2 }, floor: 90, state: 'broken', value: 80 },
  {
    name: 'floor in doubt',
    of: { kept: 9, broken: 1, 'at-risk': 1 },
    floor: 90,
    state: 'at-risk',
    value: 90
  },
  {
    name: 'floor out of reach of doubt',
    of: { kept: 99, 'at-risk': 1 },
    floor: 90,
    state: 'kept',
    value: 100
  }
] as const

for (const row of table) {
  test(`tally answers ${row.state} for ${row.name}`, () => {
    const found = tally(of(row.of), 'floor' in row ? floor(row.floor) : {})
    assert.equal(found.state, row.state)
    assert.equal(found.value, row.value)
  })
}

test('percent is 100 only for all of it, and never above what was reached', () => {
  assert.equal(percent(0, 0), null)
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.nat(1_000_000), (kept, broken) => {
      const value = percent(kept, kept + broken)
      if (value === null) return
      assert.equal(value === 100, broken === 0)
      assert.ok(value <= (kept * 100) / (kept + broken))
    })
  )
})

test('tally of one more kept thing is never worse', () => {
  const verdicts = fc.array(fc.constantFrom('kept', 'broken', 'running', 'at-risk'))
  const order = ['no-data', 'broken', 'at-risk', 'kept']
  fc.assert(
    fc.property(verdicts, fc.option(fc.integer({ min: 1, max: 100 })), (some, minimum) => {
      const options = minimum === null ? {} : floor(minimum)
      const judged = some.map((verdict, i) => item(verdict, i))
      const before = tally(judged, options)
      const after = tally([...judged, item('kept')], options)
      assert.ok((after.value ?? 0) >= (before.value ?? 0))
      if (before.state !== 'at-risk' || before.denominator > 0) {
        assert.ok(order.indexOf(after.state) >= order.indexOf(before.state))
      }
      assert.equal(before.numerator + before.breaches.length, before.denominator)
    })
  )
})
