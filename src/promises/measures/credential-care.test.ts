import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact } from '../../ledger/index.ts'
import { periodOfKey } from '../period.ts'
import { bookOf, cardPublished, fact, inputOf } from '../sample-facts.ts'
import { agreementAccepted } from './agreement-accepted.ts'
import { credentialCare } from './credential-care.ts'

const card = cardPublished('2026-03-21T00:00:00Z')
const at = '2026-11-02T05:30:00Z'
const aban = periodOfKey('1405-08')
assert.ok(aban)
const evaluate = (of: 'individual' | 'legal-person' | 'evidence', facts: readonly Fact[]) =>
  credentialCare.evaluate(
    inputOf(bookOf([card, ...facts]), { of }, { period: aban, service: null })
  )

const used = (of: string, more: Partial<Fact> = {}) =>
  fact('delegation.used', at, { subject: 'd', body: { of, grantor: 'g' }, actor: 'a', ...more })
const suspected = (sign: string, told = true) =>
  fact('sharing.suspected', at, { subject: sign, body: { sign, told } })
const explained = (sign: string) => fact('sharing.explained', at, { subject: sign, body: { sign } })

test('credential-care of individuals counts delegates, and warns of signs nobody explained', () => {
  assert.equal(evaluate('individual', []).state, 'no-data')
  const kept = evaluate('individual', [
    used('person'),
    used('business'),
    suspected('s'),
    explained('s')
  ])
  assert.deepEqual([kept.state, kept.numerator, kept.denominator], ['kept', 1, 1])
  const warned = evaluate('individual', [used('person'), suspected('s')])
  assert.deepEqual([warned.state, warned.breaches], ['at-risk', []])
  assert.equal(evaluate('individual', [suspected('s')]).state, 'at-risk', 'a sign is no breach')
})

test('credential-care of legal persons breaks by an act that no natural person did', () => {
  const facts = [used('business'), used('body'), used('person')]
  assert.deepEqual(
    [evaluate('legal-person', facts).state, evaluate('legal-person', facts).denominator],
    ['kept', 2]
  )
  const alone = used('business', { actor: 'g' })
  assert.equal(evaluate('legal-person', [...facts, alone]).state, 'broken')
})

test('credential-care as evidence asks that each sign was told', () => {
  assert.equal(evaluate('evidence', [suspected('s')]).state, 'kept')
  assert.equal(evaluate('evidence', [suspected('s'), suspected('t', false)]).state, 'broken')
})

test('agreement-accepted counts filings by the acceptance that they name', () => {
  const accepted = fact('agreement.accepted', '2026-11-01T05:30:00Z', {
    subject: 'PI@1405',
    body: {}
  })
  const filed = (id: string, more: object = {}) =>
    fact('case.submitted', at, {
      subject: id,
      body: { case: id, service: card.subject, ...more },
      cardVersion: card.cardVersion
    })
  const measure = (facts: readonly Fact[]) =>
    agreementAccepted.evaluate(
      inputOf(bookOf([card, ...facts]), {}, { period: aban, service: null })
    )
  assert.equal(measure([filed('a')]).state, 'no-data', 'nobody could accept yet')
  const named = filed('a', { acceptance: accepted.id })
  assert.equal(measure([accepted, named]).state, 'kept')
  const found = measure([accepted, named, filed('b')])
  assert.deepEqual([found.state, found.value, found.breaches.length], ['broken', 50, 1])
  const before = { ...filed('c'), knownAt: accepted.knownAt.subtract({ hours: 1 }) }
  assert.equal(measure([accepted, before, named]).denominator, 1)
  assert.equal(measure([accepted, filed('d', { acceptance: 'another' })]).state, 'broken')
})
