// Goal: what is cached is what the facts say, and is counted again when they change. Method: both
// agreements imported for real, facts recorded by the ledger, on a database of its own.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agreementVersions, importAgreements } from '../agreements/index.ts'
import { readConfig } from '../config.ts'
import { clausesOf } from '../kernel/terms/index.ts'
import { type Fact, recordFacts } from '../ledger/index.ts'
import { type Context, inTransaction, manualClock, silentLog } from '../platform/index.ts'
import { testDatabase } from '../../tests/support/database.ts'
import { checkPromises } from './check-promises.ts'
import {
  clauseStatesOf,
  keepScoreRun,
  replaceClauseStates,
  scoreRunOf
} from './clause-state-store.ts'
import { readClause } from './read-clause.ts'
import { readLivingVersion } from './read-states.ts'
import { recomputePromises } from './recompute-promises.ts'
import {
  cardPublished,
  caseFact,
  deliveredCase,
  filedCase,
  later,
  service
} from './sample-facts.ts'

const { db } = await testDatabase()
const clock = manualClock('2026-03-21T06:00:00Z')
const context: Context = {
  db,
  clock,
  config: readConfig({}),
  log: silentLog,
  nudge: () => {}
}
const record = (facts: readonly Fact[]) =>
  inTransaction(db, (tx) =>
    recordFacts(
      tx,
      facts.map((fact) => ({ ...fact, owner: fact.subject }))
    )
  )

await importAgreements(context)
await record([cardPublished('2026-03-22T00:00:00Z')])
const day = '2026-11-01T05:00:00Z'
await record([
  ...deliveredCase('case-a', day, 24),
  ...deliveredCase('case-b', day, 24),
  ...deliveredCase('case-c', day, 60),
  ...filedCase('case-d', '2026-11-21T05:00:00Z')
])
clock.set('2026-11-22T08:00:00Z')

/** Makes the last count of the Governorate look as dear as one of many facts. */
async function forgeFactsRead(factsRead: number) {
  const run = await scoreRunOf(db, 'sko')
  assert.ok(run)
  await inTransaction(db, (tx) => keepScoreRun(tx, { ...run, factsRead }))
}

test('recomputePromises counts once, and again only for a reason', async () => {
  assert.deepEqual(await recomputePromises(context), ['ito', 'sko'])
  assert.deepEqual(await recomputePromises(context), [])
  await record([
    caseFact('case.step-entered', 'case-d', {
      at: '2026-11-22T07:00:00Z',
      step: 'check',
      inOrder: true
    })
  ])
  assert.deepEqual(await recomputePromises(context), ['sko'])
  await forgeFactsRead(60_000)
  assert.deepEqual(await recomputePromises(context, { patient: true, force: true }), ['ito'])
  clock.advance('PT61S')
  assert.deepEqual(await recomputePromises(context, { patient: true, force: true }), ['ito', 'sko'])
  clock.advance('PT11M')
  assert.deepEqual(await recomputePromises(context), ['ito', 'sko'])
  assert.deepEqual(await recomputePromises(context, { force: true }), ['ito', 'sko'])
})

test('the cached states say what the facts say', async () => {
  const found = await clauseStatesOf(db, 'sko', {
    version: 'SK@1398',
    clause: 'SK-2.1',
    service,
    period: '1405-08'
  })
  assert.equal(found.length, 1)
  assert.deepEqual([found[0]?.numerator, found[0]?.denominator, found[0]?.state], [2, 3, 'broken'])
  const draft = await clauseStatesOf(db, 'sko', {
    version: 'SK@1405',
    clause: 'SK-2.1',
    service,
    period: '1405-08'
  })
  assert.deepEqual([draft[0]?.state, draft[0]?.detail.proposal], ['broken', true])
  const run = await scoreRunOf(db, 'sko')
  assert.ok((run?.factsRead ?? 0) > 10)
})

test('checkPromises finds no difference, and finds a forged number', async () => {
  const clean = await checkPromises(context)
  assert.ok(clean.checked > 1000)
  assert.deepEqual(clean.differences, [])
  const states = await clauseStatesOf(db, 'sko')
  const forged = states.map((state) =>
    state.clause === 'SK-2.1' && state.version === 'SK@1405' && state.denominator === 3
      ? { ...state, state: 'kept' as const, numerator: 3, value: 100 }
      : state
  )
  await inTransaction(db, (tx) => replaceClauseStates(tx, 'sko', forged))
  const { differences } = await checkPromises(context)
  assert.deepEqual(
    differences.map(({ state }) => state),
    ['SK@1405 SK-2.1 * 1405-08', `SK@1405 SK-2.1 ${service} 1405-08`]
  )
  await recomputePromises(context, { force: true })
  assert.deepEqual((await checkPromises(context)).differences, [])
})

