import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../../tests/support/database.ts'
import { inTransaction } from '../platform/index.ts'
import { IdentifiersDisagreeError, findOrCreateWalkIn } from './find-or-create-walk-in.ts'
import type { PersonInput } from './person.ts'
import { personById, personsByIds } from './person-store.ts'

const { db } = await testDatabase()
const at = Temporal.Instant.from('2026-11-22T06:00:00Z')
const arrive = (input: PersonInput) => inTransaction(db, (tx) => findOrCreateWalkIn(tx, input, at))

test('findOrCreateWalkIn finds the same person by the same identifier, and changes nothing', async () => {
  const first = await arrive({ kind: 'person', name: 'مریم رضایی', nationalId: '0499370899' })
  const again = await arrive({
    kind: 'person',
    name: 'کس دیگری',
    nationalId: '۴۹۹۳۷۰۸۹۹',
    mobile: '09123456789'
  })
  assert.equal(again.id, first.id)
  assert.deepEqual(await personById(db, first.id), first)
})

test('findOrCreateWalkIn makes one person of many clerks at once', async () => {
  const input = { kind: 'business', name: 'شرکت نمونه', legalId: '10380284790' } as const
  const found = await Promise.all(Array.from({ length: 6 }, () => arrive(input)))
  assert.equal(new Set(found.map((person) => person.id)).size, 1)
  assert.notEqual(await personById(db, found[0]?.id ?? ''), null)
})

test('findOrCreateWalkIn makes a new person each time where there is no identifier', async () => {
  const one = await arrive({ kind: 'person', name: 'غلام' })
  const two = await arrive({ kind: 'person', name: 'غلام' })
  assert.notEqual(one.id, two.id)
  assert.deepEqual([...(await personsByIds(db, [one.id, two.id])).keys()].length, 2)
})

test('findOrCreateWalkIn refuses identifiers of two persons', async () => {
  await arrive({ kind: 'person', name: 'الف', foreignerCode: '99001122' })
  await arrive({ kind: 'person', name: 'ب', nationalId: '9900000013' })
  await assert.rejects(
    arrive({ kind: 'person', name: 'ج', nationalId: '9900000013', foreignerCode: '99001122' }),
    IdentifiersDisagreeError
  )
})
