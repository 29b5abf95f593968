// Goal: a delegation holds for its acts, its scope and its time, and for nobody else. Method: the
// store over a real database, with a revocation that comes in the middle of a transaction.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../../../tests/support/database.ts'
import { waitsForLock } from '../../../tests/support/waits-for-lock.ts'
import { inTransaction, newId } from '../../platform/index.ts'
import { personActor } from '../actor.ts'
import { demonstrationId } from '../demonstration.ts'
import type { DelegatedAct, DelegationScope } from './delegation.ts'
import { endDelegation } from './delegation-store.ts'
import { type ActFor, delegationsTo, mayAct, representedBy } from './may-act.ts'
import { recordDelegation } from './record-delegation.ts'

const { db } = await testDatabase()
const now = Temporal.Instant.from('2026-11-21T06:00:00Z')
const name = { fa: 'نمونه', en: 'Sample' }
const personOf = (key: string) => personActor({ id: demonstrationId(key), name }, [])
const place = { service: '10021006', authority: 'sko' }

async function given(more: {
  grantor: string
  delegate: string
  scope?: DelegationScope
  acts?: DelegatedAct[]
  until?: Temporal.Instant
}) {
  const id = newId(now)
  const { scope = { all: true }, acts = ['view'], until = null, grantor, delegate } = more
  await inTransaction(db, (tx) =>
    recordDelegation(tx, {
      id,
      grantor: demonstrationId(grantor),
      delegate: demonstrationId(delegate),
      kind: 'lawyer',
      scope,
      acts,
      from: now,
      until,
      grantedBy: demonstrationId(grantor),
      via: null
    })
  )
  return { id, grantor: demonstrationId(grantor), by: demonstrationId(grantor) }
}

const asked = (delegate: string, grantor: string, more: Partial<ActFor> = {}): ActFor => ({
  actor: personOf(delegate),
  for: demonstrationId(grantor),
  act: 'view',
  ...place,
  ...more
})

test('mayAct answers by act, scope, time and person', async () => {
  const until = now.add({ hours: 24 })
  const scope = { authority: 'sko' }
  const { id } = await given({ grantor: 'a', delegate: 'b', scope, acts: ['answer'], until })
  const may = async (question: ActFor, at = now) => (await mayAct(db, question, at))?.id ?? null
  assert.equal(await may(asked('b', 'a', { act: 'answer' })), id)
  assert.equal(await may(asked('b', 'a')), id, 'whoever answers may see')
  assert.equal(await may(asked('b', 'a', { act: 'withdraw' })), null)
  assert.equal(await may(asked('b', 'a', { authority: 'ito' })), null)
  assert.equal(await may(asked('b', 'a'), now.subtract({ seconds: 1 })), null)
  assert.equal(await may(asked('b', 'a'), until), null)
  assert.equal(await may(asked('a', 'b')), null, 'not the other way round')
  assert.equal(await may(asked('c', 'a')), null)
})

test('mayAct covers services by their codes', async () => {
  await given({ grantor: 'd', delegate: 'e', scope: { services: ['10021006'] } })
  assert.ok(await mayAct(db, asked('e', 'd'), now))
  assert.equal(await mayAct(db, asked('e', 'd', { service: '10021001' }), now), null)
  assert.equal(await mayAct(db, asked('e', 'd', { service: null }), now), null)
})

test('delegationsTo forgets what ended, representedBy names each once', async () => {
  const first = await given({ grantor: 'f', delegate: 'g' })
  await given({ grantor: 'f', delegate: 'g', acts: ['withdraw'] })
  assert.equal((await delegationsTo(db, demonstrationId('g'), now)).length, 2)
  await inTransaction(db, (tx) => endDelegation(tx, first, now))
  assert.equal((await delegationsTo(db, demonstrationId('g'), now)).length, 1)
  assert.deepEqual(await representedBy(db, demonstrationId('g'), now), [], 'no such person is here')
})

test('a revocation waits for the act that asked first, and is seen by the act that asks later', async () => {
  const ending = await given({ grantor: 'h', delegate: 'i' })
  let ended = Promise.resolve(false)
  await inTransaction(db, async (tx) => {
    assert.ok(await mayAct(tx, asked('i', 'h'), now))
    ended = inTransaction(db, (other) => endDelegation(other, ending, now))
    // The revocation has been sent and waits for the row; this transaction still counts.
    await waitsForLock(db)
    assert.equal((await delegationsTo(db, demonstrationId('i'), now)).length, 1)
  })
  assert.equal(await ended, true)
  assert.equal(await inTransaction(db, (tx) => mayAct(tx, asked('i', 'h'), now)), null)
})

test('an act that waits for a revocation is refused when that is done', async () => {
  const ending = await given({ grantor: 'j', delegate: 'k' })
  let late: Promise<unknown> = Promise.resolve()
  await inTransaction(db, async (tx) => {
    await endDelegation(tx, ending, now)
    late = inTransaction(db, (other) => mayAct(other, asked('k', 'j'), now))
    await waitsForLock(db)
  })
  assert.equal(await late, null)
})