test('a late pause restores what was broken', async () => {
  await record(
    [
      caseFact('case.returned', 'case-c', { at: later(day, 10), defects: [], repeat: false }),
      caseFact('case.resubmitted', 'case-c', { at: later(day, 40) })
    ].map((fact) => ({ ...fact, knownAt: clock.now() }))
  )
  await recomputePromises(context)
  const [found] = await clauseStatesOf(db, 'sko', {
    version: 'SK@1405',
    clause: 'SK-2.1',
    service,
    period: '1405-08'
  })
  assert.deepEqual([found?.state, found?.numerator, found?.denominator], ['kept', 3, 3])
})

test('readLivingVersion accounts for every clause of both agreements', async () => {
  let clauses = 0
  for (const id of ['SK', 'PI']) {
    const living = await readLivingVersion(context, id)
    assert.equal(living.version.state, 'expired')
    assert.equal(living.standings.length, clausesOf(living.version.document).length)
    clauses += living.standings.length
    for (const each of await agreementVersions(db, id)) {
      const named = await readLivingVersion(context, id, each.version)
      assert.equal(named.version.ref, each.ref)
      assert.equal(named.periods.length, 12)
    }
  }
  assert.equal(clauses, 119)
  await assert.rejects(readLivingVersion(context, 'XX'), { code: 'not-found' })
  await assert.rejects(readLivingVersion(context, 'SK', '1401'), { code: 'not-found' })
})

test('readClause lists the facts of a month in pages', async () => {
  const about = { agreement: 'SK', version: '1405', clause: 'SK-2.1', page: 1 }
  const found = await readClause(context, { ...about, period: '1405-08' })
  assert.equal(found.facts.facts.length, 12)
  assert.ok(found.facts.isLast)
  assert.deepEqual((await readClause(context, { ...about, period: '1405-07' })).facts.facts, [])
  assert.equal((await readClause(context, { ...about, page: 2 })).facts.facts.length, 0)
  const cards = await readClause(context, { ...about, clause: 'SK-5.5a' })
  assert.deepEqual(
    cards.facts.facts.map(({ kind }) => kind),
    ['card.published']
  )
  const none = await readClause(context, { ...about, clause: 'SK-3.5' })
  assert.deepEqual([none.standing.accounting, none.facts.facts.length], ['definition', 0])
  for (const wrong of [{ clause: 'SK-9.9' }, { service: '1' }, { period: '1405-13' }]) {
    await assert.rejects(readClause(context, { ...about, ...wrong }), { code: 'not-found' })
  }
})

test('a fact that was committed behind a newer one is counted all the same', async () => {
  await recomputePromises(context)
  const step = { step: 'check', inOrder: true }
  const at = clock.now().toString()
  await record([caseFact('case.step-entered', 'case-d', { at, ...step })])
  assert.deepEqual(await recomputePromises(context), ['sko'])
  // Its id was made a second before that of the fact above, and its transaction took longer.
  const before = clock.now().subtract({ seconds: 1 })
  const knownAt = { knownAt: before }
  const late = deliveredCase('case-late', day, 100).map((fact) => ({ ...fact, ...knownAt }))
  await record(late)
  const behind = await checkPromises(context, { looks: 1, pauseMilliseconds: 0 })
  assert.notEqual(behind.differences.length, 0, 'a count that stays behind is told')
  const checking = checkPromises(context, { looks: 600, pauseMilliseconds: 100 })
  assert.deepEqual(await recomputePromises(context), ['sko'])
  assert.deepEqual((await checking).differences, [], 'one that is made meanwhile is waited for')
  const [month] = await clauseStatesOf(db, 'sko', {
    version: 'SK@1405',
    clause: 'SK-2.1',
    service,
    period: '1405-08'
  })
  assert.deepEqual(
    [month?.state, month?.denominator],
    ['broken', 4],
    'the month in which it was due'
  )
  assert.deepEqual((await checkPromises(context)).differences, [])
  assert.deepEqual(await recomputePromises(context), [])
})
