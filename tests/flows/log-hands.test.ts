// Goal: a hand that hides what it did, by taking rows away in pairs, or by touching head, keys or files, is
// named, and gets nothing signed. Method: do it, look with checkLog, repair, look again.
import assert from 'node:assert/strict'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { publicLog, recordFacts } from '../../src/ledger/index.ts'
import { bucketOf, inTransaction } from '../../src/platform/index.ts'
import { logDamage } from '../support/log-damage.ts'
import { recordCases, testLog } from '../support/log.ts'

const log = await testLog()
const { context, clock, folder } = log
const { db } = context
const { named, repaired, withRowsBack } = logDamage(context)
const ids: string[] = []
for (let round = 0; round < 3; round += 1) {
  ids.push(...(await recordCases(db, 40, clock.now())))
  await log.keep()
}

test('checkLog names a fact that was taken away together with its leaf', async () => {
  await inTransaction(db, (tx) =>
    recordFacts(tx, [
      {
        owner: 'sko',
        authority: 'sko',
        kind: 'card.publication-refused',
        subject: '10021006',
        at: clock.now(),
        actor: 'somebody',
        body: { service: '10021006', missing: ['fee'] }
      }
    ])
  )
  await log.keep()
  const open = await sql<{ id: string }>`
    select id from log_leaves where place is null limit 1`.execute(db)
  for (const [id, what] of [
    [ids[3], 'commitment-without-leaf'],
    [open.rows[0]?.id, 'entry-without-leaf']
  ] as const) {
    await withRowsBack(['facts', 'log_leaves'], async () => {
      await sql`delete from facts where id = ${id}`.execute(db)
      await sql`delete from log_leaves where id = ${id}`.execute(db)
      assert.deepEqual(await named(), [what])
    })
  }
  await withRowsBack(['facts', 'log_leaves', 'log_entries'], async () => {
    await sql`delete from facts where id in (select id from log_leaves where index = 1)`.execute(db)
    await sql`delete from log_leaves where index = 1`.execute(db)
    await sql`update log_entries set commitments = null where index = 1`.execute(db)
    assert.deepEqual(await named(), ['commitments-missing'])
  })
  assert.deepEqual(await named(), [])
})

test('checkLog tells a second fact that was taken away from the companion of a lone one', async () => {
  const [lone] = await recordCases(db, 1, clock.now())
  await log.keep()
  const pair = await recordCases(db, 2, clock.now())
  await log.keep()
  assert.deepEqual(await named(), [])
  const second = await sql<{ id: string }>`
    select id from log_leaves where id = any(${pair}::uuid[]) and place = 1`.execute(db)
  await withRowsBack(['facts', 'log_leaves'], async () => {
    await sql`delete from facts where id = ${second.rows[0]?.id}`.execute(db)
    await sql`delete from log_leaves where id = ${second.rows[0]?.id}`.execute(db)
    assert.deepEqual(await named(), ['commitment-without-leaf'])
  })
  await withRowsBack(['facts', 'log_leaves'], async () => {
    await sql`delete from facts where id = ${lone}`.execute(db)
    await sql`delete from log_leaves where id = ${lone}`.execute(db)
    assert.deepEqual(await named(), ['commitment-without-leaf'])
  })
})

test('checkLog names keys that were taken away, and not those that were erased', async () => {
  await withRowsBack(['evidence_keys', 'facts'], async () => {
    await sql`update evidence_keys set key = null, erased_at = now()
      where subject = (select subject from facts where id = ${ids[3]})`.execute(db)
    await sql`update facts set body = body || '{"amountRial": 1}' where id = ${ids[3]}`.execute(db)
    assert.deepEqual(await named(), ['key-missing'])
    await sql`delete from evidence_keys`.execute(db)
    assert.deepEqual(await named(), ['key-missing'])
  })
  const [id] = await recordCases(db, 1, clock.now())
  await sql`update facts set subject = 'a case to erase' where id = ${id}`.execute(db)
  await log.keep()
  assert.equal(await publicLog.eraseEvidenceOf(context, 'a case to erase'), true)
  assert.equal(await publicLog.eraseEvidenceOf(context, 'a case to erase'), false)
  await assert.rejects(publicLog.receiptOf(context, id ?? ''), { code: 'receipt/erased' })
  assert.deepEqual(await named(), [])
})

test('checkLog names a shard whose row was taken away, and repairLog makes it anew', async () => {
  const before = await sql<object>`select * from logs`.execute(db)
  await sql`delete from logs`.execute(db)
  assert.deepEqual(await named(), ['shard-missing'])
  // What is filed meanwhile stands: it is told that its evidence is delayed.
  const of = { bucket: bucketOf('owner 0'), subject: 'case 0', kind: 'case.submitted' } as const
  assert.equal(await publicLog.promiseNoteOf(context, of), null)
  assert.deepEqual(await repaired(), ['rows'])
  assert.deepEqual(await named(), [])
  const after = await sql<{ opened_at: Temporal.Instant }>`select * from logs`.execute(db)
  assert.deepEqual(
    after.rows.map((row) => ({ ...row, opened_at: row.opened_at.toString() })),
    (before.rows as { opened_at: Temporal.Instant }[]).map((row) => ({
      ...row,
      opened_at: row.opened_at.toString()
    }))
  )
})

