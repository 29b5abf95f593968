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
  assert.deepEqual(await factsWatermark(db, 'sko'), { through: recorded[1]?.id, recent: 2 })
  assert.equal(
    (await factsBetween(db, { authority: 'sko', kinds: ['case.submitted'], service: '1' })).length,
    1
  )
  assert.equal((await factsBetween(db, { from: at.add({ seconds: 1 }) })).length, 0)
})

test('factsWatermark moves for a late fact, and for one that is committed behind a newer one', async () => {
  const record = (knownAt: Temporal.Instant, happened = knownAt) =>
    inTransaction(db, (tx) =>
      recordFacts(tx, [
        {
          owner: newId(),
          authority: 'ito',
          kind: 'case.submitted',
          subject: newId(),
          at: happened,
          knownAt,
          actor: 'x',
          body: {}
        }
      ])
    )
  assert.deepEqual(await factsWatermark(db, 'ito'), { through: null, recent: 0 })
  await record(at.subtract({ hours: 1 }))
  const [newest] = await record(at)
  const before = await factsWatermark(db, 'ito')
  assert.deepEqual(before, { through: newest?.id, recent: 1 })
  await record(at.subtract({ seconds: 20 }))
  assert.deepEqual(await factsWatermark(db, 'ito'), { through: newest?.id, recent: 2 })
  const [late] = await record(at.add({ seconds: 1 }), at.subtract({ hours: 900 }))
  assert.equal((await factsWatermark(db, 'ito')).through, late?.id)
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
