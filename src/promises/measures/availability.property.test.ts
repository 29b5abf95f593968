// Goal: what holds for the measures of outages, notices and receipts, whatever happened. Method: histories
// invented at random, corrections and moves among them, judged with the facts in any order.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fact } from '../../ledger/index.ts'
import type { Measure } from '../measure.ts'
import { periodsUpTo } from '../period.ts'
import { bookOf, cardPublished, fact, inputOf, later, service } from '../sample-facts.ts'
import {
  announced,
  component,
  correction,
  moved,
  outage,
  published,
  report,
  seen,
  unwatched,
  watched
} from '../sample-outages.ts'
import { computing } from './index.ts'

const asOf = '2026-11-22T08:00:00Z'
const ground = [
  cardPublished('2025-01-01T00:00:00Z'),
  ...watched('2026-03-01T00:00:00Z'),
  ...watched('2026-03-01T00:00:00Z', 'desk')
]

type Way = (id: string, at: string, hours: number) => Fact[]

const ways: Record<string, Way> = {
  outage: (id, at, hours) => outage(id, [at, later(at, hours)]),
  open: (id, at) => outage(id, [at, null], { of: `${component}-${id}` }),
  desk: (id, at, hours) => outage(id, [at, later(at, hours)], { of: 'desk', cause: 'power' }),
  emergency: (id, at, hours) => outage(id, [at, later(at, hours)], { cause: 'emergency-work' }),
  corrected: (id, at, hours) => [
    ...outage(id, [at, later(at, hours)]),
    correction(id, later(at, hours + 1), { from: later(at, hours / 3), to: null }),
    correction(id, later(at, hours + 2), { from: at, to: later(at, hours * 2) })
  ],
  void: (id, at, hours) => [
    ...outage(id, [at, later(at, hours)]),
    correction(id, later(at, hours + 1), { void: true, from: at, to: null })
  ],
  noticed: (id, at, hours) => [
    ...outage(id, [at, later(at, hours)]),
    published(`notice of ${id}`, later(at, 0.1), { about: { kind: 'outage', id } })
  ],
  planned: (id, at, hours) => [
    announced(id, at, { from: later(at, 70 + hours), to: later(at, 80 + hours) }),
    seen(`notice of ${id}`, later(at, 1))
  ],
  moved: (id, at, hours) => [
    announced(id, at, { from: later(at, 100), to: later(at, 100 + hours) }),
    seen(`notice of ${id}`, later(at, 1)),
    moved(id, later(at, 2), { from: later(at, 70 + hours), to: later(at, 90 + hours) }),
    seen(`notice of ${id}`, later(at, 3), { version: 2 })
  ],
  dark: (_, at, hours) => unwatched(at, later(at, hours)),
  report: (id, at, hours) => report(id, at, hours > 30 ? null : hours),
  walked: (_, at, hours) => [
    fact('menu.walked', at, {
      subject: '/menu',
      body: {
        published: 1,
        reached: hours > 30 ? 0 : 1,
        missing: hours > 30 ? [service] : [],
        outside: hours > 15
      }
    })
  ],
  channel: (_, at, hours) => [
    fact('channel.checked', at, {
      subject: 'sko/desk',
      body: { channel: 'desk', alive: hours < 30 }
    })
  ],
  changed: (id, at, hours) => [
    fact('card.effective', at, {
      body: {
        service,
        version: 2 + Math.round(hours),
        notice: `notice of ${id}`,
        changes: ['form']
      }
    }),
    seen(`notice of ${id}`, later(at, 20 - hours))
  ]
}

const history = fc
  .array(
    fc.record({
      way: fc.constantFrom(...Object.keys(ways)),
      hour: fc.integer({ min: 0, max: 220 * 24 }),
      hours: fc.integer({ min: 1, max: 40 })
    }),
    { maxLength: 20 }
  )
  .map((things) =>
    things
      .flatMap(
        ({ way, hour, hours }, i) =>
          ways[way]?.(`${way}-${String(i)}`, later(asOf, -hour), hours) ?? []
      )
      .filter((each) => Temporal.Instant.compare(each.at, asOf) <= 0)
  )

const measured = [
  ['availability', { of: 'services' }],
  ['availability', { of: 'service-system', hours: '24x7' }],
  ['availability', { of: 'desk', hours: '24x7' }],
  ['advance-notice', { of: 'planned-outage', hours: 72 }],
  ['advance-notice', { of: 'planned-suspension', hours: 72 }],
  ['advance-notice', { of: 'portal', hours: 72 }],
  ['incident-notice', {}],
  ['receipt-latency', {}],
  ['change-announced-before-effect', { of: ['documents'] }],
  ['card-reachable', { menu: 'دولت الکترونیک' }],
  ['question-answer-time', { of: 'channels' }],
  ['channel-growth', {}]
] as const

const periods = periodsUpTo(Temporal.Instant.from(asOf))
const version = {
  availabilityFloors: new Map([[service, { minimumPercent: 99, proposal: true }]]),
  channels: new Map([['questions', ['desk']]])
}

for (const [name, parameters] of measured) {
  const measure = computing[name] as unknown as Measure<unknown>
  const evaluateAll = (facts: readonly Fact[]) => {
    const book = bookOf([...ground, ...facts], asOf)
    return periods.map((period) =>
      measure.evaluate(inputOf<unknown>(book, parameters, { period, version }))
    )
  }
  const title = `${name} ${Object.values(parameters).join(' ')}`.trim()

  test(`${title} keeps its counts in bounds, and breaks only with a breach to show`, () => {
    fc.assert(
      fc.property(history, (facts) => {
        const ids = new Set([...ground, ...facts].map(({ id }) => id))
        for (const each of evaluateAll(facts)) {
          assert.ok(each.numerator >= 0 && each.numerator <= each.denominator)
          assert.ok(each.value === null || (each.value >= 0 && each.value <= 100))
          assert.equal(each.value === null, each.denominator === 0)
          if (each.state === 'broken') assert.ok(each.breaches.length > 0)
          assert.ok(each.breaches.every((breach) => ids.has(breach.fact)))
          assert.ok(each.evidence.every((id) => ids.has(id)))
        }
      }),
      { numRuns: 40 }
    )
  })

  test(`${title} answers the same whatever the order of the facts`, () => {
    const shuffled = history.chain((facts) =>
      fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length }))
    )
    fc.assert(
      fc.property(shuffled, ([facts, other]) => {
        assert.deepEqual(evaluateAll(other), evaluateAll(facts))
      }),
      { numRuns: 30 }
    )
  })
}
