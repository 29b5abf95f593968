// Goal: a closed form takes no application in the time that was announced 72 hours ahead, and in no other;
// it begins and ends on time although the worker comes later; an emergency is a breach with its reason.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { damageAnswers, testDesk } from '../../../tests/support/desk.ts'
import { seeNotice } from '../../../tests/support/sighting.ts'
import { caseDesk } from '../../cases/index.ts'
import { drainOutbox } from '../../channels/index.ts'
import { factsBetween } from '../../ledger/index.ts'
import { noticeById } from '../../notices/index.ts'
import type { OutboxHandlers } from '../../platform/index.ts'
import { sliceJobs } from '../../slice-jobs.ts'
import { announcePlanned } from './announce-planned.ts'
import { checkPlanned } from './check-planned.ts'
import { movePlanned } from './move-planned.ts'
import { plannedById } from './planned-store.ts'
import { endSuspension, suspendService } from './suspend-service.ts'
import { emergencyById } from './suspension-store.ts'
import { wakePlanned } from './wake-planned.ts'

const desk = await testDesk('2026-11-01T05:00:00Z')
const { context, clock } = desk
const manager = await desk.as('kamran-mousavi')
const citizen = await desk.as('maryam-rezaei')
const handlers = Object.assign({}, ...sliceJobs.map((each) => each.outbox ?? {})) as OutboxHandlers
const drain = () => drainOutbox(context, handlers)
const at = (text: string) => Temporal.Instant.from(text)
const service = '10021006'
const apply = () =>
  caseDesk.submitCase(context, citizen, {
    service,
    answers: { ...damageAnswers, eventDate: '1405-07-20' },
    later: ['damage-photos'],
    submissionKey: randomUUID()
  })
const close = (from: string, to: string) =>
  announcePlanned(context, manager, {
    authority: 'sko',
    kind: 'form-closed',
    services: [service],
    from: at(from),
    to: at(to)
  })
const factsAbout = async (id: string) =>
  (await factsBetween(context.db, { authority: 'sko' }))
    .filter(({ subject }) => subject === id)
    .map(({ kind, at: when, body }) => ({ kind, at: when.toString(), body }))
const closed = { code: 'service/closed' }

test('a closed form begins and ends on time, whenever the worker comes', async () => {
  const planned = await close('2026-11-05T06:00:00Z', '2026-11-05T12:00:00Z')
  clock.advance('PT5M')
  await seeNotice(context, planned.notice)
  await drain()
  clock.set('2026-11-05T05:59:59Z')
  await apply()
  assert.equal(await wakePlanned(context), 0)
  clock.set('2026-11-05T06:00:00Z')
  await assert.rejects(apply(), closed)
  clock.set('2026-11-05T06:00:07Z')
  assert.equal(await wakePlanned(context), 1)
  assert.equal(await wakePlanned(context), 0)
  clock.set('2026-11-05T11:59:59Z')
  await assert.rejects(apply(), closed)
  clock.set('2026-11-05T12:00:00Z')
  await apply()
  clock.set('2026-11-05T12:00:03Z')
  assert.equal(await wakePlanned(context), 1)
  const body = {
    suspension: planned.id,
    kind: 'form-closed',
    services: [service],
    planned: planned.id,
    emergency: false,
    reason: null
  }
  assert.deepEqual((await factsAbout(planned.id)).slice(1), [
    { kind: 'suspension.begun', at: '2026-11-05T06:00:00Z', body },
    { kind: 'suspension.ended', at: '2026-11-05T12:00:00Z', body }
  ])
  assert.equal(await wakePlanned(context), 0)
})

test('a closed form whose notice was not seen in time does not begin, and says so', async () => {
  clock.set('2026-11-06T05:00:00Z')
  const planned = await close('2026-11-10T06:00:00Z', '2026-11-10T12:00:00Z')
  clock.set('2026-11-07T06:00:01Z')
  await seeNotice(context, planned.notice)
  await drain()
  clock.set('2026-11-10T06:00:00Z')
  await apply()
  assert.equal(await wakePlanned(context), 1)
  const after = await plannedById(context.db, planned.id)
  assert.equal(after?.cancelledBecause, 'notice-not-seen')
  const notice = await noticeById(context.db, planned.notice)
  assert.ok(notice?.title.en.startsWith('Cancelled'))
  assert.deepEqual(
    (await factsAbout(planned.id)).map(({ kind }) => kind),
    ['planned-outage.announced', 'planned-outage.cancelled']
  )
  await apply()
})

test('a sight that the worker has not told yet counts, and a longer time closes no longer', async () => {
  clock.set('2026-11-11T05:00:00Z')
  const planned = await close('2026-11-15T06:00:00Z', '2026-11-15T08:00:00Z')
  clock.advance('PT1M')
  await seeNotice(context, planned.notice)
  clock.set('2026-11-15T05:00:00Z')
  await movePlanned(context, manager, {
    planned: planned.id,
    from: planned.from,
    to: at('2026-11-15T11:00:00Z')
  })
  clock.set('2026-11-15T06:00:01Z')
  assert.equal(await wakePlanned(context), 1)
  await assert.rejects(apply(), closed)
  await drain()
  clock.set('2026-11-15T08:00:00Z')
  await apply()
  clock.advance('PT1S')
  assert.equal(await wakePlanned(context), 1)
  const [ended] = (await factsAbout(planned.id)).filter(({ kind }) => kind === 'suspension.ended')
  assert.equal(ended?.at, '2026-11-15T08:00:00Z')
})

