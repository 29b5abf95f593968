// Goal: a planned outage is one only where an outside probe saw its notice 72 hours before, to the second
// (CLOCK.md, worked case 15); what was refused leaves nothing behind.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDesk } from '../../../tests/support/desk.ts'
import { seeNotice } from '../../../tests/support/sighting.ts'
import { drainOutbox } from '../../channels/index.ts'
import { availabilityOf } from '../../kernel/worktime/index.ts'
import { factsBetween } from '../../ledger/index.ts'
import { correctNotice, noticeById } from '../../notices/index.ts'
import { sliceJobs } from '../../slice-jobs.ts'
import { type JsonObject, type OutboxHandlers, inTransaction, newId } from '../../platform/index.ts'
import { type AnnounceInput, addToPlanned, announcePlanned } from './announce-planned.ts'
import { cancelPlanned } from './cancel-planned.ts'
import { checkPlanned } from './check-planned.ts'
import { movePlanned } from './move-planned.ts'
import type { Planned } from './planned.ts'
import { insertPlanned } from './planned-store.ts'
import { plannedBetween, plannedCovering } from './read-planned.ts'
import { plannedFact, showPlanned, spanBody } from './write-planned.ts'

// Wednesday 1404-07-16, 08:40 in Tehran.
const desk = await testDesk('2025-10-08T05:10:00Z', '2025-09-01T00:00:00Z')
const { context, clock } = desk
const manager = await desk.as('kamran-mousavi')
const handlers = Object.assign({}, ...sliceJobs.map((each) => each.outbox ?? {})) as OutboxHandlers
const drain = () => drainOutbox(context, handlers)
const at = (text: string) => Temporal.Instant.from(text)
// Saturday 1404-07-19, 09:00 to 11:00 in Tehran.
const saturday = { from: at('2025-10-11T05:30:00Z'), to: at('2025-10-11T07:30:00Z') }
const plan = (more: Partial<AnnounceInput> = {}) =>
  announcePlanned(context, manager, {
    authority: 'sko',
    kind: 'outage',
    components: ['service:10021006'],
    ...saturday,
    ...more
  })
const view = async (id: string) => {
  const all = await plannedBetween(context.db, {
    from: at('2020-01-01T00:00:00Z'),
    to: at('2030-01-01T00:00:00Z'),
    withCancelled: true,
    at: clock.now()
  })
  return all.find((each) => each.id === id)!
}
const code = (expected: string, pointer?: string) => (error: unknown) => {
  const refusal = error as { code: string; fields: { pointer: string; code: string }[] }
  const codes = [refusal.code, ...refusal.fields.map((field) => field.code)]
  assert.ok(codes.includes(expected), codes.join(' '))
  if (pointer !== undefined) assert.equal(refusal.fields[0]?.pointer, pointer)
  return true
}

test('announcePlanned answers worked case 15 from the notice to the figure of availability', async () => {
  const inTime = await plan()
  const late = await plan({ components: ['service:10021001'] })
  assert.equal((await view(inTime.id)).verdict.reason, 'notice-not-seen')
  clock.set('2025-10-08T05:30:00Z')
  await seeNotice(context, inTime.notice)
  clock.set('2025-10-08T05:30:01Z')
  await seeNotice(context, late.notice)
  await drain()
  const [valid, void_] = [await view(inTime.id), await view(late.id)]
  assert.deepEqual(
    [valid.verdict.valid, valid.verdict.leadSeconds, valid.state],
    [true, 259_200, 'announced']
  )
  assert.deepEqual([void_.verdict.reason, void_.verdict.leadSeconds], ['notice-late', 259_199])
  const window = { from: at('2025-09-22T20:30:00Z'), nominalSeconds: 2_592_000 }
  const of = (planned: typeof valid) => availabilityOf(window, 0.995, { planned: [planned] })
  assert.deepEqual([of(valid).plannedSeconds, of(valid).downSeconds], [7200, 0])
  assert.deepEqual([of(void_).plannedSeconds, of(void_).downSeconds], [0, 7200])
  const covering = (component: string, when: string) =>
    plannedCovering(context.db, { authority: 'sko', component }, at(when))
  assert.equal((await covering('service:10021006', '2025-10-11T05:30:00Z'))?.id, inTime.id)
  assert.equal(await covering('service:10021006', '2025-10-11T07:30:00Z'), null)
  assert.equal(await covering('service:10021001', '2025-10-11T06:00:00Z'), null)
  assert.equal(await covering('desk', '2025-10-11T06:00:00Z'), null)
  const facts = await factsBetween(context.db, { kinds: ['planned-outage.announced'] })
  assert.deepEqual(facts[0]?.body, {
    planned: inTime.id,
    kind: 'outage',
    components: ['service:10021006'],
    services: ['10021006'],
    from: '2025-10-11T05:30:00Z',
    to: '2025-10-11T07:30:00Z',
    notice: inTime.notice,
    noticeVersion: 1
  })
  const notice = await noticeById(context.db, inTime.notice)
  assert.ok(notice?.body.fa.includes('۱۹ مهر ۱۴۰۴، ساعت ۰۹:۰۰'))
  assert.deepEqual(notice?.about, { kind: 'planned-outage', id: inTime.id })
})

