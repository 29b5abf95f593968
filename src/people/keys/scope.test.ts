// Goal: a key that was narrowed opens what it names and nothing else; one that was replaced ends. Method:
// the real edge against PostgreSQL, with operations as slices register them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { peopleServer } from '../../../tests/support/people-server.ts'
import { factsOf } from '../../ledger/index.ts'
import { type ApiRoute, api, page } from '../../platform/http/index.ts'
import { html } from '../../platform/html/index.ts'
import { InvalidInputError } from '../../platform/index.ts'
import { apiKeyById } from '../api-key-store.ts'
import { type ApiKeyInput, createApiKey } from '../create-api-key.ts'
import { actorOf } from '../request-actor.ts'
import { revokeApiKey } from '../revoke-api-key.ts'
import { demand } from '../role.ts'
import { KeyEndedError } from './refusals.ts'
import { rotateApiKey } from './rotate-api-key.ts'

const { app, context, clock } = await peopleServer()
const operation = { summary: 'test', response: z.object({}), auth: 'session-or-key' } as const
const officer = (request: Parameters<typeof actorOf>[0]) => {
  demand(actorOf(request), { authority: 'sko', role: 'officer' })
  return Promise.resolve({})
}
const add = (
  route: Pick<ApiRoute<unknown, unknown, unknown>, 'method' | 'path' | 'tag'> & object
) => api(app, { ...operation, ...route, handler: ({ request }) => officer(request) })
add({ method: 'get', path: '/cases', tag: 'cases' })
add({ method: 'post', path: '/cases', tag: 'cases' })
add({ method: 'post', path: '/drafts', tag: 'drafts' })
add({ method: 'post', path: '/probe-results', tag: 'probes', scope: 'probes:report' } as never)
add({ method: 'post', path: '/new-things', tag: 'a-new-tag' })
api(app, {
  ...operation,
  method: 'get',
  path: '/services',
  tag: 'services',
  auth: 'public',
  handler: () => Promise.resolve({})
})
page(app, { method: 'get', path: '/desk/queue' }, ({ request }) => {
  demand(actorOf(request), { authority: 'sko', role: 'officer' })
  return html`queue`
})

const usual = { authority: 'sko', role: 'officer', label: 'archive', live: true }
const keyWith = (input: Partial<ApiKeyInput>) => createApiKey(context, { ...usual, ...input })
const ask = async (text: string, what: string) => {
  const [method = '', url = ''] = what.split(' ')
  const headers = { authorization: `Bearer ${text}` }
  const answer = await app.inject({ method: method as 'GET', url, headers })
  const code = answer.statusCode < 400 ? '' : ` ${answer.json<{ code: string }>().code}`
  return `${String(answer.statusCode)}${code}`
}
const missing = '403 key/scope-missing'

test('a key with scopes opens their operations only; one without, all of its role', async () => {
  const reader = await keyWith({ scopes: ['cases:read'] })
  const expected = {
    'GET /api/v1/cases': '200',
    'POST /api/v1/cases': missing,
    'POST /api/v1/drafts': missing,
    'POST /api/v1/probe-results': missing,
    // What nobody has made a scope for is not open to a narrowed key.
    'POST /api/v1/new-things': missing,
    'GET /api/v1/services': '200',
    'GET /api/v1/me': '200'
  }
  for (const [what, answer] of Object.entries(expected))
    assert.equal(await ask(reader.text, what), answer, what)
  const writer = await keyWith({ scopes: ['cases:write', 'probes:report'] })
  assert.equal(await ask(writer.text, 'POST /api/v1/drafts'), '200')
  assert.equal(await ask(writer.text, 'POST /api/v1/probe-results'), '200')
  assert.equal(await ask(writer.text, 'GET /api/v1/cases'), missing)
  const wide = await keyWith({})
  for (const what of Object.keys(expected)) assert.equal(await ask(wide.text, what), '200', what)
})

test('a key with scopes is nobody on pages, and no scope widens a role', async () => {
  const scoped = await keyWith({ scopes: ['cases:read'] })
  const answer = await app.inject({
    url: '/en/desk/queue',
    headers: { authorization: `Bearer ${scoped.text}` }
  })
  assert.equal(answer.statusCode, 403)
  const clerk = await keyWith({ role: 'clerk', scopes: ['cases:write'] })
  assert.equal(await ask(clerk.text, 'POST /api/v1/cases'), '403 people/not-allowed')
})

test('a key ends at its time', async () => {
  const expiresAt = clock.now().add({ hours: 1 })
  const { text } = await keyWith({ expiresAt })
  assert.equal(await ask(text, 'GET /api/v1/cases'), '200')
  clock.set(expiresAt)
  assert.equal(await ask(text, 'GET /api/v1/cases'), '401 key/refused')
})

test('the day of the last use is kept, and no more', async () => {
  const { key, text } = await keyWith({})
  assert.equal((await apiKeyById(context.db, key.id))?.lastUsedOn, null)
  await ask(text, 'GET /api/v1/me')
  const today = clock.now().toZonedDateTimeISO('UTC').toPlainDate()
  assert.deepEqual((await apiKeyById(context.db, key.id))?.lastUsedOn, today)
})

test('a replaced key goes on for the overlap, then the new one alone', async () => {
  const expiresAt = clock.now().add({ hours: 24 * 30 })
  const old = await keyWith({ scopes: ['cases:read'], expiresAt })
  clock.advance('PT24H')
  const made = await rotateApiKey(context, { id: old.key.id, overlapHours: 24, by: 'somebody' })
  assert.deepEqual(
    { ...made.key, id: old.key.id, createdAt: old.key.createdAt, expiresAt },
    { ...old.key, rotatedFrom: old.key.id, createdBy: 'somebody' }
  )
  assert.equal(
    made.key.expiresAt?.toString(),
    clock
      .now()
      .add({ hours: 24 * 30 })
      .toString()
  )
  const both = () =>
    Promise.all([old.text, made.text].map((text) => ask(text, 'GET /api/v1/cases')))
  assert.deepEqual(await both(), ['200', '200'])
  await assert.rejects(
    rotateApiKey(context, { id: old.key.id, overlapHours: 24, by: 'somebody' }),
    KeyEndedError
  )
  clock.advance('PT24H')
  assert.deepEqual(await both(), ['401 key/refused', '200'])
  const kinds = (await factsOf(context.db, old.key.id, old.key.id)).map(({ kind }) => kind)
  assert.deepEqual(kinds, ['key.created', 'key.rotated'])
  await revokeApiKey(context, made.key.id, 'somebody')
  await assert.rejects(
    rotateApiKey(context, { id: made.key.id, overlapHours: 0, by: 'somebody' }),
    KeyEndedError
  )
})

test('two who replace one key at once make one key', async () => {
  const { key } = await keyWith({})
  const tries = await Promise.allSettled(
    [1, 2, 3].map(() => rotateApiKey(context, { id: key.id, overlapHours: 0, by: 'somebody' }))
  )
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
})

test('createApiKey names scopes and ends that are not right', async () => {
  const wrong = { scopes: ['cases:read', 'keys:write', '*'], expiresAt: clock.now() }
  await assert.rejects(keyWith(wrong), (error) => {
    assert.ok(error instanceof InvalidInputError)
    const pointers = error.fields.map(({ pointer }) => pointer)
    assert.deepEqual(pointers, ['/scopes', '/scopes', '/expiresAt'])
    return true
  })
})
