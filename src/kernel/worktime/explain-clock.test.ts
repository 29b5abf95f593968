import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { explainClock } from './index.ts'
import { office, tehran } from '../../../tests/support/worktime/office.ts'

const zone = 'Asia/Tehran'
const explain = (run: object) => explainClock({ zone, calendar: office, ...run })

describe('explainClock on the worked cases', () => {
  test('case 1: four hours from Wednesday 15:30 are due on Thursday 11:30', () => {
    const asKnownAt = tehran('1404-07-17 10:30')
    const answer = explain({ target: 'PT4H', start: tehran('1404-07-16 15:30'), asKnownAt })
    assert.deepEqual(answer, {
      due: '2025-10-09T08:00:00Z',
      dueLocal: '1404-07-17 11:30',
      paused: false,
      remainingSeconds: 3600,
      usedSeconds: 10_800,
      verdict: 'running',
      overrunWorkingSeconds: 0,
      explanation: [
        {
          from: '2025-10-08T12:00:00Z',
          to: '2025-10-08T12:30:00Z',
          kind: 'counted',
          cause: null,
          seconds: 1800
        },
        {
          from: '2025-10-08T12:30:00Z',
          to: '2025-10-09T04:30:00Z',
          kind: 'closed',
          cause: null,
          seconds: 57_600
        },
        {
          from: '2025-10-09T04:30:00Z',
          to: '2025-10-09T08:00:00Z',
          kind: 'counted',
          cause: null,
          seconds: 12_600
        }
      ]
    })
  })

  test('case 2: eight hours that end at closing time are due then, and evening work is late', () => {
    const run = { target: 'PT8H', start: tehran('1404-07-19 08:00') }
    const kept = explain({ ...run, done: tehran('1404-07-19 16:00') })
    assert.equal(kept.dueLocal, '1404-07-19 16:00')
    assert.equal(kept.verdict, 'kept')
    const late = explain({ ...run, done: tehran('1404-07-19 18:00') })
    assert.equal(late.verdict, 'late')
    assert.equal(late.overrunWorkingSeconds, 0)
    assert.equal(explain({ ...run, done: '2025-10-11T12:30:00.001Z' }).verdict, 'late')
  })

  test('case 4: a pause of two days leaves four hours', () => {
    const run = { target: 'PT16H', start: tehran('1404-07-20 10:00') }
    const pause = { from: tehran('1404-07-21 14:00'), cause: 'documents-incomplete' }
    const open = explain({ ...run, pauses: [pause] })
    assert.equal(open.due, null)
    assert.equal(open.dueLocal, null)
    assert.equal(open.paused, true)
    assert.equal(open.verdict, 'paused')
    assert.equal(open.remainingSeconds, 4 * 3600)
    const closed = { ...run, pauses: [{ ...pause, to: tehran('1404-07-23 09:00') }] }
    assert.equal(explain(closed).dueLocal, '1404-07-23 13:00')
    const meanwhile = explain({ ...closed, asKnownAt: tehran('1404-07-22 12:00') })
    assert.equal(meanwhile.due, null)
    assert.equal(meanwhile.remainingSeconds, 4 * 3600)
    assert.deepEqual(meanwhile.explanation.at(-1), {
      from: '2025-10-13T10:30:00Z',
      to: null,
      kind: 'paused',
      cause: 'documents-incomplete',
      seconds: 22 * 3600
    })
  })

  test('case 5: overlapping causes count once', () => {
    const answer = explain({
      target: 'PT2H',
      start: tehran('1404-07-17 11:00'),
      pauses: [
        { from: tehran('1404-07-17 11:30'), to: tehran('1404-07-19 07:00'), cause: 'documents' },
        { from: tehran('1404-07-17 11:45'), to: tehran('1404-07-19 08:20'), cause: 'payment' }
      ]
    })
    assert.equal(answer.dueLocal, '1404-07-19 09:50')
    assert.deepEqual(
      answer.explanation.map(({ kind, cause, seconds }) => [kind, cause, seconds]),
      [
        ['counted', null, 1800],
        ['paused', 'documents', 900],
        ['paused', 'documents + payment', 155_700],
        ['paused', 'payment', 4800],
        ['counted', null, 5400]
      ]
    )
  })

  test('case 8: thirty civil days over a leap and a common Esfand', () => {
    const run = { calendar: 'always', target: 'P30D', mode: 'civil' }
    const due = (start: string) => explain({ ...run, start: tehran(start) }).dueLocal
    assert.equal(due('1403-12-20 10:00'), '1404-01-20 10:00')
    assert.equal(due('1404-12-20 10:00'), '1405-01-21 10:00')
  })

  test('case 10: civil and elapsed differ by the hour that the clocks went back', () => {
    const run = { calendar: 'always', target: 'P30D', start: tehran('1401-06-15 12:00') }
    const civil = explain({ ...run, mode: 'civil' })
    assert.equal(civil.due, '2022-10-06T08:30:00Z')
    assert.equal(civil.dueLocal, '1401-07-14 12:00')
    const elapsed = explain({ ...run, mode: 'elapsed' })
    assert.equal(elapsed.due, '2022-10-06T07:30:00Z')
    assert.equal(elapsed.dueLocal, '1401-07-14 11:00')
  })

  test('case 12: reopening resumes with what was left, or restarts', () => {
    const run = { target: 'PT8H', start: tehran('1404-08-17 08:00') }
    const reopening = { solvedAt: tehran('1404-08-17 12:00'), at: tehran('1404-08-19 09:00') }
    const due = (policy: string) =>
      explain({ ...run, reopened: [{ ...reopening, policy }] }).dueLocal
    assert.equal(due('resume'), '1404-08-19 13:00')
    assert.equal(due('restart'), '1404-08-20 09:00')
    const asKnownAt = tehran('1404-08-18 09:00')
    const solved = explain({ ...run, reopened: [{ ...reopening, policy: 'resume' }], asKnownAt })
    assert.equal(solved.verdict, 'kept')
  })
})

