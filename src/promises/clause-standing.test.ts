import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Clause } from '../kernel/terms/index.ts'
import { standingOf } from './clause-standing.ts'
import { type ClauseState, cachedPart, listedMax } from './clause-state.ts'
import type { EvaluationDetail, PromiseState } from './measure.ts'
import { periodsUpTo } from './period.ts'

const periods = periodsUpTo(Temporal.Instant.from('2026-11-22T08:00:00Z'))
const clause = (measure: Clause['measure']): Clause => ({
  id: 'PI-4.1.2',
  fa: 'متن',
  en: 'text',
  bearer: ['provider'],
  beneficiary: ['applicant'],
  kind: 'obligation',
  measure
})
const measured = clause({ name: 'declared-documents-only' })

interface Month {
  readonly state: PromiseState
  readonly n?: number
  readonly detail?: EvaluationDetail
}

const month = (period: string, { state, n = 0, detail = {} }: Month): ClauseState => ({
  authority: 'ito',
  agreement: 'PI',
  version: 'PI@1400',
  clause: 'PI-4.1.2',
  service: null,
  period,
  state,
  value: n === 0 ? null : 100,
  unit: 'percent',
  numerator: n,
  denominator: n,
  breaches: [],
  breachCount: 0,
  evidence: [],
  evidenceCount: 0,
  detail
})
const standing = (past: Month, running: Month) =>
  standingOf(measured, [month('1405-08', past), month('1405-09', running)], periods)

const time = { down: 0, planned: 0, unknown: 0, realPercent: 100 }
const table = [
  {
    name: 'the past one while the running one is empty',
    past: { state: 'broken', n: 3 },
    running: { state: 'no-data' },
    speaks: '1405-08'
  },
  {
    name: 'the past one while the running one is short and good',
    past: { state: 'broken', n: 3 },
    running: { state: 'kept', n: 2 },
    speaks: '1405-08'
  },
  {
    name: 'the running one once it has counted ten',
    past: { state: 'broken', n: 3 },
    running: { state: 'kept', n: 10 },
    speaks: '1405-09'
  },
  {
    name: 'the running one as soon as it is worse',
    past: { state: 'kept', n: 30 },
    running: { state: 'broken', n: 1 },
    speaks: '1405-09'
  },
  {
    name: 'the running one where something is at risk',
    past: { state: 'kept', n: 30 },
    running: { state: 'at-risk' },
    speaks: '1405-09'
  },
  {
    name: 'the past one where it was worse than a risk',
    past: { state: 'broken', n: 30 },
    running: { state: 'at-risk' },
    speaks: '1405-08'
  },
  {
    name: 'the running one where it shows how things stand',
    past: { state: 'broken', n: 8 },
    running: { state: 'kept', n: 8, detail: { standing: true } },
    speaks: '1405-09'
  },
  {
    name: 'the past one where less than ten days of time have passed',
    past: { state: 'broken', n: 2_592_000 },
    running: { state: 'kept', n: 2_592_000, detail: { time: { ...time, passed: 863_999 } } },
    speaks: '1405-08'
  },
  {
    name: 'the running one after ten days of time',
    past: { state: 'broken', n: 2_592_000 },
    running: { state: 'kept', n: 2_592_000, detail: { time: { ...time, passed: 864_000 } } },
    speaks: '1405-09'
  },
  {
    name: 'the running one where there is no other',
    past: { state: 'no-data' },
    running: { state: 'kept', n: 1 },
    speaks: '1405-09'
  }
] as const

for (const row of table) {
  test(`standingOf lets a month speak: ${row.name}`, () => {
    const found = standing(row.past, row.running)
    assert.equal(found.newest?.period, row.speaks)
    assert.equal(found.state, found.newest?.state)
    assert.equal(found.strip.length, 12)
  })
}

test('standingOf gives no number to a clause that is not counted from facts', () => {
  const how = { fa: 'چنین', en: 'so' }
  const ways = [
    [{ by: 'definition' }, 'definition', 'not-measurable'],
    [{ by: 'construction', how }, 'construction', 'not-measurable'],
    [{ by: 'not-measured', how }, 'not-measured', 'not-measurable'],
    [{ by: 'survey', how }, 'survey', 'no-data'],
    [{ by: 'attestation', document: how, how }, 'attestation', 'no-data'],
    [{ name: 'courtesy-survey', parameters: { of: 'staff' } }, 'no-facts-yet', 'no-data']
  ] as const
  for (const [measure, accounting, state] of ways) {
    const found = standingOf(
      clause(measure as Clause['measure']),
      [month('1405-09', { state: 'kept', n: 9 })],
      periods
    )
    assert.deepEqual([found.accounting, found.state], [accounting, state])
    assert.deepEqual([found.newest, found.strip.length], [null, 0])
  }
})

test('cachedPart names few facts, those of the newest breaches first, and counts all', () => {
  const breaches = Array.from({ length: 30 }, (_, i) => ({
    fact: `breach-${String(i)}`,
    at: Temporal.Instant.fromEpochMilliseconds(i * 1000),
    service: null
  }))
  const evidence = Array.from({ length: 90 }, (_, i) => `fact-${String(i)}`)
  const found = cachedPart({ ...month('1405-09', { state: 'broken', n: 60 }), breaches, evidence })
  assert.equal(found.breaches.length, listedMax)
  assert.equal(found.breaches[0]?.fact, 'breach-29')
  assert.deepEqual([found.breachCount, found.evidenceCount], [30, 90])
  assert.equal(found.evidence[0], 'breach-29')
  assert.equal(found.evidence.length, listedMax)
})
