import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../../tests/support/database.ts'
import { inTransaction, newId } from '../platform/index.ts'
import { factsBetween, factsOf, factsWatermark, recordFacts } from './fact-store.ts'

const { db } = await testDatabase()
const at = Temporal.Instant.from('2026-11-22T06:00:00.123Z')

test('recordFacts keeps order, instants and bodies, and leaves an outbox row for each', async () => {
  const owner = newId()
  const subject = newId()
  const recorded = await inTransaction(db, (tx) =>
    recordFacts(tx, [
      {
        owner,
        authority: 'sko',
        kind: 'case.submitted',
        subject,
        at,
        actor: owner,
        body: { service: '1', note: 'ی"\\' }
      },
      {
        owner,
        authority: 'sko',
        kind: 'case.documents-complete',
        subject,
        at,
        actor: 'system',
        cardVersion: '1@1',
        body: {}
      }
    ])
  )
  const found = await factsOf(db, owner, subject)
  assert.deepEqual(
    found.map((f) => f.id),
    recorded.map((f) => f.id)
  )
  assert.equal(found[0]?.at.toString(), '2026-11-22T06:00:00.123Z')
  assert.deepEqual(found[0]?.body, { service: '1', note: 'ی"\\' })
  assert.equal(found[1]?.cardVersion, '1@1')
  assert.equal(await factsWatermark(db, 'sko'), recorded[1]?.id)
  assert.equal(
    (await factsBetween(db, { authority: 'sko', kinds: ['case.submitted'], service: '1' })).length,
    1
  )
  assert.equal((await factsBetween(db, { from: at.add({ seconds: 1 }) })).length, 0)
})

test('recordFacts leaves nothing when its transaction fails', async () => {
  const owner = newId()
  await assert.rejects(
    inTransaction(db, async (tx) => {
      await recordFacts(tx, [
        {
          owner,
          authority: 'x',
          kind: 'case.withdrawn',
          subject: owner,
          at,
          actor: owner,
          body: {}
        }
      ])
      throw new Error('stop')
    })
  )
  assert.deepEqual(await factsOf(db, owner, owner), [])
})