describe('explainClock on what was known', () => {
  const closures = [
    {
      from: '2025-11-02T10:00',
      to: '2025-11-02T16:00',
      announcedAt: '2025-11-02T06:30:00Z',
      title: 'آلودگی هوا'
    }
  ]
  const run = {
    calendar: { ...office, closures },
    target: 'PT6H',
    start: tehran('1404-08-11 08:00')
  }

  test('explainClock leaves out a closure that was not announced yet', () => {
    assert.equal(
      explain({ ...run, asKnownAt: '2025-11-02T06:29:59Z' }).dueLocal,
      '1404-08-11 14:00'
    )
    assert.equal(
      explain({ ...run, asKnownAt: '2025-11-02T06:30:00Z' }).dueLocal,
      '1404-08-12 12:00'
    )
    assert.equal(explain(run).dueLocal, '1404-08-12 12:00')
  })

  test('explainClock names the closure in the explanation', () => {
    assert.deepEqual(
      explain(run).explanation.map(({ kind, cause, seconds }) => [kind, cause, seconds]),
      [
        ['counted', null, 7200],
        ['closed', 'آلودگی هوا', 21_600],
        ['closed', null, 57_600],
        ['counted', null, 14_400]
      ]
    )
  })

  test('explainClock answers a late reported pause both ways', () => {
    const late = {
      target: 'PT8H',
      start: '2025-10-08T12:00:00Z',
      pauses: [
        {
          from: '2025-10-09T08:00:00Z',
          to: '2025-10-11T03:30:00Z',
          cause: 'documents-incomplete',
          knownAt: '2025-10-11T05:00:00Z'
        }
      ],
      done: '2025-10-12T09:00:00Z'
    }
    assert.equal(
      explain({ ...late, asKnownAt: '2025-10-11T04:59:59Z' }).dueLocal,
      '1404-07-19 11:30'
    )
    assert.equal(
      explain({ ...late, asKnownAt: '2025-10-12T10:00:00Z' }).dueLocal,
      '1404-07-19 12:00'
    )
    assert.equal(explain(late).verdict, 'late')
    assert.equal(explain(late).overrunWorkingSeconds, (4 + 4.5) * 3600)
    const { explanation } = explain(late)
    const counted = explanation
      .filter(({ kind }) => kind === 'counted')
      .map((s) => s.seconds / 3600)
    assert.deepEqual(counted, [0.5, 3.5, 4, 4, 4.5])
  })

  test('explainClock does not see a completion before it happened', () => {
    const finished = {
      target: 'PT8H',
      start: tehran('1404-07-19 08:00'),
      done: tehran('1404-07-19 12:00')
    }
    assert.equal(explain({ ...finished, asKnownAt: tehran('1404-07-19 11:00') }).verdict, 'running')
    assert.equal(explain({ ...finished, asKnownAt: tehran('1404-07-19 12:00') }).verdict, 'kept')
  })
})

