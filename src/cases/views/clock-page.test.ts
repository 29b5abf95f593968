// Goal: what was counted and what is foreseen are told apart to the second.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleCase, sampleClock, sampleView } from '../../../tests/support/case-view.ts'
import { causeText, clockPage, stretchesAt } from './clock-page.ts'

const start = Temporal.Instant.from('2026-11-22T02:00:00Z')
const lines = (hours: number, more: Parameters<typeof sampleClock>[0] = {}) =>
  stretchesAt(sampleClock(more), start.add({ hours })).map(({ seconds, isAhead }) => [
    seconds / 3600,
    isAhead
  ])

test('stretchesAt cuts the stretch that is going on', () => {
  assert.deepEqual(lines(4), [
    [4, false],
    [68, true]
  ])
  assert.deepEqual(lines(0), [[72, true]])
  assert.deepEqual(lines(72), [[72, false]])
})

test('stretchesAt shows nothing ahead of a clock that has ended', () => {
  assert.deepEqual(lines(50, { doneAt: start.add({ hours: 6 }), state: 'kept' }), [[6, false]])
})

test('stretchesAt leaves an open pause as it is', () => {
  const pause = { from: start, to: null, kind: 'paused', cause: 'returned', seconds: 3600 } as const
  assert.deepEqual(lines(1, { explanation: [pause] }), [[1, false]])
})

test('causeText puts our codes into words and leaves the title of a closure', () => {
  assert.equal(causeText({ ...sampleView(), lang: 'en' }, 'returned'), 'Returned for completion')
  assert.equal(causeText(sampleView(), 'آلودگی هوا'), 'آلودگی هوا')
  assert.equal(causeText(sampleView(), null), '')
})

test('clockPage puts the answer of then beside that of now where they differ', () => {
  const earlier = { at: start, clock: sampleClock({ dueAt: start.add({ hours: 80 }) }) }
  const page = clockPage(sampleView({ lang: 'en' }), {
    shown: sampleCase(),
    back: '/cases/x',
    earlier,
    moments: [start],
    typed: { date: undefined, time: undefined },
    problems: []
  }).toString()
  assert.match(page, /differs from the answer of today/)
  assert.match(page, /asKnownAt=2026-11-22T02%3A00%3A00Z/)
})