test('checkLog names columns of the head and of entries that were edited', async () => {
  const edits: [string, string, string][] = [
    ['logs', 'update logs set frozen_at = now()', 'head-differs'],
    ['logs', 'update logs set last_at = 0', 'head-differs'],
    ['log_entries', 'update log_entries set kind = 4 where kind = 1', 'entry-differs'],
    ['log_entries', "update log_entries set service = 'x' where kind = 1", 'entry-differs'],
    [
      'log_entries',
      'insert into log_entries select log_id, 999, kind, at, type, service, entry, commitments from log_entries where index = 0',
      'rows-beyond-head'
    ],
    [
      'log_tiles',
      'insert into log_tiles select log_id, level, 7, bytes from log_tiles',
      'rows-beyond-head'
    ]
  ]
  for (const [table, edit, what] of edits) {
    await withRowsBack([table], async () => {
      await sql.raw(edit).execute(db)
      const found = await named()
      assert.ok(found.includes(what), `${edit}: ${found.join(', ')}`)
    })
  }
  assert.deepEqual(await named(), [])
})

test('repairLog signs nothing that a hand put beyond the head', async () => {
  const head = await sql<{ size: number; root: Buffer }>`select size, root from logs`.execute(db)
  const { size = 0, root } = head.rows[0] ?? {}
  await sql`insert into log_entries select log_id, ${size}, kind, at, type, service, entry, commitments
    from log_entries where index = 1`.execute(db)
  assert.deepEqual(await named(), ['rows-beyond-head'])
  assert.deepEqual(await repaired(), ['rows'])
  const now = await sql<{ size: number; root: Buffer }>`select size, root from logs`.execute(db)
  assert.deepEqual(now.rows, [{ size, root }])
  const [id] = await recordCases(db, 1, clock.now())
  await log.keep()
  await publicLog.receiptOf(context, id ?? '')
  assert.deepEqual(await named(), [])
})

test('checkLog names a shard closed by hand and the facts that wait for it; repairLog opens it', async () => {
  await sql`update logs set frozen_at = now()`.execute(db)
  await recordCases(db, 1, clock.now())
  await log.keep()
  clock.advance('PT2H')
  assert.deepEqual(await named(), ['fact-waits', 'head-differs'])
  assert.deepEqual(await repaired(), ['rows'])
  assert.deepEqual(await named(), [])
})

test('checkLog names a checkpoint file that differs or is gone, and repairLog puts it back', async () => {
  const file = join(folder, 'log/1405/checkpoint')
  const note = await readFile(file, 'utf8')
  await writeFile(file, 'nothing')
  assert.deepEqual(await named(), ['checkpoint-file-differs'])
  await rm(file)
  assert.deepEqual(await named(), ['checkpoint-file-missing'])
  await repaired()
  assert.equal(await readFile(file, 'utf8'), note)
  assert.deepEqual(await named(), [])
  // Whoever keeps the log next does the same without being asked.
  await writeFile(file, 'nothing')
  await log.keep()
  assert.equal(await readFile(file, 'utf8'), note)
})

test('a signer whose memory or keys were changed is named, and signs nothing more', async () => {
  const keys = join(folder, 'signer/1405.keys')
  const kept = await readFile(keys)
  for (const wrong of ['{"origin":', kept.toString().replace('desk.example', 'other.example')]) {
    await writeFile(keys, wrong)
    assert.deepEqual(await named(), ['signer-keys-differ'])
  }
  await rm(keys)
  assert.deepEqual(await named(), ['signer-keys-differ'])
  await writeFile(keys, kept)
  const state = join(folder, 'signer/1405.state')
  const known = await readFile(state)
  await writeFile(state, '0 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n')
  assert.deepEqual(await named(), ['signer-behind-checkpoint'])
  await recordCases(db, 1, clock.now())
  await log.keep()
  assert.equal((await publicLog.evidenceState(context)).reason, 'signer-refused')
  assert.ok((await named()).includes('not-published'))
  await rm(state)
  await recordCases(db, 1, clock.now())
  await log.keep()
  assert.equal((await publicLog.evidenceState(context)).reason, 'signer-away')
  assert.deepEqual(await named(), ['not-published', 'signer-unknown'])
  await writeFile(state, known)
  await log.keep()
  assert.deepEqual(await named(), [])
})

test('a log is not closed by a command that takes it for that of another host', async () => {
  const config = { ...context.config, origin: 'http://localhost:3000' }
  await assert.rejects(publicLog.freezeLog({ ...context, config }, { reason: 'a test' }), {
    code: 'log/elsewhere'
  })
  assert.deepEqual(await named(), [])
})
