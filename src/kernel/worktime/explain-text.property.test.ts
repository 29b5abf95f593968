import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { explainAvailability, explainClock, explainText } from './index.ts'

const from = '2025-10-09T08:00:00Z'
const to = '2025-10-11T03:30:00Z'

const clockCase = {
  zone: 'Asia/Tehran',
  calendar: {
    weekly: { sat: ['08:00-16:00'], sun: ['08:00-12:00', '13:00-17:00'] },
    datedWeekly: [{ from: '2025-10-10', to: '2025-10-12', weekly: { sat: [] } }],
    closures: [{ from: '2025-10-12T10:00', to: '2025-10-12T16:00', announcedAt: from }],
    openings: [{ from: '2025-10-10', to: '2025-10-10', hours: ['08:00-09:00'] }],
    coversTo: '2026-03-20'
  },
  target: 'PT8H',
  mode: 'elapsed',
  start: '2025-10-08T12:00:00Z',
  pauses: [{ from, to, cause: 'documents', knownAt: to }],
  changes: [{ at: from, target: 'PT6H', policy: 'switch' }],
  reopened: [{ solvedAt: from, at: to, policy: 'resume' }],
  done: '2025-10-12T09:00:00Z',
  asKnownAt: '2025-10-12T10:00:00Z'
}

const availabilityCase = {
  window: { from: '2025-09-22T20:30:00Z', nominalSeconds: 2_592_000 },
  target: 0.995,
  outages: [{ from, to }],
  planned: [{ from, to, noticeSeenAt: '2025-10-01T00:00:00Z', moves: [{ at: from, from, to }] }],
  unknown: [{ from, to }]
}

const junk = fc.oneof(
  fc.constantFrom(null, [], {}, '', 0, -1, 1e300, true, 'always', 'P1Y', 'P5D', 'PT1S', '-PT1S'),
  fc.constantFrom('P9007199254740991D', 'civil', 'working-days', 'UTC', '+03:30', '08:00-08:00'),
  fc.constantFrom('1404-07-16T00:00:00Z', '2299-12-31', '2299-12-31T23:59:59Z', '1900-01-01'),
  fc.constantFrom('1900-01-01T00:00:00Z', from, to, '2025-10-12', '00:00-24:00', 'restart'),
  fc.jsonValue({ maxDepth: 1 })
)

/** The case with some of its values, at random paths, replaced by junk or taken away. */
function spoiled(value: unknown, next: () => unknown): unknown {
  const replaced = next()
  if (replaced !== keep) return replaced
  if (Array.isArray(value)) return value.map((item) => spoiled(item, next))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, spoiled(item, next)]))
}

const keep = Symbol('keep')

function neverThrows(example: object, explain: (json: unknown) => object): void {
  fc.assert(
    fc.property(
      fc.infiniteStream(fc.oneof({ weight: 30, arbitrary: fc.constant(keep) }, junk)),
      (stream) => {
        const text = JSON.stringify(spoiled(example, () => stream.next().value)) ?? ''
        const { exitCode, stdout, stderr } = explainText(text, explain)
        if (exitCode === 0) assert.ok(stderr === '' && typeof JSON.parse(stdout) === 'object')
        else assert.match(stderr, /^\S[^\n\r]*: [^\n\r]+\n$/u)
      }
    ),
    { numRuns: 1500 }
  )
}

test('explainText answers spoiled clock cases or names the field', () =>
  neverThrows(clockCase, explainClock))

test('explainText answers spoiled availability cases or names the field', () =>
  neverThrows(availabilityCase, explainAvailability))
