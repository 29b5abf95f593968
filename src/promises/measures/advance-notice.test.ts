import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact } from '../../ledger/index.ts'
import { periodOfKey } from '../period.ts'
import { bookOf, cardPublished, fact, inputOf, later, service } from '../sample-facts.ts'
import { announced, moved, outage, plannedOutage, seen } from '../sample-outages.ts'
import { advanceNotice } from './advance-notice.ts'

const card = cardPublished('2026-03-21T00:00:00Z')
const hour = 3600
// 11 Aban 1405.
const from = '2026-11-02T05:30:00Z'
const to = later(from, 2)
const aban = periodOfKey('1405-08') ?? undefined
assert.ok(aban)

function evaluate(
  facts: readonly Fact[],
  options: {
    of?: 'planned-outage' | 'planned-suspension' | 'portal'
    asOf?: string
    service?: string
  } = {}
) {
  const { of = 'planned-outage', asOf = '2026-11-22T08:00:00Z' } = options
  return advanceNotice.evaluate(
    inputOf(
      bookOf([card, ...facts], asOf),
      { of, hours: 72 },
      { period: aban!, service: options.service ?? null }
    )
  )
}

const suspension = (body: { emergency: boolean; planned: string | null }) =>
  fact('suspension.begun', from, {
    subject: 's',
    body: { suspension: 's', kind: 'form-closed', services: [service], reason: 'flood', ...body }
  })

test('advance-notice is kept at exactly 72 hours, and broken a second later', () => {
  const at = (lead: number) => evaluate(plannedOutage('p', [from, to], lead))
  const kept = at(72 * hour)
  assert.deepEqual([kept.state, kept.value, kept.breaches], ['kept', 100, []])
  const late = at(72 * hour - 1)
  assert.deepEqual([late.state, late.value, late.breaches.length], ['broken', 0, 1])
  assert.equal(late.breaches[0]?.service, service)
})

test('advance-notice counts a notice from its sight, not from its publication', () => {
  const unseen = evaluate([announced('p', later(from, -500), { from, to })])
  assert.deepEqual([unseen.state, unseen.denominator], ['broken', 1])
})

test('advance-notice gives a start moved earlier hours of its own, and one moved later the old ones', () => {
  const plan = [
    announced('p', later(from, -200), { from, to }),
    seen('notice of p', later(from, -190))
  ]
  const move = (hours: number, told: number, sight: number) => [
    moved('p', later(from, told), { from: later(from, hours), to: later(to, hours) }),
    seen('notice of p', later(from, sight), { version: 2 })
  ]
  assert.equal(evaluate([...plan, ...move(-24, -97, -96)]).state, 'kept')
  assert.equal(evaluate([...plan, ...move(-24, -97, -95.999)]).state, 'broken')
  assert.equal(evaluate([...plan, ...move(24, -2, -1)]).state, 'kept')
})

test('advance-notice leaves out what was called off before it began', () => {
  const plan = plannedOutage('p', [from, to], hour)
  assert.equal(evaluate(plan).state, 'broken')
  const cancelled = fact('planned-outage.cancelled', later(from, -0.5), {
    subject: 'p',
    body: { planned: 'p' }
  })
  assert.equal(evaluate([...plan, cancelled]).state, 'no-data')
})

test('advance-notice does not judge what has not begun, and warns of what is late', () => {
  const asOf = later(from, -48)
  const inTime = evaluate(plannedOutage('p', [from, to], 80 * hour), { asOf })
  assert.deepEqual([inTime.state, inTime.denominator], ['no-data', 0])
  const late = evaluate([announced('q', later(from, -50), { from, to })], { asOf })
  assert.deepEqual([late.state, late.detail.waiting], ['at-risk', 1])
  const early = evaluate([announced('q', later(from, -100), { from, to })], {
    asOf: later(from, -90)
  })
  assert.deepEqual([early.state, early.detail.waiting], ['no-data', undefined])
})

test('advance-notice tells outages from suspensions, and counts both on the portal', () => {
  const both = [
    ...plannedOutage('p', [from, to], 80 * hour),
    ...[
      announced('q', later(from, -90), { from, to, kind: 'form-closed', components: [] }),
      seen('notice of q', later(from, -60))
    ]
  ]
  const read = (of: 'planned-outage' | 'planned-suspension' | 'portal') => {
    const { state, numerator, denominator } = evaluate(both, { of })
    return [state, numerator, denominator]
  }
  assert.deepEqual(read('planned-outage'), ['kept', 1, 1])
  assert.deepEqual(read('planned-suspension'), ['broken', 0, 1])
  assert.deepEqual(read('portal'), ['broken', 1, 2])
})

test('advance-notice counts emergencies as misses of non-delivery, and beside planned outages', () => {
  const facts = [
    suspension({ emergency: true, planned: null }),
    ...outage('w', [from, to], { cause: 'emergency-work' })
  ]
  const given = evaluate(facts, { of: 'planned-suspension' })
  assert.deepEqual([given.state, given.denominator, given.detail.emergencies], ['broken', 2, 2])
  const planned = evaluate(facts)
  assert.deepEqual([planned.state, planned.detail.emergencies], ['no-data', 1])
  const begun = suspension({ emergency: false, planned: 'q' })
  assert.equal(evaluate([begun], { of: 'planned-suspension' }).state, 'no-data')
})

test('advance-notice answers for a service and for those of all', () => {
  const all = [
    announced('p', later(from, -100), { from, to, components: ['desk'], services: [] }),
    seen('notice of p', later(from, -90))
  ]
  assert.equal(evaluate(all, { service }).state, 'kept')
  const one = plannedOutage('p', [from, to], 80 * hour)
  assert.equal(evaluate(one, { service }).denominator, 1)
  assert.equal(evaluate(one, { service: '10021002' }).denominator, 0)
})

test('advance-notice says where only this system itself saw a notice', () => {
  const facts = [
    announced('p', later(from, -100), { from, to }),
    seen('notice of p', later(from, -90), { outside: false })
  ]
  const found = evaluate(facts, { of: 'portal' })
  assert.deepEqual([found.state, found.detail.seenInside], ['kept', 1])
})
