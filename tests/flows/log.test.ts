// Goal: facts become leaves once each, are published as C2SP has it, and can be opened by receipts.
// Method: a real database, signer and data folder; the clock is the test's.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import {
  decodeBundle,
  decodeEntry,
  parsePolicy,
  promiseOutcome,
  treeHash,
  leafHash,
  verifyPromise,
  verifyReceipt
} from '../../src/kernel/tlog/index.ts'
import { publicLog, recordFacts } from '../../src/ledger/index.ts'
import { bucketOf, inTransaction } from '../../src/platform/index.ts'
import { headOf, recordCases, testLog } from '../support/log.ts'

const log = await testLog()
const { context, clock, folder } = log
const { db } = context

test('nothing is opened while nothing has happened', async () => {
  await log.keep()
  assert.deepEqual(await publicLog.evidenceState(context), {
    log: null,
    size: 0,
    publishedSize: 0,
    publishedAt: null,
    delayed: false,
    reason: null
  })
})

test('facts get one leaf each, and a receipt that proves its statement', async () => {
  const ids = await recordCases(db, 2500, clock.now())
  await log.keep()
  const rows = await sql<{ id: string }>`select id from log_leaves order by id`.execute(db)
  assert.deepEqual(
    rows.rows.map(({ id }) => id),
    ids.toSorted()
  )
  const policy = parsePolicy(await policyText())
  assert.ok(policy.ok)
  for (const id of [ids[0], ids[1234], ids.at(-1)]) {
    const receipt = await publicLog.receiptOf(context, id ?? '')
    const verdict = verifyReceipt(receipt.text, policy.value)
    assert.equal(verdict.verdict, 'proven')
    assert.equal(verdict.verdict === 'proven' && verdict.receipt.fields.id, id)
  }
  const state = await publicLog.evidenceState(context)
  assert.equal(state.delayed, false)
  // The genesis, and three batches.
  assert.equal(state.publishedSize, 4)
})

function policyText(): Promise<string> {
  return publicLog.policyOf(context)
}

test('the published files hash to the checkpoint', async () => {
  const read = (path: string) => readFile(join(folder, 'log/1405', path))
  const head = headOf(await read('checkpoint'))
  const bundle = decodeBundle(await read(`tile/entries/000.p/${String(head.size)}`), head.size)
  assert.ok(bundle.ok)
  assert.deepEqual(treeHash(bundle.value.map((entry) => leafHash(entry))), head.root)
  const genesis = decodeEntry(bundle.value[0] ?? new Uint8Array())
  assert.ok(genesis.ok && genesis.value.kind === 'control')
  const body = JSON.parse(textOf(genesis.value.body)) as Record<string, unknown>
  assert.equal(body.type, 'genesis')
  assert.equal(body.origin, 'desk.example/peyman/log/1405')
})

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

test('a lone event is joined by a random commitment', async () => {
  await recordCases(db, 1, clock.now())
  await log.keep()
  const found = await sql<{ entry: Buffer }>`
    select entry from log_entries order by index desc limit 1`.execute(db)
  const entry = decodeEntry(found.rows[0]?.entry ?? new Uint8Array())
  assert.ok(entry.ok && entry.value.kind === 'sealed')
  assert.equal(entry.value.count, 2)
})

test('a public fact is published as it is, without who did it', async () => {
  await inTransaction(db, (tx) =>
    recordFacts(tx, [
      {
        owner: 'sko',
        authority: 'sko',
        kind: 'card.publication-refused',
        subject: '10021006',
        at: clock.now(),
        actor: 'somebody-secret',
        body: { service: '10021006', missing: ['fee'] }
      }
    ])
  )
  await log.keep()
  const found = await sql<{ entry: Buffer; service: string }>`
    select entry, service from log_entries where kind = 1`.execute(db)
  const entry = decodeEntry(found.rows[0]?.entry ?? new Uint8Array())
  assert.ok(entry.ok && entry.value.kind === 'public')
  const text = textOf(entry.value.body)
  assert.equal(found.rows[0]?.service, '10021006')
  assert.match(text, /"missing": \["fee"\]/)
  assert.doesNotMatch(text, /somebody-secret/)
})

