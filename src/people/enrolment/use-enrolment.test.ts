// Goal: an enrolment code counts once, for one person, in its time. Method: use cases on PostgreSQL.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../../../tests/support/database.ts'
import { readConfig } from '../../config.ts'
import { factsOf } from '../../ledger/index.ts'
import { type Context, inTransaction, manualClock, newId, silentLog } from '../../platform/index.ts'
import { issueEnrolment } from './issue-enrolment.ts'
import { useEnrolment } from './use-enrolment.ts'
import { hashHandedCode, newHandedCode } from '../handed-code.ts'

const { db } = await testDatabase()
const clock = manualClock('2026-11-22T06:00:00Z')
const context: Context = { db, clock, config: readConfig({}), log: silentLog, nudge: () => {} }

function issue(person: string) {
  const at = clock.now()
  const expiresAt = at.add({ hours: 24 })
  return inTransaction(db, (tx) => issueEnrolment(tx, { person, by: 'system:test', expiresAt }, at))
}

test('a code is read as people copy it', () => {
  const code = newHandedCode()
  assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
  const hash = hashHandedCode('enrolment', code)
  assert.equal(hashHandedCode('enrolment', ` ${code.toLowerCase().replaceAll('-', ' ')} `), hash)
  assert.equal(
    hashHandedCode('enrolment', 'O123-4567-89IL'),
    hashHandedCode('enrolment', '0123-4567-8911')
  )
  for (const wrong of ['', '1234', `${code}0`, 'U123-4567-89AB', "' or 1=1 --"])
    assert.equal(hashHandedCode('enrolment', wrong), null, wrong)
})

test('a code counts once, also when two use it at the same time', async () => {
  const person = newId(clock.now())
  const { code } = await issue(person)
  const used = await Promise.all([useEnrolment(context, code), useEnrolment(context, code)])
  assert.deepEqual(
    used.filter((each) => each !== null),
    [{ person, forStaff: false }]
  )
  assert.equal(await useEnrolment(context, code), null)
  const kinds = (await factsOf(db, person, person)).map(({ kind }) => kind)
  assert.deepEqual(kinds, ['enrolment.issued', 'enrolment.used'])
})

test('a newer code ends the one before, and time ends every code', async () => {
  const person = newId(clock.now())
  const first = await issue(person)
  const second = await issue(person)
  assert.equal(await useEnrolment(context, first.code), null)
  clock.advance('PT25H')
  assert.equal(await useEnrolment(context, second.code), null)
})
