import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact } from '../../ledger/index.ts'
import { periodOfKey } from '../period.ts'
import { bookOf, cardPublished, fact, inputOf, later, service } from '../sample-facts.ts'
import { report } from '../sample-outages.ts'
import { receiptLatency } from './receipt-latency.ts'

const card = cardPublished('2026-03-21T00:00:00Z')
const at = '2026-11-02T05:30:00Z'
const aban = periodOfKey('1405-08')
assert.ok(aban)
const evaluate = (facts: readonly Fact[], of: string | null = null) =>
  receiptLatency.evaluate(inputOf(bookOf([card, ...facts]), {}, { period: aban, service: of }))

test('receipt-latency is kept while every report has its receipt, and tells the delays', () => {
  const facts = [0, 0, 1, 2, 40].flatMap((delay, i) => report(`r${String(i)}`, later(at, i), delay))
  const found = evaluate(facts)
  assert.deepEqual([found.state, found.numerator, found.denominator], ['kept', 5, 5])
  assert.deepEqual(found.detail.delays, { p50: 1, p90: 40, longest: 40 })
})

test('receipt-latency breaks by one report without a receipt', () => {
  const found = evaluate([...report('a', at, 0), ...report('b', later(at, 1), null)])
  assert.deepEqual([found.state, found.value, found.breaches.length], ['broken', 50, 1])
})

test('receipt-latency counts from when a report was filed, also where it was merged later', () => {
  // Filed at the end of Aban while the database was down; the receipt existed a second later.
  const filedAt = '2026-11-21T20:29:30Z'
  const spooled = fact('failure-report.filed', later(filedAt, 1), {
    subject: 'a',
    body: { report: 'a', kind: 'failure', service, filedAt, spooled: true }
  })
  const receipt = fact('failure-receipt.issued', later(filedAt, 1 / 3600), {
    subject: 'a',
    body: { report: 'a', service }
  })
  const found = evaluate([spooled, receipt])
  assert.deepEqual([found.denominator, found.detail.delays?.longest], [1, 1])
})

test('receipt-latency counts reports of no service in the total alone', () => {
  const facts = report('a', at, 0).map((each) => ({
    ...each,
    body: { ...each.body, service: null }
  }))
  assert.deepEqual([evaluate(facts).denominator, evaluate(facts, service).denominator], [1, 0])
})
