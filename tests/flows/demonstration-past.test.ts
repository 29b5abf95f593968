// Goal: the past of a demonstration holds what the pages of outages and notices are there to show, made by
// the use cases alone. Method: a month replayed into a database of its own.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Agenda } from '../../src/commands/demo/agenda.ts'
import { randomOf } from '../../src/commands/demo/random.ts'
import { replay } from '../../src/commands/demo/replay.ts'
import { leaveSites, planSites } from '../../src/commands/demo/site-life.ts'
import { loadContent } from '../../src/commands/load-content.ts'
import { readConfig } from '../../src/config.ts'
import { type Fact, factsBetween } from '../../src/ledger/index.ts'
import { noticeCheck } from '../../src/notices/index.ts'
import { openOutages, outageCheck, reportCheck } from '../../src/outages/index.ts'
import { type OutboxHandlers, manualClock, silentLog } from '../../src/platform/index.ts'
import { checkPromises } from '../../src/promises/check-promises.ts'
import { clauseStatesOf } from '../../src/promises/clause-state-store.ts'
import { recomputePromises } from '../../src/promises/recompute-promises.ts'
import { sliceJobs } from '../../src/slice-jobs.ts'
import { testDatabase } from '../support/database.ts'

const { db } = await testDatabase()
// Not on a whole second, as a start is.
const from = Temporal.Instant.from('2026-09-24T20:30:07.123Z')
const to = from.add({ hours: 26 * 24 })
const clock = manualClock(from)
const config = readConfig({ PEYMAN_DEMO: '1' })
const context = { db, clock, config, log: silentLog, nudge: () => {} }
await loadContent(context)
const handlers = Object.assign({}, ...sliceJobs.map((each) => each.outbox ?? {})) as OutboxHandlers
const names = [
  'outages.planned',
  'probes.channels',
  'failure-reports.choices',
  'failure-reports.match'
]
const jobs = sliceJobs.flatMap(({ schedule = [] }) =>
  schedule.filter(({ name }) => names.includes(name))
)
const result = await replay(
  context,
  { handlers, jobs },
  { from, to, casesPerMonth: 4, seed: 1404, progress: () => {} }
)
const facts = await factsBetween(db, {})
const ofKind = (kind: Fact['kind'], authority: string) =>
  facts.filter((fact) => fact.kind === kind && fact.authority === authority)

for (const authority of ['sko', 'ito']) {
  test(`${authority} has outages, plans, changes and reports, all of them over`, async () => {
    assert.deepEqual(await openOutages(db, authority), [])
    for (const kind of [
      'outage.opened',
      'outage.closed',
      'outage.corrected',
      'monitoring.lost',
      'planned-outage.announced',
      'suspension.begun',
      'failure-report.filed',
      'failure-receipt.issued',
      'card.effective',
      'notice.seen',
      'menu.walked',
      'channel.checked'
    ] as const) {
      assert.ok(ofKind(kind, authority).length > 0, `${authority} ${kind}`)
    }
    const opened = ofKind('outage.opened', authority)
    const closed = new Set(ofKind('outage.closed', authority).map(({ subject }) => subject))
    assert.ok(opened.every(({ subject }) => closed.has(subject)))
    assert.ok(opened.every((fact) => fact.knownAt.since(fact.at).total('minutes') <= 3))
  })

  test(`the measures of ${authority} find both good and bad in it, and rebuild`, async () => {
    clock.set(to)
    await recomputePromises(context, { force: true })
    const agreement = authority === 'sko' ? 'SK@1405' : 'PI@1405'
    const clauses = authority === 'sko' ? ['SK-3.6', 'SK-5.4a'] : ['PI-4.1.4b', 'PI-4.1.4c']
    for (const clause of clauses) {
      const states = await clauseStatesOf(db, authority, {
        version: agreement,
        clause,
        service: null
      })
      assert.ok(
        states.some(({ denominator }) => denominator > 0),
        clause
      )
    }
    assert.deepEqual((await checkPromises(context)).differences, [])
  })
}

test('its rows of outages, of what watched, of notices and of reports are what the facts say', async () => {
  const outages = await outageCheck.checkOutages(db)
  assert.deepEqual(outages.differences, [])
  assert.ok(outages.checked > 0 && outages.watching > 0)
  assert.deepEqual((await noticeCheck.checkNotices(db)).differences, [])
  assert.deepEqual((await reportCheck.checkReports(db)).differences, [])
})

test('nothing of it was refused that the story meant', () => {
  assert.deepEqual(
    [...result.refusals.keys()].filter((code) => /planned|outage|notice|report|probe/.test(code)),
    []
  )
})

test('what a replay that was cut short left behind is taken away at the next start', async () => {
  const other = { ...context, db: (await testDatabase()).db, clock: manualClock(from) }
  await loadContent(other)
  const isLive = async () => {
    const points = await factsBetween(other.db, {
      authority: 'sko',
      kinds: ['vantage-point.registered', 'vantage-point.retired']
    })
    return points.at(-1)?.kind === 'vantage-point.registered'
  }
  const story = { context: other, agenda: new Agenda(), random: randomOf(1), refused: () => {} }
  await planSites(story, { from, to })
  assert.equal(await isLive(), true)
  other.clock.advance('PT1H')
  await leaveSites(other)
  assert.equal(await isLive(), false)
  await leaveSites(other)
})
