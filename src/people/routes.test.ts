// Goal: sign-in, sessions and their ends through the real edge. Method: inject against PostgreSQL.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Visitor, peopleServer } from '../../tests/support/people-server.ts'
import { factsBetween } from '../ledger/index.ts'
import { inTransaction, newId } from '../platform/index.ts'
import { demonstrationId } from './demonstration.ts'
import { newSecret } from './session.ts'
import { insertSession } from './session-store.ts'
import { startSession } from './start-session.ts'

const { app, context, clock } = await peopleServer()

test('a demonstration person signs in by a form and comes to where they wanted to go', async () => {
  const visitor = new Visitor(app)
  const list = await visitor.get('/sign-in?next=/account')
  assert.equal(list.statusCode, 200)
  assert.match(list.body, /مریم رضایی/)
  assert.match(list.body, /تأییدکننده/)
  const entered = await visitor.signInAs('maryam-rezaei')
  assert.equal(entered.statusCode, 303)
  assert.equal(entered.headers.location, '/account')
  const account = await visitor.get('/account')
  assert.equal(account.statusCode, 200)
  assert.match(account.body, /۹۹۰۰۰۰۰۰۱۳[^]*>۰۹۹۹۰۰۰۰۰۰۱</)
  assert.doesNotMatch(account.body, /9900000013|989990000001/)
  assert.match((await visitor.get('/en/account')).body, /9900000013[^]*>09990000001</)
  assert.match(String(account.headers['cache-control']), /no-store/)
})

test('the session cookie is http-only, same-site, and holds no plain secret of the database', async () => {
  const visitor = new Visitor(app)
  const entered = await visitor.signInAs('sina-moradi')
  const cookie = entered.cookies.find((one) => one.name === 'session')
  assert.equal(cookie?.httpOnly, true)
  assert.equal(cookie?.sameSite, 'Lax')
  assert.match(cookie?.value ?? '', /^[0-9a-f-]{36}\.[\w-]{43}$/)
})

test('signing in gives a new secret and ends the session that the browser came with', async () => {
  const planted = new Visitor(app)
  await planted.signInAs('zahra-khosravi')
  const before = planted.cookies.get('session') ?? ''
  await planted.signInAs('maryam-rezaei')
  assert.notEqual(planted.cookies.get('session'), before)
  const thief = new Visitor(app)
  thief.cookies.set('session', before)
  assert.equal((await thief.get('/api/v1/me')).statusCode, 401)
})

test('a session without use ends after 12 hours, a used one after 7 days', async () => {
  const idle = new Visitor(app)
  const busy = new Visitor(app)
  await idle.signInAs('sina-moradi')
  await busy.signInAs('sina-moradi')
  const started = clock.now()
  for (let hours = 10; hours < 7 * 24; hours += 10) {
    clock.set(started.add({ hours }))
    assert.equal((await busy.get('/api/v1/me')).statusCode, 200, `after ${String(hours)} hours`)
  }
  assert.equal((await idle.get('/api/v1/me')).statusCode, 401)
  clock.set(started.add({ hours: 7 * 24, seconds: 1 }))
  assert.equal((await busy.get('/api/v1/me')).statusCode, 401)
})

test('an expired session in the middle of a form brings what was typed back', async () => {
  const visitor = new Visitor(app)
  await visitor.signInAs('maryam-rezaei')
  const csrf = await visitor.csrf()
  clock.advance('PT13H')
  const answer = await visitor.post('/account/passkeys', { name: 'تلفن من' }, csrf)
  assert.equal(answer.statusCode, 401)
  assert.match(answer.body, /تلفن من/)
  assert.equal(visitor.cookies.has('session'), false)
})

test('forged cookies are nobody, and are taken away', async () => {
  const real = new Visitor(app)
  await real.signInAs('maryam-rezaei')
  const [person = '', secret = ''] = (real.cookies.get('session') ?? '').split('.')
  const other = new Visitor(app)
  await other.signInAs('sina-moradi')
  const [stranger = ''] = (other.cookies.get('session') ?? '').split('.')
  const changed = `${secret.startsWith('A') ? 'B' : 'A'}${secret.slice(1)}`
  const forged = [
    'x',
    `${person}.${changed}`,
    `${stranger}.${secret}`,
    `${person}.`,
    `' or 1=1.${secret}`
  ]
  for (const cookie of forged) {
    const visitor = new Visitor(app)
    visitor.cookies.set('session', encodeURIComponent(cookie))
    const answer = await visitor.get('/api/v1/me')
    assert.equal(answer.statusCode, 401, cookie)
    assert.equal(visitor.cookies.has('session'), false, cookie)
  }
})

test('a page that needs a session leads to the sign-in and back', async () => {
  const visitor = new Visitor(app)
  const answer = await visitor.get('/en/account')
  assert.equal(answer.statusCode, 303)
  assert.equal(answer.headers.location, '/en/sign-in?next=%2Faccount')
})

test('a wrong or missing CSRF token changes nothing', async () => {
  const visitor = new Visitor(app)
  await visitor.csrf()
  const answer = await visitor.post('/sign-in/demonstration', { person: 'maryam-rezaei' }, 'forged')
  assert.equal(answer.statusCode, 403)
  assert.equal(visitor.cookies.has('session'), false)
  const options = await app.inject({ method: 'POST', url: '/sign-in/passkey/options' })
  assert.equal(options.statusCode, 403)
})

