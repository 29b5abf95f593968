import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact } from '../../ledger/index.ts'
import { periodOfKey } from '../period.ts'
import { bookOf, fact, inputOf, later } from '../sample-facts.ts'
import { confidentiality } from './confidentiality.ts'

const at = '2026-11-02T05:30:00Z'
const aban = periodOfKey('1405-08')
assert.ok(aban)
type Of = 'content' | 'operator-access' | 'genuine-senders'
const evaluate = (of: Of, facts: readonly Fact[]) =>
  confidentiality.evaluate(inputOf(bookOf([...facts]), { of }, { period: aban, service: null }))
const tested = (found: number, when = at) =>
  fact('confidentiality.tested', when, {
    body: { ok: found === 0, fragments: 40, places: 9, found }
  })
const day = (body: Record<string, number>, when = at) => fact('letters.counted', when, { body })

test('confidentiality counts fragments that were found nowhere, and one that was is a breach', () => {
  const kept = evaluate('content', [tested(0), tested(0, later(at, 24))])
  assert.deepEqual([kept.state, kept.numerator, kept.denominator], ['kept', 80, 80])
  const broken = evaluate('content', [tested(0), tested(1, later(at, 24))])
  assert.deepEqual([broken.state, broken.value, broken.breaches.length], ['broken', 98.75, 1])
  assert.equal(evaluate('content', [tested(0, '2026-10-01T00:00:00Z')]).state, 'no-data')
})

test('confidentiality of the operator is kept by refusals, and by days on which nobody tried', () => {
  const quiet = evaluate('operator-access', [day({ operatorTried: 0, operatorAllowed: 0 })])
  assert.deepEqual([quiet.state, quiet.numerator, quiet.denominator], ['kept', 1, 1])
  const tried = evaluate('operator-access', [day({ operatorTried: 3, operatorAllowed: 0 })])
  assert.deepEqual([tried.state, tried.detail.prevented], ['kept', 3])
  const read = evaluate('operator-access', [day({ operatorTried: 4, operatorAllowed: 1 })])
  assert.deepEqual([read.state, read.value, read.detail.prevented], ['broken', 75, 3])
  assert.equal(evaluate('operator-access', []).state, 'no-data')
})

test('confidentiality of senders is not called kept while recipients suspect something', () => {
  const letters = { accepted: 200, unknownSender: 0, senderRefused: 2 }
  const kept = evaluate('genuine-senders', [day(letters)])
  assert.deepEqual([kept.state, kept.value, kept.detail.prevented], ['kept', 100, 2])
  const suspected = evaluate('genuine-senders', [day({ ...letters, forgery: 1, privacy: 2 })])
  assert.deepEqual(
    [suspected.state, suspected.detail.suspected],
    ['at-risk', { forgery: 1, fraud: 0, privacy: 2 }]
  )
  const unknown = evaluate('genuine-senders', [day({ accepted: 4, unknownSender: 1 })])
  assert.deepEqual([unknown.state, unknown.value], ['broken', 75])
})
