// Goal: 72 hours are 72 hours in the nights of 1401 in which Iran's clocks were put forward and back, from
// the form to the verdict. Method: a desk of those days, with a manager of today's demonstration.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDesk } from '../../../tests/support/desk.ts'
import { seeNotice } from '../../../tests/support/sighting.ts'
import { drainOutbox } from '../../channels/index.ts'
import { formatJalaliDateTime } from '../../kernel/persian/index.ts'
import type { Actor } from '../../people/index.ts'
import { announcePlanned } from './announce-planned.ts'
import { plannedJobs } from './jobs.ts'
import { plannedById } from './planned-store.ts'
import { verdictOf } from './planned.ts'
import { demandMoment } from './routes/pages-plan.ts'
import { readMoment } from './routes/typed-plan.ts'

const zone = 'Asia/Tehran'
const desk = await testDesk('2022-03-20T05:10:00Z', '2022-03-01T00:00:00Z')
const { context, clock } = desk
const manager: Actor = {
  kind: 'person',
  id: 'manager',
  name: { fa: 'مدیر', en: 'Manager' },
  grants: [{ authority: 'sko', unit: null, role: 'it-manager', post: null }],
  person: null
}
const typed = (name: string, date: string, time: string) => ({
  [`${name}.date`]: date,
  [`${name}.time`]: time
})
const local = (date: string, time: string) => demandMoment(typed('at', date, time), 'at', zone).at

/** Announces so many minutes before the notice is seen. */
async function planned(from: Temporal.Instant, seen: Temporal.Instant, minutes: number) {
  const minute = seen.round({ smallestUnit: 'minute', roundingMode: 'floor' })
  clock.set(minute.subtract({ minutes }))
  const { id, notice } = await announcePlanned(context, manager, {
    authority: 'sko',
    kind: 'office-closure',
    from,
    to: from.add({ hours: 1 })
  })
  clock.set(seen)
  await seeNotice(context, notice)
  await drainOutbox(context, { ...plannedJobs.outbox, 'notice.published': () => Promise.resolve() })
  const found = await plannedById(context.db, id)
  return verdictOf(found!)
}

test('in the spring of 1401 three days were an hour shorter, in the autumn an hour longer', async () => {
  const spring = await planned(local('1401/01/03', '10:00'), local('1400/12/29', '09:00'), 15)
  assert.deepEqual([spring.valid, spring.leadSeconds], [true, 259_200])
  const seen = local('1400/12/29', '11:00').add({ seconds: 1 })
  const late = await planned(local('1401/01/03', '12:00'), seen, 15)
  assert.deepEqual([late.valid, late.leadSeconds], [false, 259_199])
  // The sighting before took a second more than a quarter of an hour, and so may this one.
  const autumn = await planned(local('1401/07/01', '08:00'), local('1401/06/29', '09:00'), 16)
  assert.deepEqual([autumn.valid, autumn.leadSeconds], [true, 259_200])
})

test('a time that the clocks skipped is refused, and a repeated one is its first', () => {
  const skipped = readMoment(typed('at', '۱۴۰۱/۰۱/۰۲', '۰۰:۳۰'), 'at', zone)
  assert.deepEqual(
    skipped.problems.map(({ pointer, code }) => ({ pointer, code })),
    [{ pointer: '/at/time', code: 'planned/no-such-time' }]
  )
  const repeated = local('1401/06/30', '23:30')
  assert.equal(repeated.toString(), '2022-09-21T19:00:00Z')
  assert.equal(formatJalaliDateTime(repeated, 'fa'), '۳۰ شهریور ۱۴۰۱، ساعت ۲۳:۳۰')
  const before = readMoment(typed('at', '1401/01/01', '23:59'), 'at', zone)
  assert.equal(before.at?.toString(), '2022-03-21T20:29:00Z')
})
