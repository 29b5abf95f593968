import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact } from '../../ledger/index.ts'
import { periodOfKey } from '../period.ts'
import {
  bookOf,
  cardPublished,
  caseFact,
  deliveredCase,
  delivery,
  filedCase,
  inputOf,
  later,
  service
} from '../sample-facts.ts'
import { turnaround } from './turnaround.ts'

const aban = periodOfKey('1405-08') ?? undefined
const azar = periodOfKey('1405-09') ?? undefined
assert.ok(aban && azar)
const card = cardPublished('2026-03-21T00:00:00Z')
// 1 Aban 1405, 08:00 in Tehran.
const first = '2026-10-23T04:30:00Z'
const evaluate = (
  facts: readonly Fact[],
  options: { target?: 'card' | 'annex'; period?: typeof aban; asOf?: string; floor?: number } = {}
) =>
  turnaround.evaluate(
    inputOf(
      bookOf([card, ...facts], options.asOf),
      { target: options.target ?? 'card' },
      {
        period: options.period ?? aban,
        ...(options.floor !== undefined && {
          version: {
            floors: new Map([[service, { minimumPercent: options.floor, proposal: true }]])
          }
        })
      }
    )
  )

const returned = (id: string, from: number, to?: number) => [
  caseFact('case.returned', id, { at: later(first, from), defects: [], repeat: false }),
  ...(to === undefined ? [] : [caseFact('case.resubmitted', id, { at: later(first, to) })])
]
const a = deliveredCase('a', first, 24)
const b = [...filedCase('b', first), ...returned('b', 24, 72), ...delivery('b', later(first, 96))]
const c = deliveredCase('c', first, 49)

test('turnaround gives the worked numbers of its specification', () => {
  // D: complete on 28 Aban 08:00, looked at on 29 Aban 21:00.
  const d = filedCase('d', '2026-11-19T04:30:00Z')
  const asOf = '2026-11-20T17:30:00Z'
  const byCard = evaluate([...a, ...b, ...c, ...d], { asOf })
  assert.deepEqual([byCard.state, byCard.value], ['broken', 66.66])
  assert.deepEqual([byCard.numerator, byCard.denominator], [2, 3])
  assert.deepEqual(byCard.detail, {
    running: 1,
    atRisk: 1,
    p50Seconds: 48 * 3600,
    p90Seconds: 49 * 3600
  })
  const byAnnex = evaluate([...a, ...b, ...c, ...d], { asOf, target: 'annex', floor: 60 })
  assert.deepEqual([byAnnex.state, byAnnex.value], ['at-risk', 66.66])
  assert.deepEqual([byAnnex.detail.minimum, byAnnex.detail.proposal], [60, true])
})

const table = [
  { name: 'delivered in time', facts: a, state: 'kept', counts: [1, 1] },
  { name: 'delivered at the very end', facts: b, state: 'kept', counts: [1, 1] },
  { name: 'delivered late', facts: c, state: 'broken', counts: [0, 1] },
  {
    name: 'past due and not delivered',
    facts: filedCase('e', first),
    state: 'broken',
    counts: [0, 1]
  },
  {
    name: 'withdrawn in time',
    facts: [...filedCase('f', first), caseFact('case.withdrawn', 'f', { at: later(first, 10) })],
    state: 'no-data',
    counts: [0, 0]
  },
  {
    name: 'waiting for the applicant since long',
    facts: [...filedCase('g', first), ...returned('g', 10)],
    state: 'no-data',
    counts: [0, 0]
  }
]

for (const row of table) {
  test(`turnaround finds ${row.state} for a case ${row.name}`, () => {
    const found = evaluate(row.facts)
    assert.equal(found.state, row.state)
    assert.deepEqual([found.numerator, found.denominator], row.counts)
  })
}

test('turnaround counts a miss in the month of its due instant, and once', () => {
  const filed = '2026-11-21T04:30:00Z'
  const facts = [...filedCase('h', filed), ...delivery('h', later(filed, 60))]
  assert.equal(evaluate(facts, { asOf: later(filed, 200) }).state, 'no-data')
  const found = evaluate(facts, { period: azar, asOf: later(filed, 200) })
  assert.deepEqual([found.state, found.denominator], ['broken', 1])
  assert.equal(found.breaches[0]?.at.toString(), later(filed, 48))
})

test('turnaround is restored where a pause becomes known late', () => {
  const breached = caseFact('case.breached', 'i', { at: later(first, 48), dueAt: later(first, 48) })
  const late = [...filedCase('i', first), breached, ...delivery('i', later(first, 60))]
  const found = evaluate(late)
  assert.equal(found.state, 'broken')
  assert.equal(found.breaches[0]?.fact, breached.id)
  const restored = [
    ...late,
    ...returned('i', 10, 40),
    caseFact('case.breach-retracted', 'i', { at: later(first, 61), because: 'pause' })
  ]
  assert.deepEqual([evaluate(restored).state, evaluate(restored).value], ['kept', 100])
})

