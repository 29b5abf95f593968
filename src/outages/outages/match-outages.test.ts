// Goal: what stands becomes what results say, and what people decided stays. Method: outages and spans in
// whole seconds, and the steps between them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DownSpan } from '../../kernel/outages/index.ts'
import { matchOutages } from './match-outages.ts'
import type { Outage } from './outage.ts'

const at = (second: number) => Temporal.Instant.fromEpochMilliseconds(second)

function span(from: number, to: number | null, began: 'here' | 'before' = 'here'): DownSpan {
  return { from, to, began, targets: ['t'], vantagePoints: 1 }
}

function outage(from: number, to: number | null, more: Partial<Outage> = {}): Outage {
  return {
    id: `${String(from)}-${String(to)}`,
    authority: 'sko',
    component: 'desk',
    service: null,
    from: at(from),
    to: to === null ? null : at(to),
    cause: 'unknown',
    automatic: true,
    vantagePoints: 1,
    targets: ['t'],
    reason: null,
    detail: null,
    planned: null,
    notice: null,
    scope: null,
    note: null,
    expectedReturnAt: null,
    nextUpdateAt: null,
    void: false,
    settled: false,
    knownAt: at(from),
    closedKnownAt: null,
    revision: 1,
    ...more
  }
}

function steps(spans: readonly DownSpan[], outages: readonly Outage[]): unknown[] {
  return matchOutages(spans, outages, 0).map((step) => {
    if (step.do === 'open') return ['open', step.span.from, step.span.to]
    if (step.do === 'move') return ['move', step.outage.id, step.from, step.to]
    if (step.do === 'end') return ['end', step.outage.id, step.to]
    return ['void', step.outage.id]
  })
}

test('matchOutages opens what nobody knew, and moves what probes found', () => {
  assert.deepEqual(steps([span(10, null)], []), [['open', 10, null]])
  assert.deepEqual(steps([span(8, 30)], [outage(10, null)]), [['move', '10-null', 8, 30]])
})

test('matchOutages keeps the beginning of one that began before the reading', () => {
  assert.deepEqual(steps([span(0, 30, 'before')], [outage(-50, null)]), [
    ['move', '-50-null', -50, 30]
  ])
})

test('matchOutages makes void what later results deny, and ends what began before', () => {
  assert.deepEqual(steps([], [outage(10, 20)]), [['void', '10-20']])
  assert.deepEqual(steps([], [outage(-10, null)]), [['end', '-10-null', 0]])
  assert.deepEqual(steps([], [outage(-10, 20)]), [])
})

test('matchOutages makes one of two that turn out to be one', () => {
  assert.deepEqual(steps([span(10, 50)], [outage(10, 20), outage(30, 50)]), [
    ['void', '30-50'],
    ['move', '10-20', 10, 50]
  ])
})

test('matchOutages leaves what people settled, but for the end of what lasts', () => {
  const settled = { settled: true }
  assert.deepEqual(steps([span(5, 50)], [outage(10, 40, settled)]), [])
  assert.deepEqual(steps([span(5, null)], [outage(10, null, settled)]), [])
  assert.deepEqual(steps([span(5, 50)], [outage(10, null, settled)]), [['end', '10-null', 50]])
  assert.deepEqual(steps([span(5, 50)], [outage(10, 40, { settled: true, void: true })]), [])
})

test('matchOutages begins what people opened earlier where probes saw it earlier, and no more', () => {
  const manual = { automatic: false }
  assert.deepEqual(steps([span(5, 50)], [outage(10, null, manual)]), [['move', '10-null', 5, null]])
  assert.deepEqual(steps([span(15, 50)], [outage(10, null, manual)]), [])
  assert.deepEqual(steps([], [outage(10, null, manual)]), [])
})

test('matchOutages finds anew what it made void by itself', () => {
  assert.deepEqual(steps([span(10, 20)], [outage(10, 20, { void: true })]), [['open', 10, 20]])
})
