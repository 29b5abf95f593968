import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact } from '../../ledger/index.ts'
import type { Breach, LevelFloor } from '../measure.ts'
import { periodOfKey } from '../period.ts'
import { bookOf, cardPublished, inputOf, later, service } from '../sample-facts.ts'
import {
  correction,
  outage,
  plannedOutage,
  seen,
  announced,
  moved,
  unwatched,
  watched
} from '../sample-outages.ts'
import { availability } from './availability.ts'

const card = cardPublished('2024-03-20T20:30:00Z')
const month = 2_592_000
const hour = 3600

function monthOf(key: string) {
  const period = periodOfKey(key)
  assert.ok(period)
  return period
}

function evaluate(
  facts: readonly Fact[],
  options: {
    key?: string
    asOf?: string
    of?: 'services' | 'service-system' | 'desk' | 'failure-report-form'
    hours?: '24x7'
    floor?: LevelFloor
    service?: string | null
  } = {}
) {
  const { of = 'services', hours, floor } = options
  return availability.evaluate(
    inputOf(
      bookOf([card, ...facts], options.asOf ?? '2026-11-22T08:00:00Z'),
      { of, ...(hours && { hours }) },
      {
        period: monthOf(options.key ?? '1405-08'),
        service: options.service ?? null,
        ...(floor && { version: { availabilityFloors: new Map([[service, floor]]) } })
      }
    )
  )
}

const lengths = (breaches: readonly Breach[]) => breaches.map(({ seconds }) => seconds)

// 1 Aban 1405, midnight in Tehran.
const first = '2026-10-22T20:30:00Z'
const always = watched('2024-03-20T20:30:00Z')
const floor = { minimumPercent: 99.5, proposal: true }

test('availability counts seconds over the contract’s month, and tells the real one beside it', () => {
  const found = evaluate([...always, ...outage('a', [later(first, 100), later(first, 103)])], {
    floor
  })
  assert.deepEqual(
    [found.state, found.value, found.numerator, found.denominator],
    ['kept', 99.58, month - 3 * hour, month]
  )
  assert.equal(found.detail.time?.down, 3 * hour)
  assert.equal(found.detail.time?.budget, 12_960)
  assert.equal(found.detail.time?.realPercent, 99.58, 'Aban has 30 days')
  assert.deepEqual([found.detail.minimum, found.detail.proposal], [99.5, true])
  assert.deepEqual(lengths(found.breaches), [3 * hour])
})

test('availability counts the events of all days of months of 29, 30 and 31 days', () => {
  const cases = [
    // Esfand 1404 has 29 days, Aban 1405 has 30, Mehr 1405 30, Shahrivar 1405 31.
    { key: '1404-12', days: 29 },
    { key: '1405-08', days: 30 },
    { key: '1405-06', days: 31 }
  ]
  for (const { key, days } of cases) {
    const { from, to } = monthOf(key)
    assert.equal(from.until(to).total('hours'), days * 24, key)
    // One minute at each end of the month, and the minutes beyond them that belong to others.
    const minute = { minutes: 1 }
    const facts = [
      ...always,
      ...outage('a', [from.subtract(minute).toString(), from.add(minute).toString()]),
      ...outage('b', [to.subtract(minute).toString(), to.add(minute).toString()])
    ]
    const found = evaluate(facts, { key })
    assert.deepEqual([found.denominator, found.denominator - found.numerator], [month, 120], key)
    const real = Math.floor((1 - 120 / (days * 86_400)) * 10_000) / 100
    assert.equal(found.detail.time?.realPercent, real, key)
  }
})

test('availability parts an outage between the two months that it lasted in', () => {
  // Mehr ends as Aban begins.
  const facts = [...always, ...outage('a', [later(first, -2), later(first, 5)])]
  const mehr = evaluate(facts, { key: '1405-07' })
  const aban = evaluate(facts, { key: '1405-08' })
  assert.deepEqual([mehr.detail.time?.down, aban.detail.time?.down], [2 * hour, 5 * hour])
  assert.deepEqual([lengths(mehr.breaches), lengths(aban.breaches)], [[2 * hour], [5 * hour]])
  assert.equal(aban.breaches[0]?.at.toString(), first)
})

