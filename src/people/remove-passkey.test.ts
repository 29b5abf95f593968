import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Visitor, peopleServer } from '../../tests/support/people-server.ts'
import { insertPasskey, passkeysOf } from './passkey-store.ts'
import { LastPasskeyError } from './passkey.ts'
import { demonstrationPeople } from './demonstration.ts'
import { removePasskey } from './remove-passkey.ts'

const { app, context, clock } = await peopleServer({ demo: false, origin: 'https://desk.example' })
const person = (await demonstrationPeople())[0]?.id ?? ''

test('removePasskey keeps the last one, also from two removals at once', async () => {
  for (const id of ['first-passkey-of-one', 'second-passkey-of-one']) {
    const publicKey = new Uint8Array([1])
    const createdAt = clock.now()
    await insertPasskey(context.db, {
      id,
      person,
      publicKey,
      counter: 0,
      transports: [],
      name: id,
      synced: false,
      createdAt,
      addedBy: 'passkey',
      usedAt: null
    })
  }
  const ends = await Promise.allSettled(
    (await passkeysOf(context.db, person)).map(({ id }) => removePasskey(context, { person, id }))
  )
  const refused = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []))
  assert.equal(refused.length, 1)
  assert.ok(refused[0] instanceof LastPasskeyError)
  assert.equal((await passkeysOf(context.db, person)).length, 1)
})

test('without demonstration nobody is listed or let in by a click', async () => {
  const visitor = new Visitor(app)
  const page = await visitor.get('/sign-in')
  assert.doesNotMatch(page.body, /demonstration|مریم رضایی/)
  assert.equal((await visitor.signInAs('maryam-rezaei')).statusCode, 404)
})

test('over https cookies are secure and bound to the host', async () => {
  const visitor = new Visitor(app)
  await visitor.get('/sign-in')
  const csrf = [...visitor.cookies.keys()]
  assert.ok(csrf.every((name) => name.startsWith('__Host-')))
})
