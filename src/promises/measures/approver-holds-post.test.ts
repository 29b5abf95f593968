import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bookOf, cardPublished, caseFact, fact, inputOf } from '../sample-facts.ts'
import { approverHoldsPost } from './approver-holds-post.ts'

const card = cardPublished('2026-03-21T00:00:00Z')
const decidedAt = '2026-11-22T05:00:00Z'

function assigned(given: { holder?: string; from: string; to?: string }) {
  const { holder = 'person-1', from, to = null } = given
  // The end of a holding is said later than its start.
  const saidAt = to === null ? '2026-03-21T01:00:00Z' : '2026-10-21T01:00:00Z'
  return fact('post.assigned', saidAt, {
    subject: 'sko/head',
    cardVersion: null,
    body: { post: 'head', holding: 'one', holder, from, to }
  })
}

function decided(post = 'head') {
  return caseFact('case.decided', 'a', { at: decidedAt, outcome: 'granted', post })
}

// 2026-11-22T05:00Z is 08:30 of the same day in Tehran.
const table = [
  { name: 'the holder of the day', holdings: [assigned({ from: '2026-01-01' })], kept: true },
  { name: 'the first day of a holder', holdings: [assigned({ from: '2026-11-22' })], kept: true },
  {
    name: 'the last day of a holder',
    holdings: [assigned({ from: '2026-01-01', to: '2026-11-22' })],
    kept: true
  },
  {
    name: 'a holder of yesterday',
    holdings: [assigned({ from: '2026-01-01', to: '2026-11-21' })],
    kept: false
  },
  { name: 'a holder of tomorrow', holdings: [assigned({ from: '2026-11-23' })], kept: false },
  {
    name: 'somebody else’s post',
    holdings: [assigned({ holder: 'person-2', from: '2026-01-01' })],
    kept: false
  },
  { name: 'a post that nobody was given', holdings: [], kept: false },
  {
    name: 'a holding that was ended since',
    holdings: [
      assigned({ from: '2026-01-01' }),
      assigned({ from: '2026-01-01', to: '2026-10-01' })
    ],
    kept: false
  }
]

for (const { name, holdings, kept } of table) {
  test(`approver-holds-post: a decision by ${name} is ${kept ? 'kept' : 'broken'}`, () => {
    const decision = decided()
    const found = approverHoldsPost.evaluate(inputOf(bookOf([card, ...holdings, decision]), {}))
    assert.deepEqual([found.numerator, found.denominator], [kept ? 2 : 1, 2])
    assert.equal(found.breaches[0]?.fact, kept ? undefined : decision.id)
  })
}

test('approver-holds-post: another post than the card’s is no approver', () => {
  const holdings = [assigned({ from: '2026-01-01' })]
  const decision = decided('director')
  const found = approverHoldsPost.evaluate(inputOf(bookOf([card, ...holdings, decision]), {}))
  assert.equal(found.state, 'broken')
})

test('approver-holds-post: a card without an approver is broken, and looked at as it stands', () => {
  const bare = cardPublished('2026-03-21T00:00:00Z', { approverPost: '' })
  const found = approverHoldsPost.evaluate(inputOf(bookOf([bare]), {}))
  assert.deepEqual([found.state, found.denominator], ['broken', 1])
})
