import assert from 'node:assert/strict'
import { test } from 'node:test'
import { earliestStart, judgeAnnounced, judgeWindow, plannedOf } from './index.ts'

const zone = 'Asia/Tehran'
const at = (text: string) => Temporal.Instant.from(text)
/** A local Jalali time of Tehran, `1404-07-16 09:00:00`. */
function local(text: string): Temporal.Instant {
  const [year, month, day, hour = 0, minute = 0, second = 0] = text.split(/[-: ]/).map(Number)
  const date = Temporal.PlainDate.from({ calendar: 'persian', year, month, day } as never)
  return date
    .toZonedDateTime({
      timeZone: zone,
      plainTime: Temporal.PlainTime.from({ hour, minute, second })
    })
    .toInstant()
}

const saturday = { from: local('1404-07-19 09:00'), to: local('1404-07-19 11:00') }

test('judgeAnnounced answers worked case 15: 72 hours to the second, and one second less', () => {
  const seen = (text: string) => judgeAnnounced([{ ...saturday, seenAt: local(text) }])
  assert.deepEqual(seen('1404-07-16 09:00:00'), {
    valid: true,
    reason: null,
    leadSeconds: 259_200,
    exempt: saturday
  })
  assert.deepEqual(seen('1404-07-16 09:00:01'), {
    valid: false,
    reason: 'notice-late',
    leadSeconds: 259_199,
    exempt: null
  })
})

test('earliestStart counts from when the notice is seen, on the 24-hour clock', () => {
  const seenBy = local('1404-07-16 09:00:00')
  assert.ok(earliestStart([], seenBy).equals(saturday.from))
  // A fraction of a second late is a second late.
  assert.equal(
    earliestStart([], seenBy.add({ nanoseconds: 1 })).toString(),
    saturday.from.add({ seconds: 1 }).toString()
  )
})

test('earliestStart counts 72 hours across the zone changes of 1401', () => {
  // In the night to 1401-01-02 an hour was skipped, in that to 1401-06-31 one was repeated.
  const spring = earliestStart([], local('1400-12-29 09:00'))
  assert.ok(spring.equals(local('1401-01-03 10:00')), spring.toString())
  const autumn = earliestStart([], local('1401-06-29 09:00'))
  assert.ok(autumn.equals(local('1401-07-01 08:00')), autumn.toString())
})

test('earliestStart lets a time that was seen move later at once, and earlier after 72 hours', () => {
  const announced = [{ ...saturday, seenAt: local('1404-07-15 12:00') }]
  const now = local('1404-07-18 12:00')
  assert.ok(earliestStart(announced, now).equals(saturday.from))
  const unseen = [{ ...saturday, seenAt: null }]
  assert.ok(earliestStart(unseen, now).equals(now.add({ hours: 72 })))
})

test('judgeAnnounced refuses a start moved earlier without its own 72 hours', () => {
  const first = { ...saturday, seenAt: local('1404-07-10 09:00') }
  const friday = { from: local('1404-07-18 09:00'), to: local('1404-07-18 11:00') }
  const seen = (text: string) => judgeAnnounced([first, { ...friday, seenAt: local(text) }])
  assert.equal(seen('1404-07-15 09:00:00').valid, true)
  assert.equal(seen('1404-07-15 09:00:01').reason, 'moved-late')
  assert.equal(judgeAnnounced([first, { ...friday, seenAt: null }]).reason, 'moved-late')
})

test('judgeAnnounced exempts what was made longer only for the announced length', () => {
  const first = { ...saturday, seenAt: local('1404-07-10 09:00') }
  const longer = { from: saturday.from, to: local('1404-07-19 13:00') }
  const unseen = judgeAnnounced([first, { ...longer, seenAt: null }])
  assert.deepEqual(unseen.exempt, saturday)
  const seenInTime = judgeAnnounced([first, { ...longer, seenAt: local('1404-07-16 09:00') }])
  assert.deepEqual(seenInTime.exempt, longer)
})

test('plannedOf leaves out what was replaced before anybody saw it', () => {
  const moved = { from: local('1404-07-20 09:00'), to: local('1404-07-20 11:00') }
  const seenAt = local('1404-07-17 09:00:01')
  const planned = plannedOf([
    { ...saturday, seenAt: null },
    { ...moved, seenAt }
  ])
  assert.deepEqual(planned, { ...moved, noticeSeenAt: seenAt, moves: [] })
  assert.equal(judgeAnnounced([{ ...moved, seenAt }]).reason, 'notice-late')
  assert.throws(() => plannedOf([]), /no announcement/)
})

test('judgeWindow names the first thing that is wrong', () => {
  const now = at('2026-11-22T06:00:00Z')
  const limits = {
    now,
    earliest: now.add({ hours: 72, minutes: 5 }),
    secondsMax: 86_400,
    taken: [{ from: at('2026-11-27T06:00:00Z'), to: at('2026-11-27T08:00:00Z') }]
  }
  const judge = (from: string, to: string) => judgeWindow({ from: at(from), to: at(to) }, limits)
  assert.equal(judge('2026-11-26T08:00:00Z', '2026-11-26T08:00:00Z'), 'ends-before-start')
  assert.equal(judge('2026-11-26T08:00:00Z', '2026-11-26T07:00:00Z'), 'ends-before-start')
  assert.equal(judge('2026-11-22T06:00:00Z', '2026-11-22T07:00:00Z'), 'past')
  assert.equal(judge('2026-11-26T08:00:00Z', '2026-11-27T08:00:01Z'), 'too-long')
  assert.equal(judge('2026-11-27T07:59:59Z', '2026-11-27T09:00:00Z'), 'overlaps')
  assert.equal(judge('2026-11-27T08:00:00Z', '2026-11-27T09:00:00Z'), null)
  assert.equal(judge('2026-11-25T06:04:59Z', '2026-11-25T07:00:00Z'), 'too-soon')
  assert.equal(judge('2026-11-25T06:05:00Z', '2026-11-25T07:00:00Z'), null)
})

test('judgeWindow refuses a start more than a year ahead', () => {
  const now = local('1404-07-15 12:00')
  const limits = { now, earliest: now, secondsMax: 7200, taken: [] }
  const window = (hours: number) => {
    const from = now.add({ hours })
    return { from, to: from.add({ hours: 1 }) }
  }
  assert.equal(judgeWindow(window(366 * 24), limits), null)
  assert.equal(judgeWindow(window(366 * 24 + 1), limits), 'too-far')
})
