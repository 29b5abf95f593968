// Goal: every figure of the status pages is the figure of `peyman availability explain`, and no second
// of a month or day is lost or counted twice. Method: any outages, plans with moves, unwatched time.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { explainAvailability } from '../worktime/index.ts'
import {
  type ComponentRecord,
  type RecordedPlan,
  daysUpTo,
  instantOf,
  monthsUpTo,
  readDay,
  readMonth,
  readSpan,
  readState,
  segmentsOf,
  timeRecord
} from './index.ts'

const zone = 'Asia/Tehran'
const now = Temporal.Instant.from('2026-11-22T06:00:00Z')
const nowSeconds = now.epochMilliseconds / 1000
const daySeconds = 86_400

const second = fc.integer({ min: nowSeconds - 100 * daySeconds, max: nowSeconds + 20 * daySeconds })
const span = fc
  .tuple(second, fc.integer({ min: 0, max: 6 * daySeconds }))
  .map(([from, length]) => ({ from: instantOf(from), to: instantOf(from + length) }))
const past = fc
  .tuple(
    fc.integer({ min: nowSeconds - 100 * daySeconds, max: nowSeconds - 1 }),
    fc.option(fc.integer({ min: 0, max: 6 * daySeconds }))
  )
  .map(([from, length]) => ({
    from: instantOf(from),
    to: length === null ? null : instantOf(Math.min(from + length, nowSeconds))
  }))

const plan: fc.Arbitrary<RecordedPlan> = fc
  .record({
    first: span,
    lead: fc.option(fc.integer({ min: -3600, max: 200 * 3600 })),
    moves: fc.array(fc.tuple(fc.integer({ min: 0, max: 200 * 3600 }), span), { maxLength: 2 })
  })
  .map(({ first, lead, moves }) => {
    const seen = lead === null ? null : first.from.subtract({ seconds: lead })
    const at = (seconds: number) => (seen ?? first.from).add({ seconds })
    return {
      id: 'plan',
      ...first,
      noticeSeenAt: seen,
      moves: moves
        .toSorted(([a], [b]) => a - b)
        .map(([after, moved]) => ({ at: at(after), ...moved }))
    }
  })

const record: fc.Arbitrary<ComponentRecord> = fc.record({
  outages: fc.array(
    past.map((each) => ({ ...each, id: 'outage' })),
    { maxLength: 6 }
  ),
  planned: fc.array(plan, { maxLength: 3 }),
  unknown: fc.array(past, { maxLength: 4 }),
  watchedSince: fc.option(
    fc.integer({ min: nowSeconds - 120 * daySeconds, max: nowSeconds }).map(instantOf)
  )
})
const months = monthsUpTo(now, zone, 4)

test('every second of a month is in one segment, and the sums are those of the month', () => {
  fc.assert(
    fc.property(record, fc.constantFrom(...months), (given, month) => {
      const timed = timeRecord(given, now)
      const reading = readMonth(timed, month, 0.995)
      assert.ok(reading)
      const segments = segmentsOf(timed, month.from, month.to)
      const sum = (state: string) =>
        segments
          .filter((each) => each.state === state)
          .reduce((total, { from, to }) => total + to - from, 0)
      const { real, elapsedSeconds } = reading
      assert.equal(sum('down'), real.downSeconds)
      assert.equal(sum('planned'), real.plannedSeconds)
      assert.equal(sum('unknown'), real.unknownSeconds)
      assert.equal(sum('up'), real.denominatorSeconds - real.downSeconds)
      assert.equal(
        segments.reduce((total, { from, to }) => total + to - from, 0),
        elapsedSeconds
      )
      for (const [i, each] of segments.entries()) {
        assert.equal(each.from, i === 0 ? month.from : segments[i - 1]?.to)
        if (each.state === 'down') assert.ok(each.outages.length + each.planned.length > 0)
      }
    })
  )
})

test('the days of a month sum to the month', () => {
  fc.assert(
    fc.property(record, (given) => {
      const timed = timeRecord(given, now)
      const month = months[2]!
      const reading = readMonth(timed, month, null)
      const days = daysUpTo(now, zone, 90).filter(
        ({ from, to }) => from >= month.from && to <= month.to
      )
      const read = days.map((day) => readDay(timed, day))
      const sum = (of: (day: (typeof read)[number]) => number) =>
        read.reduce((total, day) => total + of(day), 0)
      assert.equal(
        sum((day) => day.downSeconds),
        reading?.real.downSeconds
      )
      assert.equal(
        sum((day) => day.plannedSeconds),
        reading?.real.plannedSeconds
      )
      assert.equal(
        sum((day) => day.unknownSeconds),
        reading?.real.unknownSeconds
      )
      for (const day of read) {
        const { upSeconds, downSeconds, plannedSeconds, unknownSeconds } = day
        assert.equal(
          upSeconds + downSeconds + plannedSeconds + unknownSeconds,
          day.day.to - day.day.from
        )
      }
    })
  )
})

test('the contract and the real month are what the explain command answers', () => {
  fc.assert(
    fc.property(record, fc.constantFrom(...months), (given, month) => {
      const reading = readMonth(timeRecord(given, now), month, 0.995)
      assert.ok(reading)
      const end = instantOf(Math.min(month.to, nowSeconds))
      const json = (nominalSeconds: number) =>
        JSON.parse(
          JSON.stringify({
            window: { from: month.windows.real.from, to: end, nominalSeconds },
            target: 0.995,
            outages: given.outages.map(({ from, to }) => ({ from, to: to ?? now })),
            planned: given.planned.map(({ id: _, ...each }) => each),
            unknown: [
              { from: instantOf(0), to: given.watchedSince ?? now },
              ...given.unknown.map(({ from, to }) => ({ from, to: to ?? now }))
            ]
          })
        ) as unknown
      // The command judges every plan it is given; those that cannot touch the month are left out here.
      const { planned: _, ...contract } = reading.contract
      const { planned: __, ...explained } = explainAvailability(json(2_592_000))
      // Where nothing of the month is known, the percentage would be that of time that never was.
      const isKnown = reading.real.denominatorSeconds > 0
      assert.deepEqual(contract, isKnown ? explained : { ...explained, percent: null })
      const { planned: ___, ...real } = reading.real
      const { planned: ____, ...explainedReal } = explainAvailability(json(reading.elapsedSeconds))
      assert.deepEqual(real, explainedReal)
    })
  )
})

test('the state now is what the second of now counts as', () => {
  fc.assert(
    fc.property(record, (given) => {
      const timed = timeRecord(given, now)
      const state = readState(timed)
      const { upSeconds, downSeconds } = readSpan(timed, timed.now, timed.now + 1)
      assert.equal(state === 'up', upSeconds === 1)
      assert.equal(state === 'down', downSeconds === 1)
      assert.equal(readState(timed, 3), state === 'up' || state === 'unknown' ? 'degraded' : state)
    })
  )
})
