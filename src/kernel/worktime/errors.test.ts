import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { compileCalendar, dueEpochSeconds, explainAvailability, explainClock } from './index.ts'
import { calendarKnownAt, monthWindows, readClock, WorktimeError } from './index.ts'
import { office, tehran } from '../../../tests/support/worktime/office.ts'

const run = {
  zone: 'Asia/Tehran',
  calendar: office as unknown,
  target: 'PT8H',
  start: '2025-10-08T12:00:00Z'
}

/** The name and field of the error that a run ends with. */
function fault(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    assert.ok(error instanceof WorktimeError, String(error))
    assert.match(error.message, /^[^\n\r]+$/)
    return `${error.name} ${error.field}`
  }
  return 'no error'
}

const clockFault = (change: object) => fault(() => explainClock({ ...run, ...change }))

describe('explainClock on bad input', () => {
  const cases: [string, object, string][] = [
    ['an unknown zone', { zone: 'Asia/Teheran' }, 'ZoneUnknownError zone'],
    ['a missing zone', { zone: undefined }, 'MalformedInputError zone'],
    ['a target of zero', { target: 'PT0S' }, 'TargetInvalidError target'],
    ['a negative target', { target: '-PT8H' }, 'TargetInvalidError target'],
    ['a target that is no duration', { target: '8 hours' }, 'TargetInvalidError target'],
    ['a target with a fraction of a second', { target: 'PT0.5S' }, 'TargetInvalidError target'],
    ['a target without end', { target: 'P99999999D' }, 'TargetInvalidError target'],
    ['elapsed months', { target: 'P1M' }, 'TargetInvalidError target'],
    [
      'working days with hours',
      { target: 'P1DT1H', mode: 'working-days' },
      'TargetInvalidError target'
    ],
    ['an unknown mode', { mode: 'fast' }, 'MalformedInputError mode'],
    ['an unknown key', { pause: [] }, 'MalformedInputError pause'],
    ['a Jalali start', { start: '1404-07-16T15:30:00Z' }, 'MalformedInputError start'],
    ['a start without offset', { start: '2025-10-08T12:00:00' }, 'MalformedInputError start'],
    [
      'a start on a day that is not',
      { start: '2025-02-30T12:00:00Z' },
      'MalformedInputError start'
    ],
    [
      'a pause that ends before it starts',
      { pauses: [{ from: '2025-10-09T08:00:00Z', to: '2025-10-09T07:59:59Z' }] },
      'FactOrderError pauses[0].to'
    ],
    [
      'a pause that never starts',
      { pauses: [{ to: '2025-10-09T07:59:59Z' }] },
      'MalformedInputError pauses[0].from'
    ],
    ['a completion before the start', { done: '2025-10-08T11:59:59Z' }, 'FactOrderError done'],
    [
      'a reopening before it was solved',
      {
        reopened: [
          { solvedAt: '2025-10-09T09:00:00Z', at: '2025-10-09T08:00:00Z', policy: 'resume' }
        ]
      },
      'FactOrderError reopened[0].at'
    ],
    [
      'a reopening solved before the start',
      {
        reopened: [
          { solvedAt: '2025-10-07T09:00:00Z', at: '2025-10-09T08:00:00Z', policy: 'resume' }
        ]
      },
      'FactOrderError reopened[0].solvedAt'
    ],
    [
      'a changed target of zero, though it is locked',
      { changes: [{ at: '2025-10-09T08:00:00Z', target: 'PT0S' }] },
      'TargetInvalidError changes[0].target'
    ],
    ['no calendar', { calendar: undefined }, 'MalformedInputError calendar'],
    ['a calendar that is a number', { calendar: 7 }, 'MalformedInputError calendar'],
    [
      'a calendar that never opens',
      { calendar: { weekly: {} } },
      'CalendarNeverOpensError calendar.weekly'
    ],
    [
      'a calendar whose openings are over',
      { calendar: { weekly: {}, openings: [{ from: '2025-10-01', to: '2025-10-01' }] } },
      'CalendarGapError calendar'
    ],
    [
      'a calendar whose data ends before the deadline',
      { calendar: { ...office, coversTo: '2025-10-10' } },
      'CalendarGapError calendar.coversTo'
    ],
    [
      'a calendar whose data begins after the start',
      { calendar: { ...office, coversFrom: '2025-10-09' } },
      'CalendarGapError calendar.coversFrom'
    ],
    [
      'hours that end before they begin',
      { calendar: { weekly: { sat: ['16:00-08:00'] } } },
      'MalformedInputError calendar.weekly.sat[0]'
    ],
    [
      'hours after midnight',
      { calendar: { weekly: { sat: ['08:00-24:01'] } } },
      'MalformedInputError calendar.weekly.sat[0]'
    ],
    [
      'an unknown day',
      { calendar: { weekly: { saturday: [] } } },
      'MalformedInputError calendar.weekly.saturday'
    ],
    [
      'a Jalali closure',
      { calendar: { ...office, closures: [{ from: '1405-01-01', to: '1405-01-13' }] } },
      'MalformedInputError calendar.closures[0].from'
    ],
    [
      'a closure with an offset',
      { calendar: { ...office, closures: [{ from: '2026-03-20T10:00Z', to: '2026-03-21' }] } },
      'MalformedInputError calendar.closures[0].from'
    ],
    [
      'a closure that ends before it begins',
      { calendar: { ...office, closures: [{ from: '2026-03-20', to: '2026-03-19' }] } },
      'MalformedInputError calendar.closures[0].to'
    ]
  ]
  for (const [name, change, expected] of cases)
    test(`explainClock refuses ${name}`, () => assert.equal(clockFault(change), expected))

  test('explainClock refuses what is no object', () => {
    for (const json of [null, [], 'always', 7])
      assert.equal(
        fault(() => explainClock(json)),
        'MalformedInputError input'
      )
  })

  test('explainClock answers a deadline at the very end of the data', () => {
    const calendar = { ...office, coversTo: '2025-10-08' }
    assert.equal(explainClock({ ...run, calendar, target: 'PT30M' }).due, '2025-10-08T12:30:00Z')
    assert.equal(clockFault({ calendar, target: 'PT30M1S' }), 'CalendarGapError calendar.coversTo')
  })

  test('explainClock refuses a deadline centuries away, soon', () => {
    const calendar = { weekly: { sat: ['08:00-08:01'] } }
    assert.equal(clockFault({ calendar, target: 'PT999999S' }), 'CalendarGapError calendar')
    assert.equal(
      clockFault({ calendar: 'always', target: 'P140000D' }),
      'CalendarGapError calendar'
    )
  })
})

