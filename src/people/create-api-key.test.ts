// Goal: keys open what they are for, and nothing else. Method: the real edge against PostgreSQL.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { peopleServer } from '../../tests/support/people-server.ts'
import { InvalidInputError, bucketOf } from '../platform/index.ts'
import { api } from '../platform/http/index.ts'
import { z } from 'zod'
import { createApiKey } from './create-api-key.ts'
import { actorOf } from './request-actor.ts'
import { demand } from './role.ts'

const { app, context } = await peopleServer()
api(app, {
  method: 'post',
  path: '/things-of-sko',
  summary: 'Something that an officer of the Governorate does',
  tag: 'test',
  response: z.object({}),
  auth: 'session-or-key',
  handler: ({ request }) => {
    demand(actorOf(request), { authority: 'sko', role: 'officer' })
    return Promise.resolve({})
  }
})

const create = (authority: string) =>
  createApiKey(context, { authority, role: 'officer', label: 'سامانه بایگانی', live: true })
const call = (authorization: string) =>
  app.inject({ method: 'POST', url: '/api/v1/things-of-sko', headers: { authorization } })

test('a key acts for its authority without a session or a CSRF token, and not for another', async () => {
  const ours = await create('sko')
  assert.match(ours.text, /^peyman_live_[\w-]{43}$/)
  assert.equal((await call(`Bearer ${ours.text}`)).statusCode, 200)
  const theirs = await create('ito')
  const refused = await call(`Bearer ${theirs.text}`)
  assert.equal(refused.statusCode, 403)
  assert.equal(refused.json<{ code: string }>().code, 'people/not-allowed')
})

test('GET /me tells a key what it is', async () => {
  const { text } = await createApiKey(context, {
    authority: 'ito',
    role: 'operator',
    unit: 'messaging',
    label: 'CI',
    live: false
  })
  const answer = await app.inject({
    method: 'GET',
    url: '/api/v1/me',
    headers: { authorization: `bearer ${text}` }
  })
  const me = answer.json<{ kind: string; grants: object[]; key: { live: boolean } }>()
  assert.equal(me.kind, 'api-key')
  assert.equal(me.key.live, false)
  assert.deepEqual(me.grants, [
    { authority: 'ito', unit: 'messaging', role: 'operator', post: null }
  ])
})

test('what is no key, no longer, or not yet is refused even where nobody need sign in', async () => {
  const { key, text } = await create('sko')
  await sql`update api_keys set revoked_at = now()
    where bucket = ${bucketOf(key.id)} and id = ${key.id}`.execute(context.db)
  const changed = `${text.slice(0, -1)}${text.endsWith('A') ? 'B' : 'A'}`
  for (const value of [text, changed, 'peyman_live_', key.id, `' or true --`]) {
    const answer = await app.inject({
      method: 'GET',
      url: '/api/v1/authorities',
      headers: { authorization: `Bearer ${value}` }
    })
    assert.equal(answer.statusCode, 401)
    assert.equal(answer.headers['www-authenticate'], 'Bearer')
    assert.equal(answer.json<{ code: string }>().code, 'key/refused')
  }
  assert.equal((await call('Basic dXNlcjpwYXNz')).statusCode, 401)
})

test('only the hash of a key is kept', async () => {
  const { text } = await create('sko')
  const kept = await sql<{ row: string }>`select k::text as row from api_keys k`.execute(context.db)
  assert.ok(kept.rows.length > 0)
  assert.ok(kept.rows.every(({ row }) => !row.includes(text.slice(12))))
})

test('createApiKey names every field that is not right', async () => {
  await assert.rejects(
    createApiKey(context, {
      authority: 'sko ',
      role: 'root',
      label: 'x'.repeat(81),
      live: true
    }),
    (error) =>
      error instanceof InvalidInputError &&
      error.fields.map((field) => field.pointer).join(' ') === '/authority /role /label'
  )
  await assert.rejects(
    createApiKey(context, {
      authority: 'sko',
      unit: 'messaging',
      role: 'officer',
      label: '',
      live: true
    }),
    InvalidInputError
  )
})
