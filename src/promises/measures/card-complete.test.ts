import assert from 'node:assert/strict'
import { test } from 'node:test'
import { periodOfKey } from '../period.ts'
import { bookOf, cardPublished, fact, inputOf, service } from '../sample-facts.ts'
import { cardComplete } from './card-complete.ts'
import { legalBasisPresent } from './legal-basis-present.ts'

const published = '2026-03-21T00:00:00Z'

const table = [
  { name: 'a complete card', body: {}, fields: undefined, state: 'kept' },
  { name: 'a card with a gap', body: { missing: ['form'] }, fields: undefined, state: 'broken' },
  { name: 'a gap elsewhere', body: { missing: ['form'] }, fields: ['approver'], state: 'kept' },
  { name: 'the named gap', body: { missing: ['form'] }, fields: ['form'], state: 'broken' },
  { name: 'no steps', body: { steps: [] }, fields: ['steps'], state: 'broken' }
] as const

for (const row of table) {
  test(`card-complete finds ${row.state} for ${row.name}`, () => {
    const parameters = row.fields ? { fields: [...row.fields] } : {}
    const book = bookOf([cardPublished(published, structuredClone(row.body))])
    assert.equal(cardComplete.evaluate(inputOf(book, parameters)).state, row.state)
  })
}

test('card-complete counts a service of the annex without a card', () => {
  const version = { services: new Set([service, '10021002']) }
  const found = cardComplete.evaluate(inputOf(bookOf([cardPublished(published)]), {}, { version }))
  assert.deepEqual([found.numerator, found.denominator, found.value], [1, 2, 50])
  assert.equal(found.breaches[0]?.service, '10021002')
})

test('card-complete looks at the card as it stood at the end of the month', () => {
  const period = periodOfKey('1405-01') ?? undefined
  assert.ok(period)
  const facts = [
    cardPublished('2026-03-25T00:00:00Z'),
    cardPublished('2026-06-01T00:00:00Z', { version: 2, missing: ['form'] })
  ]
  const book = bookOf(facts)
  assert.equal(cardComplete.evaluate(inputOf(book, {}, { period })).state, 'kept')
  assert.equal(cardComplete.evaluate(inputOf(book, {})).state, 'broken')
})

test('card-complete has no data before the first card', () => {
  const period = periodOfKey('1404-12') ?? undefined
  assert.ok(period)
  const book = bookOf([cardPublished('2026-03-25T00:00:00Z')])
  assert.equal(cardComplete.evaluate(inputOf(book, {}, { period })).state, 'no-data')
})

test('card-complete shows refused publications apart', () => {
  const refused = fact('card.publication-refused', '2026-11-22T01:00:00Z', {
    body: { service, missing: ['form'] }
  })
  const found = cardComplete.evaluate(inputOf(bookOf([cardPublished(published), refused]), {}))
  assert.equal(found.detail.prevented, 1)
})

const basisState = (legalBases: number) =>
  legalBasisPresent.evaluate(inputOf(bookOf([cardPublished(published, { legalBases })]), {})).state

test('legal-basis-present asks for one', () => {
  assert.equal(basisState(1), 'kept')
  assert.equal(basisState(0), 'broken')
})
