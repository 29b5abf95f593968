import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, test } from 'node:test'
import { seeNotices } from '../../tests/support/see-notices.ts'
import { testDatabase } from '../../tests/support/database.ts'
import { importAgreements } from '../agreements/index.ts'
import { drainOutbox } from '../channels/index.ts'
import { readConfig } from '../config.ts'
import { factsBetween } from '../ledger/index.ts'
import { type Context, inTransaction, manualClock, silentLog } from '../platform/index.ts'
import { announceAgreements } from './announce-agreements.ts'
import { jobs } from './jobs.ts'
import { listNotices } from './notice-store.ts'

const { db } = await testDatabase()
const clock = manualClock('2026-11-22T06:00:00Z')
const context: Context = { db, clock, config: readConfig({}), log: silentLog, nudge: () => {} }
const folder = await mkdtemp(join(tmpdir(), 'peyman-announced-'))
after(() => rm(folder, { recursive: true }))
const file = join(folder, 'sk-1405.yaml')
const text = await readFile(resolve(import.meta.dirname, '../../agreements/sk-1405.yaml'), 'utf8')
const drain = () => drainOutbox(context, jobs.outbox ?? {})
const notices = async () => (await listNotices(db, {}, { skip: 0, limit: 10 })).notices
const effects = () => factsBetween(db, { kinds: ['agreement.effective'] })

test('a changed text of an agreement is announced, seen, and only then in force', async () => {
  await importAgreements(context)
  await drain()
  assert.deepEqual(await notices(), [])
  const before = (await effects()).length
  await writeFile(file, text.replace(/(en: ")(South Khorasan[^"]*)/, '$1$2 (new)'))
  clock.advance('PT1H')
  assert.deepEqual(await importAgreements(context, [file]), ['SK@1405'])
  await drain()
  const [notice, ...more] = await notices()
  assert.deepEqual(more, [])
  assert.deepEqual(notice?.about, { kind: 'agreement', id: 'SK@1405#2' })
  assert.equal((await effects()).length, before)
  clock.advance('PT1M')
  assert.equal((await seeNotices(context)).length, 1)
  clock.advance('PT1M')
  await drain()
  const effect = (await effects()).at(-1)
  assert.deepEqual(effect?.body, {
    agreement: 'SK',
    version: '1405',
    revision: 2,
    notice: notice?.id,
    seenAt: '2026-11-22T07:01:00Z'
  })
})

test('announceAgreements publishes nothing twice', async () => {
  const [notice] = await notices()
  const payload = { agreement: 'SK', version: '1405', revision: 2, notice: notice?.id }
  const messages = [{ bucket: 0, id: 'x', payload }]
  await inTransaction(db, (tx) => announceAgreements(context, tx, messages))
  assert.deepEqual(await notices(), [notice])
})
