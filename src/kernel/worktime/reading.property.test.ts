import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import {
  CalendarNeverOpensError,
  compileCalendar,
  dueEpochSeconds,
  elapsedEpochSeconds,
  readClock
} from './index.ts'
import type { ClockRun } from './index.ts'
import { slowCalendar, slowRead } from '../../../tests/support/worktime/slow-model.ts'
import type { SlowRun } from '../../../tests/support/worktime/slow-model.ts'
import { place, slowRun, walkSeconds } from '../../../tests/support/worktime/slow-model-inputs.ts'

const instant = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
const seconds = (at: Temporal.Instant) => at.epochMilliseconds / 1000

/** A calendar for the kernel; one that never opens is no input. */
function compile({ calendar, zone }: Pick<SlowRun, 'calendar' | 'zone'>) {
  try {
    return compileCalendar(calendar, zone)
  } catch (error) {
    if (error instanceof CalendarNeverOpensError) fc.pre(false)
    throw error
  }
}

const unit = { seconds: 'elapsed', 'all-seconds': 'civil', 'working-days': 'working-days' } as const

function clockRun(run: SlowRun, extra: Partial<ClockRun> = {}): ClockRun {
  const length = (target: number) => (run.mode === 'working-days' ? `P${target}D` : `PT${target}S`)
  return {
    calendar: compile(run),
    mode: unit[run.mode],
    target: length(run.target),
    start: instant(run.start),
    pauses: run.pauses.map(({ from, to }) => ({
      from: instant(from),
      to: to === null ? undefined : instant(to)
    })),
    changes: run.changes.map((change) => ({
      ...change,
      at: instant(change.at),
      target: length(change.target)
    })),
    reopened: run.reopened.map(({ solvedAt, at, policy }) => ({
      solvedAt: instant(solvedAt),
      at: instant(at),
      policy
    })),
    ...extra
  }
}

function equalsModel(mode: SlowRun['mode'], numRuns: number): void {
  const input = fc.tuple(slowRun(mode), fc.integer({ min: 0, max: 400_000 }))
  fc.assert(
    fc.property(input, ([run, after]) => {
      const opened = Math.max(run.start, ...run.reopened.map((r) => r.at))
      const now = opened + after
      const end = run.start + walkSeconds
      const model = slowRead(run, now, end)
      fc.pre(model.due !== null || model.paused)
      const reading = readClock(clockRun(run, { now: instant(now) }))
      const due = model.paused ? null : model.due
      assert.equal(reading.due === null ? null : seconds(reading.due), due)
      assert.equal(reading.paused, model.paused)
      assert.equal(reading.usedSeconds, model.used)
      assert.equal(reading.overrunWorkingSeconds, model.overrun)
      const late = model.due !== null && now > model.due
      assert.equal(reading.verdict, late ? 'late' : model.paused ? 'paused' : 'running')
    }),
    { numRuns }
  )
}

describe('readClock against the slow model', () => {
  test('readClock equals the second walk on working seconds', () => equalsModel('seconds', 50))
  test('readClock equals the second walk on all seconds', () => equalsModel('all-seconds', 25))
  test('readClock equals the second walk on working days', () => equalsModel('working-days', 25))
})

describe('elapsedEpochSeconds', () => {
  const input = fc.tuple(place, fc.nat({ max: 500_000 }), fc.nat({ max: 300_000 }))

  test('elapsedEpochSeconds equals the second walk around clock changes', () => {
    fc.assert(
      fc.property(input, ([{ zone, calendar, base }, offset, length]) => {
        const clock = slowCalendar(calendar, zone)
        const from = base + offset
        let open = 0
        for (let t = from; t < from + length; t++) if (clock.isOpen(t)) open++
        const compiled = compile({ calendar, zone })
        assert.equal(elapsedEpochSeconds(compiled, from, from + length), open)
      }),
      { numRuns: 100 }
    )
  })

  test('elapsedEpochSeconds undoes dueEpochSeconds, and a second less does not', () => {
    fc.assert(
      fc.property(input, ([{ zone, calendar, base }, offset, target]) => {
        const compiled = compile({ calendar: { ...calendar, openings: [] }, zone })
        const due = dueEpochSeconds(compiled, base + offset, target + 1)
        assert.equal(elapsedEpochSeconds(compiled, base + offset, due), target + 1)
        assert.equal(elapsedEpochSeconds(compiled, base + offset, due - 1), target)
      })
    )
  })

  test('dueEpochSeconds never comes earlier for a later start', () => {
    fc.assert(
      fc.property(input, ([{ zone, calendar, base }, offset, target]) => {
        const compiled = compile({ calendar: { ...calendar, openings: [] }, zone })
        const due = (later: number) => dueEpochSeconds(compiled, base + offset + later, target + 1)
        for (const later of [1, 60, 3599, 86_400, 700_000]) assert.ok(due(later) >= due(0))
      })
    )
  })
})

/** Runs without changes or reopening, on calendars that open every week. */
const plainRun = slowRun('seconds').map((run) => ({
  ...run,
  calendar: { ...run.calendar, weekly: { ...run.calendar.weekly, mon: ['07:00-15:00'] } },
  changes: [],
  reopened: []
}))