test('a promise is kept by the receipt that follows it', async () => {
  const [id] = await recordCases(db, 1, clock.now())
  const note = await publicLog.promiseNoteOf(context, {
    bucket: bucketOf('owner 0'),
    subject: 'case 0',
    kind: 'case.submitted'
  })
  assert.ok(note !== null && id !== undefined)
  await log.keep()
  const policy = parsePolicy(await policyText())
  assert.ok(policy.ok)
  const promise = verifyPromise(note, policy.value)
  assert.ok(promise.ok)
  const { text } = await publicLog.receiptOf(context, id)
  const receipt = verifyReceipt(text, policy.value)
  const now = Math.floor(clock.now().epochMilliseconds / 1000)
  assert.equal(promiseOutcome(promise.value.promise, { receipt, now }), 'kept')
})

test('time in the log never goes back, whatever the clock does', async () => {
  clock.set('2026-11-21T06:00:00Z')
  await recordCases(db, 3, clock.now())
  await log.keep()
  const found = await sql<{ at: number }>`select at from log_entries order by index`.execute(db)
  const times = found.rows.map(({ at }) => at)
  assert.deepEqual(
    times,
    times.toSorted((a, b) => a - b)
  )
  clock.set('2026-11-22T07:00:00Z')
})

test('two sequencers at once log each fact once', async () => {
  const ids = await recordCases(db, 600, clock.now())
  await Promise.all([log.keep(), log.keep(), log.keep()])
  const found = await sql<{ n: number }>`
    select count(*)::integer as n from log_leaves where id = any(${ids}::uuid[])`.execute(db)
  assert.equal(found.rows[0]?.n, ids.length)
  const left = await sql`select 1 from ledger_outbox`.execute(db)
  assert.equal(left.rows.length, 0)
  await log.keep()
  assert.equal((await publicLog.evidenceState(context)).delayed, false)
})

test('without its signer the log goes on, and says that evidence is delayed', async () => {
  await log.stopSigner()
  const [id] = await recordCases(db, 1, clock.now())
  await log.keep()
  const state = await publicLog.evidenceState(context)
  assert.deepEqual([state.delayed, state.reason], [true, 'signer-away'])
  await assert.rejects(publicLog.receiptOf(context, id ?? ''), { code: 'receipt/pending' })
  const of = { bucket: bucketOf('owner 0'), subject: 'case 0', kind: 'case.submitted' } as const
  assert.equal(await publicLog.promiseNoteOf(context, of), null)
  await log.startSigner()
  await log.keep()
  assert.equal((await publicLog.evidenceState(context)).delayed, false)
  await publicLog.receiptOf(context, id ?? '')
})

test('an erased key leaves the leaf and nothing that opens it', async () => {
  const [id] = await recordCases(db, 1, clock.now())
  await log.keep()
  await publicLog.eraseEvidence(context, { owner: 'owner 0', subject: 'case 0' })
  await assert.rejects(publicLog.receiptOf(context, id ?? ''), { code: 'receipt/erased' })
  const [later] = await recordCases(db, 1, clock.now())
  await log.keep()
  await assert.rejects(publicLog.receiptOf(context, later ?? ''), { code: 'receipt/erased' })
})

test('a new year opens a new shard that names the one before', async () => {
  clock.set('2027-03-21T00:00:00Z')
  const [, id] = await recordCases(db, 2, clock.now())
  await log.keep()
  await recordCases(db, 2, clock.now())
  await log.keep()
  const logs = await sql<{ log: string; frozen: boolean; size: number }>`
    select log_id as log, frozen_at is not null as frozen, size from logs order by position`.execute(
    db
  )
  assert.deepEqual(
    logs.rows.map(({ log: name, frozen }) => [name, frozen]),
    [
      ['1405', true],
      ['1406', false]
    ]
  )
  const frozen = headOf(await readFile(join(folder, 'log/1405/checkpoint')))
  assert.equal(frozen.size, logs.rows[0]?.size)
  const policy = parsePolicy(await policyText())
  assert.ok(policy.ok)
  const { text } = await publicLog.receiptOf(context, id ?? '')
  assert.equal(verifyReceipt(text, policy.value).verdict, 'proven')
})
