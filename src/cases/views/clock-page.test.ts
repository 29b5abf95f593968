// Goal: what was counted and what is foreseen are told apart to the second, and add up to the promise.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleCase, sampleClock, sampleView } from '../../../tests/support/case-view.ts'
import { office, tehran } from '../../../tests/support/worktime/office.ts'
import { compileCalendar } from '../../kernel/worktime/index.ts'
import { readShownClock } from '../case-progress.ts'
import { sampleHistory } from '../../../tests/support/case-view.ts'
import { clockPage } from './clock-page.ts'
import { stretchesAt } from './clock-stretches.ts'
import { causeText } from './clock-table.ts'

const start = Temporal.Instant.from('2026-11-22T02:00:00Z')
const lines = (hours: number, more: Parameters<typeof sampleClock>[0] = {}) =>
  stretchesAt(sampleClock(more), start.add({ hours })).map(({ seconds, share, isAhead }) => [
    seconds / 3600,
    share,
    isAhead
  ])

test('stretchesAt cuts the stretch that is going on', () => {
  assert.deepEqual(lines(4), [
    [4, 4, false],
    [68, 68, true]
  ])
  assert.deepEqual(lines(0), [[72, 72, true]])
  assert.deepEqual(lines(72), [[72, 72, false]])
})

test('stretchesAt shows nothing ahead of a clock that has ended', () => {
  const ended = { doneAt: start.add({ hours: 6 }), state: 'kept' } as const
  assert.deepEqual(lines(50, ended), [[6, 6, false]])
})

test('stretchesAt leaves an open pause as it is', () => {
  const pause = { from: start, to: null, kind: 'paused', cause: 'returned', seconds: 3600 } as const
  const progress = { whole: 72, used: 0, remaining: 72, stretches: [0] }
  assert.deepEqual(lines(1, { explanation: [pause], progress }), [[1, 0, false]])
})

const holiday = { from: '2025-10-19', to: '2025-10-19', title: 'عید' }
const calendar = compileCalendar({ ...office, closures: [holiday] }, 'Asia/Tehran')
const at = (jalali: string) => Temporal.Instant.from(tehran(jalali))
const promise = { amount: 5, unit: 'working-days' } as const
// Wednesday 16 Mehr, an hour and a half before closing; Sunday 27 is a holiday of its own.
const completeAt = at('1404-07-16 14:30')
const workingDays = (asked: Temporal.Instant) =>
  readShownClock(sampleHistory({ completeAt }), {
    promise,
    calendar: { version: 'x@1', always: calendar, office: calendar },
    at: asked
  })

test('stretchesAt tells every working day with its share, and the closed days with their cause', () => {
  const now = at('1404-07-19 10:00')
  const rows = stretchesAt(workingDays(now), now)
  const view = sampleView({ lang: 'en' })
  const told = rows.map((row) => [
    row.isAhead ? 'ahead' : 'past',
    row.kind === 'counted' ? row.share : causeText(view, row),
    row.kind === 'counted' ? (row.daySeconds ?? 0) / 3600 : row.closedDays.length
  ])
  assert.deepEqual(told, [
    ['past', 0.19, 8],
    ['past', 1, 4],
    ['past', 'Friday', 1],
    ['past', 0.25, 8],
    ['ahead', 0.75, 8],
    ['ahead', 1, 8],
    ['ahead', 1, 8],
    ['ahead', 0.81, 8]
  ])
  const sum = (ahead: boolean) =>
    rows.filter(({ isAhead }) => isAhead === ahead).reduce((all, { share }) => all + share, 0)
  assert.equal(sum(false).toFixed(2), '1.44')
  assert.equal(sum(true).toFixed(2), '3.56')
})

test('stretchesAt names a holiday by its own name and leaves the nights out', () => {
  const now = at('1404-07-26 15:00')
  const clock = readShownClock(sampleHistory({ completeAt: now }), {
    promise: { amount: 2, unit: 'working-days' },
    calendar: { version: 'x@1', always: calendar, office: calendar },
    at: now
  })
  const view = sampleView({ lang: 'en' })
  const closures = new Map([['عید', { fa: 'عید', en: 'Eid' }]])
  const told = stretchesAt(clock, now).map((row) =>
    row.kind === 'counted' ? row.share : causeText(view, row, closures)
  )
  assert.deepEqual(told, [0.13, 'Eid', 1, 0.87])
})

