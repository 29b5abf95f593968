// Goal: a clerk finds who an identifier belongs to, and writes nobody down by looking.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../../tests/support/database.ts'
import { InvalidInputError, inTransaction } from '../platform/index.ts'
import { findOrCreateWalkIn } from './find-or-create-walk-in.ts'
import { findPerson } from './find-person.ts'

const at = Temporal.Instant.from('2026-11-22T08:00:00Z')

test('findPerson finds the owner of an identifier, however it is typed', async () => {
  const { db } = await testDatabase()
  const input = { kind: 'person', name: 'مریم رضایی', nationalId: '0499370899' } as const
  const person = await inTransaction(db, (tx) => findOrCreateWalkIn(tx, input, at))
  assert.equal((await findPerson(db, { nationalId: '۰۴۹-۹۳۷۰۸۹-۹' }))?.id, person.id)
})

test('findPerson answers null for a stranger and for nothing', async () => {
  const { db } = await testDatabase()
  assert.equal(await findPerson(db, { legalId: '10380284790' }), null)
  assert.equal(await findPerson(db, {}), null)
})

test('findPerson refuses what is no identifier', async () => {
  const { db } = await testDatabase()
  await assert.rejects(findPerson(db, { nationalId: '0499370898' }), InvalidInputError)
})
