import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact } from '../../ledger/index.ts'
import { periodOfKey } from '../period.ts'
import { bookOf, fact, inputOf, later } from '../sample-facts.ts'
import { reachAndDrill } from './reach-and-drill.ts'

const at = '2026-11-02T05:30:00Z'
const aban = periodOfKey('1405-08')
assert.ok(aban)
const evaluate = (of: 'agencies' | 'crisis', facts: readonly Fact[]) =>
  reachAndDrill.evaluate(inputOf(bookOf([...facts]), { of }, { period: aban, service: null }))
const counted = (connected: number, when = at) =>
  fact('letters.counted', when, { body: { bodies: 8, connected } })
const drill = (reached: number, ok: boolean, when = at) =>
  fact('crisis.drilled', when, {
    body: { audience: 200, reached, seconds: 240, targetSeconds: 600, targetPercent: 95, ok }
  })

test('reach-and-drill tells the last share of bodies that joined, without a verdict', () => {
  const found = evaluate('agencies', [counted(3, later(at, 24)), counted(2)])
  assert.deepEqual(
    [found.state, found.value, found.numerator, found.denominator, found.detail.remark],
    ['not-measurable', 37.5, 3, 8, 'share-only']
  )
  assert.equal(evaluate('agencies', [counted(2, '2026-10-01T00:00:00Z')]).state, 'no-data')
})

test('reach-and-drill takes the last drill of a year, and one that missed its target is a breach', () => {
  const kept = evaluate('crisis', [drill(196, true, '2026-02-01T00:00:00Z')])
  assert.deepEqual([kept.state, kept.value, kept.detail.limitSeconds], ['kept', 98, 600])
  const missed = evaluate('crisis', [drill(196, true, '2026-02-01T00:00:00Z'), drill(150, false)])
  assert.deepEqual([missed.state, missed.value, missed.breaches.length], ['broken', 75, 1])
  assert.equal(evaluate('crisis', [drill(196, true, '2025-10-01T00:00:00Z')]).state, 'no-data')
})