test('clockPage shows two sums that agree with what was used and is left, in the unit of the promise', () => {
  const now = at('1404-07-19 10:00')
  const page = shownPage(workingDays(now), now)
  for (const part of [
    'Wednesday 8 October 2025 (16 Mehr 1404), 14:30 to 16:00',
    '1 hour and 30 minutes of the 8 hours of that day',
    'Time counted in all: 1.44 working days',
    'Time that will count in all: 3.56 working days',
    '1.44 working days counted and 3.56 working days left: 5 working days together.',
    '3.56 of 5 working days'
  ]) {
    assert.ok(page.includes(part), part)
  }
})

test('clockPage shows the seconds of a stretch that is shorter than a minute', () => {
  const from = Temporal.Instant.from('2026-11-22T04:54:05Z')
  const paused = { from, to: from.add({ seconds: 47 }), kind: 'paused', cause: 'returned' } as const
  const page = shownPage(
    sampleClock({
      explanation: [{ ...paused, seconds: 47 }],
      progress: { whole: 72, used: 0, remaining: 72, stretches: [0] }
    }),
    from.add({ hours: 1 })
  )
  assert.ok(page.includes('08:24:05 to 08:24:52'))
})

test('clockPage foresees nothing after the answer', () => {
  const doneAt = start.add({ minutes: 3, seconds: 35 })
  const page = shownPage(
    sampleClock({
      doneAt,
      state: 'kept',
      progress: { whole: 72, used: 215 / 3600, remaining: 0, stretches: [72] }
    }),
    start.add({ hours: 30 })
  )
  assert.ok(page.includes('Time counted in all: 3 minutes and 35 seconds'))
  assert.doesNotMatch(page, /Will count|From now/)
})

test('clockPage tells the promise from what ran over it', () => {
  const now = at('1404-07-30 12:00')
  const page = shownPage(workingDays(now), now)
  for (const part of [
    'Time counted in all: 10.69 working days',
    'The promise of 5 working days, and 5.69 working days after it.',
    'Past its due time by 5.69 working days.',
    '(after the due time)'
  ]) {
    assert.ok(page.includes(part), part)
  }
  assert.doesNotMatch(page, /Left of the promise|Will count/)
})

function shownPage(clock: ReturnType<typeof sampleClock>, now: Temporal.Instant): string {
  const shown = sampleCase()
  const card = {
    ...shown.card,
    promisedTime: clock.calendarVersion === 'always' ? shown.card.promisedTime : promise
  }
  return clockPage(sampleView({ lang: 'en', now }), {
    shown: { ...shown, card },
    clock,
    runs: [],
    startedAt: clock.startedAt,
    closures: new Map(),
    back: '/cases/x',
    moments: [],
    typed: { date: undefined, time: undefined },
    problems: []
  })
    .toString()
    .replaceAll(/\s+/g, ' ')
}

test('causeText puts our codes into words and leaves the title of a closure', () => {
  const row = { kind: 'paused', closedDays: [] } as const
  const english = sampleView({ lang: 'en' })
  assert.equal(causeText(english, { ...row, cause: 'returned' }), 'Returned for completion')
  assert.equal(
    causeText(sampleView(), { ...row, kind: 'closed', cause: 'آلودگی هوا' }),
    'آلودگی هوا'
  )
  assert.equal(causeText(sampleView(), { ...row, kind: 'counted', cause: null }), '')
})

test('clockPage puts the answer of then beside that of now where they differ', () => {
  const earlier = { at: start, clock: sampleClock({ dueAt: start.add({ hours: 80 }) }) }
  const page = clockPage(sampleView({ lang: 'en' }), {
    shown: sampleCase(),
    clock: sampleClock(),
    runs: [],
    startedAt: null,
    closures: new Map(),
    back: '/cases/x',
    earlier,
    moments: [start],
    typed: { date: undefined, time: undefined },
    problems: []
  }).toString()
  assert.match(page, /differs from the answer of today/)
  assert.match(page, /asKnownAt=2026-11-22T02%3A00%3A00Z/)
})
