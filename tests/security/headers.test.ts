// Goal: what a browser is told holds over https, where it counts. Method: the whole edge under an https origin, and the
// desk as people leave it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { page, redirect } from '../../src/platform/http/index.ts'
import { html } from '../../src/platform/html/index.ts'
import { testDatabase } from '../support/database.ts'
import { edgeServer } from '../support/edge-server.ts'
import { startTestServer } from '../support/server.ts'
import { Visitor } from '../support/visitor.ts'
import { peopleServer, Visitor as SecureVisitor } from '../support/people-server.ts'

const { db } = await testDatabase()
const environment = { PEYMAN_ORIGIN: 'https://desk.example' }
const { app } = await edgeServer({ db, environment })
page(app, { method: 'get', path: '/told' }, (it) =>
  redirect(it, '/shown', { kind: 'success', text: 'ثبت شد؛ a\r\nSet-Cookie: evil=1; "x"' })
)
page(app, { method: 'get', path: '/to/:name' }, (it) => {
  const { name } = it.request.params as { name: string }
  return redirect(it, `/shown/${name}?q=${name}#x`)
})
page(app, { method: 'get', path: '/shown' }, ({ view }) => html`<p>${view.csrf}</p>`)
page(app, { method: 'get', path: '/flash' }, ({ view }) => html`<p>${view.flash?.text ?? ''}</p>`)

function cookiesOf(answer: { headers: Record<string, unknown> }): string[] {
  return [answer.headers['set-cookie'] ?? []].flat().map(String)
}

function assertBound(line: string): void {
  for (const rule of [
    /^__Host-[a-z]+=/,
    /; Path=\/(;|$)/,
    /; HttpOnly/,
    /; Secure/,
    /; SameSite=Lax/
  ])
    assert.match(line, rule)
  assert.doesNotMatch(line, /Domain=/)
}

test('over https every cookie is bound to its host, and closed to scripts', async () => {
  const told = await app.inject('/told')
  const shown = await app.inject({ url: '/shown', cookies: { '__Host-flash': '{}' } })
  const lines = [...cookiesOf(told), ...cookiesOf(shown)]
  assert.deepEqual([...new Set(lines.map((line) => line.split('=')[0] ?? ''))].toSorted(), [
    '__Host-csrf',
    '__Host-flash'
  ])
  for (const line of lines) assertBound(line)
  const people = await peopleServer({ demo: false, origin: 'https://desk.example' })
  const visitor = new SecureVisitor(people.app)
  for (const path of ['/sign-in', '/sign-in/code', '/theme?theme=dark&back=/']) {
    for (const line of cookiesOf(await visitor.get(path))) assertBound(line)
  }
})

test('a message of a redirect begins no header', async () => {
  const { headers, statusCode } = await app.inject('/told')
  assert.equal(statusCode, 303)
  assert.equal(headers.location, '/shown')
  assert.equal(cookiesOf({ headers }).length, 1)
  assert.doesNotMatch(cookiesOf({ headers })[0] ?? '', /[\r\n]|evil=1;/)
})

test('a redirect to what somebody named begins no header, and loses no letter', async () => {
  for (const name of [
    'a%0d%0aSet-Cookie:%20evil=1',
    '%00',
    '%D8%AE%D8%AF%D9%85%D8%AA',
    '%F0%9F%98%80'
  ]) {
    const { headers, statusCode } = await app.inject(`/to/${name}`)
    assert.equal(statusCode, 303, name)
    assert.deepEqual(cookiesOf({ headers }), [])
    const given = decodeURIComponent(name)
    assert.equal(decodeURIComponent(String(headers.location)), `/shown/${given}?q=${given}#x`)
  }
})

test('a planted message without the prefix is shown to nobody', async () => {
  const flash = encodeURIComponent(JSON.stringify({ kind: 'success', text: 'planted' }))
  const { body } = await app.inject({ url: '/flash', headers: { cookie: `flash=${flash}` } })
  assert.doesNotMatch(body, /planted/)
  const { body: own } = await app.inject({
    url: '/flash',
    headers: { cookie: `__Host-flash=${flash}` }
  })
  assert.match(own, /planted/)
})

test('over https every answer asks for https from then on', async () => {
  for (const url of [
    '/shown',
    '/nothing',
    '/assets/none.css',
    '/api/v1/nothing',
    '/api/openapi.json'
  ]) {
    const { headers } = await app.inject(url)
    const [, seconds = '0'] =
      /max-age=(\d+); includeSubDomains/.exec(String(headers['strict-transport-security'])) ?? []
    assert.ok(Number(seconds) >= 31_536_000, url)
    assert.match(String(headers['content-security-policy']), /upgrade-insecure-requests/)
  }
})

test('the policy allows nothing inline and nothing from elsewhere', async () => {
  const { headers } = await app.inject('/shown')
  const rules = String(headers['content-security-policy']).split(';')
  const allowed = rules.flatMap((rule) => rule.split(' ').slice(1))
  assert.deepEqual([...new Set(allowed)].toSorted(), ["'none'", "'self'", 'blob:', 'data:'])
  for (const name of ['default-src', 'base-uri', 'object-src', 'frame-ancestors'])
    assert.ok(rules.includes(`${name} 'none'`), name)
  for (const name of ['script-src', 'style-src', 'form-action', 'connect-src'])
    assert.ok(rules.includes(`${name} 'self'`), name)
})

test('signing out clears what the browser kept', async () => {
  const server = await startTestServer()
  const visitor = await Visitor.as(server, 'maryam-rezaei')
  const left = await visitor.post('/sign-out')
  assert.match(left.headers.get('clear-site-data') ?? '', /"storage"/)
  assert.equal((await visitor.get('/account')).status, 303)
})

test('whoever asks for a code is told what can happen to it', async () => {
  const mail = { PEYMAN_SMTP_URL: 'smtp://localhost:1', PEYMAN_MAIL_FROM: 'desk@desk.example' }
  const people = await peopleServer({ environment: mail })
  const visitor = new SecureVisitor(people.app)
  assert.match((await visitor.get('/en/sign-in/code')).body, /stolen SIM card/)
  assert.match((await visitor.get('/sign-in/code')).body, /سیم‌کارت دزدیده‌شده/)
})