describe('explainAvailability on bad input', () => {
  const window = { from: '2025-09-22T20:30:00Z', nominalSeconds: 2_592_000 }
  const cases: [string, object, string][] = [
    ['a target of zero', { target: 0 }, 'MalformedInputError target'],
    ['a target above one', { target: 99.5 }, 'MalformedInputError target'],
    ['no window', { window: undefined }, 'MalformedInputError window'],
    [
      'a window without length',
      { window: { ...window, nominalSeconds: 0 } },
      'MalformedInputError window.nominalSeconds'
    ],
    [
      'an outage that ends before it begins',
      { outages: [{ from: '2025-09-23T20:30:00Z', to: '2025-09-23T20:29:59Z' }] },
      'FactOrderError outages[0].to'
    ],
    [
      'an open outage',
      { outages: [{ from: '2025-09-23T20:30:00Z' }] },
      'MalformedInputError outages[0].to'
    ]
  ]
  for (const [name, change, expected] of cases)
    test(`explainAvailability refuses ${name}`, () =>
      assert.equal(
        fault(() => explainAvailability({ window, target: 0.995, ...change })),
        expected
      ))
})

const realDays = (year: number, month: number) =>
  monthWindows(year, month, 'Asia/Tehran').real.nominalSeconds / 86_400

describe('the door', () => {
  const calendar = compileCalendar({ ...office, version: 'office@2' }, 'Asia/Tehran')

  test('dueEpochSeconds refuses a target that is not positive', () => {
    assert.equal(
      fault(() => dueEpochSeconds(calendar, 1_760_000_000, 0)),
      'TargetInvalidError target'
    )
    assert.equal(
      fault(() => dueEpochSeconds(calendar, Number.NaN, 1)),
      'CalendarGapError calendar'
    )
  })

  test('readClock names the calendar version it was computed with', () => {
    const start = Temporal.Instant.from(tehran('1404-07-16 15:30'))
    assert.equal(readClock({ calendar, target: 'PT8H', start }).calendarVersion, 'office@2')
  })

  test('calendarKnownAt takes the version that was published last', () => {
    const published = Temporal.Instant.from('2025-01-01T00:00:00Z')
    const other = compileCalendar('always', 'Asia/Tehran')
    const versions = [
      { knownAt: published.add({ hours: 24 }), calendar },
      { knownAt: published, calendar: other }
    ]
    assert.equal(calendarKnownAt(versions, published.subtract({ seconds: 1 })), null)
    assert.equal(calendarKnownAt(versions, published), other)
    assert.equal(calendarKnownAt(versions, published.add({ hours: 24 })), calendar)
  })

  test('monthWindows gives the contract month and the real one', () => {
    assert.equal(monthWindows(1404, 7, 'Asia/Tehran').contract.nominalSeconds, 2_592_000)
    assert.deepEqual(
      [realDays(1404, 6), realDays(1404, 7), realDays(1403, 12), realDays(1404, 12)],
      [31, 30, 30, 29]
    )
    assert.equal(realDays(1401, 1), 31 - 1 / 24)
  })
})
