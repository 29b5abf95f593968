import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { availabilityOf, explainAvailability, monthWindows } from './index.ts'
import { tehran } from '../../../tests/support/worktime/office.ts'

const window = { from: tehran('1404-07-01'), nominalSeconds: 2_592_000 }
const explain = (record: object, target = 0.995) =>
  explainAvailability({ window, target, ...record })

const outage = { from: tehran('1404-07-10 00:00'), to: tehran('1404-07-10 01:00') }
const plan = { from: tehran('1404-07-19 09:00'), to: tehran('1404-07-19 11:00') }

const seen = (noticeSeenAt: string | null) => explain({ planned: [{ ...plan, noticeSeenAt }] })

describe('explainAvailability', () => {
  test('case 15: a notice 72 hours ahead is valid, a second later it is void', () => {
    const valid = seen(tehran('1404-07-16 09:00:00'))
    assert.deepEqual(valid.planned, [{ valid: true, reason: null, leadSeconds: 259_200 }])
    assert.equal(valid.plannedSeconds, 7200)
    assert.equal(valid.downSeconds, 0)
    const late = seen(tehran('1404-07-16 09:00:01'))
    assert.deepEqual(late.planned, [{ valid: false, reason: 'notice-late', leadSeconds: 259_199 }])
    assert.equal(late.plannedSeconds, 0)
    assert.equal(late.downSeconds, 7200)
    assert.equal(seen(null).planned[0]?.reason, 'notice-not-seen')
    assert.equal(seen('2025-10-08T05:30:00.001Z').planned[0]?.valid, false)
  })

  test('an hour down in a contract month', () => {
    assert.deepEqual(explain({ outages: [outage] }), {
      downSeconds: 3600,
      plannedSeconds: 0,
      unknownSeconds: 0,
      denominatorSeconds: 2_592_000,
      percent: 99.861111,
      budgetSeconds: 12_960,
      budgetUsed: 0.277778,
      planned: []
    })
  })

  test('planned comes before down, and down before unknown', () => {
    const answer = explain({
      outages: [{ from: tehran('1404-07-19 08:00'), to: tehran('1404-07-19 10:00') }],
      planned: [{ ...plan, noticeSeenAt: tehran('1404-07-01') }],
      unknown: [{ from: tehran('1404-07-19 07:00'), to: tehran('1404-07-19 12:00') }]
    })
    assert.equal(answer.plannedSeconds, 7200)
    assert.equal(answer.downSeconds, 3600)
    assert.equal(answer.unknownSeconds, 7200)
    assert.equal(answer.denominatorSeconds, 2_592_000 - 14_400)
  })

  test('a promise without tolerance has no budget', () => {
    assert.equal(explain({ outages: [outage] }, 1).budgetUsed, null)
    assert.equal(explain({}, 1).budgetUsed, 0)
    assert.equal(explain({}, 1).percent, 100)
  })

  test('a window without any result has no percent', () => {
    const unknown = [{ from: '2025-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' }]
    assert.equal(explain({ unknown }).percent, null)
    assert.equal(explain({ unknown }).budgetSeconds, 0)
  })
})

describe('a planned outage that moves', () => {
  const noticeSeenAt = tehran('1404-07-10 09:00')
  const moved = (at: string, from: string, to: string) =>
    explain({ planned: [{ ...plan, noticeSeenAt, moves: [{ at, from, to }] }] })

  test('explainAvailability keeps one moved later', () => {
    const answer = moved(
      tehran('1404-07-19 08:00'),
      tehran('1404-07-19 10:00'),
      tehran('1404-07-19 12:00')
    )
    assert.equal(answer.planned[0]?.valid, true)
    assert.equal(answer.plannedSeconds, 7200)
  })

  test('explainAvailability needs 72 hours again for one moved earlier', () => {
    const [from, to] = [tehran('1404-07-18 09:00'), tehran('1404-07-18 11:00')]
    assert.equal(moved(tehran('1404-07-15 09:00'), from, to).planned[0]?.valid, true)
    const late = moved(tehran('1404-07-15 09:00:01'), from, to)
    assert.deepEqual(late.planned[0], { valid: false, reason: 'moved-late', leadSeconds: 259_199 })
    assert.equal(late.downSeconds, 7200)
  })

  test('explainAvailability exempts no more than was announced in time', () => {
    const answer = moved(tehran('1404-07-19 10:55'), plan.from, tehran('1404-07-19 14:00'))
    assert.equal(answer.planned[0]?.valid, true)
    assert.equal(answer.plannedSeconds, 7200)
    assert.equal(answer.downSeconds, 3 * 3600)
  })
})

test('availabilityOf shows the real month beside the contract month', () => {
  const { contract, real } = monthWindows(1404, 6, 'Asia/Tehran')
  const last = Temporal.Instant.from(tehran('1404-06-31 12:00'))
  const outages = [{ from: last, to: last.add({ hours: 1 }) }]
  assert.equal(availabilityOf(contract, 0.995, { outages }).percent, 99.861111)
  assert.equal(availabilityOf(real, 0.995, { outages }).percent, 99.865591)
})
