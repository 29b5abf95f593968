// Goal: no use is ever allowed that the row forbids. Method: every row that can be written, every action,
// every relation; what the row says in one line is compared with what was decided.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseAgreement } from '../terms/index.ts'
import {
  type PolicyRow,
  type Relation,
  type Use,
  decideUse,
  defaultRows,
  isAsStrictAs,
  policyActions,
  policyTypes,
  policyValues,
  readRow,
  relations
} from './index.ts'

const anyRow = fc.record(
  Object.fromEntries(
    Object.entries(policyValues).map(([name, values]) => [name, fc.constantFrom(...values)])
  )
) as unknown as fc.Arbitrary<PolicyRow>
const anyUse: fc.Arbitrary<Use> = fc.record({
  row: anyRow,
  action: fc.constantFrom(...policyActions),
  reader: fc.record({ relation: fc.constantFrom(...relations) }),
  object: fc.record({
    authority: fc.constant('ito'),
    to: fc.constantFrom('ito', 'sko', 'applicant', undefined),
    many: fc.boolean()
  })
})
const staff: readonly Relation[] = ['assigned', 'shared', 'oversight', 'operation']
const own: readonly Relation[] = ['owner', 'delegate', 'provider']

test('decideUse analyses, shows and publishes nothing that the row forbids', () => {
  fc.assert(
    fc.property(anyUse, (use) => {
      const { row, action, reader } = use
      if (!decideUse(use).allowed) return
      if (action === 'analyse') assert.equal(row.analysis, 'yes')
      if (action === 'display' || action === 'publish') assert.equal(row['public-display'], 'yes')
      if (action === 'publish') assert.equal(row.publication, 'public')
      if (action === 'keep') assert.equal(reader.relation, 'operation')
    }),
    { numRuns: 5000 }
  )
})

test('decideUse gives nothing to whom the row does not name', () => {
  fc.assert(
    fc.property(anyUse, (use) => {
      const { row, action, object, reader } = use
      const isOwn = own.includes(reader.relation)
      if (!['read', 'export', 'share'].includes(action) || isOwn) return
      if (!decideUse(use).allowed) return
      const isOpen = row['public-display'] === 'yes'
      assert.ok(isOpen || staff.includes(reader.relation), reader.relation)
      assert.ok(isOpen || row['received-by'] !== 'applicant')
      if (action === 'export' && object.many === true) assert.equal(row.analysis, 'yes')
      const goesOut = object.to !== object.authority && object.to !== 'applicant'
      if (action === 'share' && goesOut) assert.equal(row.publication, 'public')
    }),
    { numRuns: 20_000 }
  )
})

test('decideUse never allows more by a stricter row', () => {
  fc.assert(
    fc.property(anyUse, anyRow, (use, other) => {
      if (!isAsStrictAs(use.row, other)) return
      const [strict, loose] = [decideUse(use), decideUse({ ...use, row: other })]
      assert.ok(!strict.allowed || loose.allowed, `${strict.because}, ${loose.because}`)
    }),
    { numRuns: 20_000 }
  )
})

test('decideUse keeps no person from what is their own', () => {
  fc.assert(
    fc.property(anyRow, (row) => {
      for (const action of ['read', 'export'] as const) {
        const object = { authority: 'ito', many: true }
        assert.ok(decideUse({ row, action, reader: { relation: 'owner' }, object }).allowed)
      }
    })
  )
})

function rowsOf(file: string) {
  const bytes = readFileSync(resolve(import.meta.dirname, '../../../agreements', file))
  const read = parseAgreement(bytes)
  assert.ok(read.ok)
  return read.agreement.dataPolicy?.rows ?? []
}

test('readRow reads every cell of the agreements, and the default rows are at least as strict', () => {
  for (const file of ['pi-1400.yaml', 'pi-1405.yaml']) {
    const rows = rowsOf(file)
    assert.deepEqual(
      rows.map(({ row }) => row),
      ['forms-documents', 'letters']
    )
    for (const { row: type, cells } of rows) {
      const { row, decided } = readRow(cells, defaultRows[type])
      assert.equal(decided.length, 6, `${file} ${type}`)
      assert.ok(isAsStrictAs(defaultRows[type], row), `${file} ${type}`)
    }
  }
})

test('readRow guesses at no word: what is not known is as the default row says', () => {
  const value = { fa: 'شاید', en: 'Perhaps' }
  const read = readRow([{ attribute: 'analysis', value }], defaultRows['forms-documents'])
  assert.deepEqual(read, { row: defaultRows['forms-documents'], decided: [] })
  const torn = { fa: 'بله', en: 'No' }
  assert.deepEqual(
    readRow([{ attribute: 'analysis', value: torn }], defaultRows.letters).decided,
    []
  )
})

test('defaultRows show nothing of people to the public, and let nothing of theirs be analysed', () => {
  for (const type of policyTypes.filter((each) => each !== 'notices')) {
    const row = defaultRows[type]
    for (const action of ['display', 'publish', 'analyse'] as const) {
      for (const relation of relations) {
        const use = { row, action, reader: { relation }, object: { authority: 'ito' } }
        assert.equal(decideUse(use).allowed, false, `${type} ${action} ${relation}`)
      }
    }
  }
})
