import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { test } from 'node:test'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { z } from 'zod'
import { testDatabase } from '../../../tests/support/database.ts'
import { edgeServer } from '../../../tests/support/edge-server.ts'
import { openDatabase, silentLog } from '../index.ts'
import { api } from './index.ts'

const { db } = await testDatabase()

test('createServer lets requests under way finish when it closes, and waits for no idle browser', async () => {
  const { app } = await edgeServer({ db })
  app.get('/slow', async () => {
    await pause(300)
    return 'done'
  })
  app.get('/fast', () => 'done')
  const origin = await app.listen({ port: 0, host: 'localhost' })
  await (await fetch(`${origin}/fast`)).text()
  const idle = connect(Number(new URL(origin).port), 'localhost')
  const slow = fetch(`${origin}/slow`).then((answer) => answer.text())
  await pause(100)
  const before = performance.now()
  await app.close()
  assert.equal(await slow, 'done')
  assert.ok(performance.now() - before < 5000)
  idle.destroy()
})

test('createServer shows a demonstration under no name but localhost', async () => {
  const { app } = await edgeServer({ db, environment: { PEYMAN_DEMO: '1' } })
  app.get('/', () => 'shown')
  const statusOf = async (host: string) =>
    (await app.inject({ url: '/', headers: { host } })).statusCode
  for (const host of ['localhost:3000', '127.0.0.1', '[::1]:3000']) {
    assert.equal(await statusOf(host), 200, host)
  }
  for (const host of ['evil.example', 'localhost.evil.example:3000', '192.0.2.2', 'a b']) {
    assert.equal(await statusOf(host), 421, host)
  }
})

test('createServer counts the requests of each person behind a proxy that it trusts', async () => {
  const statusesOf = async (environment: NodeJS.ProcessEnv) => {
    const { app } = await edgeServer({
      db,
      environment: { PEYMAN_REQUESTS_PER_MINUTE: '1', ...environment }
    })
    for (const path of ['/', '/healthz']) app.get(path, () => 'answered')
    const ask = async (from: string, url = '/') =>
      (await app.inject({ url, headers: { 'x-forwarded-for': from } })).statusCode
    return [
      await ask('192.0.2.1'),
      await ask('192.0.2.2'),
      await ask('192.0.2.2'),
      await ask('192.0.2.2', '/healthz')
    ]
  }
  assert.deepEqual(await statusesOf({ PEYMAN_TRUST_PROXY: 'loopback' }), [200, 200, 429, 200])
  assert.deepEqual(await statusesOf({}), [200, 429, 429, 200])
})

test('createServer answers 503 with a time to come back while the database is away', async () => {
  const nowhere = openDatabase('postgres://nobody:x@/none?host=/nowhere')
  const said: string[] = []
  const log = {
    ...silentLog,
    error: (_details: object, message: string) => void said.push(message)
  }
  const { app, context } = await edgeServer({ db: nowhere.db, log })
  app.get('/asks', () => sql`select 1`.execute(context.db))
  const answer = await app.inject('/asks')
  assert.deepEqual([answer.statusCode, answer.headers['retry-after']], [503, '3'])
  assert.match(answer.body, /پرکار/)
  assert.deepEqual(said, ['request failed'])
  await nowhere.close()
})

test('createServer answers what cannot be read without a fault', async () => {
  const { app } = await edgeServer({ db })
  app.post('/takes', () => 'taken')
  const statuses: [string, number][] = []
  for (const [what, request] of Object.entries({
    'no such page': { method: 'GET', url: '/nothing' },
    'no such operation': { method: 'GET', url: '/api/v1/nothing' },
    'an address that is none': { method: 'GET', url: '/%zz' },
    'half a JSON': { method: 'POST', url: '/takes', type: 'application/json', payload: '{"a":' },
    'an unknown type': { method: 'POST', url: '/takes', type: 'text/unknown', payload: 'x' },
    'too much': {
      method: 'POST',
      url: '/takes',
      type: 'application/json',
      payload: `"${'x'.repeat(1_100_000)}"`
    }
  } as Record<string, { method: 'GET' | 'POST'; url: string; type?: string; payload?: string }>)) {
    const { type, ...rest } = request
    const answer = await app.inject({
      ...rest,
      headers: type === undefined ? {} : { 'content-type': type }
    })
    statuses.push([what, answer.statusCode])
  }
  assert.deepEqual(Object.fromEntries(statuses), {
    'no such page': 404,
    'no such operation': 404,
    'an address that is none': 404,
    'half a JSON': 400,
    'an unknown type': 415,
    'too much': 413
  })
})

interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly trace: string
}

/** Sends bytes as they are, as no client of this program would, and reads the answer. */
async function sent(port: number, bytes: string): Promise<{ head: string; problem: Problem }> {
  const socket = connect(port, 'localhost')
  socket.end(bytes)
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n')
  return { head, problem: JSON.parse(body) as Problem }
}

test('createServer answers what is no HTTP by a problem of RFC 9457', async () => {
  const { app } = await edgeServer({ db })
  const port = Number(new URL(await app.listen({ port: 0, host: 'localhost' })).port)
  const rest = 'HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n'
  const long = 'x'.repeat(20_000)
  for (const [bytes, status, code] of [
    [`GET /api/v1/services?q=مجوز ${rest}\r\n`, 400, 'request/malformed'],
    [`GET /api/v1/services?q=${long} ${rest}\r\n`, 414, 'request/address-too-long'],
    [`GET /api/v1/services ${rest}x-long: ${long}\r\n\r\n`, 431, 'request/headers-too-large'],
    [`BREW /api/v1/services ${rest}\r\n`, 400, 'request/malformed'],
    ['nonsense\r\n\r\n', 400, 'request/malformed']
  ] as const) {
    const { head, problem } = await sent(port, bytes)
    assert.match(head, new RegExp(`^HTTP/1\\.1 ${String(status)} `))
    assert.match(head, /^content-type: application\/problem\+json$/m)
    assert.deepEqual([problem.type, problem.status, problem.code], ['about:blank', status, code])
    assert.match(problem.trace, /^[0-9a-f-]{36}$/)
  }
  const raw = await sent(port, `GET /a?q=مجوز ${rest}accept-language: fa\r\n\r\n`)
  assert.match(raw.problem.title, /\/a\?q=%D9%85%D8%AC%D9%88%D8%B2$/)
  assert.match(raw.problem.title, /^در نشانی/)
})

test('createServer tells a program what an address takes, and how one gets in', async () => {
  const { app } = await edgeServer({ db })
  const route = { summary: 'A thing', tag: 'test', response: z.object({}) } as const
  const handler = () => Promise.resolve({})
  api(app, { ...route, method: 'get', path: '/things/{id}', auth: 'session-or-key', handler })
  api(app, { ...route, method: 'put', path: '/things/{id}', auth: 'session-or-key', handler })
  const ask = async (method: 'GET' | 'DELETE' | 'OPTIONS', url: string) => {
    const { statusCode, headers, ...answer } = await app.inject({ method, url })
    assert.equal(headers['content-type'], 'application/problem+json', url)
    const { code, title, status } = answer.json<Problem>()
    assert.equal(status, statusCode)
    return { code, title, headers }
  }
  for (const method of ['DELETE', 'OPTIONS'] as const) {
    const { code, headers } = await ask(method, '/api/v1/things/1/?a=b')
    assert.deepEqual([code, headers.allow], ['request/method-not-allowed', 'GET, HEAD, PUT'])
  }
  assert.equal((await ask('DELETE', '/api/v1/thingsx')).code, 'not-found')
  assert.equal((await ask('GET', '/api/v1/%ff')).code, 'not-found')
  assert.equal(
    (await ask('GET', `/api/v1/things/${'x'.repeat(201)}`)).code,
    'request/address-too-long'
  )
  const { code, title, headers } = await ask('GET', '/api/v1/things/1')
  assert.deepEqual([code, headers['www-authenticate']], ['sign-in/required', 'Bearer'])
  assert.doesNotMatch(title, /typed/)
  assert.match(title, /Authorization/)
})

test('createServer asks whoever comes too often to wait', async () => {
  const { app } = await edgeServer({ db, environment: { PEYMAN_REQUESTS_PER_MINUTE: '3' } })
  app.get('/fast', () => 'done')
  const answers = []
  for (let i = 0; i < 4; i += 1) answers.push(await app.inject('/fast'))
  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [200, 200, 200, 429]
  )
  assert.ok(Number(answers[3]?.headers['retry-after']) > 0)
})
