// Goal: the clock says the truth in each state, in a word and not by colour alone.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleClock, sampleView } from '../../../tests/support/case-view.ts'
import { clockCard, clockState } from './clock-card.ts'

const noon = Temporal.Instant.from('2026-11-22T06:00:00Z')
const promise = { amount: 72, unit: 'hours' } as const
const told = (more: Parameters<typeof sampleClock>[0]) =>
  clockCard(sampleView({ lang: 'en' }), sampleClock(more), { promise, at: noon }).toString()

test('clockState warns when less than a quarter of the time is left', () => {
  assert.equal(clockState(sampleClock()), 'running')
  assert.equal(clockState(sampleClock({ remainingSeconds: 18 * 3600 })), 'running')
  assert.equal(clockState(sampleClock({ remainingSeconds: 18 * 3600 - 1 })), 'at-risk')
})

test('clockCard names the due time only where there is one', () => {
  assert.match(told({}), /25 November 2026/)
  const paused = told({ state: 'paused', dueAt: null })
  assert.doesNotMatch(paused, /<time/)
  assert.match(paused, /68 of 72 hours/)
  assert.doesNotMatch(paused, /Until then/, 'a clock that stands has no way to its due time')
  assert.match(paused, /with the applicant/)
})

test('clockCard tells a late answer from a late clock, and by how much', () => {
  const progress = { whole: 72, used: 74, remaining: 0, stretches: [74] }
  const late = { late: true, overrunSeconds: 7200, remainingSeconds: 0, progress }
  assert.match(told({ ...late, state: 'running' }), /Past its due time by 2 hours/)
  assert.match(told({ ...late, state: 'late' }), /late by 2 hours/)
  assert.match(told({ ...late, state: 'late', overrunSeconds: 0 }), /outside office hours/)
})

test('clockCard says why there is no clock', () => {
  assert.match(told({ state: 'not-started', dueAt: null }), /has not started/)
  assert.match(told({ state: 'stopped', dueAt: null }), /withdrew/)
  assert.match(
    told({ beyondCalendar: true, dueAt: null, progress: null }),
    /calendar is not published/
  )
})

test('clockCard tells the time on the wall and the promise in its own unit, each by its name', () => {
  const face = told({}).replaceAll(/\s+/g, ' ')
  assert.match(face, /<dt>Until then<\/dt> <dd>2 days and 20 hours<\/dd>/)
  assert.match(face, /<dt>Left of the promise<\/dt> <dd>68 of 72 hours<\/dd>/)
  const days = clockCard(
    sampleView(),
    sampleClock({ progress: { whole: 10, used: 0.6049, remaining: 9.3951, stretches: [10] } }),
    { promise: { amount: 10, unit: 'working-days' }, at: noon }
  ).toString()
  assert.match(days, /۹٫۴ از ۱۰ روز کاری/)
  assert.doesNotMatch(days, /روز و \d+ ساعت از/)
})