test('next never leads to another site', async () => {
  for (const next of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/.//evil.example',
    '/\t/evil.example'
  ]) {
    const visitor = new Visitor(app)
    const page = await visitor.get(`/sign-in?next=${encodeURIComponent(next)}`)
    assert.doesNotMatch(page.body, /name="next" value="[^"]*evil/)
    const entered = await visitor.signInAs('maryam-rezaei', next)
    assert.equal(entered.headers.location, '/', next)
  }
})

test('signing out ends the session on the server too', async () => {
  const visitor = new Visitor(app)
  await visitor.signInAs('maryam-rezaei')
  const cookie = visitor.cookies.get('session') ?? ''
  const left = await visitor.post('/sign-out')
  assert.equal(left.statusCode, 303)
  assert.equal(visitor.cookies.has('session'), false)
  visitor.cookies.set('session', cookie)
  assert.equal((await visitor.get('/api/v1/me')).statusCode, 401)
})

test('sessions are listed with their devices, and ended from another one', async () => {
  const phone = new Visitor(app)
  const desk = new Visitor(app)
  await phone.signInAs('gholam-haidari')
  await desk.signInAs('gholam-haidari')
  const { body } = await desk.get('/en/account')
  const [other = ''] = [...body.matchAll(/name="session" value="([0-9a-f-]{36})"/g)].map(
    (m) => m[1] ?? ''
  )
  assert.match(body, /990300120045/)
  assert.equal((await desk.post('/account/sessions/ending', { session: other })).statusCode, 303)
  assert.equal((await phone.get('/api/v1/me')).statusCode, 401)
  assert.equal((await desk.get('/api/v1/me')).statusCode, 200)
  await phone.signInAs('gholam-haidari')
  await desk.post('/account/sessions/ending', { session: 'others' })
  assert.equal((await phone.get('/api/v1/me')).statusCode, 401)
  assert.equal((await desk.get('/api/v1/me')).statusCode, 200)
})

test('nobody ends the session of somebody else', async () => {
  const victim = new Visitor(app)
  await victim.signInAs('maryam-rezaei')
  const me = (await victim.get('/api/v1/me')).json<{ session: { id: string } }>()
  const other = new Visitor(app)
  await other.signInAs('sina-moradi')
  const answer = await other.post('/account/sessions/ending', { session: me.session.id })
  assert.equal(answer.statusCode, 404)
  assert.equal((await victim.get('/api/v1/me')).statusCode, 200)
})

test('a session leaves a fact without a personal value', async () => {
  const facts = await factsBetween(context.db, { kinds: ['session.started'] })
  assert.ok(facts.length > 0)
  for (const { body } of facts) {
    assert.deepEqual(Object.keys(body).toSorted(), ['by', 'device'])
    assert.match(JSON.stringify(body.device), /^"[0-9a-f]{64}"$/)
  }
})

test('who is no demonstration person cannot be signed in by a click', async () => {
  for (const person of ['', 'nobody', 'zafaran-kavir', '__proto__', 'constructor']) {
    const visitor = new Visitor(app)
    assert.equal((await visitor.signInAs(person)).statusCode, 404, person)
    assert.equal(visitor.cookies.has('session'), false)
  }
})

test('GET /authorities is public and names the holder of each post today', async () => {
  const answer = await app.inject({ method: 'GET', url: '/api/v1/authorities' })
  const { items } = answer.json<{
    items: {
      id: string
      units: unknown[]
      posts: { id: string; holder: { en: string } | null }[]
    }[]
  }>()
  assert.deepEqual(
    items.map((one) => one.id),
    ['sko', 'ito']
  )
  const director = items[0]?.posts.find((post) => post.id === 'director-citizen-services')
  assert.equal(director?.holder?.en, 'Mohsen Alavi')
})

test('GET /me tells a session its grants', async () => {
  const visitor = new Visitor(app)
  await visitor.signInAs('reza-farzaneh')
  const me = (await visitor.get('/api/v1/me')).json<{ kind: string; grants: unknown[] }>()
  assert.equal(me.kind, 'person')
  assert.deepEqual(me.grants, [
    {
      authority: 'sko',
      unit: 'citizen-services',
      role: 'officer',
      post: 'officer-citizen-services'
    }
  ])
})

test('a business or a public body is in no session', async () => {
  const business = demonstrationId('zafaran-kavir')
  const entry = { begunBy: 'demonstration', device: '', before: undefined } as const
  const begun = startSession(context, { ...entry, person: business })
  await assert.rejects(begun, { code: 'people/not-allowed' })
  const secret = newSecret()
  const at = clock.now()
  await inTransaction(context.db, (tx) =>
    insertSession(tx, {
      ...{ id: newId(at), token: { person: business, secret }, begunBy: 'demonstration' },
      ...{ strength: 'demonstration', provenAt: at, carriesRoles: true, hat: null },
      ...{ device: '', deviceId: null, startedAt: at }
    })
  )
  const visitor = new Visitor(app)
  visitor.cookies.set('session', `${business}.${secret}`)
  assert.equal((await visitor.get('/api/v1/me')).statusCode, 401)
})