test('endSuspension opens a closed form at once', async () => {
  clock.set('2026-11-16T05:00:00Z')
  const planned = await close('2026-11-20T06:00:00Z', '2026-11-20T12:00:00Z')
  clock.advance('PT1M')
  await seeNotice(context, planned.notice)
  await drain()
  await assert.rejects(endSuspension(context, manager, { suspension: planned.id }), {
    code: 'planned/not-begun'
  })
  clock.set('2026-11-20T07:00:00Z')
  await wakePlanned(context)
  await assert.rejects(apply(), closed)
  await endSuspension(context, manager, { suspension: planned.id })
  await apply()
  await assert.rejects(endSuspension(context, manager, { suspension: planned.id }), {
    code: 'planned/over'
  })
  clock.set('2026-11-20T13:00:00Z')
  assert.equal(await wakePlanned(context), 0)
  const notice = await noticeById(context.db, planned.notice)
  assert.ok(notice?.title.fa.startsWith('پایان یافت'))
})

test('suspendService closes at once, as a breach with its reason and a notice of its own', async () => {
  clock.set('2026-11-21T05:00:00Z')
  const input = {
    authority: 'sko',
    kind: 'service-withdrawn' as const,
    services: [service],
    reason: 'security' as const
  }
  await assert.rejects(suspendService(context, citizen, input), { code: 'people/not-allowed' })
  const suspension = await suspendService(context, manager, input)
  await assert.rejects(apply(), closed)
  await assert.rejects(suspendService(context, manager, input), { code: 'suspension/already' })
  const [begun] = await factsAbout(suspension.id)
  assert.deepEqual(begun, {
    kind: 'suspension.begun',
    at: '2026-11-21T05:00:00Z',
    body: {
      suspension: suspension.id,
      kind: 'service-withdrawn',
      services: [service],
      planned: null,
      emergency: true,
      reason: 'security'
    }
  })
  await seeNotice(context, suspension.notice)
  await drain()
  const row = await emergencyById(context.db, suspension.id)
  assert.equal(row?.noticeSeenAt?.toString(), '2026-11-21T05:00:00Z')
  clock.advance('PT2H')
  await endSuspension(context, manager, { suspension: suspension.id })
  await apply()
  const notice = await noticeById(context.db, suspension.notice)
  assert.ok(notice?.body.fa.includes('نقض تعهد'))
})

test('suspendService with an end opens again by itself', async () => {
  clock.set('2026-11-22T05:00:00Z')
  const suspension = await suspendService(context, manager, {
    authority: 'sko',
    kind: 'form-closed',
    services: [service],
    reason: 'data-fault',
    until: at('2026-11-22T07:00:00Z')
  })
  await assert.rejects(apply(), closed)
  clock.set('2026-11-22T07:00:00Z')
  await apply()
  assert.equal(await wakePlanned(context), 1)
  const [, ended] = await factsAbout(suspension.id)
  assert.equal(ended?.at, '2026-11-22T07:00:00Z')
})

test('an office closure is announced and shown, and closes no form', async () => {
  clock.set('2026-11-23T05:00:00Z')
  await announcePlanned(context, manager, {
    authority: 'sko',
    kind: 'office-closure',
    from: at('2026-11-28T04:30:00Z'),
    to: at('2026-11-28T12:30:00Z')
  })
  clock.set('2026-11-28T05:00:00Z')
  await apply()
  assert.equal(await wakePlanned(context), 1)
})

test('checkPlanned finds all of this as the facts say, and every hand that changed it', async () => {
  await wakePlanned(context)
  await drain()
  const { checked, differences } = await checkPlanned(context.db)
  assert.deepEqual(differences, [])
  assert.equal(checked, 7)
  const hands = [
    sql`update planned_outages set from_at = from_at - interval '1 hour' where kind = 'office-closure'`,
    sql`update planned_announcements set seen_at = seen_at - interval '1 day'
      where seen_at = (select min(seen_at) from planned_announcements)`,
    sql`update emergency_suspensions set reason = 'safety' where reason = 'security'`,
    sql`update service_interruptions set closed_to = closed_to + interval '1 hour'
      where kind = 'form-closed' and not emergency and closed_to = '2026-11-05T12:00:00Z'`,
    sql`delete from emergency_suspensions where reason = 'data-fault'`
  ]
  for (const hand of hands) await hand.execute(context.db)
  const found = (await checkPlanned(context.db)).differences.map(({ what }) => what)
  assert.deepEqual(found.toSorted(), [
    'emergency.reason',
    'planned',
    'planned.announcements',
    'planned.from',
    'shown',
    'shown.all',
    'shown.all',
    'shown.all'
  ])
})
