// Goal: an old backup brought back is told as old, counts what is lost, cannot fork the log, brings
// nothing back that was erased, and goes on. Method: a log with its signer; the database is lost.
import assert from 'node:assert/strict'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { makeBackup, restoreBackup, verifyRestored } from '../../src/backup/index.ts'
import { generateMailboxIdentity, recipientOf } from '../../src/kernel/seal/index.ts'
import { type NewFact, publicLog, recordFacts } from '../../src/ledger/index.ts'
import {
  type Context,
  type Db,
  databaseAddress,
  inTransaction,
  openDatabase
} from '../../src/platform/index.ts'
import { headOf, testLog } from '../support/log.ts'
import { once, scratchDatabase } from '../support/scratch-database.ts'

const log = await testLog()
const { context, clock, url, folder } = log
const backups = await mkdtemp(join(tmpdir(), 'peyman-backup-'))
after(() => rm(backups, { recursive: true, force: true }))
const identity = await generateMailboxIdentity('classic')
const to = [(await recipientOf(identity)) ?? '']
const identities = [identity]
const file = join(backups, 'old.peyman')

async function restored(dataFolder = folder): Promise<Context> {
  const target = await scratchDatabase(url)
  await restoreBackup({ file, identities, url: target })
  const opened = openDatabase(target, 4)
  after(() => opened.close())
  return { ...context, db: opened.db, config: { ...context.config, dataFolder } }
}

/** Facts that no row but their own hangs on. */
async function record(db: Db, count: number): Promise<void> {
  const facts = Array.from({ length: count }, (_, i): NewFact => ({
    owner: `owner ${String(i % 7)}`,
    authority: 'sko',
    kind: 'grant.given',
    subject: `grant ${String(i % 11)}`,
    at: clock.now(),
    actor: 'test',
    body: { i }
  }))
  await inTransaction(db, (tx) => recordFacts(tx, facts))
}

await record(context.db, 60)
await log.keep()
await makeBackup(context, { file, to })
const size = () => readFile(join(folder, 'log/1405/checkpoint')).then((note) => headOf(note).size)

test('a backup of the newest state is whole, held against the log and everything else', async () => {
  const now = await restored()
  const { faults, todo, ...verified } = await verifyRestored(now, { repair: false })
  assert.deepEqual([...faults, ...todo], [])
  assert.deepEqual(
    { ok: verified.ok, facts: verified.facts, behind: verified.behind, lost: verified.factsLost },
    { ok: true, facts: 60, behind: [], lost: 0 }
  )
})

test('a fact that was edited before the backup was made is a fault of what was restored', async () => {
  const now = await restored()
  await once(
    databaseAddress(now.db),
    `update facts set body = body || '{"amountRial": 1}' where id = (select min(id::text)::uuid from facts)`
  )
  const { ok, faults } = await verifyRestored(now, { repair: false })
  assert.equal(ok, false)
  assert.deepEqual(
    faults.map((each) => ('what' in each ? each.what : '')),
    ['fact-edited']
  )
})

test('a restored old backup says what is lost, cannot fork the log, and goes on', async () => {
  await publicLog.eraseEvidenceOf(context, 'grant 3')
  await record(context.db, 25)
  await log.keep()
  const signed = await size()
  const now = await restored()
  // Looked at only: nothing may be written into the log of a desk that runs.
  const looked = await verifyRestored(now, { repair: false })
  assert.equal(looked.ok, true)
  assert.deepEqual(
    looked.behind.map((head) => [head.log, head.signed, head.by]),
    [['1405', signed, 'signer']]
  )
  assert.equal(looked.factsLost, null)
  assert.equal(await size(), signed)

  const verified = await verifyRestored(now, { repair: true })
  assert.equal(verified.ok, true)
  assert.equal(verified.factsLost, 25)
  assert.deepEqual(verified.todo, [])
  assert.deepEqual(
    verified.repairs.map(({ log: name, from }) => [name, from]),
    [['1405', 'files']]
  )
  const keys = await publicLog.checkLog(now)
  assert.deepEqual(
    [...new Set(keys.differences.map(({ what }) => what))],
    ['commitments-lost'],
    'erased keys are in the list, and not in the rows'
  )
  await record(now.db, 10)
  await publicLog.keepLog(now, await publicLog.publisherOf(now))
  assert.ok((await size()) > signed)
  assert.deepEqual(
    (await publicLog.checkLog(now)).differences.map(({ what }) => what),
    [...keys.differences.map(({ what }) => what)]
  )
})

test('without the signer a checkpoint that a witness kept tells how much is missing', async () => {
  const elsewhere = join(backups, 'new-machine')
  await cp(join(folder, 'witnesses'), join(elsewhere, 'witnesses')).catch(() => {})
  const now = await restored(elsewhere)
  const kept = await readFile(join(folder, 'log/1405/checkpoint'), 'utf8')
  const alone = await verifyRestored(now, { repair: true })
  assert.deepEqual([alone.ok, alone.behind, alone.repairs], [true, [], []])
  assert.ok(alone.todo.some((each) => 'what' in each && each.what === 'signer-unknown'))
  const told = await verifyRestored(now, { repair: true, checkpoints: [kept] })
  assert.equal(told.behind[0]?.by, 'given')
  assert.equal(told.behind[0]?.signed, await size())
  const forged = kept.replace(/^\d+$/m, '999999')
  const believed = await verifyRestored(now, { repair: true, checkpoints: [forged] })
  assert.deepEqual(believed.behind, [])
})
