import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  bookOf,
  cardPublished,
  caseFact,
  deliveredCase,
  filedCase,
  inputOf
} from '../sample-facts.ts'
import { declaredDocumentsOnly } from './declared-documents-only.ts'

const card = cardPublished('2026-03-21T00:00:00Z')
const asked = (id: string, type: string, kind: 'document.requested' | 'document.received') =>
  caseFact(kind, id, { at: '2026-11-22T05:00:00Z', type, listed: true })
const at = '2026-11-22T01:00:00Z'

const table = [
  { name: 'a plain case', facts: deliveredCase('a', at, 1), state: 'kept', counts: [1, 1] },
  {
    name: 'a listed document asked for',
    facts: [...deliveredCase('a', at, 5), asked('a', 'form', 'document.requested')],
    state: 'kept',
    counts: [1, 1]
  },
  {
    name: 'an unlisted document asked for',
    facts: [...deliveredCase('a', at, 5), asked('a', 'marriage', 'document.requested')],
    state: 'broken',
    counts: [0, 1]
  },
  {
    name: 'an unlisted document taken, before the end',
    facts: [...filedCase('a', at), asked('a', 'marriage', 'document.received')],
    state: 'broken',
    counts: [0, 1]
  },
  { name: 'a running case', facts: filedCase('a', at), state: 'no-data', counts: [0, 0] },
  {
    name: 'a withdrawn case',
    facts: [...filedCase('a', at), caseFact('case.withdrawn', 'a', { at })],
    state: 'no-data',
    counts: [0, 0]
  },
  {
    name: 'a refused request',
    facts: [
      ...deliveredCase('a', at, 1),
      caseFact('document.request-refused', 'a', { at, type: 'x' })
    ],
    state: 'kept',
    counts: [1, 1],
    prevented: 1
  }
]

for (const row of table) {
  test(`declared-documents-only finds ${row.state} for ${row.name}`, () => {
    const found = declaredDocumentsOnly.evaluate(inputOf(bookOf([card, ...row.facts]), {}))
    assert.equal(found.state, row.state)
    assert.deepEqual([found.numerator, found.denominator], row.counts)
    assert.equal(found.detail.prevented, row.prevented ?? 0)
  })
}

test('declared-documents-only names the fact that broke it', () => {
  const breach = asked('a', 'marriage', 'document.requested')
  const found = declaredDocumentsOnly.evaluate(
    inputOf(bookOf([card, ...deliveredCase('a', at, 5), breach]), {})
  )
  assert.deepEqual(found.breaches, [{ fact: breach.id, at: breach.at, service: '10021001' }])
  assert.ok(found.evidence.includes(breach.id))
})

test('declared-documents-only trusts the mark where the card is not known', () => {
  const unlisted = caseFact('document.requested', 'a', { at, type: 'x', listed: false })
  const input = inputOf(
    bookOf([...deliveredCase('a', at, 1), unlisted]),
    {},
    {
      version: { services: new Set(['10021001']) }
    }
  )
  assert.equal(declaredDocumentsOnly.evaluate(input).state, 'broken')
})
