import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bookOf, cardPublished, caseFact, deliveredCase, inputOf } from '../sample-facts.ts'
import { declaredProcess } from './declared-process.ts'

const at = '2026-11-22T02:00:00Z'
const step = (name: string, inOrder: boolean) =>
  caseFact('case.step-entered', 'a', { at, step: name, from: null, inOrder })

const table = [
  { name: 'steps in order', facts: [step('check', true), step('review', true)], state: 'kept' },
  { name: 'a step out of order', facts: [step('decide', false)], state: 'broken' },
  {
    name: 'a step out of order with a reason',
    facts: [
      caseFact('case.step-entered', 'a', { at, step: 'decide', inOrder: false, reason: 'n' })
    ],
    state: 'broken'
  },
  { name: 'a step that the card does not have', facts: [step('dinner', true)], state: 'broken' },
  {
    name: 'one return',
    facts: [caseFact('case.returned', 'a', { at, defects: [], repeat: false })],
    state: 'kept'
  },
  {
    name: 'a second return for the same',
    facts: [caseFact('case.returned', 'a', { at, defects: [], repeat: true })],
    state: 'broken'
  }
]

for (const row of table) {
  test(`declared-process finds ${row.state} for ${row.name}`, () => {
    const facts = [
      cardPublished('2026-03-21T00:00:00Z'),
      ...deliveredCase('a', '2026-11-22T01:00:00Z', 3),
      ...row.facts
    ]
    const found = declaredProcess.evaluate(inputOf(bookOf(facts), {}))
    assert.equal(found.state, row.state)
    assert.equal(found.denominator, 1)
  })
}
