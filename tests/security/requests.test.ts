// Goal: no request makes an answer lie about where it comes from, where it leads or what is inside. Method: hostile
// requests to every route of a running server, over real sockets where the library would not send them.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { addressOf, routesOf } from '../support/routes.ts'
import { startTestServer } from '../support/server.ts'
import { Visitor } from '../support/visitor.ts'

const server = await startTestServer()
const port = Number(new URL(server.origin).port)
const citizen = await Visitor.as(server, 'maryam-rezaei')
const nobody = new Visitor(server)
const routes = routesOf(server.app)
const elsewhere = ['//evil.example', '/\\evil.example', 'https://evil.example/', '/.//evil.example']
const split = '/x%0d%0aSet-Cookie:%20evil=1'

function assertStays(at: string, location: string): void {
  if (location === '') return
  assert.equal(new URL(location, server.origin).origin, server.origin, `${at} leads to ${location}`)
}

test('no address makes a page lead to another site or begin a header', async () => {
  const names = ['next', 'back', 'return', 'return_to', 'redirect', 'redirect_uri', 'url', 'to']
  for (const route of routes.filter(
    ({ method, url }) => method === 'GET' && !url.startsWith('/assets')
  )) {
    for (const target of [elsewhere[0] ?? '', split]) {
      const query = names.map(
        (name) => `${name}=${target.includes('%') ? target : encodeURIComponent(target)}`
      )
      const path = `${addressOf(route, '1')}?${query.join('&')}&theme=dark`
      for (const reader of [nobody, citizen]) {
        const { status, location, headers } = await reader.get(path)
        assert.ok(status < 500, `${path}: ${String(status)}`)
        assertStays(path, location)
        assert.ok(
          headers.getSetCookie().every((line) => !line.startsWith('evil')),
          path
        )
      }
    }
  }
})

test('no form that brings somebody on leads to another site', async () => {
  for (const next of [...elsewhere, decodeURIComponent(split)]) {
    const visitor = new Visitor(server)
    const signedIn = await visitor.post('/sign-in/demonstration', { person: 'maryam-rezaei', next })
    assert.equal(signedIn.status, 303)
    assertStays(next, signedIn.location)
    for (const path of [
      '/sign-in/again/demonstration',
      '/sign-in/code',
      '/account/role',
      '/sign-out'
    ]) {
      const { status, location, headers } = await visitor.post(path, { next, back: next })
      assert.ok(status < 500, `${path}: ${String(status)}`)
      assertStays(`${path} ${next}`, location)
      assert.ok(headers.getSetCookie().every((line) => !line.startsWith('evil')))
    }
  }
})

test('a forged form names no other site as the page before, whatever its Referer says', async () => {
  const { text } = await nobody.get('/track', { referer: 'https://evil.example/bait' })
  assert.doesNotMatch(text, /evil\.example/)
  const answer = await fetch(`${server.origin}/cases`, {
    method: 'POST',
    headers: { accept: 'text/html', referer: 'https://evil.example/bait' },
    body: new URLSearchParams({ a: 'b' })
  })
  assert.doesNotMatch(await answer.text(), /evil\.example/)
})

/** What a raw request is answered, headers and body. */
function asked(head: readonly string[], patience = 5000): Promise<string> {
  return new Promise((settle) => {
    let text = ''
    const socket = connect(port, 'localhost', () => socket.write(`${head.join('\r\n')}\r\n\r\n`))
    socket.setTimeout(patience, () => socket.destroy())
    socket.on('data', (data) => (text += data.toString()))
    socket.on('error', () => {})
    socket.on('close', () => settle(text))
  })
}

test('a demonstration answers under no other host, and no header names another', async () => {
  const other = await asked(['GET / HTTP/1.1', 'Host: evil.example', 'Connection: close'])
  assert.match(other, /^HTTP\/1\.1 421 /)
  for (const header of [
    'X-Forwarded-Host',
    'X-Host',
    'Forwarded',
    'X-Original-URL',
    'X-Rewrite-URL'
  ]) {
    const value = header === 'Forwarded' ? 'host=evil.example' : 'evil.example'
    for (const path of [
      '/',
      '/sitemap.xml',
      '/.well-known/security.txt',
      '/notices/feed.xml',
      '/sign-in'
    ]) {
      const { text, location, headers } = await nobody.get(path, { [header]: value })
      assert.doesNotMatch(
        `${text} ${location} ${String(headers.get('link'))}`,
        /evil\.example/,
        path
      )
    }
  }
})

test('a method is what it says: nothing in a header, a query or a form changes it', async () => {
  const names = ['x-http-method-override', 'x-http-method', 'x-method-override']
  for (const name of names) {
    const { status } = await citizen.get('/sign-out', { [name]: 'POST' })
    assert.equal(status, 405, name)
  }
  for (const path of ['/sign-out?_method=POST', '/account?_method=DELETE'])
    assert.notEqual((await citizen.get(path)).status, 303, path)
  assert.equal((await citizen.get('/account')).status, 200, 'the session goes on')
  const traced = await asked([
    `TRACE / HTTP/1.1`,
    `Host: localhost:${port}`,
    'X-Secret: 1',
    'Connection: close'
  ])
  assert.doesNotMatch(traced, /X-Secret/)
  assert.match(traced, /^HTTP\/1\.1 (404|405) /)
})

