import assert from 'node:assert/strict'
import { test } from 'node:test'
import { periodOfKey } from '../period.ts'
import { agreementImported, bookOf, cardPublished, filedCase, inputOf } from '../sample-facts.ts'
import { articleCount } from './article-count.ts'
import { renewalGap } from './renewal-gap.ts'

const midnight = (date: string) =>
  Temporal.PlainDate.from(date).toZonedDateTime('Asia/Tehran').toInstant().toString()
const aban = periodOfKey('1405-08') ?? undefined
assert.ok(aban)
const of = { of: 'gap-days' } as const
const old = agreementImported('1398', { state: 'expired', validTo: midnight('2026-10-13') })
const draft = agreementImported('1405', { state: 'draft', validTo: midnight('2027-03-21') })
const next = (from: string, to = '2028-03-21') =>
  agreementImported('1405', { validFrom: midnight(from), validTo: midnight(to) })

const table = [
  { name: 'no successor', facts: [old], state: 'broken', value: 40, counts: [0, 30] },
  { name: 'only a draft', facts: [old, draft], state: 'broken', value: 40, counts: [0, 30] },
  {
    name: 'a successor at once',
    facts: [old, next('2026-10-13')],
    state: 'kept',
    value: 0,
    counts: [30, 30]
  },
  {
    name: 'a late successor',
    facts: [old, next('2026-11-02')],
    state: 'broken',
    value: 20,
    counts: [20, 30]
  },
  {
    name: 'a successor that soon ends',
    facts: [old, next('2026-10-13', '2026-12-31')],
    state: 'at-risk',
    value: 0,
    counts: [30, 30]
  }
]

for (const row of table) {
  test(`renewal-gap finds ${row.state} for ${row.name}`, () => {
    const found = renewalGap.evaluate(inputOf(bookOf(row.facts), of, { period: aban }))
    assert.equal(found.state, row.state)
    assert.equal(found.value, row.value)
    assert.deepEqual([found.numerator, found.denominator], row.counts)
  })
}

test('renewal-gap has no data where no version ever had force', () => {
  assert.equal(renewalGap.evaluate(inputOf(bookOf([draft]), of)).state, 'no-data')
})

test('renewal-gap finds services that went on without an agreement', () => {
  const stopped = { of: 'services-stopped' } as const
  const facts = [
    old,
    cardPublished('2026-03-21T00:00:00Z'),
    ...filedCase('a', '2026-11-01T06:00:00Z')
  ]
  const found = renewalGap.evaluate(inputOf(bookOf(facts), stopped, { period: aban }))
  assert.deepEqual([found.state, found.numerator, found.denominator], ['kept', 1, 1])
  const covered = [...facts, next('2026-10-13')]
  assert.equal(
    renewalGap.evaluate(inputOf(bookOf(covered), stopped, { period: aban })).state,
    'no-data'
  )
})

test('article-count compares with the number of the text', () => {
  const book = bookOf([agreementImported('1405', { validTo: midnight('2027-03-21'), articles: 9 })])
  const state = (articles: number) => articleCount.evaluate(inputOf(book, { articles })).state
  assert.equal(state(9), 'kept')
  assert.equal(state(8), 'broken')
  assert.equal(articleCount.evaluate(inputOf(bookOf([]), { articles: 9 })).state, 'no-data')
})
