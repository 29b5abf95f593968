import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expiryState, gapDays, isInForce, type Term, validityOf } from './validity.ts'

const instant = (text: string) => Temporal.Instant.from(text)

function term(from: string | null, to: string, draft = false): Term {
  return { validity: validityOf({ validity: { from, to, clause: 'SK-6.1a' } }), draft }
}

const sk = term(null, '1398-12-29')
const pi = term(null, '1400-12-29')

function warning(at: string) {
  const state = expiryState(sk, instant(at))
  return state.state === 'in-force' ? [state.daysLeft, state.warning] : state.state
}

test('validityOf ends SK at the last second of 29 Esfand 1398 in Tehran', () => {
  assert.equal(sk.validity.from, null)
  assert.equal(sk.validity.to.toString(), '2020-03-19T20:30:00Z')
  assert.ok(isInForce(sk, instant('2020-03-19T20:29:59Z')))
  assert.ok(!isInForce(sk, instant('2020-03-19T20:30:00Z')))
})

test('validityOf ends PI at the end of 1400, under standard time', () => {
  assert.equal(pi.validity.to.toString(), '2022-03-20T20:30:00Z')
  assert.ok(isInForce(pi, instant('2022-03-20T20:29:59.999Z')))
  assert.ok(!isInForce(pi, instant('2022-03-20T20:30:00Z')))
})

test('validityOf follows the summer time of its day', () => {
  assert.equal(term('1401-01-02', '1401-06-15').validity.from?.toString(), '2022-03-21T20:30:00Z')
  assert.equal(term(null, '1401-06-15').validity.to.toString(), '2022-09-06T19:30:00Z')
})

test('expiryState warns 90, 30 and 7 days before the end, on the day', () => {
  assert.deepEqual(warning('2019-12-20T12:00:00Z'), [90, 90])
  assert.deepEqual(warning('2019-12-19T12:00:00Z'), [91, null])
  assert.deepEqual(warning('2020-02-18T12:00:00Z'), [30, 30])
  assert.deepEqual(warning('2020-03-12T12:00:00Z'), [7, 7])
  assert.deepEqual(warning('2020-03-19T20:29:59Z'), [0, 7])
})

test('expiryState counts the days past the end and says whether another version has force', () => {
  const now = instant('2026-11-22T08:00:00Z')
  assert.deepEqual(expiryState(sk, instant('2020-03-19T20:30:00Z')), {
    state: 'continued-without-agreement',
    daysSince: 1
  })
  assert.equal(
    expiryState(sk, now, [term('1405-01-01', '1405-12-29', true)]).state,
    'continued-without-agreement'
  )
  assert.equal(expiryState(sk, now, [term('1405-01-01', '1405-12-29')]).state, 'expired')
})

test('expiryState leaves a draft a draft and counts down to a start', () => {
  assert.deepEqual(
    expiryState(term('1405-01-01', '1405-12-29', true), instant('2026-11-22T08:00:00Z')),
    { state: 'draft' }
  )
  assert.deepEqual(expiryState(term('1406-01-01', '1406-12-29'), instant('2027-03-19T08:00:00Z')), {
    state: 'not-yet',
    daysToStart: 2
  })
})

test('gapDays is none for a successor that starts the day after, or before the end', () => {
  const from = (day: string) => ({
    successorFrom: term(day, '1410-12-29').validity.from ?? sk.validity.to
  })
  assert.equal(gapDays(sk.validity, from('1399-01-01')), 0)
  assert.equal(gapDays(sk.validity, from('1399-01-02')), 1)
  assert.equal(gapDays(sk.validity, from('1398-06-01')), 0)
  // 1399 was a leap year: 366 + 365 x 3 days, 1403 leap again, 365 days of 1404.
  assert.equal(gapDays(sk.validity, from('1405-01-01')), 366 + 365 * 3 + 366 + 365)
})

test('gapDays counts today while there is no successor', () => {
  assert.equal(gapDays(sk.validity, { now: instant('2020-03-19T20:29:59Z') }), 0)
  assert.equal(gapDays(sk.validity, { now: instant('2020-03-19T20:30:00Z') }), 1)
  assert.equal(gapDays(sk.validity, { now: instant('2020-03-21T19:00:00Z') }), 2)
})
