import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bookOf, cardPublished, caseFact, deliveredCase, inputOf, later } from '../sample-facts.ts'
import { visitsAtMost } from './visits-at-most.ts'

const filed = '2026-11-22T01:00:00Z'
const visits = (...causes: ('provider' | 'applicant')[]) =>
  causes.map((causedBy, i) =>
    caseFact('visit.recorded', 'a', {
      at: later(filed, i / 10),
      causedBy,
      number: i + 1,
      limit: 1,
      beyond: false
    })
  )

const table = [
  { name: 'no visit', visits: visits(), visitsMax: 0, state: 'kept' },
  { name: 'one of one', visits: visits('provider'), visitsMax: 1, state: 'kept' },
  { name: 'one of none', visits: visits('provider'), visitsMax: 0, state: 'broken' },
  { name: 'two of one', visits: visits('provider', 'provider'), visitsMax: 1, state: 'broken' },
  {
    name: 'one of one and three of the applicant’s own',
    visits: visits('applicant', 'applicant', 'provider', 'applicant'),
    visitsMax: 1,
    state: 'kept'
  }
]

for (const row of table) {
  test(`visits-at-most finds ${row.state} for ${row.name}`, () => {
    const card = cardPublished('2026-03-21T00:00:00Z', { visitsMax: row.visitsMax })
    const facts = [card, ...deliveredCase('a', filed, 2), ...row.visits]
    const found = visitsAtMost.evaluate(inputOf(bookOf(facts), {}))
    assert.equal(found.state, row.state)
    assert.equal(
      found.breaches[0]?.fact,
      row.state === 'broken' ? row.visits.at(-1)?.id : undefined
    )
  })
}

test('visits-at-most shows refused invitations apart', () => {
  const refused = caseFact('visit.refused', 'a', { at: filed })
  const facts = [cardPublished('2026-03-21T00:00:00Z'), ...deliveredCase('a', filed, 2), refused]
  const found = visitsAtMost.evaluate(inputOf(bookOf(facts), {}))
  assert.equal(found.state, 'kept')
  assert.equal(found.detail.prevented, 1)
})
