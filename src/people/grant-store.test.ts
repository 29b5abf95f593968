// Goal: work can go only to those who hold a role there now.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../../tests/support/database.ts'
import { inTransaction, newId } from '../platform/index.ts'
import { findOrCreateWalkIn } from './find-or-create-walk-in.ts'
import { insertGrant, staffOf } from './grant-store.ts'

const at = Temporal.Instant.from('2026-11-22T08:00:00Z')

test('staffOf lists who holds a role at an authority at that instant', async () => {
  const { db } = await testDatabase()
  const of = { authority: 'sko', roles: ['officer'], at } as const
  const person = await inTransaction(db, async (tx) => {
    const one = await findOrCreateWalkIn(tx, { kind: 'person', name: 'نیما صادقی' }, at)
    const grant = { person: one.id, authority: 'sko', unit: 'investment', post: null, givenBy: 'x' }
    await insertGrant(tx, { ...grant, id: newId(at), role: 'officer', from: at })
    await insertGrant(tx, { ...grant, id: newId(at), role: 'clerk', from: at })
    return one
  })
  assert.deepEqual(await staffOf(db, of), [
    { id: person.id, name: person.name, role: 'officer', unit: 'investment' }
  ])
  assert.deepEqual(await staffOf(db, { ...of, authority: 'ito' }), [])
  assert.deepEqual(await staffOf(db, { ...of, at: at.subtract({ hours: 1 }) }), [])
})
