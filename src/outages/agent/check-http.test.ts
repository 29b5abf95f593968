// Goal: each way in which a web address can be wrong is told by its own reason. Method: real servers on
// this machine that do wrong on purpose.
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { createServer as createTcpServer } from 'node:net'
import { describe, test } from 'node:test'
import {
  htmlHead,
  listening,
  lookAt,
  reasonOf,
  serving
} from '../../../tests/support/probe-target.ts'

describe('a web address', () => {
  test('is right by its status', async () => {
    const origin = await serving((request, response) => {
      response.writeHead(request.url === '/' ? 200 : 503).end('x')
    })
    assert.deepEqual(
      { ...(await lookAt(origin)), tookMs: 0 },
      {
        ok: true,
        tookMs: 0,
        reason: null,
        detail: null
      }
    )
    const down = await lookAt(`${origin}/down`)
    assert.deepEqual([down.ok, down.reason], [false, 'status'])
    assert.equal(down.detail, 'the answer is 503, not 200')
    assert.equal(await reasonOf(`${origin}/down`, { status: [200, 503] }), null)
    assert.equal(await reasonOf(origin, { method: 'HEAD' }), null)
  })

  test('with nobody there is connect; with no such name is dns', async () => {
    const server = createTcpServer()
    const port = await listening(server)
    await new Promise((resolve) => server.close(resolve))
    assert.equal(await reasonOf(`http://127.0.0.1:${String(port)}/`), 'connect')
    assert.equal(await reasonOf('http://no-such-host.invalid/', {}, { timeoutMs: 2000 }), 'dns')
  })

  test('that leads in a circle or on and on is redirect-loop', async () => {
    const origin = await serving((request, response) => {
      const n = Number(request.url?.slice(1))
      const location = Number.isNaN(n) ? request.url : `/${String(n + 1)}`
      response.writeHead(302, { location }).end()
    })
    assert.equal(await reasonOf(`${origin}/self`), 'redirect-loop')
    const endless = await lookAt(`${origin}/1`, { redirectsMax: 10 })
    assert.equal(endless.reason, 'redirect-loop')
    assert.match(endless.detail ?? '', /more than 10 redirects/)
    // Whoever wants the redirect itself gets it.
    assert.equal(await reasonOf(`${origin}/1`, { status: [302] }), null)
    assert.equal(await reasonOf(`${origin}/1`, { redirectsMax: 0 }), 'status')
  })

  test('that sets a cookie and leads to itself is no circle', async () => {
    const origin = await serving((request, response) => {
      if (request.headers.cookie?.includes('seen=1') === true) response.end('here')
      else response.writeHead(302, { location: '/', 'set-cookie': 'seen=1; Path=/' }).end()
    })
    assert.equal(await reasonOf(origin), null)
  })

  test('that leads to a host that is not registered is never followed', async () => {
    let asked = 0
    const other = createServer((_request, response) => {
      asked += 1
      response.end()
    })
    const port = await listening(other)
    for (const to of [
      `http://localhost:${String(port)}/`,
      'file:///etc/passwd',
      'http://10.0.0.1/'
    ]) {
      const origin = await serving((_request, response) => {
        response.writeHead(301, { location: to }).end()
      })
      assert.equal(await reasonOf(origin), 'redirect-host', to)
    }
    assert.equal(asked, 0)
    const origin = await serving((_request, response) => {
      response.writeHead(301, { location: `http://localhost:${String(port)}/` }).end()
    })
    assert.equal(await reasonOf(origin, {}, { hosts: ['localhost'] }), null)
    assert.equal(asked, 1)
  })

  test('with a keyword: there or not, however the pieces are cut', async () => {
    const page = Buffer.from(`<p>${'ا'.repeat(600)}درگاه خدمات${'ب'.repeat(600)}</p>`)
    for (const size of [1, 3, 7, 1021, 5000]) {
      const origin = await serving((_request, response) => {
        response.writeHead(200, htmlHead)
        for (let at = 0; at < page.length; at += size) response.write(page.subarray(at, at + size))
        response.end()
      })
      assert.equal(await reasonOf(origin, { keyword: 'درگاه خدمات' }), null, String(size))
      assert.equal(await reasonOf(origin, { keyword: 'درگاه دیگر' }), 'keyword')
      const absent = { keyword: 'درگاه خدمات', keywordAbsent: true }
      assert.equal(await reasonOf(origin, absent), 'keyword')
    }
  })

  test('in another encoding is read as browsers read it', async () => {
    // «سلام» in windows-1256
    const bytes = Buffer.from([0xd3, 0xe1, 0xc7, 0xe3])
    const origin = await serving((request, response) => {
      const types: Record<string, string> = {
        '/told': 'text/html; charset=windows-1256',
        '/wrong': 'text/html; charset=utf-8',
        '/unknown': 'text/html; charset=klingon'
      }
      response.writeHead(200, { 'content-type': types[request.url ?? ''] ?? 'text/html' })
      if (request.url === '/meta') response.write('<meta charset="windows-1256">')
      response.end(bytes)
    })
    const keyword = { keyword: 'سلام' }
    assert.equal(await reasonOf(`${origin}/told`, keyword), null)
    assert.equal(await reasonOf(`${origin}/meta`, keyword), null)
    // People see what a probe sees: letters that are none.
    assert.equal(await reasonOf(`${origin}/wrong`, keyword), 'keyword')
    assert.equal(await reasonOf(`${origin}/unknown`, keyword), 'keyword')
  })

  test('with JSON: the value at the path', async () => {
    const origin = await serving((request, response) => {
      const bodies: Record<string, string> = {
        '/whole': '\ufeff{"state":"ok","parts":[{"up":true},{"up":true}],"n":0}',
        '/deep': '['.repeat(5000) + ']'.repeat(5000),
        '/text': 'ok'
      }
      response.end(bodies[request.url ?? ''])
    })
    const json = (path: string, equals: unknown) => ({ jsonPath: { path, equals } })
    assert.equal(await reasonOf(`${origin}/whole`, json('$.state', 'ok')), null)
    assert.equal(await reasonOf(`${origin}/whole`, json('$.parts[*].up', true)), null)
    assert.equal(await reasonOf(`${origin}/whole`, json('$.n', 0)), null)
    for (const [path, equals] of [
      ['$.state', 'down'],
      ['$.none', null],
      ['$.n', '0'],
      ['not a path', 1]
    ] as const) {
      assert.equal(await reasonOf(`${origin}/whole`, json(path, equals)), 'json', path)
    }
    assert.equal(await reasonOf(`${origin}/deep`, json('$..x', 1)), 'json')
    assert.equal(await reasonOf(`${origin}/text`, json('$', 'ok')), 'json')
  })
})