test('availability of 24x7 breaks by one second, and lists each loss with its length', () => {
  const clean = evaluate(always, { of: 'service-system', hours: '24x7' })
  assert.deepEqual([clean.state, clean.value, clean.breaches], ['kept', 100, []])
  const one = [...always, ...outage('a', [first, later(first, 1 / hour)])]
  const found = evaluate(one, { of: 'service-system', hours: '24x7' })
  assert.deepEqual([found.state, found.value, lengths(found.breaches)], ['broken', 99.99, [1]])
  const withAnnex = evaluate(one, { of: 'service-system', hours: '24x7', floor })
  assert.deepEqual(
    [withAnnex.state, withAnnex.detail.time?.textPercent, lengths(withAnnex.breaches)],
    ['kept', 100, [1]],
    'the annex decides, the text and the loss are told'
  )
})

test('availability of the annex is exact at its floor', () => {
  const budget = 12_960
  const lost = (seconds: number) =>
    evaluate([...always, ...outage('a', [first, later(first, seconds / hour)])], { floor }).state
  assert.deepEqual([lost(budget), lost(budget + 1)], ['kept', 'broken'])
  const tenth = { minimumPercent: 99.9, proposal: true }
  const facts = [...always, ...outage('a', [first, later(first, 2592 / hour)])]
  assert.equal(evaluate(facts, { floor: tenth }).state, 'kept')
})

test('availability without monitoring has no number, never 100', () => {
  assert.deepEqual([evaluate([]).state, evaluate([]).value], ['no-data', null])
  const registered = watched(first).slice(0, 1)
  assert.equal(evaluate(registered).state, 'no-data', 'a target without a result proves nothing')
  const later9 = watched('2026-11-21T20:30:00Z')
  assert.equal(evaluate(later9).state, 'no-data', 'watched only in the next month')
  assert.equal(evaluate([]).detail.time, undefined)
})

test('availability leaves time without results out of both sides', () => {
  const facts = [
    ...always,
    ...unwatched(later(first, 10), later(first, 20)),
    // Known to be down by a hand of people while no probe watched.
    ...outage('a', [later(first, 15), later(first, 16)])
  ]
  const found = evaluate(facts)
  assert.deepEqual(
    [found.denominator, found.detail.time?.unknown, found.detail.time?.down],
    [month - 9 * hour, 9 * hour, hour]
  )
})

test('availability applies corrections and leaves out what was no outage', () => {
  const open = outage('a', [later(first, 1), later(first, 10)])
  const until = evaluate([
    ...always,
    ...open,
    correction('a', later(first, 50), {
      from: later(first, 2),
      to: later(first, 4),
      cause: 'power'
    })
  ])
  assert.equal(until.detail.time?.down, 2 * hour)
  const none = correction('a', later(first, 60), { from: later(first, 1), to: null, void: true })
  const gone = evaluate([...always, ...open, none], { of: 'service-system', hours: '24x7' })
  assert.deepEqual([gone.state, gone.detail.time?.down], ['kept', 0])
  // Corrected while it lasts, and closed afterwards.
  const running = evaluate([
    ...always,
    ...outage('b', [later(first, 1), later(first, 10)]),
    correction('b', later(first, 5), { from: later(first, 3), to: null })
  ])
  assert.equal(running.detail.time?.down, 7 * hour)
})

test('availability takes a planned outage out only if its notice was seen 72 hours before', () => {
  const [from, to] = [later(first, 200), later(first, 202)]
  const at = (lead: number) =>
    evaluate([...always, ...plannedOutage('p', [from, to], lead), ...outage('a', [from, to])])
  const kept = at(72 * hour)
  assert.deepEqual(
    [kept.detail.time?.planned, kept.detail.time?.down, kept.denominator, kept.breaches],
    [2 * hour, 0, month - 2 * hour, []]
  )
  const late = at(72 * hour - 1)
  assert.deepEqual([late.detail.time?.planned, late.detail.time?.down], [0, 2 * hour])
})

test('availability judges a moved start by the notice that first named it', () => {
  const times = { from: later(first, 200), to: later(first, 202) }
  const plan = announced('p', later(first, 1), times)
  const sight = seen('notice of p', later(first, 2))
  const earlier = { from: later(first, 100), to: later(first, 102) }
  const to = (at: string, version: number) => [
    moved('p', at, earlier),
    seen('notice of p', at, { version })
  ]
  const inTime = evaluate([...always, plan, sight, ...to(later(first, 28), 2)])
  assert.equal(inTime.detail.time?.planned, 2 * hour)
  const tooLate = evaluate([...always, plan, sight, ...to(later(first, 28.001), 2)])
  assert.deepEqual([tooLate.detail.time?.planned, tooLate.detail.time?.down], [0, 2 * hour])
  const unseen = evaluate([...always, plan, sight, moved('p', later(first, 5), earlier)])
  assert.equal(unseen.detail.time?.down, 2 * hour, 'nobody saw the new time')
})