const closedPauses = (run: SlowRun): SlowRun => ({
  ...run,
  pauses: run.pauses.map(({ from, to }) => ({ from, to: to ?? from + 50_000 }))
})

const dueOf = (run: SlowRun, extra: Partial<ClockRun> = {}) => {
  const { due } = readClock(clockRun(run, extra))
  return due === null ? null : seconds(due)
}

describe('pauses', () => {
  test('readClock moves the due by exactly the paused working time', () => {
    fc.assert(
      fc.property(plainRun.map(closedPauses), (run) => {
        const calendar = compile(run)
        const due = dueOf(run)
        assert.ok(due !== null)
        let paused = 0
        const edges = [run.start, due, ...run.pauses.flatMap(({ from, to }) => [from, to ?? from])]
        const cuts = edges.filter((at) => at >= run.start && at <= due).toSorted((a, b) => a - b)
        for (const [i, from] of cuts.slice(0, -1).entries())
          if (run.pauses.some((pause) => pause.from <= from && from < (pause.to ?? 0)))
            paused += elapsedEpochSeconds(calendar, from, cuts[i + 1]!)
        assert.equal(elapsedEpochSeconds(calendar, run.start, due), run.target + paused)
      })
    )
  })

  test('readClock counts overlapping, repeated and split pauses once', () => {
    fc.assert(
      fc.property(plainRun.map(closedPauses), fc.integer({ min: 0, max: 100_000 }), (run, cut) => {
        const pieces = run.pauses.flatMap(({ from, to }) => {
          const middle = Math.min(from + cut, to ?? from)
          return [
            { from: middle, to },
            { from, to: middle },
            { from, to: middle }
          ]
        })
        assert.equal(dueOf({ ...run, pauses: pieces }), dueOf(run))
      })
    )
  })

  test('readClock as known before a pause was reported is as if it were not', () => {
    fc.assert(
      fc.property(plainRun.map(closedPauses), (run) => {
        const then = instant(run.start + 2 * walkSeconds)
        const knownAt = then.add({ seconds: 1 })
        const late = clockRun(run)
        const unknown = { ...late, pauses: late.pauses?.map((pause) => ({ ...pause, knownAt })) }
        assert.deepEqual(
          readClock({ ...unknown, asKnownAt: then }).due,
          readClock({ ...late, pauses: [], asKnownAt: then }).due
        )
        assert.deepEqual(
          readClock({ ...unknown, asKnownAt: knownAt }).due,
          readClock({ ...late, asKnownAt: knownAt }).due
        )
      })
    )
  })
})

describe('reopening and changes', () => {
  test('readClock resumes as after a pause, and restarts as if it were new', () => {
    fc.assert(
      fc.property(plainRun, fc.nat({ max: 90_000 }), fc.nat({ max: 90_000 }), (run, work, wait) => {
        const bare = { ...run, pauses: [] }
        const solvedAt = run.start + work
        const at = solvedAt + wait
        const reopened = (policy: 'resume' | 'restart') => [{ solvedAt, at, policy }]
        const paused = { ...bare, pauses: [{ from: solvedAt, to: at }] }
        assert.equal(dueOf({ ...bare, reopened: reopened('resume') }), dueOf(paused))
        assert.equal(
          dueOf({ ...bare, reopened: reopened('restart') }),
          dueOf({ ...bare, start: at })
        )
      })
    )
  })

  test('readClock keeps a locked target, and lets no switch make it due before it', () => {
    const input = fc.tuple(plainRun.map(closedPauses), fc.nat({ max: 200_000 }), fc.nat())
    fc.assert(
      fc.property(input, ([run, after, other]) => {
        const at = instant(run.start + 1 + after)
        const target = `PT${(other % 200_000) + 1}S`
        const changed = (policy: 'locked' | 'proportional' | 'switch') =>
          dueOf(run, { changes: [{ at, target, policy }] })
        const due = dueOf(run)
        assert.equal(changed('locked'), due)
        if (due !== null && due <= seconds(at)) assert.equal(changed('switch'), due)
        else assert.ok((changed('switch') ?? 0) >= seconds(at))
        const same = {
          changes: [{ at, target: `PT${run.target}S`, policy: 'proportional' as const }]
        }
        assert.equal(dueOf(run, same), due)
      })
    )
  })
})

describe('explanation', () => {
  test('readClock explains without gap or overlap, and its counted seconds are the target', () => {
    fc.assert(
      fc.property(plainRun.map(closedPauses), (run) => {
        const { explanation, due } = readClock(clockRun(run))
        let at = instant(run.start)
        for (const segment of explanation) {
          assert.ok(segment.from.equals(at))
          assert.ok(segment.to !== null && segment.seconds > 0)
          assert.equal(seconds(segment.to) - seconds(segment.from), segment.seconds)
          at = segment.to
        }
        assert.ok(due !== null && at.equals(due))
        const counted = explanation.filter((segment) => segment.kind === 'counted')
        assert.equal(
          counted.reduce((sum, segment) => sum + segment.seconds, 0),
          run.target
        )
      })
    )
  })
})
