// Goal: a role that is given in the middle of somebody's work puts nobody under the other hat. Method: an
// operator and an officer with open sessions, each given the other kind of role.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { peopleServer } from '../../tests/support/people-server.ts'
import { inTransaction, newId } from '../platform/index.ts'
import { demonstrationId } from './demonstration.ts'
import { giveGrant } from './give-grant.ts'
import type { Role } from './role.ts'
import { findSession } from './session-store.ts'
import { readToken } from './session.ts'
import { startSession } from './start-session.ts'

const { context, clock } = await peopleServer()

async function open(person: string) {
  const way = { begunBy: 'demonstration', device: '', before: undefined } as const
  const token = readToken(await startSession(context, { ...way, person }))
  assert.ok(token)
  return async () => (await findSession(context.db, token, clock.now()))?.session
}
const give = (person: string, authority: string, role: Role) =>
  inTransaction(context.db, (tx) =>
    giveGrant(tx, {
      ...{ id: newId(clock.now()), person, authority, unit: null, role, post: null },
      ...{ from: clock.now(), givenBy: 'system:test' }
    })
  )

test('giveGrant leaves open sessions in the hat that they wear', async () => {
  const operator = demonstrationId('omid-tavakoli')
  const session = await open(operator)
  assert.equal((await session())?.hat, 'operator')
  await give(operator, 'sko', 'officer')
  const after = await session()
  assert.equal(after?.hat, 'operator')
  assert.equal(after.hasBothHats, true, 'and there is one to change')
  assert.equal((await (await open(operator))())?.hat, 'staff', 'a new session starts as staff')
})

test('giveGrant gives who has no role yet the new one at once', async () => {
  const citizen = demonstrationId('maryam-rezaei')
  const session = await open(citizen)
  await give(citizen, 'sko', 'officer')
  const { actor } = (await session()) ?? {}
  assert.deepEqual(
    actor?.grants.map(({ role }) => role),
    ['officer']
  )
})
