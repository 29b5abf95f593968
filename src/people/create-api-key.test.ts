// Goal: keys open what they are for, and nothing else. Method: the real edge against PostgreSQL.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { peopleServer } from '../../tests/support/people-server.ts'
import { InvalidInputError } from '../platform/index.ts'
import { api } from '../platform/http/index.ts'
import { z } from 'zod'
import { actorNames } from './actor-names.ts'
import { keyPlaceOf } from './api-key.ts'
import { createApiKey } from './create-api-key.ts'
import { demonstrationId } from './demonstration.ts'
import { actorOf } from './request-actor.ts'
import { revokeApiKey } from './revoke-api-key.ts'
import { demand } from './role.ts'

const { app, context } = await peopleServer()
const real = await peopleServer({ demo: false })
for (const server of [app, real.app]) {
  api(server, {
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
}

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
    role: 'officer',
    unit: 'messaging',
    label: 'CI',
    live: false
  })
  const answer = await app.inject({
    method: 'GET',
    url: '/api/v1/me',
    headers: { authorization: `bearer ${text}` }
  })
  const me = answer.json<{
    kind: string
    id: string
    name: { fa: string }
    grants: object[]
    key: { id: string; label: string; live: boolean }
  }>()
  assert.equal(me.kind, 'api-key')
  assert.equal(me.name.fa, 'برنامه CI، با کلید')
  assert.deepEqual(me.key, { ...me.key, id: me.id, label: 'CI', live: false })
  assert.deepEqual(me.grants, [
    { authority: 'ito', unit: 'messaging', role: 'officer', post: null }
  ])
})

test('what is no key, no longer, or not yet is refused even where nobody need sign in', async () => {
  const { key, text } = await create('sko')
  await revokeApiKey(context, key.id)
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

test('the id of a key says nothing of the key, and names its program', async () => {
  const { key, text } = await create('sko')
  assert.match(key.id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  const place = keyPlaceOf(text) ?? ''
  assert.ok(!place.includes(key.id.slice(0, 8)))
  const person = demonstrationId('maryam-rezaei')
  // Facts of an earlier program hold the hash; it is read, and not passed on.
  const names = await actorNames(context.db, [key.id, place, person, 'system:x', 'nobody'])
  assert.deepEqual([...names.keys()].toSorted(), [key.id, place, person].toSorted())
  assert.equal(names.get(place)?.id, key.id)
  assert.equal(names.get(key.id)?.name.fa, 'برنامه سامانه بایگانی، با کلید')
  assert.equal(names.get(person)?.name.fa, 'مریم رضایی')
})

test('a key without a label is called by its body and role', async () => {
  const input = { authority: 'sko', role: 'officer', live: true }
  for (const label of [undefined, ' ']) {
    const { key } = await createApiKey(context, { ...input, label })
    assert.match(key.label, /^استانداری .*\(کارشناس\)$/)
  }
})

test('a test key opens no data of people outside a demonstration, and may ask who it is', async () => {
  const keyOf = async (live: boolean) => {
    const input = { authority: 'sko', role: 'officer', label: 'CI', live }
    return `Bearer ${(await createApiKey(real.context, input)).text}`
  }
  const ask = async (method: 'GET' | 'POST', url: string, authorization: string) => {
    const answer = await real.app.inject({ method, url, headers: { authorization } })
    return { status: answer.statusCode, ...answer.json<{ code?: string; title?: string }>() }
  }
  const trial = await keyOf(false)
  const refused = await ask('POST', '/api/v1/things-of-sko', trial)
  assert.deepEqual([refused.status, refused.code], [403, 'key/test-only'])
  assert.match(refused.title ?? '', /test key.*--live/)
  assert.equal((await ask('GET', '/api/v1/me', trial)).status, 200)
  assert.equal((await ask('GET', '/api/v1/authorities', trial)).status, 200)
  assert.equal((await ask('POST', '/api/v1/things-of-sko', await keyOf(true))).status, 200)
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
