// Goal: what a hand changes in rows of outages and of what watches for them is named; what the program
// does is not. Method: a desk with an outage of probes and one of people, corrected; one hand at a time.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testDesk } from '../../../tests/support/desk.ts'
import { inTransaction } from '../../platform/index.ts'
import { checkChannels } from '../probes/check-channels.ts'
import { registerVantage, retireVantage } from '../probes/register-vantage.ts'
import { syncWatching } from '../probes/sync-watching.ts'
import { takeResults } from '../probes/take-results.ts'
import { liveTargets } from '../probes/target-store.ts'
import { checkOutages } from './check-outages.ts'
import { decideCorrection, proposeCorrection } from './correct-outage.ts'
import { detectOutages } from './detect-outages.ts'
import { openOutage } from './open-outage.ts'
import { newestOutages } from './outage-store.ts'
import { closeOutage, updateOutageNews } from './update-outage.ts'

const desk = await testDesk('2026-11-22T06:00:00Z')
const { context, clock } = desk
const { db } = context
const authority = 'sko'
const component = 'failure-reports'
const words = { fa: 'شرح', en: 'Words' }
await syncWatching(context)
for (const [id, outside] of [
  ['inside', false],
  ['north', true]
] as const) {
  await registerVantage(context, { authority, id, label: id, outside }, id)
}
const manager = await desk.as('kamran-mousavi')
const second = await desk.as('vahid-rostami')
const target = (await liveTargets(db, authority)).find((each) => each.component === component)!

/** The probe outside finds the page for failures so, five times in as many minutes. */
async function looks(ok: boolean): Promise<void> {
  clock.advance('PT5M')
  const caller = {
    actor: {
      kind: 'api-key' as const,
      id: 'north',
      name: words,
      grants: [{ authority, unit: null, role: 'probe' as const, post: null }],
      person: null
    },
    label: 'north'
  }
  const results = [240, 180, 120, 60, 0].map((age) => ({
    ...{ target: target.id, ageMs: age * 1000, ok, tookMs: 10 },
    ...{ reason: ok ? null : ('status' as const), detail: null }
  }))
  const batch = { v: 1 as const, batch: randomUUID(), results, sightings: [], hosts: [] }
  await takeResults(context, caller, { batch, receivedAt: clock.now(), batchAge: '0' })
  await detectOutages(context)
}

/** What is found once a hand was at work; it is undone again. */
async function found(change: ReturnType<typeof sql>): Promise<string[]> {
  const differences: string[] = []
  const undone = inTransaction(db, async (tx) => {
    await change.execute(tx)
    const { differences: now } = await checkOutages(tx)
    differences.push(...now.map(({ watching, what }) => `${watching} ${what}`))
    throw new Error('undo')
  })
  await assert.rejects(undone, /undo/)
  return differences
}

await looks(true)
await looks(false)
await looks(true)
const byProbes = (await newestOutages(db, { authority, limit: 1 }))[0]!.id
await checkChannels(context)
const at = clock.now()
const news = { scope: null, expectedReturnAt: null, nextUpdateAt: null }
const opened = await openOutage(context, manager, {
  ...{ ...news, authority, component: 'desk', cause: 'unknown' },
  from: at.subtract({ minutes: 5 })
})
await checkChannels(context)
const { id } = opened
clock.advance('PT1M')
await updateOutageNews(context, manager, { ...news, id, cause: 'network', words: null })
clock.advance('PT1M')
await closeOutage(context, manager, { id, to: clock.now(), cause: 'power', note: words })

async function correct(what: { outage: string; cause: string; void: boolean }): Promise<void> {
  clock.advance('PT1M')
  const { from, to } = (await newestOutages(db, { authority, limit: 9 })).find(
    (each) => each.id === what.outage
  )!
  const correction = await proposeCorrection(context, manager, {
    ...{ id: what.outage, from: from.add({ seconds: 1 }), to, cause: what.cause },
    ...{ void: what.void, reason: 'wrong-times', words }
  })
  const decision = { id: what.outage, correction: correction.id, approved: true }
  await decideCorrection(context, second, decision)
}

test('checkOutages finds nothing in what the program did', async () => {
  assert.deepEqual((await checkOutages(db)).differences, [])
  await correct({ outage: byProbes, cause: 'software', void: false })
  assert.deepEqual((await checkOutages(db)).differences, [])
  await correct({ outage: id, cause: 'power', void: true })
  await looks(true)
  await retireVantage(context, manager, { authority, vantage: 'inside' })
  const { checked, watching, differences } = await checkOutages(db)
  assert.deepEqual([checked, differences], [2, []])
  assert.ok(watching > 10)
})

