// Goal: facts become leaves once each, are published as C2SP has it, and can be opened by receipts.
// Method: a real database, signer and data folder; the clock is the test's.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import {
  decodeBundle,
  decodeEntry,
  parsePolicy,
  promiseOutcome,
  treeHash,
  leafHash,
  verifyEntryProof,
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

test('a lone event is joined by its companion', async () => {
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

test('what is promised as a year ends is kept by the log that the old one names', async () => {
  const of = { bucket: bucketOf('owner 3'), subject: 'case 3', kind: 'case.submitted' } as const
  const promised = async () => {
    const policy = parsePolicy(await policyText())
    const note = await publicLog.promiseNoteOf(context, of)
    assert.ok(policy.ok && note !== null)
    const promise = verifyPromise(note, policy.value)
    assert.ok(promise.ok)
    return promise.value.promise
  }
  clock.set('2028-03-19T20:00:00Z')
  // The newest shard is remembered for a second.
  await setTimeout(1100)
  await log.keep()
  const early = (await recordCases(db, 4, clock.now())).at(-1)
  // In the moment of the change: after the last look at the outbox, before the new shard is there.
  const promise = await promised()
  assert.match(promise.origin, /\/1406$/)
  await sql`create table held as table ledger_outbox`.execute(db)
  await sql`delete from ledger_outbox`.execute(db)
  clock.advance('PT2H')
  await log.keep()
  await sql`insert into ledger_outbox table held`.execute(db)
  await log.keep()
  const leaf = await publicLog.leafOf(db, early ?? '')
  assert.equal(leaf?.log, '1407')
  const policy = parsePolicy(await policyText())
  assert.ok(policy.ok)
  const receipt = verifyReceipt(
    (await publicLog.receiptOf(context, early ?? '')).text,
    policy.value
  )
  const now = promise.at + 60
  assert.equal(promiseOutcome(promise, { receipt, now }), 'other-log')
  const { size } = headOf(await readFile(join(folder, 'log/1406/checkpoint')))
  const proof = await publicLog.entryProofOf(context, { log: '1406', index: size - 1 })
  const closing = verifyEntryProof(proof.text, policy.value)
  const longer = { ...promise, delaySecondsMax: 4 * 3600 }
  assert.equal(promiseOutcome(longer, { receipt, closings: [closing], now }), 'kept')
  // Asked for again a year later, it is promised by the log in which it stands.
  clock.set('2029-03-25T00:00:00Z')
  await log.keep()
  await setTimeout(1100)
  assert.match((await promised()).origin, /\/1407$/)
})
