// Goal: whatever a hand, a restored backup or a wrong clock does to the log is found and named, and what
// can be repaired is. Method: do it, look with checkLog, repair, look again.
import assert from 'node:assert/strict'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { decodeBundle, parsePolicy, verifyReceipt } from '../../src/kernel/tlog/index.ts'
import { publicLog } from '../../src/ledger/index.ts'
import { logDamage } from '../support/log-damage.ts'
import { headOf, recordCases, testLog } from '../support/log.ts'

const log = await testLog()
const { context, clock, folder } = log
const { db } = context
const { named, repaired, withRowsBack } = logDamage(context)
const ids: string[] = []
for (let round = 0; round < 6; round += 1) {
  ids.push(...(await recordCases(db, 40, clock.now())))
  await log.keep()
}

const allTables = [
  'facts',
  'ledger_outbox',
  'evidence_keys',
  'logs',
  'log_entries',
  'log_leaves',
  'log_tiles',
  'log_checkpoints'
]

test('checkLog finds nothing in a sound log', async () => {
  assert.deepEqual(await named(), [])
})

test('checkLog names a fact that was edited by hand, and one that was deleted', async () => {
  await withRowsBack(['facts'], async () => {
    await sql`update facts set body = body || '{"amountRial": 1}' where id = ${ids[3]}`.execute(db)
    assert.deepEqual(await named(), ['fact-edited'])
    await assert.rejects(publicLog.receiptOf(context, ids[3] ?? ''), {
      code: 'receipt/does-not-match'
    })
  })
  await withRowsBack(['facts'], async () => {
    await sql`update facts set actor = 'somebody else' where id = ${ids[3]}`.execute(db)
    assert.deepEqual(await named(), ['fact-edited'])
  })
  await withRowsBack(['facts'], async () => {
    await sql`delete from facts where id = ${ids[3]}`.execute(db)
    assert.deepEqual(await named(), ['leaf-without-fact'])
  })
  assert.deepEqual(await named(), [])
})

test('checkLog names a fact that never got a leaf, and a leaf that was taken away', async () => {
  await withRowsBack(['log_leaves'], async () => {
    await sql`delete from log_leaves where id = ${ids[5]}`.execute(db)
    assert.deepEqual(await named(), ['commitment-without-leaf', 'fact-without-leaf'])
  })
})

test('checkLog names edited entries and commitments, and repairLog brings entries back', async () => {
  await sql`update log_entries set entry = set_byte(entry, 20, (get_byte(entry, 20) + 1) % 256)
    where index = 2`.execute(db)
  assert.deepEqual(await named(), [
    'checkpoint-differs',
    'commitments-differ',
    'fork',
    'head-differs',
    'tile-file-differs',
    'tile-row-differs'
  ])
  assert.deepEqual(await repaired(), ['files'])
  assert.deepEqual(await named(), [])
  await publicLog.receiptOf(context, ids[41] ?? '')
  await withRowsBack(['log_entries'], async () => {
    await sql`update log_entries
      set commitments = set_byte(commitments, 5, (get_byte(commitments, 5) + 1) % 256)
      where index = 1`.execute(db)
    assert.ok((await named()).includes('commitments-differ'))
  })
})

test('checkLog names tiles that differ, in rows and in files, and repairLog makes them anew', async () => {
  await sql`update log_tiles set bytes = set_byte(bytes, 33, (get_byte(bytes, 33) + 1) % 256)`.execute(
    db
  )
  assert.deepEqual(await named(), ['tile-row-differs'])
  assert.deepEqual(await repaired(), ['rows'])
  assert.deepEqual(await named(), [])
  const { size } = headOf(await readFile(join(folder, 'log/1405/checkpoint')))
  const file = join(folder, `log/1405/tile/0/000.p/${String(size)}`)
  await writeFile(file, 'nothing')
  assert.deepEqual(await named(), ['tile-file-differs'])
  await rm(file)
  assert.deepEqual(await named(), ['tile-file-missing'])
  assert.deepEqual(await repaired(), ['rows'])
  assert.deepEqual(await named(), [])
})

test('checkLog names a clock that was set back', async () => {
  const now = clock.now()
  clock.set('2026-11-20T06:00:00Z')
  assert.deepEqual(await named(), ['clock-set-back'])
  clock.set(now)
})

// The facts that were recorded after the backup are lost, and that is said from then on.
const lasting = ['commitments-lost']

