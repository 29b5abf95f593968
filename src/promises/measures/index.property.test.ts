// Goal: what holds for every measure of cases, whatever happened. Method: cases invented at random from
// the ways in which a case can go, judged with the facts in any order.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fact } from '../../ledger/index.ts'
import type { Measure } from '../measure.ts'
import { periodsUpTo } from '../period.ts'
import {
  bookOf,
  cardPublished,
  caseFact,
  deliveredCase,
  delivery,
  filedCase,
  inputOf,
  later
} from '../sample-facts.ts'
import { computing } from './index.ts'

const asOf = '2026-11-22T08:00:00Z'
const card = cardPublished('2026-01-01T00:00:00Z')

const ways: Record<string, (id: string, at: string) => Fact[]> = {
  delivered: (id, at) => deliveredCase(id, at, 20),
  late: (id, at) => deliveredCase(id, at, 60),
  running: filedCase,
  returned: (id, at) => [
    ...filedCase(id, at),
    caseFact('case.returned', id, { at: later(at, 5), defects: [], repeat: false }),
    caseFact('case.resubmitted', id, { at: later(at, 50) }),
    ...delivery(id, later(at, 70))
  ],
  unlisted: (id, at) => [
    ...deliveredCase(id, at, 20),
    caseFact('document.requested', id, { at: later(at, 2), type: 'unlisted' })
  ],
  disordered: (id, at) => [
    ...deliveredCase(id, at, 20),
    caseFact('case.step-entered', id, { at: later(at, 2), step: 'decide', inOrder: false })
  ],
  visited: (id, at) => [
    ...deliveredCase(id, at, 20),
    caseFact('visit.recorded', id, { at: later(at, 2), causedBy: 'provider', limit: 1 }),
    caseFact('visit.recorded', id, { at: later(at, 3), causedBy: 'provider', limit: 1 })
  ],
  charged: (id, at) => [
    ...deliveredCase(id, at, 20),
    caseFact('invoice.issued', id, { at: later(at, 4), amountRial: 5, publishedRial: 0 })
  ],
  withdrawn: (id, at) => [
    ...filedCase(id, at),
    caseFact('case.withdrawn', id, { at: later(at, 1) })
  ]
}

const someCases = fc
  .array(
    fc.record({
      way: fc.constantFrom(...Object.keys(ways)),
      hour: fc.integer({ min: 0, max: 300 * 24 })
    }),
    { maxLength: 25 }
  )
  .map((cases) =>
    cases.flatMap(({ way, hour }, i) => ways[way]?.(`case-${String(i)}`, later(asOf, -hour)) ?? [])
  )

const ofCases = {
  turnaround: { target: 'card' },
  'declared-documents-only': {},
  'declared-process': {},
  'visits-at-most': {},
  'declared-channels-only': { of: 'documents', rule: 'only', channels: ['site'] },
  'fee-equals-published': { basis: 'publication' },
  'free-of-charge': { of: 'invoices' }
} as const

const periods = periodsUpTo(Temporal.Instant.from(asOf))

for (const [name, parameters] of Object.entries(ofCases)) {
  const measure = computing[name as keyof typeof ofCases] as unknown as Measure<unknown>
  const evaluateAll = (facts: readonly Fact[]) => {
    const known = facts.filter((fact) => fact.at.toString() <= asOf)
    const book = bookOf([card, ...known], asOf)
    return periods.map((period) => measure.evaluate(inputOf<unknown>(book, parameters, { period })))
  }

  test(`${name} counts every judged thing once, as kept or as broken`, () => {
    fc.assert(
      fc.property(someCases, (facts) => {
        const found = evaluateAll(facts)
        for (const each of found) {
          assert.equal(each.numerator + each.breaches.length, each.denominator)
          assert.ok(each.denominator === 0 ? each.value === null : (each.value ?? -1) >= 0)
        }
        const named = found.flatMap((each) => each.breaches.map(({ fact }) => fact))
        assert.equal(new Set(named).size, named.length)
      }),
      { numRuns: 60 }
    )
  })

  test(`${name} answers the same whatever the order of the facts`, () => {
    const shuffled = someCases.chain((facts) =>
      fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length }))
    )
    fc.assert(
      fc.property(shuffled, ([facts, other]) => {
        assert.deepEqual(evaluateAll(other), evaluateAll(facts))
      }),
      { numRuns: 40 }
    )
  })

  test(`${name} never falls by one more case that went well`, () => {
    fc.assert(
      fc.property(someCases, fc.integer({ min: 48, max: 200 * 24 }), (facts, hour) => {
        const before = evaluateAll(facts)
        const after = evaluateAll([...facts, ...deliveredCase('one-more', later(asOf, -hour), 20)])
        for (const [i, each] of after.entries()) {
          assert.ok((each.value ?? 100) >= (before[i]?.value ?? 0))
        }
      }),
      { numRuns: 40 }
    )
  })
}
