import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact } from '../../ledger/index.ts'
import { periodOfKey } from '../period.ts'
import { bookOf, fact, inputOf, later } from '../sample-facts.ts'
import { costSaved } from './cost-saved.ts'

const at = '2026-11-02T05:30:00Z'
const aban = periodOfKey('1405-08')
assert.ok(aban)
const evaluate = (facts: readonly Fact[]) =>
  costSaved.evaluate(inputOf(bookOf([...facts]), {}, { period: aban, service: null }))
const day = (published: number, when: string) =>
  fact('letters.counted', when, { body: { published } })
const cost = (amountRial: number, when: string, what = 'letter') =>
  fact('unit-cost.set', when, { subject: `ito/${what}`, body: { what, amountRial } })

test('cost-saved takes the cost that was declared when the letters were counted', () => {
  const found = evaluate([
    day(10, at),
    cost(100_000, later(at, 1)),
    day(20, later(at, 24)),
    cost(150_000, later(at, 25)),
    cost(9, later(at, 26), 'visit'),
    day(30, later(at, 48))
  ])
  assert.deepEqual(
    [found.state, found.unit, found.value, found.numerator, found.denominator, found.detail.remark],
    ['not-measurable', 'rial', 20 * 100_000 + 30 * 150_000, 50, 60, 'estimate']
  )
  assert.equal(found.evidence.length, 4)
})

test('cost-saved has no number without a declared cost', () => {
  assert.deepEqual(
    [evaluate([day(10, at)]).state, evaluate([day(10, at)]).value],
    ['no-data', null]
  )
})
