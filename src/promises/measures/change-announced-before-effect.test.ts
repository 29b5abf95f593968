import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact } from '../../ledger/index.ts'
import { periodOfKey } from '../period.ts'
import { bookOf, cardPublished, fact, filedCase, inputOf, later, service } from '../sample-facts.ts'
import { published, seen } from '../sample-outages.ts'
import { changeAnnouncedBeforeEffect } from './change-announced-before-effect.ts'

const first = cardPublished('2026-03-21T00:00:00Z')
const at = '2026-11-02T05:30:00Z'
const aban = periodOfKey('1405-08')
assert.ok(aban)
const all = ['process', 'system', 'documents', 'rules'] as const

function evaluate(
  facts: readonly Fact[],
  options: { of?: (typeof all)[number][]; seenOn?: 'desk'; asOf?: string; service?: string } = {}
) {
  const { of = [...all], seenOn, asOf = '2026-11-22T08:00:00Z' } = options
  return changeAnnouncedBeforeEffect.evaluate(
    inputOf(
      bookOf([first, ...facts], asOf),
      { of, ...(seenOn && { seenOn }) },
      { period: aban!, service: options.service ?? null }
    )
  )
}

const second = cardPublished(later(at, -24), { version: 2 })
const effective = (when: string, notice: string | null, changes: string[] = ['process']) =>
  fact('card.effective', when, {
    cardVersion: `${service}@2`,
    body: { service, version: 2, notice, seenAt: null, changes }
  })

test('change-announced is kept where the notice was seen at the very instant of effect', () => {
  const facts = [second, effective(at, 'n')]
  assert.equal(evaluate([...facts, seen('n', at)]).state, 'kept')
  const late = evaluate([...facts, seen('n', later(at, 1 / 3600))])
  assert.deepEqual(
    [late.state, late.breaches.length, late.breaches[0]?.service],
    ['broken', 1, service]
  )
})

test('change-announced finds silent changes: without a notice, or used before their effect', () => {
  assert.equal(evaluate([second, effective(at, null)]).state, 'broken')
  const used = filedCase('a', later(at, -10)).map((each) => ({
    ...each,
    cardVersion: `${service}@2`
  }))
  const seenBetween = [second, effective(at, 'n'), seen('n', later(at, -5))]
  assert.equal(evaluate(seenBetween).state, 'kept')
  const early = evaluate([...seenBetween, ...used])
  assert.deepEqual([early.state, early.denominator], ['broken', 1])
  const unrecorded = evaluate([second, ...used])
  assert.deepEqual([unrecorded.state, unrecorded.denominator], ['broken', 1])
})

test('change-announced does not count first versions, nor what waits for its notice', () => {
  assert.equal(evaluate([]).state, 'no-data')
  const one = fact('card.effective', at, {
    body: { service, version: 1, notice: null, seenAt: null, changes: [] }
  })
  assert.equal(evaluate([one]).state, 'no-data')
  assert.equal(evaluate([second]).state, 'no-data')
})

test('change-announced counts the areas that the clause names', () => {
  const facts = [second, effective(at, null, ['form'])]
  assert.equal(evaluate(facts, { of: ['process'] }).denominator, 0)
  assert.equal(evaluate(facts, { of: ['documents'] }).denominator, 1)
  const fee = [second, effective(at, null, ['fee'])]
  assert.equal(evaluate(fee, { of: ['rules'] }).denominator, 1)
})

test('change-announced judges a program by publication, or by sight within a day', () => {
  const changed = fact('system.changed', at, {
    subject: 'v2',
    body: { from: 'v1', to: 'v2', notice: 'n' }
  })
  const told = [changed, published('n', at)]
  assert.equal(evaluate(told).state, 'kept')
  assert.equal(evaluate([changed, published('n', later(at, 1 / 3600))]).state, 'broken')
  const onDesk = { seenOn: 'desk' } as const
  assert.equal(evaluate([...told, seen('n', later(at, 24))], onDesk).state, 'kept')
  assert.equal(evaluate([...told, seen('n', later(at, 24.001))], onDesk).state, 'broken')
  assert.equal(evaluate(told, { ...onDesk, asOf: later(at, 23) }).state, 'no-data')
  assert.equal(evaluate(told, onDesk).state, 'broken')
  assert.equal(evaluate(told, { service }).denominator, 0)
})

test('change-announced counts later texts of an agreement', () => {
  const text = (notice: string | null, revision: number) =>
    fact('agreement.effective', at, {
      subject: 'SK@1405',
      body: { agreement: 'SK', version: '1405', revision, notice, seenAt: at }
    })
  assert.equal(evaluate([text('n', 2), seen('n', at)]).state, 'kept')
  assert.equal(evaluate([text(null, 2)]).state, 'broken')
  assert.equal(evaluate([text(null, 1)]).state, 'no-data')
})
