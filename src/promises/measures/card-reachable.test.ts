import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact } from '../../ledger/index.ts'
import { periodOfKey } from '../period.ts'
import { bookOf, cardPublished, fact, inputOf, later, service } from '../sample-facts.ts'
import { cardReachable } from './card-reachable.ts'

const other = '10021002'
const cards = [service, other].map((code) =>
  cardPublished('2026-03-21T00:00:00Z', { service: code })
)
const at = '2026-11-02T05:30:00Z'
const aban = periodOfKey('1405-08')
assert.ok(aban)
const evaluate = (facts: readonly Fact[], of: string | null = null) =>
  cardReachable.evaluate(
    inputOf(bookOf([...cards, ...facts]), { menu: 'دولت الکترونیک' }, { period: aban, service: of })
  )
const walk = (when: string, missing: string[], outside = true) =>
  fact('menu.walked', when, {
    subject: '/e-government',
    body: { menu: '/e-government', published: 2, reached: 2 - missing.length, missing, outside }
  })

test('card-reachable counts the last walk of the month and lists what it missed', () => {
  const found = evaluate([walk(at, []), walk(later(at, 24), [other])])
  assert.deepEqual([found.state, found.numerator, found.denominator], ['broken', 1, 2])
  assert.deepEqual(
    found.breaches.map((breach) => breach.service),
    [other]
  )
  assert.equal(evaluate([walk(at, [other]), walk(later(at, 24), [])]).state, 'kept')
  assert.deepEqual(
    [evaluate([walk(at, [other])], service).state, evaluate([walk(at, [other])], other).state],
    ['kept', 'broken']
  )
})

test('card-reachable takes a walk from outside before a later one from inside', () => {
  const facts = [walk(at, [other]), walk(later(at, 24), [], false)]
  assert.equal(evaluate(facts).state, 'broken')
  const inside = evaluate([walk(at, [], false)])
  assert.deepEqual([inside.state, inside.detail.seenInside], ['kept', 1])
})

test('card-reachable has no number without a walk in the month', () => {
  assert.deepEqual([evaluate([]).state, evaluate([]).value], ['no-data', null])
  assert.equal(evaluate([walk('2026-10-01T00:00:00Z', [])]).state, 'no-data')
  assert.equal(evaluate([walk(at, [])], '10021009').state, 'no-data')
})