test('checkOutages names what a hand did to an outage', async () => {
  const which = sql`where id = ${byProbes}`
  const cases: readonly [ReturnType<typeof sql>, string[]][] = [
    [sql`update outages set void = true ${which}`, ['outage void']],
    [sql`update outages set void = false where id = ${id}`, ['outage void']],
    [sql`update outages set from_at = from_at + interval '1 minute' ${which}`, ['outage from']],
    [sql`update outages set to_at = to_at - interval '1 minute' ${which}`, ['outage to']],
    [sql`update outages set cause = 'supplier' ${which}`, ['outage cause']],
    [sql`update outages set component = 'portal' ${which}`, ['outage component']],
    [sql`update outages set service = '10021001' ${which}`, ['outage service']],
    [sql`update outages set automatic = false ${which}`, ['outage automatic']],
    [sql`update outages set settled = false ${which}`, ['outage settled']],
    [sql`update outages set planned = ${randomUUID()}::uuid ${which}`, ['outage planned']],
    [sql`update outages set notice = ${randomUUID()}::uuid ${which}`, ['outage notice']],
    [sql`update outages set known_at = from_at ${which}`, ['outage knownAt']],
    [sql`delete from outages ${which}`, ['outage row']],
    [sql`delete from facts where kind = 'outage.opened' and subject = ${byProbes}`, ['outage row']]
  ]
  for (const [change, names] of cases) assert.deepEqual(await found(change), names)
  const causes = await found(sql`update outages set cause = 'national-network'`)
  assert.deepEqual(causes, ['outage cause', 'outage cause'])
})

test('checkOutages names a time without results that a hand made, moved or took away', async () => {
  const some = sql`where authority = ${authority} and component = 'desk'`
  const made = sql`
    insert into monitoring_gaps (bucket, authority, component, from_at, to_at)
    select bucket, authority, component, timestamptz '2026-10-01', timestamptz '2026-10-10'
    from monitoring_gaps ${some} limit 1`
  assert.deepEqual(await found(made), ['gap row'])
  const longer = sql`update monitoring_gaps set to_at = '2026-11-23' ${some}`
  assert.deepEqual(await found(longer), ['gap to'])
  assert.deepEqual(await found(sql`delete from monitoring_gaps ${some}`), ['gap row'])
})

test('checkOutages names what a hand did to a vantage point', async () => {
  const one = (name: string) => sql`where id = ${name}`
  const inside = sql`update vantage_points set outside = true ${one('inside')}`
  assert.deepEqual(await found(inside), ['vantage-point outside'])
  const back = sql`update vantage_points set retired_at = null ${one('inside')}`
  assert.deepEqual(await found(back), ['vantage-point retiredAt'])
  const since = sql`update vantage_points set registered_at = '2026-01-01' ${one('north')}`
  assert.deepEqual(await found(since), ['vantage-point registeredAt'])
  assert.deepEqual(await found(sql`delete from vantage_points ${one('north')}`), [
    'vantage-point row'
  ])
})

test('checkOutages names what a hand did to a target', async () => {
  const which = sql`where id = ${target.id}`
  const elsewhere = { ...target.check, url: 'https://elsewhere.example/' }
  const cases: readonly [ReturnType<typeof sql>, string[]][] = [
    [sql`update probe_targets set retired_at = added_at ${which}`, ['target retiredAt']],
    [sql`update probe_targets set component = 'portal' ${which}`, ['target component']],
    [sql`update probe_targets set kind = 'menu' ${which}`, ['target kind']],
    [
      sql`update probe_targets set probe = ${JSON.stringify(elsewhere)}::jsonb ${which}`,
      ['target checkHost']
    ],
    [sql`delete from probe_targets ${which}`, ['target row']]
  ]
  for (const [change, names] of cases) assert.deepEqual(await found(change), names)
})

test('checkOutages names what a hand did to the state of a channel', async () => {
  const site = sql`where authority = ${authority} and channel = 'site'`
  const rows = await sql<{ alive: boolean }>`select alive from channel_checks ${site}`.execute(db)
  assert.equal(rows.rows[0]?.alive, false)
  assert.deepEqual(await found(sql`update channel_checks set alive = true ${site}`), [
    'channel alive'
  ])
  const post = sql`update channel_checks set alive = true, reason = null where channel = 'post'`
  assert.ok((await found(post)).includes('channel row'))
  const newer = sql`update channel_checks set recorded_at = recorded_at + interval '1 day' ${site}`
  assert.deepEqual(await found(newer), ['channel recordedAt'])
  assert.deepEqual(await found(sql`delete from channel_checks ${site}`), ['channel row'])
})