test('announcePlanned refuses what is no plan, and leaves nothing behind', async () => {
  const before = (await factsBetween(context.db, {})).length
  const span = (from: string, to: string) => ({ from: at(from), to: at(to) })
  const other = { components: ['service:10021003'] }
  const refused: [Partial<AnnounceInput>, string, string?][] = [
    [
      { ...other, ...span('2025-10-08T05:00:00Z', '2025-10-08T07:00:00Z') },
      'planned/past',
      '/from'
    ],
    [
      { ...other, ...span('2025-10-12T05:00:00Z', '2025-10-12T05:00:00Z') },
      'planned/ends-before-start',
      '/to'
    ],
    [
      { ...other, ...span('2025-10-12T07:00:00Z', '2025-10-12T05:00:00Z') },
      'planned/ends-before-start',
      '/to'
    ],
    [
      { ...other, ...span('2025-10-12T05:00:00Z', '2025-10-13T05:01:00Z') },
      'planned/too-long',
      '/to'
    ],
    [
      { ...other, ...span('2025-10-11T05:50:00Z', '2025-10-11T06:00:00Z') },
      'planned/too-soon',
      '/from'
    ],
    [{ ...span('2025-10-11T07:29:00Z', '2025-10-11T09:00:00Z') }, 'planned/overlaps', '/from'],
    [
      { ...other, ...span('2025-10-12T05:00:30Z', '2025-10-12T06:00:00Z') },
      'planned/not-whole-minute',
      '/from'
    ],
    [{ components: [] }, 'planned/nothing-named', '/components'],
    [{ components: ['service:99999999'] }, 'planned/unknown-component', '/components'],
    [{ kind: 'form-closed', services: ['1'] }, 'planned/unknown-service', '/services'],
    [{ ...other, words: { fa: 'به‌روزرسانی', en: ' ' } }, 'planned/both-languages', '/words/en']
  ]
  for (const [input, expected, pointer] of refused)
    await assert.rejects(plan(input), code(expected, pointer), expected)
  await assert.rejects(
    announcePlanned(context, await desk.as('leila-arab'), {
      authority: 'sko',
      kind: 'outage',
      components: ['desk'],
      ...saturday
    }),
    { code: 'people/not-allowed' }
  )
  await assert.rejects(
    announcePlanned(context, manager, { authority: 'ito', kind: 'office-closure', ...saturday }),
    { code: 'people/not-allowed' }
  )
  assert.equal((await factsBetween(context.db, {})).length, before)
  // The slowest of the sightings took 20 minutes and a second: so long, then 72 hours.
  await plan({ ...other, ...span('2025-10-11T05:51:00Z', '2025-10-11T06:00:00Z') })
})

test('movePlanned keeps the notice of a start moved later, and asks 72 hours for an earlier one', async () => {
  clock.set('2025-10-20T05:00:00Z')
  const span = (from: string, to: string) => ({ from: at(from), to: at(to) })
  const planned = await plan(span('2025-10-27T05:30:00Z', '2025-10-27T07:30:00Z'))
  const move = (from: string, to: string) =>
    movePlanned(context, manager, { planned: planned.id, ...span(from, to) })
  clock.advance('PT10M')
  await seeNotice(context, planned.notice)
  await drain()
  clock.set('2025-10-26T05:00:00Z')
  await assert.rejects(
    move('2025-10-27T05:00:00Z', '2025-10-27T07:00:00Z'),
    code('planned/too-soon')
  )
  await assert.rejects(
    move('2025-10-27T05:30:00Z', '2025-10-27T07:30:00Z'),
    code('planned/unchanged')
  )
  const later = await move('2025-10-27T06:30:00Z', '2025-10-27T09:30:00Z')
  assert.equal(later.sequence, 1)
  const unseen = await view(planned.id)
  assert.equal(unseen.verdict.valid, true)
  assert.equal(unseen.verdict.exempt?.to.toString(), '2025-10-27T08:30:00Z', 'two of three hours')
  await seeNotice(context, planned.notice)
  await drain()
  assert.equal((await view(planned.id)).verdict.exempt?.to.toString(), '2025-10-27T08:30:00Z')
  assert.equal((await noticeById(context.db, planned.notice))?.version, 2)
  clock.set('2025-10-27T07:00:00Z')
  await assert.rejects(move('2025-10-27T06:45:00Z', '2025-10-27T09:30:00Z'), code('planned/begun'))
  await assert.rejects(
    cancelPlanned(context, manager, { planned: planned.id, because: 'not-needed' }),
    code('planned/begun')
  )
  const shorter = await move('2025-10-27T06:30:00Z', '2025-10-27T08:00:00Z')
  assert.equal((await view(planned.id)).verdict.exempt?.to.toString(), shorter.to.toString())
})

