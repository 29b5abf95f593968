// Goal: the words of the status pages hold at their edges: a month of 31 days, a running month, a
// budget that burns, a day in which the zone changed its clock.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type ComponentRecord,
  daysUpTo,
  monthOfKey,
  monthsUpTo,
  readBurn,
  readDay,
  readMonth,
  readState,
  segmentsOf,
  timeRecord
} from './index.ts'

const zone = 'Asia/Tehran'
const at = (text: string) => Temporal.Instant.from(text)
const watched: ComponentRecord = {
  outages: [],
  planned: [],
  unknown: [],
  watchedSince: at('2020-01-01T00:00:00Z')
}
const outage = (from: string, to: string | null, id = 'a') => ({
  id,
  from: at(from),
  to: to === null ? null : at(to)
})

test('readMonth keeps the 31st day, over 43,200 minutes and over the real month', () => {
  const month = monthOfKey('1405-06', zone)!
  const record = { ...watched, outages: [outage('2026-09-22T10:00:00Z', '2026-09-22T11:00:00Z')] }
  const read = readMonth(timeRecord(record, at('2026-11-22T06:00:00Z')), month, 0.995)!
  assert.equal(read.elapsedSeconds, 31 * 86_400)
  assert.equal(read.contract.downSeconds, 3600)
  assert.equal(read.contract.denominatorSeconds, 2_592_000)
  assert.equal(read.contract.percent, 99.861111)
  assert.equal(read.real.percent, 99.865591)
  assert.equal(read.isRunning, false)
})

test('readMonth of a running month: the contract counts the rest as unused, the real one stops now', () => {
  const now = at('2026-11-22T20:30:00Z')
  const month = monthsUpTo(now, zone, 1)[0]!
  assert.equal(month.key, '1405-09')
  const record = { ...watched, outages: [outage('2026-11-22T08:30:00Z', '2026-11-22T09:30:00Z')] }
  const read = readMonth(timeRecord(record, now), month, 0.995)!
  assert.equal(read.elapsedSeconds, 86_400)
  assert.equal(read.real.percent, 95.833333)
  assert.equal(read.contract.percent, 99.861111)
  assert.equal(readMonth(timeRecord(record, at('2026-11-21T20:29:59Z')), month, 0.995), null)
})

test('readMonth before the first result is unknown, and has no percentage', () => {
  const now = at('2026-11-22T06:00:00Z')
  const record = { ...watched, watchedSince: null }
  const read = readMonth(timeRecord(record, now), monthOfKey('1405-07', zone)!, 0.995)!
  assert.equal(read.real.unknownSeconds, 30 * 86_400)
  assert.equal(read.contract.percent, null)
  // A month of 29 days, and one that has just begun: what it lacks is no time that was up.
  for (const key of ['1404-12', '1405-09']) {
    const short = readMonth(timeRecord(record, now), monthOfKey(key, zone)!, 0.995)!
    assert.deepEqual([short.contract.percent, short.real.percent], [null, null], key)
  }
})

test('readBurn tells the share, the rate and when it is gone', () => {
  const now = at('2026-11-28T20:30:00Z')
  const month = monthOfKey('1405-09', zone)!
  const read = (record: ComponentRecord, isDown: boolean) =>
    readBurn(readMonth(timeRecord(record, now), month, 0.995)!, isDown)
  const none = read(watched, false)
  assert.deepEqual(
    { ...none },
    {
      budgetSeconds: 12_960,
      leftSeconds: 12_960,
      usedShare: 0,
      rate: 0,
      isGone: false,
      goneAt: null
    }
  )
  // 6,480 s in 7 of 30 days: half of the budget, at more than twice the pace.
  const half = { ...watched, outages: [outage('2026-11-25T00:00:00Z', '2026-11-25T01:48:00Z')] }
  const burning = read(half, false)
  assert.equal(burning.usedShare, 0.5)
  assert.equal(burning.rate?.toFixed(3), '2.143')
  assert.equal(String(burning.goneAt), '2026-12-05T20:30:00Z')
  const down = { ...watched, outages: [outage('2026-11-28T18:42:00Z', null)] }
  assert.equal(String(read(down, true).goneAt), '2026-11-28T22:18:00Z')
  const gone = { ...watched, outages: [outage('2026-11-25T00:00:00Z', '2026-11-25T05:00:00Z')] }
  assert.equal(read(gone, false).isGone, true)
  assert.equal(read(gone, false).leftSeconds, 0)
})