test('a restored backup is named, signs nothing, and is repaired from the published files', async () => {
  for (const table of allTables) {
    await sql`create table ${sql.table(`${table}_backup`)} as table ${sql.table(table)}`.execute(db)
  }
  const lost = await recordCases(db, 30, clock.now())
  await log.keep()
  const signed = headOf(await readFile(join(folder, 'log/1405/checkpoint')))
  for (const table of allTables) {
    await sql`delete from ${sql.table(table)}`.execute(db)
    await sql`insert into ${sql.table(table)} table ${sql.table(`${table}_backup`)}`.execute(db)
    await sql`drop table ${sql.table(`${table}_backup`)}`.execute(db)
  }
  // Work goes on after the restore: other facts, in the place of those that were lost.
  const after = await recordCases(db, 20, clock.now())
  await log.keep()
  assert.ok((await named()).includes('rows-behind-signer'))
  const state = await publicLog.evidenceState(context)
  assert.deepEqual([state.delayed, state.reason], [true, 'signer-refused'])
  const [repair] = await publicLog.repairLog(context)
  assert.equal(repair?.from, 'files')
  assert.ok(repair.lost >= lost.length && repair.lost <= lost.length + 1, 'and says what is lost')
  assert.deepEqual(await named(), lasting)
  const now = headOf(await readFile(join(folder, 'log/1405/checkpoint')))
  assert.ok(now.size > signed.size)
  const policy = parsePolicy(await publicLog.policyOf(context))
  assert.ok(policy.ok)
  for (const id of [ids[0], after[0]]) {
    const { text } = await publicLog.receiptOf(context, id ?? '')
    assert.equal(verifyReceipt(text, policy.value).verdict, 'proven')
  }
  await assert.rejects(publicLog.receiptOf(context, lost[0] ?? ''), { code: 'receipt/pending' })
  const bundle = await readFile(join(folder, `log/1405/tile/entries/000.p/${String(now.size)}`))
  const entries = decodeBundle(bundle, now.size)
  assert.ok(entries.ok && entries.value.some((entry) => Buffer.from(entry).includes('"repair"')))
})

test('a fork that is signed by nobody is named and undone', async () => {
  // Without its signer the log cannot see that its rows are old; with it, it refuses.
  for (const table of allTables) {
    await sql`create table ${sql.table(`${table}_backup`)} as table ${sql.table(table)}`.execute(db)
  }
  await recordCases(db, 3, clock.now())
  await log.keep()
  await log.stopSigner()
  for (const table of allTables) {
    await sql`delete from ${sql.table(table)}`.execute(db)
    await sql`insert into ${sql.table(table)} table ${sql.table(`${table}_backup`)}`.execute(db)
    await sql`drop table ${sql.table(`${table}_backup`)}`.execute(db)
  }
  const forked = await recordCases(db, 5, clock.now())
  await log.keep()
  await recordCases(db, 5, clock.now())
  await log.keep()
  await log.startSigner()
  await log.keep()
  assert.ok((await named()).includes('fork'))
  assert.equal((await publicLog.evidenceState(context)).reason, 'signer-refused')
  assert.deepEqual(await repaired(), ['files'])
  assert.deepEqual(await named(), lasting)
  await publicLog.receiptOf(context, forked[0] ?? '')
})

test('new keys sign beside the old ones, or alone where those are withdrawn', async () => {
  const lines = async () => {
    const note = await readFile(join(folder, 'log/1405/checkpoint'), 'utf8')
    return note.split('\n').filter((line) => line.startsWith('—')).length
  }
  const before = parsePolicy(await publicLog.policyOf(context))
  assert.equal(await lines(), 2)
  await publicLog.rotateLogKey(context, { withdraw: false })
  assert.equal(await lines(), 4)
  const { text } = await publicLog.receiptOf(context, ids[0] ?? '')
  const now = parsePolicy(await publicLog.policyOf(context))
  assert.ok(before.ok && now.ok)
  for (const policy of [before.value, now.value]) {
    assert.equal(verifyReceipt(text, policy).verdict, 'proven')
  }
  await publicLog.rotateLogKey(context, { withdraw: true })
  assert.equal(await lines(), 2)
  const later = await publicLog.receiptOf(context, ids[0] ?? '')
  assert.equal(verifyReceipt(later.text, before.value).verdict, 'not-proven')
  const last = parsePolicy(await publicLog.policyOf(context))
  assert.ok(last.ok)
  assert.equal(verifyReceipt(later.text, last.value).verdict, 'proven')
  assert.deepEqual(await named(), lasting)
})

test('a frozen log takes nothing more, and its successor goes on', async () => {
  assert.equal(await publicLog.freezeLog(context, { reason: 'a test' }), '1405-2')
  const [id] = await recordCases(db, 1, clock.now())
  await log.keep()
  const found = await sql<{ log: string }>`
    select log_id as log from log_leaves where id = ${id}`.execute(db)
  assert.equal(found.rows[0]?.log, '1405-2')
  await publicLog.receiptOf(context, id ?? '')
  await publicLog.receiptOf(context, ids[0] ?? '')
  assert.deepEqual(await named(), lasting)
})
