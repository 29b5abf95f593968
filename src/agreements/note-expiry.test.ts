import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../../tests/support/database.ts'
import { readConfig } from '../config.ts'
import { factsBetween } from '../ledger/index.ts'
import { type Context, manualClock, silentLog } from '../platform/index.ts'
import { importAgreements } from './import-agreements.ts'
import { noteExpiry } from './note-expiry.ts'

const { db } = await testDatabase()
const clock = manualClock('2019-12-01T06:00:00Z')
const context: Context = { db, clock, config: readConfig({}), log: silentLog, nudge: () => {} }
await importAgreements(context)

test('noteExpiry warns 90, 30 and 7 days before the end and at the end, each once', async () => {
  const noted: string[][] = []
  for (const at of [
    '2019-12-19T06:00:00Z',
    '2019-12-20T06:00:00Z',
    '2020-01-05T06:00:00Z',
    '2020-02-18T06:00:00Z',
    '2020-03-13T06:00:00Z',
    '2020-03-19T20:29:59Z',
    '2020-03-19T20:30:00Z',
    '2020-03-20T06:00:00Z'
  ]) {
    clock.set(at)
    noted.push(await noteExpiry(context))
  }
  assert.deepEqual(noted, [
    [],
    ['SK@1398 expires-90'],
    [],
    ['SK@1398 expires-30'],
    ['SK@1398 expires-7'],
    [],
    ['SK@1398 expired'],
    []
  ])
})

test('noteExpiry records facts: the warning when it was given, the end when it was', async () => {
  const kinds = ['agreement.expiring', 'agreement.expired'] as const
  const facts = await factsBetween(db, { authority: 'sko', kinds })
  assert.deepEqual(
    facts.map(({ kind, at, body }) => [kind, at.toString(), body.daysLeft ?? null]),
    [
      ['agreement.expiring', '2019-12-20T06:00:00Z', 90],
      ['agreement.expiring', '2020-02-18T06:00:00Z', 30],
      ['agreement.expiring', '2020-03-13T06:00:00Z', 6],
      ['agreement.expired', '2020-03-19T20:30:00Z', null]
    ]
  )
})

test('noteExpiry at two places at once notes a milestone once', async () => {
  clock.set('2022-04-01T06:00:00Z')
  const both = await Promise.all([noteExpiry(context), noteExpiry(context)])
  assert.deepEqual(both.flat(), ['PI@1400 expired'])
  const [late] = await factsBetween(db, { authority: 'ito', kinds: ['agreement.expired'] })
  assert.equal(late?.at.toString(), '2022-03-20T20:30:00Z')
  assert.equal(late?.knownAt.toString(), '2022-04-01T06:00:00Z')
})