test('readBurn of a promise of every minute has no rate', () => {
  const record = { ...watched, outages: [outage('2026-11-25T00:00:00Z', '2026-11-25T00:01:00Z')] }
  const month = monthOfKey('1405-09', zone)!
  const burn = readBurn(readMonth(timeRecord(record, at('2026-11-28T00:00:00Z')), month, 1)!, false)
  assert.deepEqual(
    [burn.budgetSeconds, burn.usedShare, burn.rate, burn.isGone],
    [0, null, null, true]
  )
})

test('readDay counts the day of a clock change by its own length', () => {
  const now = at('2022-09-23T12:00:00Z')
  const long = daysUpTo(now, zone, 3)[0]!
  assert.equal(long.to - long.from, 25 * 3600)
  const day = readDay(timeRecord(watched, now), long)
  assert.equal(day.state, 'up')
  assert.equal(day.upSeconds, 25 * 3600)
})

test('readDay takes the worst of a day', () => {
  const now = at('2026-11-22T06:00:00Z')
  const day = daysUpTo(now, zone, 2)[0]!
  const gap = { from: at('2026-11-21T08:00:00Z'), to: at('2026-11-21T08:10:00Z') }
  const unknown = { ...watched, unknown: [gap] }
  assert.equal(readDay(timeRecord(unknown, now), day).state, 'unknown')
  const both = { ...unknown, outages: [outage('2026-11-21T08:05:00Z', '2026-11-21T08:06:00Z')] }
  const read = readDay(timeRecord(both, now), day)
  assert.deepEqual([read.state, read.downSeconds, read.unknownSeconds], ['down', 60, 540])
})

test('readState knows an outage that begins now, and not one that ends now', () => {
  const now = at('2026-11-22T06:00:00Z')
  const state = (record: ComponentRecord) => readState(timeRecord(record, now))
  assert.equal(state(watched), 'up')
  assert.equal(state({ ...watched, outages: [outage('2026-11-22T06:00:00Z', null)] }), 'down')
  const ended = { ...watched, outages: [outage('2026-11-22T05:00:00Z', '2026-11-22T06:00:00Z')] }
  assert.equal(state(ended), 'up')
  assert.equal(state({ ...watched, watchedSince: null }), 'unknown')
  const plan = {
    id: 'p',
    from: at('2026-11-22T05:00:00Z'),
    to: at('2026-11-22T07:00:00Z'),
    noticeSeenAt: at('2026-11-19T05:00:00Z')
  }
  assert.equal(state({ ...watched, planned: [plan] }), 'planned')
  // A second late is plain downtime.
  const late = { ...plan, noticeSeenAt: at('2026-11-19T05:00:01Z') }
  assert.equal(state({ ...watched, planned: [late] }), 'down')
})

test('segmentsOf names the outage and the plan of each second', () => {
  const now = at('2026-11-22T06:00:00Z')
  const record: ComponentRecord = {
    ...watched,
    outages: [outage('2026-11-21T21:00:00Z', '2026-11-21T23:00:00Z')],
    planned: [
      {
        id: 'p',
        from: at('2026-11-21T22:00:00Z'),
        to: at('2026-11-22T00:00:00Z'),
        noticeSeenAt: at('2026-11-18T00:00:00Z')
      }
    ]
  }
  const month = monthOfKey('1405-09', zone)!
  const found = segmentsOf(timeRecord(record, now), month.from, month.to).map((each) => [
    each.state,
    (each.to - each.from) / 60,
    each.outages.join(),
    each.planned.join()
  ])
  assert.deepEqual(found, [
    ['up', 30, '', ''],
    ['down', 60, 'a', ''],
    ['planned', 60, 'a', 'p'],
    ['planned', 60, '', 'p'],
    ['up', 360, '', '']
  ])
})
