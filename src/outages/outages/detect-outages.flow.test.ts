// Goal: what vantage points report becomes outages, gaps and notices, once, whoever reads and whenever
// reports come. Method: a desk with its real tables; reports of invented vantage points at set times.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { factsBetween } from '../../ledger/index.ts'
import { noticeById } from '../../notices/index.ts'
import type { Actor } from '../../people/index.ts'
import { testDesk } from '../../../tests/support/desk.ts'
import { gapsBetween } from '../probes/gap-store.ts'
import { registerVantage } from '../probes/register-vantage.ts'
import { liveTargets } from '../probes/target-store.ts'
import { syncWatching } from '../probes/sync-watching.ts'
import { takeResults } from '../probes/take-results.ts'
import { checkOutages } from './check-outages.ts'
import { detectOutages } from './detect-outages.ts'
import { newestOutages, openOutages } from './outage-store.ts'
import { closeOutage } from './update-outage.ts'

const desk = await testDesk('2026-11-22T06:00:00Z')
const { context, clock } = desk
const start = clock.now()
const authority = 'sko'
const component = 'failure-reports'
await syncWatching(context)
const target = (await liveTargets(context.db, authority)).find(
  (each) => each.component === component
)!

const vantages = ['inside', 'north', 'south'].map((name): Actor => ({
  kind: 'api-key',
  id: name,
  name: { fa: name, en: name },
  grants: [{ authority, unit: null, role: 'probe', post: null }],
  person: null
}))

for (const { id } of vantages) {
  await registerVantage(context, { authority, id, label: id, outside: true }, id)
}

function at(seconds: number): Temporal.Instant {
  return start.add({ seconds })
}

/** One vantage point reports, at one instant, looks at others: `[second, ok]`. */
async function report(vantage: number, when: number, looks: readonly [number, boolean][]) {
  clock.set(at(when))
  const batch = {
    v: 1 as const,
    batch: randomUUID(),
    results: looks.map(([second, ok]) => ({
      target: target.id,
      ageMs: (when - second) * 1000,
      ok,
      tookMs: 12,
      reason: ok ? null : ('status' as const),
      detail: ok ? null : 'answered 503'
    })),
    sightings: [],
    hosts: []
  }
  const caller = { actor: vantages[vantage]!, label: vantages[vantage]!.id }
  const answer = () =>
    takeResults(context, caller, { batch, receivedAt: clock.now(), batchAge: '0' })
  const first = await answer()
  // Sent again, because the answer was lost: it changes nothing.
  assert.deepEqual(await answer(), first)
  return first
}

async function outagesNow() {
  // Two workers at once.
  await Promise.all([detectOutages(context), detectOutages(context)])
  const outages = await newestOutages(context.db, { authority, limit: 50 })
  return outages
    .filter((outage) => outage.component === component)
    .map(({ from, to, ...outage }) => ({
      from: from.since(start).total('seconds'),
      to: to === null ? null : to.since(start).total('seconds'),
      void: outage.void
    }))
    .toReversed()
}

async function factsOfKind(kind: 'outage.opened' | 'outage.closed' | 'outage.corrected') {
  const facts = await factsBetween(context.db, { authority, kinds: [kind] })
  return facts.filter(({ body }) => body.component === component)
}

async function gapsNow() {
  const gaps = await gapsBetween(context.db, {
    authority,
    component,
    from: start.subtract({ hours: 1 }),
    to: start.add({ hours: 24 })
  })
  const seconds = (when: Temporal.Instant) => when.since(start).total('seconds')
  return gaps.map(({ from, to }) => [seconds(from), to === null ? null : seconds(to)])
}

test('an outage opens with the third failure, backdated to the first, with its notice', async () => {
  assert.deepEqual(await outagesNow(), [])
  assert.deepEqual(await gapsNow(), [[0, null]])
  await report(1, 120, [
    [60, true],
    [120, true]
  ])
  await outagesNow()
  assert.deepEqual(await gapsNow(), [[0, 60]])
  await report(1, 240, [
    [180, false],
    [240, false]
  ])
  assert.deepEqual(await outagesNow(), [])
  await report(1, 300, [[300, false]])
  assert.deepEqual(await outagesNow(), [{ from: 180, to: null, void: false }])
  const [open] = await openOutages(context.db, authority)
  const notice = await noticeById(context.db, open!.notice!)
  assert.equal(notice?.kind, 'outage')
  assert.match(notice.body.fa, /از ۱ آذر ۱۴۰۵، ساعت ۰۹:۳۳ در دسترس نیست/)
  assert.match(notice.body.en, /Not known yet/)
  assert.ok(notice.publishedAt.since(open!.from).total('minutes') < 15)
  assert.equal((await factsOfKind('outage.opened'))[0]?.at.toString(), at(180).toString())
})

test('one person does not end what probes see failing, or what nobody sees', async () => {
  const manager = await desk.as('kamran-mousavi')
  const [open] = await openOutages(context.db, authority)
  const words = { fa: 'درست شد', en: 'It is well again' }
  const end = () =>
    closeOutage(context, manager, { id: open!.id, to: clock.now(), cause: 'power', note: words })
  await assert.rejects(end(), { code: 'outage/not-seen-up' })
  const known = clock.now()
  clock.advance('PT30M')
  await assert.rejects(end(), { code: 'outage/not-seen-up' })
  clock.set(known)
  assert.deepEqual(await outagesNow(), [{ from: 180, to: null, void: false }])
})

