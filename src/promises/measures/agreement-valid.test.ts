import assert from 'node:assert/strict'
import { test } from 'node:test'
import { periodOfKey } from '../period.ts'
import { agreementImported, bookOf, inputOf } from '../sample-facts.ts'
import { agreementValid } from './agreement-valid.ts'

const midnight = (date: string) =>
  Temporal.PlainDate.from(date).toZonedDateTime('Asia/Tehran').toInstant().toString()
const aban = periodOfKey('1405-08') ?? undefined
const azar = periodOfKey('1405-09') ?? undefined
assert.ok(aban && azar)

const table = [
  { name: 'long in force', validTo: '2027-10-01', state: 'kept', counts: [30, 30] },
  { name: 'ending in 60 days', validTo: '2027-01-20', state: 'at-risk', counts: [30, 30] },
  { name: 'ended in mid month', validTo: '2026-11-02', state: 'broken', counts: [10, 30] },
  { name: 'ended years ago', validTo: '2020-03-20', state: 'broken', counts: [0, 30] },
  {
    name: 'begun in mid month',
    validFrom: '2026-11-02',
    validTo: '2027-10-01',
    state: 'broken',
    counts: [20, 30]
  },
  { name: 'a draft', as: 'draft', validTo: '2027-10-01', state: 'broken', counts: [0, 30] }
]

for (const row of table) {
  test(`agreement-valid finds ${row.state} for one ${row.name}`, () => {
    const body = {
      state: row.as ?? 'signed',
      validFrom: row.validFrom === undefined ? null : midnight(row.validFrom),
      validTo: midnight(row.validTo)
    }
    const book = bookOf([agreementImported('1405', body)])
    const found = agreementValid.evaluate(inputOf(book, {}, { period: aban }))
    assert.equal(found.state, row.state)
    assert.deepEqual([found.numerator, found.denominator], row.counts)
    assert.equal(found.breaches.length, row.state === 'broken' ? 1 : 0)
  })
}

test('agreement-valid counts only the days that have begun', () => {
  const body = { validTo: midnight('2028-10-01') }
  const book = bookOf([agreementImported('1405', body)], '2026-11-24T08:00:00Z')
  const found = agreementValid.evaluate(inputOf(book, {}, { period: azar }))
  assert.deepEqual([found.state, found.numerator, found.denominator], ['kept', 3, 3])
})

test('agreement-valid asks about the very version', () => {
  const facts = [
    agreementImported('1398', { state: 'expired', validTo: midnight('2020-03-20') }),
    agreementImported('1405', { validTo: midnight('2028-10-01') })
  ]
  const state = (ref: string) =>
    agreementValid.evaluate(inputOf(bookOf(facts), {}, { version: { ref } })).state
  assert.equal(state('SK@1398'), 'broken')
  assert.equal(state('SK@1405'), 'kept')
  assert.equal(state('SK@1406'), 'no-data')
})