test('a preflight of another site gets no leave', async () => {
  for (const path of ['/api/v1/me', '/api/v1/cases', '/cases', '/sign-in/demonstration']) {
    const response = await fetch(`${server.origin}${path}`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' }
    })
    for (const name of ['origin', 'methods', 'headers', 'credentials'])
      assert.equal(response.headers.get(`access-control-allow-${name}`), null, path)
  }
})

test('a body is read as what it is called, or not at all', async () => {
  for (const type of [
    'text/plain',
    'text/xml',
    'application/xml',
    'application/x-yaml',
    'application/jsonp'
  ]) {
    const response = await fetch(`${server.origin}/api/v1/failure-reports`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: '{"text":"x"}'
    })
    // A text is read as a text, which no operation takes.
    assert.equal(response.status, type === 'text/plain' ? 422 : 415, type)
  }
  for (const body of [
    '{"__proto__":{"admin":true}}',
    '{"constructor":{"prototype":{"admin":true}}}'
  ]) {
    const response = await fetch(`${server.origin}/api/v1/failure-reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body
    })
    assert.equal(response.status, 400, body)
  }
  assert.equal(Reflect.get({}, 'admin'), undefined)
})

test('lengths that contradict each other begin no second request', async () => {
  const host = `Host: localhost:${port}`
  for (const lengths of [
    ['Content-Length: 4', 'Transfer-Encoding: chunked'],
    ['Content-Length: 4', 'Content-Length: 5'],
    ['Transfer-Encoding: xchunked'],
    ['Content-Length: +4']
  ]) {
    const answer = await asked(['POST /track HTTP/1.1', host, ...lengths, 'Connection: close'])
    assert.match(answer, /^HTTP\/1\.1 400 /, lengths.join())
    assert.equal([...answer.matchAll(/HTTP\/1\.1 /g)].length, 1, lengths.join())
  }
})

test('what is larger than anybody needs is refused before it is read', async () => {
  const [status, sentBytes] = await new Promise<[number, number]>((settle) => {
    const sending = request(
      {
        port,
        host: 'localhost',
        path: '/api/v1/failure-reports',
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': 900_000_000 }
      },
      (response) => {
        settle([response.statusCode ?? 0, sending.socket?.bytesWritten ?? 0])
        sending.destroy()
      }
    )
    sending.on('error', () => {})
    sending.write('{')
  })
  assert.equal(status, 413)
  assert.ok(sentBytes < 10_000)
  const long = await asked([
    'GET / HTTP/1.1',
    `Host: localhost:${port}`,
    `X-A: ${'a'.repeat(70_000)}`
  ])
  assert.match(long, /^HTTP\/1\.1 431 /)
})

test('a connection that dawdles is let go: headers, bodies and silence have an end', () => {
  const { headersTimeout, requestTimeout, timeout } = server.app.server
  assert.ok(headersTimeout > 0 && headersTimeout <= 30_000)
  assert.ok(requestTimeout > 0 && requestTimeout <= 1_000_000)
  assert.ok(timeout > 0 && timeout <= 300_000)
})

test('errors say what to do, and nothing of the inside', async () => {
  const inside =
    /\bat .+\.(ts|js|mjs):\d+|node_modules|\/src\/|select .+ from|syntax error|\bpg_|ECONN|kysely|fastify|ZodError/
  const bad = ['%00', "1'%20or%201=1--", '%zz', '..%2f..%2fetc%2fpasswd', '9'.repeat(150), '%F0%9F']
  for (const route of routes.filter(({ method, url }) => method === 'GET' && url.includes(':'))) {
    for (const value of bad) {
      const path = addressOf(route, value)
      if (path.startsWith('/assets')) continue
      const { status, text } = await citizen.get(path)
      assert.ok(status < 500, `${path}: ${String(status)}`)
      if (status >= 400) assert.equal(inside.exec(text)?.[0], undefined, path)
    }
  }
})

test('a name that comes twice in a query, or with brackets, breaks no page', async () => {
  const names = [
    'page',
    'q',
    'by',
    'from',
    'to',
    'code',
    'theme',
    'next',
    'revision',
    'service',
    'state',
    'unit'
  ]
  const twice = names.flatMap((name) => [`${name}=1`, `${name}=2`, `${name}[x]=3`]).join('&')
  for (const route of routes.filter(
    ({ method, url }) => method === 'GET' && !url.startsWith('/assets')
  )) {
    const path = `${addressOf(route, '1')}?${twice}`
    const { status } = await citizen.get(path)
    assert.ok(status < 500, `${path}: ${String(status)}`)
  }
})

test('no address in a page, a mail or a file is made from what a request calls this host', () => {
  const root = resolve(import.meta.dirname, '../..')
  const readers = globSync('src/**/*.ts', { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .filter((file) =>
      /headers\.host\b|request\.(host|hostname|protocol|originalUrl)\b|x-forwarded-(host|proto)/.test(
        readFileSync(resolve(root, file), 'utf8')
      )
    )
  // It only refuses: a demonstration answers under no name but this machine's.
  assert.deepEqual(readers, ['src/platform/http/local-only.ts'])
})
