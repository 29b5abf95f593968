import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bookOf, cardPublished, caseFact, filedCase, inputOf } from '../sample-facts.ts'
import { feeEqualsPublished } from './fee-equals-published.ts'
import { freeOfCharge } from './free-of-charge.ts'

const at = '2026-11-22T02:00:00Z'
const invoice = (amountRial: number, publishedRial: number) =>
  caseFact('invoice.issued', 'a', { at, amountRial, publishedRial })
const bookWith = (feeRial: number, ...facts: ReturnType<typeof invoice>[]) =>
  bookOf([cardPublished('2026-03-21T00:00:00Z', { feeRial }), ...filedCase('a', at), ...facts])

const table = [
  {
    name: 'the fee of the card',
    fee: 500,
    invoice: invoice(500, 500),
    publication: 'kept',
    decree: 'kept'
  },
  {
    name: 'more than the site showed',
    fee: 500,
    invoice: invoice(500, 400),
    publication: 'broken',
    decree: 'kept'
  },
  {
    name: 'another fee than the card',
    fee: 400,
    invoice: invoice(500, 500),
    publication: 'broken',
    decree: 'broken'
  }
] as const

for (const row of table) {
  for (const basis of ['publication', 'decree'] as const) {
    test(`fee-equals-published by ${basis} finds ${row[basis]} for ${row.name}`, () => {
      const found = feeEqualsPublished.evaluate(inputOf(bookWith(row.fee, row.invoice), { basis }))
      assert.equal(found.state, row[basis])
      assert.equal(found.denominator, 1)
    })
  }
}

test('fee-equals-published has no data without an invoice', () => {
  const found = feeEqualsPublished.evaluate(inputOf(bookWith(0), { basis: 'decree' }))
  assert.equal(found.state, 'no-data')
})

test('fee-equals-published by decree refuses an invoice on no known card', () => {
  const facts = [...filedCase('a', at), invoice(5, 5)]
  const version = { services: new Set(['10021001']) }
  const state = (basis: 'decree' | 'publication') =>
    feeEqualsPublished.evaluate(inputOf(bookOf(facts), { basis }, { version })).state
  assert.equal(state('decree'), 'broken')
  assert.equal(state('publication'), 'kept')
})

test('free-of-charge counts cases that were charged', () => {
  const of = 'invoices' as const
  assert.equal(freeOfCharge.evaluate(inputOf(bookWith(0), { of })).state, 'kept')
  assert.equal(freeOfCharge.evaluate(inputOf(bookWith(0, invoice(0, 0)), { of })).state, 'kept')
  const charged = freeOfCharge.evaluate(inputOf(bookWith(0, invoice(10, 10)), { of }))
  assert.deepEqual([charged.state, charged.numerator, charged.denominator], ['broken', 0, 1])
})

const tariffState = (fee: number) =>
  freeOfCharge.evaluate(inputOf(bookWith(fee), { of: 'tariffs' })).state

test('free-of-charge counts cards with a fee as tariffs', () => {
  assert.equal(tariffState(0), 'kept')
  assert.equal(tariffState(1), 'broken')
})