test('it closes with the first of three successes, and the notice says so', async () => {
  await report(1, 480, [
    [360, false],
    [420, true],
    [480, true]
  ])
  assert.deepEqual(await outagesNow(), [{ from: 180, to: null, void: false }])
  await report(1, 540, [[540, true]])
  assert.deepEqual(await outagesNow(), [{ from: 180, to: 420, void: false }])
  const [closed] = await newestOutages(context.db, { authority, limit: 1 })
  const notice = await noticeById(context.db, closed!.notice!)
  assert.equal(notice?.version, 2)
  assert.match(notice.body.en, /4 minutes/)
  assert.equal((await factsOfKind('outage.closed')).length, 1)
})

test('silence is a gap that results which come late fill', async () => {
  await report(1, 600, [[600, true]])
  clock.set(at(900))
  await outagesNow()
  assert.deepEqual(await gapsNow(), [
    [0, 60],
    [600, null]
  ])
  await report(1, 960, [[960, true]])
  await outagesNow()
  assert.deepEqual(await gapsNow(), [
    [0, 60],
    [600, 960]
  ])
  const late = [660, 720, 780, 840, 900].map((second): [number, boolean] => [second, true])
  await report(1, 1000, late)
  await outagesNow()
  assert.deepEqual(await gapsNow(), [[0, 60]])
})

test('results that come late find an outage after it was over, once', async () => {
  const looks = [1020, 1080, 1140, 1200, 1260, 1320, 1380, 1440]
  // The newer half comes first.
  await report(
    1,
    1440,
    looks.slice(5).map((second): [number, boolean] => [second, true])
  )
  await outagesNow()
  await report(
    1,
    1450,
    looks.slice(0, 5).map((second): [number, boolean] => [second, false])
  )
  assert.deepEqual((await outagesNow()).at(-1), { from: 1020, to: 1320, void: false })
  assert.equal((await factsOfKind('outage.opened')).length, 2)
})

test('one of three that fails is no outage, two are', async () => {
  const [one, two, three] = [1, 2, 0]
  const beats = [1500, 1560, 1620, 1680, 1740, 1800]
  const all = (ok: boolean) => beats.map((second): [number, boolean] => [second, ok])
  await report(two, 1800, all(true))
  await report(three, 1801, all(true))
  await report(one, 1802, all(false))
  const before = await outagesNow()
  assert.equal(before.length, 2)
  const more = [1860, 1920, 1980].map((second): [number, boolean] => [second, false])
  await report(one, 1980, more)
  await report(
    three,
    1981,
    more.map(([second]): [number, boolean] => [second + 7, true])
  )
  await report(
    two,
    1982,
    more.map(([second]): [number, boolean] => [second + 3, false])
  )
  assert.deepEqual((await outagesNow()).at(-1), { from: 1863, to: null, void: false })
})

test('results of an unknown target are refused by their place', async () => {
  clock.set(at(2000))
  const caller = { actor: vantages[1]!, label: 'north' }
  const answer = await takeResults(context, caller, {
    batch: {
      v: 1,
      batch: randomUUID(),
      results: [
        { target: randomUUID(), ageMs: 0, ok: true, tookMs: 1, reason: null, detail: null },
        { target: target.id, ageMs: 0, ok: false, tookMs: 1, reason: 'timeout', detail: null }
      ],
      sightings: [],
      hosts: [{ host: 'other.example', foundOn: `${context.config.origin}/services` }]
    },
    receivedAt: clock.now(),
    batchAge: undefined
  })
  assert.deepEqual(answer, { accepted: 1, refused: [{ index: 0, code: 'target/unknown' }] })
  const found = await factsBetween(context.db, { authority, kinds: ['host.unregistered'] })
  assert.deepEqual(
    found.map(({ subject }) => subject),
    ['other.example']
  )
})

test('a batch of which nobody can tell when it was made is refused whole', async () => {
  const caller = { actor: vantages[1]!, label: 'north' }
  const batch = {
    v: 1 as const,
    batch: randomUUID(),
    results: [{ target: target.id, ageMs: 0, ok: true, tookMs: 1, reason: null, detail: null }],
    sightings: [],
    hosts: []
  }
  for (const batchAge of ['abc', '-600000', '3e5', '', `1${'0'.repeat(300)}`]) {
    const taken = takeResults(context, caller, { batch, receivedAt: clock.now(), batchAge })
    await assert.rejects(taken, { code: 'probe/batch-age', status: 422 })
  }
  const answer = await takeResults(context, caller, {
    batch,
    receivedAt: clock.now(),
    batchAge: '1840'
  })
  assert.deepEqual(answer, { accepted: 1, refused: [] })
})

test('whatever came late, rows are what all facts say', async () => {
  assert.deepEqual((await checkOutages(context.db)).differences, [])
})
