// Goal: hats never mix, and no page of sign-in does anything for a forged form or a stranger. Method: the
// people slice on PostgreSQL, by its pages.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { Visitor, peopleServer } from '../../../tests/support/people-server.ts'
import { inTransaction } from '../../platform/index.ts'
import { demonstrationPeople } from '../demonstration.ts'
import { giveGrant } from '../give-grant.ts'

const { app, context, clock } = await peopleServer()
const people = await demonstrationPeople()
const rolesOf = async (visitor: Visitor) =>
  (await visitor.get('/api/v1/me')).json<{ grants: { role: string }[]; session: { hat: string } }>()

/** Ali, who works at a counter, is the operator of the platform too. */
async function bothHats(): Promise<Visitor> {
  const person = people.find((one) => one.key === 'ali-ghanbari')?.id ?? ''
  const from = clock.now()
  await inTransaction(context.db, (tx) =>
    giveGrant(tx, {
      id: randomUUID(),
      person,
      authority: '*',
      unit: null,
      role: 'operator',
      post: null,
      from,
      givenBy: 'system:test'
    })
  )
  const visitor = new Visitor(app)
  await visitor.signInAs('ali-ghanbari')
  return visitor
}

test('who has both hats wears one, and changes it after a fresh proof', async () => {
  const visitor = await bothHats()
  const before = await rolesOf(visitor)
  assert.equal(before.session.hat, 'staff')
  assert.ok(before.grants.length > 0 && before.grants.every(({ role }) => role !== 'operator'))
  assert.match((await visitor.get('/account')).body, /\/account\/role/)
  clock.advance('PT11M')
  assert.equal((await visitor.post('/account/role', { hat: 'operator' })).statusCode, 403)
  await visitor.post('/sign-in/again/demonstration')
  assert.equal((await visitor.post('/account/role', { hat: 'operator' })).statusCode, 303)
  const after = await rolesOf(visitor)
  assert.deepEqual(
    after.grants.map(({ role }) => role),
    ['operator']
  )
  assert.equal((await visitor.post('/account/role', { hat: 'staff' })).statusCode, 303)
  assert.deepEqual((await rolesOf(visitor)).grants, before.grants)
})

test('who has one hat has nothing to change', async () => {
  const visitor = new Visitor(app)
  await visitor.signInAs('maryam-rezaei')
  assert.equal((await visitor.post('/account/role', { hat: 'operator' })).statusCode, 404)
  assert.deepEqual((await rolesOf(visitor)).grants, [])
})

const forms = [
  '/account/contacts',
  '/account/contacts/entry',
  '/account/contacts/removal',
  '/account/not-me',
  '/account/passkeys/removal',
  '/account/recovery/stop',
  '/account/role',
  '/sign-in/again/code',
  '/sign-in/again/demonstration',
  '/sign-in/again/passkey',
  '/sign-in/code',
  '/sign-in/code/entry',
  '/sign-in/enrol',
  '/sign-in/recovery',
  '/sign-in/recovery/entry',
  '/sign-up',
  `/sign-in/not-me/${'A'.repeat(43)}`,
  `/sign-in/recovery/stop/${'A'.repeat(43)}`
]

test('no form of sign-in is taken without its token', async () => {
  const visitor = new Visitor(app)
  await visitor.signInAs('sina-moradi')
  for (const path of forms) {
    assert.equal((await visitor.post(path, {}, 'forged')).statusCode, 403, path)
    assert.equal((await visitor.post(`/en${path}`, {}, 'forged')).statusCode, 403, `/en${path}`)
  }
  assert.equal((await rolesOf(visitor)).session.hat, 'staff', 'still signed in')
})

test('no form of an account does anything for a stranger', async () => {
  const visitor = new Visitor(app)
  const own = forms.filter((path) => /^\/account|again/.test(path))
  for (const path of own) assert.equal((await visitor.post(path)).statusCode, 401, path)
})

test('a link that nobody was sent opens nothing', async () => {
  const visitor = new Visitor(app)
  for (const token of ['A'.repeat(43), 'x', '..%2F..%2Faccount', "'--"]) {
    for (const path of ['/sign-in/not-me/', '/sign-in/recovery/stop/']) {
      const seen = await visitor.get(`${path}${token}`)
      assert.equal(seen.statusCode, 200, token)
      assert.doesNotMatch(seen.body, /btn-error/, token)
      assert.equal((await visitor.post(`${path}${token}`)).statusCode, 404, token)
    }
  }
})
