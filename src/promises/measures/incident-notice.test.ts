import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact } from '../../ledger/index.ts'
import { periodOfKey } from '../period.ts'
import { bookOf, cardPublished, fact, inputOf, later, service } from '../sample-facts.ts'
import { correction, outage, published } from '../sample-outages.ts'
import { incidentNotice } from './incident-notice.ts'

const card = cardPublished('2026-03-21T00:00:00Z')
const from = '2026-11-02T05:30:00Z'
const to = later(from, 2)
const aban = periodOfKey('1405-08')
assert.ok(aban)

function evaluate(
  facts: readonly Fact[],
  options: { minutes?: number; asOf?: string; service?: string } = {}
) {
  const { minutes, asOf = '2026-11-22T08:00:00Z' } = options
  return incidentNotice.evaluate(
    inputOf(
      bookOf([card, ...facts], asOf),
      { ...(minutes !== undefined && { minutes }) },
      { period: aban!, service: options.service ?? null }
    )
  )
}

const told = (id: string, seconds: number, at = from) =>
  published(`notice of ${id}`, later(at, seconds / 3600), {
    kind: 'outage',
    about: { kind: 'outage', id }
  })

test('incident-notice is kept at exactly 15 minutes from the first failed probe', () => {
  const at = (seconds: number) => evaluate([...outage('a', [from, to]), told('a', seconds)])
  const kept = at(900)
  assert.deepEqual([kept.state, kept.detail.delays?.longest], ['kept', 900])
  assert.deepEqual([at(901).state, at(901).breaches.length], ['broken', 1])
  const facts = [...outage('a', [from, to]), told('a', 900)]
  assert.equal(evaluate(facts, { minutes: 10 }).state, 'broken')
})

test('incident-notice takes the first notice and tells the delays', () => {
  const facts = [
    ...outage('a', [from, to]),
    told('a', 300),
    ...[published('notice of a', to, { version: 2, about: { kind: 'outage', id: 'a' } })],
    ...outage('b', [later(from, 10), null]),
    told('b', 60, later(from, 10))
  ]
  const found = evaluate(facts)
  assert.deepEqual([found.numerator, found.denominator], [2, 2])
  assert.deepEqual(found.detail.delays, { p50: 60, p90: 300, longest: 300 })
})

test('incident-notice breaks without a notice, once its time has passed', () => {
  const open = outage('a', [from, null])
  assert.equal(evaluate(open, { asOf: later(from, 0.25) }).state, 'no-data')
  assert.equal(evaluate(open, { asOf: later(from, 0.2503) }).state, 'broken')
})

test('incident-notice counts from the corrected beginning, and no outage that was none', () => {
  const facts = [...outage('a', [from, to]), told('a', 600)]
  const earlier = correction('a', later(to, 1), { from: later(from, -1), to: null })
  assert.equal(evaluate([...facts, earlier]).state, 'broken')
  const gone = correction('a', later(to, 1), { from, to: null, void: true })
  assert.equal(evaluate([...facts, gone]).state, 'no-data')
})

test('incident-notice leaves out outages within an announced window, and tells missing notes', () => {
  const inside = outage('a', [from, to], { planned: 'p' })
  assert.equal(evaluate(inside).state, 'no-data')
  const facts = [...outage('b', [from, to], { hasNote: false }), told('b', 60)]
  assert.deepEqual([evaluate(facts).state, evaluate(facts).detail.withoutNote], ['kept', 1])
  const noted = fact('outage.updated', later(to, 1), {
    subject: 'b',
    body: { outage: 'b', component: 'desk', cause: 'power' }
  })
  assert.equal(evaluate([...facts, noted]).detail.withoutNote, undefined)
})

test('incident-notice counts outages of the desk in the total, not in a service', () => {
  const facts = [...outage('a', [from, to], { of: 'desk' }), told('a', 60)]
  assert.equal(evaluate(facts).denominator, 1)
  assert.equal(evaluate(facts, { service }).denominator, 0)
})