test('addToPlanned asks for a notice and 72 hours of its own, cancelPlanned says so in public', async () => {
  clock.set('2025-11-01T05:00:00Z')
  const span = { from: at('2025-11-08T05:30:00Z'), to: at('2025-11-08T07:30:00Z') }
  const planned = await plan(span)
  const added = await addToPlanned(context, manager, {
    planned: planned.id,
    components: ['service:10021001']
  })
  assert.notEqual(added.notice, planned.notice)
  assert.equal(added.joins, planned.id)
  await assert.rejects(
    addToPlanned(context, manager, { planned: planned.id, components: ['service:10021006'] }),
    code('planned/joined-already', '/components')
  )
  clock.set('2025-11-06T05:00:00Z')
  await assert.rejects(
    addToPlanned(context, manager, { planned: planned.id, components: ['service:10021003'] }),
    code('planned/too-soon')
  )
  await cancelPlanned(context, manager, { planned: planned.id, because: 'postponed' })
  assert.equal((await view(planned.id)).state, 'cancelled')
  const notice = await noticeById(context.db, planned.notice)
  assert.ok(notice?.title.fa.startsWith('لغو شد'))
  await assert.rejects(
    movePlanned(context, manager, { planned: planned.id, ...span }),
    code('planned/over')
  )
})

test('announcePlanned lets one of two that plan the same at once through', async () => {
  clock.set('2025-12-01T05:00:00Z')
  const span = { from: at('2025-12-08T05:30:00Z'), to: at('2025-12-08T07:30:00Z') }
  const both = await Promise.allSettled([plan(span), plan(span)])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
})

test('a plan of the year 9999 is refused, and one that an earlier program took is still in order', async () => {
  const far = { from: at('9999-11-28T10:00:00Z'), to: at('9999-11-28T11:00:00Z') }
  await assert.rejects(plan(far), code('planned/too-far', '/from'))
  assert.deepEqual((await checkPlanned(context.db)).differences, [])
  const now = clock.now()
  await inTransaction(context.db, async (tx) => {
    const id = newId(now)
    const announced = { ...far, announcedAt: now, announcedBy: 'x', seenAt: null }
    const planned: Planned = {
      ...{
        ...far,
        id,
        authority: 'sko',
        kind: 'outage',
        words: null,
        joins: null,
        notice: newId(now)
      },
      ...{ components: ['service:10021006'], services: ['10021006'], sequence: 0, revision: 1 },
      ...{ announcedAt: now, announcedBy: 'x', changedAt: now, begunAt: null, endedAt: null },
      ...{ cancelledAt: null, cancelledBy: null, cancelledBecause: null },
      announcements: [{ noticeVersion: 1, ...announced }]
    }
    await insertPlanned(tx, planned)
    const { components, services, notice } = planned
    const body = {
      kind: 'outage',
      components,
      services,
      ...spanBody(far),
      notice,
      noticeVersion: 1
    }
    const told = { planned, by: { actor: 'x', at: now }, body: body as JsonObject }
    await plannedFact(tx, 'planned-outage.announced', told)
    await showPlanned(tx, planned)
  })
  assert.deepEqual((await checkPlanned(context.db)).differences, [])
})

test('what somebody adds to the notice of a plan tells the plan as well', async () => {
  clock.set('2025-12-01T05:00:00Z')
  const window = { from: at('2025-12-10T05:30:00Z'), to: at('2025-12-10T06:30:00Z') }
  const { id, notice } = await plan(window)
  const told = (await noticeById(context.db, notice))!
  const body = { fa: `${told.body.fa}\n\nبا پوزش.`, en: `${told.body.en}\n\nSorry.` }
  const taken = { ...told, title: { fa: 'قطعی نیست', en: 'There is none' } }
  const by = { actor: 'x', at: clock.now(), byHand: true }
  const correct = (text: typeof told) =>
    inTransaction(context.db, (tx) => correctNotice(tx, notice, text, by))
  await assert.rejects(correct(taken), { code: 'notice/leaves-out' })
  await correct({ ...told, body })
  clock.advance('PT5M')
  await seeNotice(context, notice)
  await drain()
  assert.equal((await view(id)).verdict.valid, true)
  assert.deepEqual((await checkPlanned(context.db)).differences, [])
  clock.advance('PT5M')
  await cancelPlanned(context, manager, { planned: id, because: 'not-needed' })
  await seeNotice(context, notice)
  await drain()
  assert.deepEqual((await checkPlanned(context.db)).differences, [])
})
