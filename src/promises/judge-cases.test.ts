import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact } from '../ledger/index.ts'
import { measures } from '../kernel/terms/index.ts'
import { periodOfKey } from './period.ts'
import {
  bookOf,
  cardPublished,
  caseFact,
  deliveredCase,
  delivery,
  filedCase,
  inputOf,
  later
} from './sample-facts.ts'
import { turnaround } from './measures/turnaround.ts'
import { visitsAtMost } from './measures/visits-at-most.ts'

const aban = periodOfKey('1405-08') ?? undefined
const azar = periodOfKey('1405-09') ?? undefined
assert.ok(aban && azar)
const months = [aban, azar]
const card = cardPublished('2026-03-21T00:00:00Z')
// 1 Aban 1405 and 1 Azar 1405, 08:00 in Tehran; the promise is 48 hours.
const first = '2026-10-23T04:30:00Z'
const next = '2026-11-22T04:30:00Z'
const asOf = '2026-12-20T00:00:00Z'

const reopened = (id: string, policy: 'resume' | 'restart') =>
  caseFact('case.reopened', id, { at: next, policy, reason: 'error-found' })

/** Kept and counted cases of the month of the first answer, and of the month of the reopening. */
function counts(facts: readonly Fact[]): number[][] {
  return months.map((period) => {
    const book = bookOf([card, ...facts], asOf)
    const found = turnaround.evaluate(inputOf(book, { target: 'card' as const }, { period }))
    return [found.numerator, found.denominator]
  })
}

const table: { name: string; facts: Fact[]; expected: number[][] }[] = [
  {
    name: 'a late case that is begun anew and answered at once stays late',
    facts: [
      ...deliveredCase('a', first, 60),
      reopened('a', 'restart'),
      ...delivery('a', later(next, 1))
    ],
    expected: [
      [0, 1],
      [0, 0]
    ]
  },
  {
    name: 'a late case that goes on is late once',
    facts: [
      ...deliveredCase('b', first, 60),
      reopened('b', 'resume'),
      ...delivery('b', later(next, 90))
    ],
    expected: [
      [0, 1],
      [0, 0]
    ]
  },
  {
    name: 'a second miss after a restart is a second miss',
    facts: [
      ...deliveredCase('c', first, 60),
      reopened('c', 'restart'),
      ...delivery('c', later(next, 50))
    ],
    expected: [
      [0, 1],
      [0, 1]
    ]
  },
  {
    name: 'a case in time, reopened and in time again, counts once',
    facts: [
      ...deliveredCase('d', first, 24),
      reopened('d', 'resume'),
      ...delivery('d', later(next, 20))
    ],
    expected: [
      [1, 1],
      [0, 0]
    ]
  },
  {
    name: 'a case in time that is late after its reopening keeps the first and misses the second',
    facts: [
      ...deliveredCase('e', first, 24),
      reopened('e', 'resume'),
      ...delivery('e', later(next, 25))
    ],
    expected: [
      [1, 1],
      [0, 1]
    ]
  },
  {
    name: 'a case refused while it waited for its applicant is not counted',
    facts: [
      ...filedCase('f', first),
      caseFact('case.returned', 'f', { at: later(first, 1), defects: [], repeat: false }),
      ...delivery('f', later(first, 2))
    ],
    expected: [
      [0, 0],
      [0, 0]
    ]
  }
]

for (const row of table) {
  test(`turnaround: ${row.name}`, () => assert.deepEqual(counts(row.facts), row.expected))
}

test('a rule of the whole case that breaks after a reopening leaves the first month as it was', () => {
  const visit = caseFact('visit.recorded', 'g', {
    at: later(next, 2),
    causedBy: 'provider',
    number: 1,
    limit: 0,
    beyond: true
  })
  const visits = measures['visits-at-most'].parameters.parse({})
  const facts = [
    cardPublished('2026-03-21T00:00:00Z', { visitsMax: 0 }),
    ...deliveredCase('g', first, 24),
    reopened('g', 'resume'),
    visit
  ]
  const found = months.map((period) => {
    const { numerator, denominator } = visitsAtMost.evaluate(
      inputOf(bookOf(facts, asOf), visits, { period })
    )
    return [numerator, denominator]
  })
  assert.deepEqual(found, [
    [1, 1],
    [0, 1]
  ])
})