describe('explainClock on a change of agreement', () => {
  const run = { target: 'PT8H', start: tehran('1404-07-19 08:00') }
  const changed = (target: string, policy?: string) =>
    explain({ ...run, changes: [{ at: tehran('1404-07-19 12:00'), target, policy }] }).dueLocal

  test('explainClock keeps the target that was in force when the case was filed', () => {
    assert.equal(changed('PT2H'), '1404-07-19 16:00')
    assert.equal(changed('PT2H', 'locked'), '1404-07-19 16:00')
  })

  test('explainClock carries the used share over to a proportional target', () => {
    assert.equal(changed('PT16H', 'proportional'), '1404-07-20 12:00')
    assert.equal(changed('PT3S', 'proportional'), '1404-07-19 12:00')
  })

  test('explainClock never makes a switched target due before the switch', () => {
    assert.equal(changed('PT2H', 'switch'), '1404-07-19 12:00')
    assert.equal(changed('PT10H', 'switch'), '1404-07-20 10:00')
  })

  test('explainClock does not revive a deadline that had passed', () => {
    const at = tehran('1404-07-20 08:00')
    const changes = [{ at, target: 'PT40H', policy: 'switch' }]
    assert.equal(explain({ ...run, changes }).dueLocal, '1404-07-19 16:00')
  })
})

const afterDays = (target: string, start: string) =>
  explain({ mode: 'working-days', target, start: tehran(start) }).dueLocal

const civilDue = (target: string, start: string) =>
  explain({ calendar: 'always', mode: 'civil', target, start: tehran(start) }).dueLocal

describe('explainClock on working days and calendars', () => {
  test('explainClock weighs a half day as a whole one', () => {
    assert.equal(afterDays('P5D', '1404-07-19 08:00'), '1404-07-23 16:00')
    assert.equal(afterDays('P1D', '1404-07-16 12:00'), '1404-07-17 10:00')
    assert.equal(afterDays('P2D', '1404-07-16 12:00'), '1404-07-19 12:00')
    assert.equal(afterDays('P1D', '1404-07-18 12:00'), '1404-07-19 16:00')
  })

  test('explainClock reads split shifts, dated tables, closures and openings', () => {
    const calendar = {
      weekly: { sat: ['08:00-12:00', '14:00-18:00'], sun: ['08:00-12:00'] },
      datedWeekly: [{ from: '2025-10-12', to: '2025-10-12', weekly: { sun: ['06:00-07:00'] } }],
      closures: [{ from: '2025-10-11', to: '2025-10-11', hours: ['14:00-18:00'] }],
      openings: [{ from: '2025-10-13', to: '2025-10-13', hours: ['09:00-10:00'] }]
    }
    const due = (target: string) =>
      explain({ calendar, target, start: tehran('1404-07-19 08:00') }).dueLocal
    assert.equal(due('PT4H'), '1404-07-19 12:00')
    assert.equal(due('PT5H'), '1404-07-20 07:00')
    assert.equal(due('PT6H'), '1404-07-21 10:00')
    assert.equal(due('PT7H'), '1404-07-26 09:00')
  })

  test('explainClock counts a repeated hour twice and a skipped hour not at all', () => {
    const calendar = { weekly: { wed: ['22:00-24:00'], tue: ['00:00-03:00'] } }
    const always = { calendar, start: '2022-09-21T12:00:00Z' }
    assert.equal(explain({ ...always, target: 'PT3H' }).due, '2022-09-21T20:30:00Z')
    const spring = { calendar, start: '2022-03-21T12:00:00Z' }
    assert.equal(explain({ ...spring, target: 'PT2H' }).due, '2022-03-21T22:30:00Z')
  })

  test('explainClock adds paused time after a civil deadline', () => {
    const pauses = [{ from: tehran('1404-07-20 00:00'), to: tehran('1404-07-22 06:00') }]
    const run = { mode: 'civil', target: 'P10D', start: tehran('1404-07-19 10:00'), pauses }
    assert.equal(explain(run).dueLocal, '1404-08-01 16:00')
  })

  test('explainClock takes civil months in the Jalali calendar', () => {
    assert.equal(civilDue('P1M', '1404-06-31 10:00'), '1404-07-30 10:00')
    assert.equal(civilDue('P1Y', '1403-12-30 10:00'), '1404-12-29 10:00')
  })
})
