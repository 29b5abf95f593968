// Goal: no breach is published of a log that is only late (a past that was just filled in), and a log
// that agrees is seen soon after. Method: facts of long ago without leaves, then a round of the log, then
// a fact that is edited by hand; the control is looked at after each.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { controlRows } from '../../src/backup/controls/control-store.ts'
import { checkControls } from '../../src/backup/controls/check-controls.ts'
import { recordCases, testLog } from '../support/log.ts'

const log = await testLog()
const { context, clock } = log

async function standing() {
  await checkControls(context)
  const row = (await controlRows(context.db)).find(({ control }) => control === 'log-verified')
  return [row?.passed, row?.reason]
}

test('facts that wait for their leaves are not a fault: it is not known yet', async () => {
  await recordCases(context.db, 120, clock.now().subtract({ hours: 200 }))
  assert.deepEqual(await standing(), [null, 'log-waits'])
})

test('the log is looked at again soon, and seldom once it agreed', async () => {
  await log.keep()
  assert.deepEqual(await standing(), [null, 'log-waits'], 'not at every turn')
  clock.advance('PT11M')
  await log.keep()
  assert.deepEqual(await standing(), [true, 'log-agrees'])
  await sql`update facts set body = body || '{"service": "another"}'
    where id = (select id from facts limit 1)`.execute(context.db)
  clock.advance('PT2H')
  assert.deepEqual(await standing(), [true, 'log-agrees'], 'reading the whole log costs')
})

test('a fact that was edited is a fault, whatever waits beside it', async () => {
  await recordCases(context.db, 3, clock.now().subtract({ hours: 1 }))
  clock.advance('PT23H')
  assert.deepEqual(await standing(), [false, 'log-differs'])
})
