// Goal: each cell of PI-5 is judged by the checks of its own row and attribute. Method: a table of checks.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { periodOfKey } from '../period.ts'
import { bookOf, fact, inputOf } from '../sample-facts.ts'
import { dataPolicyRow } from './data-policy-row.ts'

const aban = periodOfKey('1405-08') ?? undefined
assert.ok(aban)

function checked(at: string, body: object) {
  const all = { row: 'forms-documents', attribute: 'storage', ok: true, failed: 0, refused: 0 }
  return fact('policy.checked', at, { body: { ...all, checked: 100, ...body } })
}

const days = ['2026-10-25T00:00:00Z', '2026-10-26T00:00:00Z'] as const
const of = { row: 'forms-documents', attribute: 'storage' } as const
const table = [
  { name: 'no check', facts: [], state: 'no-data', value: null, counts: [0, 0] },
  {
    name: 'whole documents',
    facts: days.map((day) => checked(day, {})),
    state: 'kept',
    value: 100,
    counts: [200, 200]
  },
  {
    name: 'a document that is not whole',
    facts: [checked(days[0], {}), checked(days[1], { ok: false, failed: 1 })],
    state: 'broken',
    value: 99.5,
    counts: [199, 200]
  },
  {
    name: 'checks of another cell',
    facts: [checked(days[0], { attribute: 'analysis', failed: 9, ok: false })],
    state: 'no-data',
    value: null,
    counts: [0, 0]
  },
  {
    name: 'a check of another month',
    facts: [checked('2026-12-25T00:00:00Z', {})],
    state: 'no-data',
    value: null,
    counts: [0, 0]
  }
]

for (const row of table) {
  test(`dataPolicyRow finds ${row.state} for ${row.name}`, () => {
    const result = dataPolicyRow.evaluate(inputOf(bookOf(row.facts), of, { period: aban }))
    assert.equal(result.state, row.state)
    assert.equal(result.value, row.value)
    assert.deepEqual([result.numerator, result.denominator], row.counts)
    assert.equal(result.breaches.length, row.state === 'broken' ? 1 : 0)
  })
}

test('dataPolicyRow without a cell asks whether everything has a kind', () => {
  const types = checked(days[0], { row: null, attribute: 'data-type', checked: 12, refused: 3 })
  const result = dataPolicyRow.evaluate(inputOf(bookOf([types]), {}, { period: aban }))
  assert.deepEqual([result.state, result.numerator, result.detail.prevented], ['kept', 12, 3])
  assert.equal(dataPolicyRow.looksAt?.(types, {}), true)
  assert.equal(dataPolicyRow.looksAt?.(types, of), false)
})

test('dataPolicyRow explains every cell in both languages', () => {
  for (const attribute of [
    'provided-by',
    'received-by',
    'storage',
    'analysis',
    'public-display',
    'publication'
  ] as const) {
    const parameters = { row: 'forms-documents', attribute } as const
    const { fa, en } = dataPolicyRow.explain(parameters)
    assert.ok(fa.length > 40 && en.length > 40)
    assert.notDeepEqual(dataPolicyRow.counted(parameters), { fa: '', en: '' })
  }
})
