// Goal: only the administrator of an authority, lately proven, makes, replaces and ends its keys, and no
// key ever does. Method: the real edge against PostgreSQL, forms and operations.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { Visitor, peopleServer } from '../../../tests/support/people-server.ts'
import { listApiKeys } from '../api-key-store.ts'
import { createApiKey } from '../create-api-key.ts'
import { demonstrationPeople } from '../demonstration.ts'

const { app, context, clock } = await peopleServer()
const people = await demonstrationPeople()
const adminOf = (authority: string) =>
  people.find(({ grants }) =>
    grants.some((grant) => grant.role === 'authority-admin' && grant.authority === authority)
  ) ?? assert.fail()

async function signedIn(person: string): Promise<Visitor> {
  const visitor = new Visitor(app)
  await visitor.signInAs(person)
  return visitor
}

const keyIn = (body: string) => /peyman_(?:live|test)_[\w-]{43}/.exec(body)?.[0] ?? ''
const form = (authority: string, fields: Record<string, string> = {}) => {
  const all = { label: 'بایگانی', role: 'officer', unit: '*', days: '90', live: 'live', ...fields }
  const named = Object.entries(all).map(([name, value]) => [`${authority}.${name}`, value])
  return { authority, ...Object.fromEntries(named) } as Record<string, string>
}
const statusOf = async (text: string) => {
  const answer = await app.inject({
    url: '/api/v1/me',
    headers: { authorization: `Bearer ${text}` }
  })
  return answer.statusCode
}

test('an administrator makes a key, sees it once, replaces and ends it', async () => {
  const admin = await signedIn(adminOf('sko').key)
  const made = await admin.post('/en/desk/keys', form('sko', { scopes: 'cases:read' }))
  assert.equal(made.statusCode, 200)
  assert.match(String(made.headers['cache-control']), /no-store/)
  const text = keyIn(made.body)
  assert.equal(await statusOf(text), 200)
  const list = await admin.get('/en/desk/keys')
  assert.match(list.body, /بایگانی/)
  assert.equal(keyIn(list.body), '')
  const [key] = await listApiKeys(context.db, 'sko')
  assert.equal(key?.createdBy, adminOf('sko').id)
  assert.equal(
    key.expiresAt?.toString(),
    clock
      .now()
      .add({ hours: 90 * 24 })
      .toString()
  )
  const replaced = await admin.post(`/en/desk/keys/${key.id}/rotation`)
  const next = keyIn(replaced.body)
  assert.deepEqual([await statusOf(text), await statusOf(next)], [200, 200])
  assert.equal((await admin.post(`/en/desk/keys/${key.id}/revocation`)).statusCode, 303)
  assert.deepEqual([await statusOf(text), await statusOf(next)], [401, 200])
  // Whoever sits at the administrator's screen: the administrator hears of it.
  const told = await sql<{ text: { en: string } }>`
    select body as text from person_messages where kind = 'key' order by told_at, id`.execute(
    context.db
  )
  assert.deepEqual(
    told.rows.map((row) => /was (made|rotated|revoked)/.exec(row.text.en)?.[1]),
    ['made', 'rotated', 'revoked']
  )
})

test('a page says what is wrong, and keeps what was typed', async () => {
  const admin = await signedIn(adminOf('sko').key)
  for (const [fields, wrong] of [
    [{ label: 'pаypal' }, /look-alikes/],
    [{ label: 'نام\u202eevil' }, /hidden character/],
    [{ role: 'operator' }, /Choose one of these roles/],
    [{ scopes: 'keys:write' }, /one of these would be right/],
    [{ unit: 'messaging' }, /one of these would be right/]
  ] as const) {
    const { statusCode, body } = await admin.post('/en/desk/keys', form('sko', fields))
    assert.equal(statusCode, 422)
    assert.match(body, wrong)
  }
  const { body } = await admin.post('/en/desk/keys', form('sko', { label: 'CI', role: 'operator' }))
  assert.match(body, /value="CI"/)
})

test('neither another authority nor another role reaches keys', async () => {
  const { key } = await createApiKey(context, { authority: 'ito', role: 'officer', live: true })
  const admin = await signedIn(adminOf('sko').key)
  assert.equal((await admin.post('/en/desk/keys', form('ito'))).statusCode, 403)
  assert.equal((await admin.post(`/en/desk/keys/${key.id}/revocation`)).statusCode, 404)
  assert.equal((await admin.post(`/en/desk/keys/${key.id}/rotation`)).statusCode, 404)
  assert.equal((await admin.post('/en/desk/keys/nothing/rotation')).statusCode, 404)
  assert.equal((await admin.get('/api/v1/keys?authority=ito')).statusCode, 403)
  const officer = people.find(
    ({ grants }) => grants.length > 0 && grants.every(({ role }) => role === 'officer')
  )
  const other = await signedIn(officer?.key ?? '')
  assert.equal((await other.get('/desk/keys')).statusCode, 403)
  assert.equal((await new Visitor(app).get('/en/desk/keys')).statusCode, 303)
})

test('a key neither sees, makes, replaces nor ends keys, whatever its role', async () => {
  const { key, text } = await createApiKey(context, {
    authority: 'sko',
    role: 'authority-admin',
    live: true
  })
  const headers = { authorization: `Bearer ${text}` }
  const body = { authority: 'sko', role: 'officer', label: 'x', live: true }
  for (const [method, url, payload] of [
    ['GET', '/keys?authority=sko', undefined],
    ['POST', '/keys', body],
    ['POST', `/keys/${key.id}/rotation`, {}],
    ['DELETE', `/keys/${key.id}`, undefined]
  ] as const) {
    const sent = payload === undefined ? {} : { payload }
    const answer = await app.inject({ method, url: `/api/v1${url}`, headers, ...sent })
    assert.equal(answer.statusCode, 403, url)
    assert.equal(answer.json<{ code: string }>().code, 'key/people-only')
  }
  assert.equal((await app.inject({ url: '/desk/keys', headers })).statusCode, 403)
})

test('an operation takes only the fields it names, and asks for a proof that is fresh', async () => {
  const admin = await signedIn(adminOf('sko').key)
  const csrf = await admin.csrf()
  const cookie = [...admin.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const ask = (payload: object) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/keys',
      headers: { cookie, 'x-csrf-token': csrf },
      payload
    })
  const wanted = { authority: 'sko', role: 'clerk', label: 'post room', live: true }
  for (const more of [{ id: 'x' }, { createdBy: 'me' }, { grants: [] }, { rotatedFrom: null }])
    assert.equal((await ask({ ...wanted, ...more })).statusCode, 422)
  const made = await ask({ ...wanted, scopes: ['cases:write'] })
  assert.equal(made.statusCode, 201)
  const { key, about } = made.json<{ key: string; about: { scopes: string[]; state: string } }>()
  assert.equal(await statusOf(key), 200)
  assert.deepEqual([about.scopes, about.state], [['cases:write'], 'works'])
  clock.advance('PT11M')
  const late = await ask(wanted)
  assert.deepEqual(
    [late.statusCode, late.json<{ code: string }>().code],
    [403, 'sign-in/proof-required']
  )
})