test('turnaround keeps the breach of a late case that waits for its applicant', () => {
  const breached = caseFact('case.breached', 'j', { at: later(first, 48), dueAt: later(first, 48) })
  const found = evaluate([...filedCase('j', first), breached, ...returned('j', 50)])
  assert.equal(found.state, 'broken')
  assert.equal(found.breaches[0]?.at.toString(), later(first, 48))
})

test('turnaround tells late cases that are still open', () => {
  assert.equal(evaluate([...c, ...filedCase('e', first)]).detail.lateOpen, 1)
  assert.equal(evaluate(c).detail.lateOpen, undefined)
})

test('turnaround by annex holds to the card where no level is declared', () => {
  const found = evaluate([...a, ...c], { target: 'annex' })
  assert.deepEqual([found.state, found.denominator, found.breaches.length], ['broken', 2, 1])
  assert.equal(found.detail.remark, 'levels-not-declared')
  assert.equal(evaluate(a, { target: 'annex' }).state, 'kept')
})

test('turnaround by annex does not lift a bad service by a good one', () => {
  const other = '10021002'
  const good = Array.from({ length: 20 }, (_, i) => deliveredCase(`k${String(i)}`, first, 1)).flat()
  const bad = [...filedCase('l', first, other), ...delivery('l', later(first, 100), other)]
  const floors = new Map(
    [service, other].map((code) => [code, { minimumPercent: 90, proposal: false }] as const)
  )
  const otherCard = cardPublished('2026-03-21T00:00:00Z', { service: other })
  const book = bookOf([card, { ...otherCard, cardVersion: `${other}@1` }, ...good, ...bad])
  const input = inputOf(book, { target: 'annex' as const }, { period: aban, version: { floors } })
  const total = turnaround.evaluate(input)
  assert.deepEqual([total.value, total.state], [95.23, 'broken'])
  assert.equal(turnaround.evaluate({ ...input, service }).state, 'kept')
})

test('turnaround counts working days on the office calendar', () => {
  const workdays = cardPublished('2026-03-21T00:00:00Z', {
    promisedTime: { amount: 2, unit: 'working-days' }
  })
  // Filed on a Thursday at noon: Friday is closed, so Saturday and Sunday are the two days.
  const filed = '2026-10-29T08:30:00Z'
  const period = aban
  const state = (hours: number) =>
    turnaround.evaluate(
      inputOf(
        bookOf([workdays, ...filedCase('m', filed), ...delivery('m', later(filed, hours))]),
        { target: 'card' as const },
        { period }
      )
    ).state
  assert.equal(state(70), 'kept')
  assert.equal(state(120), 'broken')
})

test('turnaround tells no percentile over hours of the day and hours of an office together', () => {
  const office = 'office-service'
  const published = cardPublished('2026-03-21T00:00:00Z')
  const other = {
    ...published,
    id: 'card-office',
    subject: office,
    body: { ...published.body, service: office, promisedTime: { amount: 2, unit: 'working-days' } }
  }
  const own = (facts: readonly Fact[]) =>
    facts.map((fact) => ({
      ...fact,
      cardVersion: `${office}@1`,
      body: { ...fact.body, service: office }
    }))
  const days = own(deliveredCase('o', first, 24))
  const percentiles = (facts: readonly Fact[]) => {
    const { p50Seconds, inOfficeHours } = evaluate([other, ...facts]).detail
    return [p50Seconds !== undefined, inOfficeHours]
  }
  assert.deepEqual(percentiles(a), [true, undefined])
  assert.deepEqual(percentiles(days), [true, true])
  assert.deepEqual(percentiles([...a, ...days]), [false, undefined])
})

test('turnaround lets a clock stand for an outage for which two people extended the deadline', () => {
  const extended = (from: number, to: number, at = 40) =>
    caseFact('case.deadline-extended', 'c', {
      at: later(first, at),
      outage: 'o',
      from: later(first, from),
      to: later(first, to)
    })
  // C is delivered one hour after its 48; the outage took two of them, or half an hour.
  assert.equal(evaluate(c).state, 'broken')
  assert.equal(evaluate([...c, extended(10, 12)]).state, 'kept')
  assert.equal(evaluate([...c, extended(10, 10.5)]).state, 'broken')
  // The outage was found to be none: the later word replaces the earlier one.
  assert.equal(evaluate([...c, extended(10, 12), extended(10, 10, 60)]).state, 'broken')
})
