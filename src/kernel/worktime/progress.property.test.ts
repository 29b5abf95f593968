import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { compileCalendar, readClock, readProgress } from './index.ts'
import type { ClockRun } from './index.ts'
import { office, tehran } from '../../../tests/support/worktime/office.ts'

const calendar = compileCalendar(office, 'Asia/Tehran')
const at = (jalali: string) => Temporal.Instant.from(tehran(jalali))
const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0)
const close = (a: number, b: number) => assert.ok(Math.abs(a - b) < 0.001, `${a} is not ${b}`)

/** A run of working days or hours from within an office year, paused at most twice, asked at any time. */
const run = fc
  .record({
    days: fc.boolean(),
    length: fc.integer({ min: 1, max: 30 }),
    start: fc.integer({ min: 0, max: 20_000_000 }),
    pauses: fc.array(fc.tuple(fc.nat({ max: 2_000_000 }), fc.nat({ max: 900_000 })), {
      maxLength: 2
    }),
    after: fc.nat({ max: 4_000_000 })
  })
  .map(({ days, length, start, pauses, after }): ClockRun => {
    const from = at('1404-01-20 00:00').add({ seconds: start })
    return {
      calendar,
      target: days ? `P${length}D` : `PT${length}H`,
      mode: days ? 'working-days' : 'elapsed',
      start: from,
      pauses: pauses.map(([offset, lasts]) => ({
        from: from.add({ seconds: offset }),
        to: from.add({ seconds: offset + lasts })
      })),
      now: from.add({ seconds: after })
    }
  })

describe('readProgress', () => {
  test('readProgress of a pencil’s case: Thursday is a short day and weighs one', () => {
    const { unit, whole, used, remaining, segments } = readProgress({
      calendar,
      target: 'P3D',
      mode: 'working-days',
      // Wednesday, one of its eight hours is gone.
      start: at('1404-07-16 09:00'),
      // Thursday, three of its four hours.
      now: at('1404-07-17 11:00')
    })
    assert.deepEqual([unit, whole, used, remaining], ['days', 3, 0.875 + 0.75, 1.375])
    assert.deepEqual(
      segments.filter((share) => share > 0),
      [0.875, 1, 1, 0.125]
    )
  })

  test('readProgress is of as many segments as the explanation, and counts where it counts', () => {
    fc.assert(
      fc.property(run, (clock) => {
        const { explanation } = readClock(clock)
        const { segments } = readProgress(clock)
        assert.equal(segments.length, explanation.length)
        for (const [i, { kind, seconds }] of explanation.entries())
          assert.equal((segments[i] ?? 0) > 0, kind === 'counted' && seconds > 0)
      })
    )
  })

  test('readProgress leaves what is not used, and its segments are the whole and what overran', () => {
    fc.assert(
      fc.property(run, (clock) => {
        const { due, paused } = readClock(clock)
        const { whole, used, remaining, segments } = readProgress(clock)
        const isOver = used > whole
        close(isOver ? remaining : used + remaining, isOver ? 0 : whole)
        if (due !== null) close(sum(segments), Math.max(whole, used))
        else if (paused) close(sum(segments), used)
      })
    )
  })

  test('readProgress goes with the clock: in hours it is the clock’s own seconds', () => {
    fc.assert(
      fc.property(run, (clock) => {
        const reading = readClock(clock)
        const { unit, used, remaining } = readProgress(clock)
        if (unit === 'seconds') {
          assert.deepEqual([used, remaining], [reading.usedSeconds, reading.remainingSeconds])
        }
        assert.equal(used === 0, reading.usedSeconds === 0)
        assert.equal(remaining === 0, reading.remainingSeconds === 0)
      })
    )
  })
})