test('availability of a running month counts what has passed, and warns before the level is gone', () => {
  const asOf = later(first, 240)
  const open = outage('a', [later(first, 237), null])
  const found = evaluate([...always, ...open], { asOf, floor })
  assert.deepEqual([found.state, found.denominator], ['at-risk', month])
  assert.equal(found.detail.time?.down, 3 * hour)
  assert.equal(found.detail.time?.realPercent, 98.75, '3 of 240 hours')
})

test('availability of several services adds their seconds and takes the worst of their states', () => {
  const other = '10021002'
  const cards = [card, cardPublished('2024-03-20T20:30:00Z', { service: other })]
  const facts = [...always, ...watched('2024-03-20T20:30:00Z', `service:${other}`)]
  const bad = outage('a', [first, later(first, 10)], { of: `service:${other}` })
  const floors = new Map([
    [service, floor],
    [other, { minimumPercent: 90, proposal: true }]
  ])
  const all = (more: readonly Fact[]) =>
    availability.evaluate(
      inputOf(
        bookOf([...cards, ...facts, ...more]),
        { of: 'services' },
        { period: monthOf('1405-08'), version: { availabilityFloors: floors } }
      )
    )
  const found = all(bad)
  assert.deepEqual([found.state, found.denominator], ['kept', 2 * month])
  assert.deepEqual([found.detail.minimum, found.detail.minimumTo], [90, 99.5])
  assert.equal(found.breaches[0]?.service, other)
  assert.equal(all(outage('b', [first, later(first, 10)])).state, 'broken')
})

test('availability of the desk and of the report form is that of their own components', () => {
  const facts = [
    ...watched('2024-03-20T20:30:00Z', 'desk'),
    ...watched('2024-03-20T20:30:00Z', 'failure-reports'),
    ...outage('a', [first, later(first, 1)], { of: 'desk' })
  ]
  const desk = evaluate(facts, { of: 'desk', hours: '24x7' })
  assert.deepEqual([desk.state, desk.detail.time?.down], ['broken', hour])
  const form = evaluate(facts, { of: 'failure-report-form' })
  assert.deepEqual(
    [form.state, form.value, form.detail.remark],
    ['not-measurable', 100, 'share-only']
  )
  const { appliesTo } = availability
  assert.ok(typeof appliesTo === 'function')
  assert.deepEqual(
    [appliesTo({ of: 'desk' }), appliesTo({ of: 'service-system' })],
    ['agreement', 'service']
  )
})

test('availability looks at the facts of its own components', () => {
  const looks = (fact: Fact | undefined, of: 'desk' | 'services') =>
    fact !== undefined && availability.looksAt?.(fact, { of })
  const [own, desk] = [outage('a', [first, null]), outage('b', [first, null], { of: 'desk' })]
  assert.deepEqual([looks(own[0], 'services'), looks(own[0], 'desk')], [true, false])
  assert.deepEqual([looks(desk[0], 'services'), looks(desk[0], 'desk')], [false, true])
  const plan = announced('p', first, { from: first, to: first })
  assert.deepEqual([looks(plan, 'services'), looks(plan, 'desk')], [true, false])
})

test('availability of the service system counts the letters of probes, in total alone', () => {
  const of = { of: 'service-system', hours: '24x7' } as const
  const letters = watched('2024-03-20T20:30:00Z', 'letters')
  const down = outage('l', [later(first, 2), later(first, 3)], { of: 'letters' })
  const whole = evaluate([...always, ...letters, ...down], of)
  assert.deepEqual([whole.state, whole.denominator], ['broken', 2 * month])
  assert.deepEqual(lengths(whole.breaches), [hour])
  assert.equal(whole.breaches[0]?.service, null)
  const alone = evaluate([...always, ...letters, ...down], { ...of, service })
  assert.deepEqual([alone.state, alone.denominator], ['kept', month], 'a service is itself')
  const services = evaluate([...always, ...letters, ...down], { of: 'services', floor })
  assert.deepEqual([services.state, services.denominator], ['kept', month])
  const unseen = evaluate(always, of)
  assert.equal(unseen.denominator, month, 'where nobody sends letters, services say it')
})
