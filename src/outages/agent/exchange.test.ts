// Goal: no server, whatever it sends, holds a probe up or makes it read without end. Method: real servers
// on this machine that break HTTP and TLS on purpose.
import assert from 'node:assert/strict'
import { createServer as createTlsServer } from 'node:https'
import { type Socket, createServer as createTcpServer } from 'node:net'
import { describe, test } from 'node:test'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { testAuthority } from '../../../tests/support/certificate.ts'
import {
  htmlHead,
  listening,
  lookAt,
  reasonOf,
  saying,
  serving
} from '../../../tests/support/probe-target.ts'
import { systemClock } from '../../platform/clock.ts'

describe('an answer', () => {
  test('without an answer in time is timeout, wherever it stands still', async () => {
    const silent = await serving(() => {})
    const outcome = await lookAt(silent, {}, { timeoutMs: 200 })
    assert.equal(outcome.reason, 'timeout')
    assert.match(outcome.detail ?? '', /no answer within/)
    const drips = await serving((_request, response) => {
      response.writeHead(200, htmlHead)
      const timer = setInterval(() => response.write('.'), 20)
      response.once('close', () => {
        clearInterval(timer)
      })
    })
    const dripping = await lookAt(drips, {}, { timeoutMs: 300 })
    assert.equal(dripping.reason, 'timeout')
    assert.match(dripping.detail ?? '', /not whole within/)
    const slowHead = await saying((socket) => {
      const timer = setInterval(() => socket.write('HTTP/1.1 200 OK\r\n'.charAt(0)), 20)
      socket.once('close', () => {
        clearInterval(timer)
      })
    })
    assert.notEqual(await reasonOf(slowHead, {}, { timeoutMs: 300 }), null)
  })

  test('that sends a gigabyte is too-large, and is not read to its end', async () => {
    let written = 0
    const origin = await serving((request, response) => {
      const length = request.url === '/told' ? { 'content-length': '1000000000' } : {}
      response.writeHead(200, { ...htmlHead, ...length })
      const piece = Buffer.alloc(65_536, 'x')
      const more = () => {
        while (!response.destroyed && written < 1e9) {
          written += piece.length
          if (!response.write(piece)) {
            response.once('drain', more)
            return
          }
        }
      }
      more()
    })
    assert.equal(await reasonOf(origin, { bytesMax: 100_000 }), 'too-large')
    assert.ok(written < 5e7, `the server was let write ${String(written)} bytes`)
    assert.equal(await reasonOf(`${origin}/told`, { bytesMax: 100_000 }), 'too-large')
  })

  test('that sends a small parcel with a gigabyte in it is too-large', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000))
    const origin = await serving((_request, response) => {
      response.writeHead(200, { ...htmlHead, 'content-encoding': 'gzip' }).end(bomb)
    })
    assert.equal(await reasonOf(origin, { bytesMax: 1_000_000 }), 'too-large')
  })

  test('packed though nobody asked is unpacked; packed otherwise is protocol', async () => {
    const origin = await serving((request, response) => {
      const coding = request.url?.slice(1) ?? ''
      const bodies: Record<string, Buffer> = {
        gzip: gzipSync('the words'),
        br: brotliCompressSync('the words')
      }
      response.writeHead(200, { ...htmlHead, 'content-encoding': coding })
      response.end(request.method === 'HEAD' ? undefined : (bodies[coding] ?? 'the words'))
    })
    const keyword = { keyword: 'the words' }
    assert.equal(await reasonOf(`${origin}/gzip`, keyword), null)
    assert.equal(await reasonOf(`${origin}/br`, keyword), null)
    assert.equal(await reasonOf(`${origin}/gzip`, { method: 'HEAD' }), null)
    for (const wrong of ['constructor', 'own', 'deflate']) {
      assert.equal(await reasonOf(`${origin}/${wrong}`, keyword), 'protocol', wrong)
    }
  })

  test('of HTTP/1.0 without a length ends with the connection', async () => {
    const origin = await saying((socket) => {
      socket.write('HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\nold ')
      setTimeout(() => socket.end('but whole'), 30)
    })
    assert.equal(await reasonOf(origin, { keyword: 'old but whole' }), null)
  })

  test('that breaks off, or speaks no HTTP, is protocol', async () => {
    const answers: Record<string, (socket: Socket) => void> = {
      'half-closed before a word': (socket) => socket.end(),
      'reset before a word': (socket) => socket.resetAndDestroy(),
      'cut in the head': (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-'),
      'cut in the body': (socket) =>
        socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this'),
      'reset in the body': (socket) => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this')
        setTimeout(() => socket.resetAndDestroy(), 30)
      },
      'cut between chunks': (socket) =>
        socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n'),
      'no HTTP': (socket) => socket.end('220 mail.example ESMTP\r\n'),
      'two lengths': (socket) =>
        socket.end('HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxy'),
      'a redirect to nowhere': (socket) =>
        socket.end('HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n'),
      'another protocol': (socket) =>
        socket.end('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n')
    }
    for (const [name, answer] of Object.entries(answers)) {
      assert.equal(await reasonOf(await saying(answer)), 'protocol', name)
    }
  })
})

describe('a web address with TLS', async () => {
  const now = systemClock.now()
  const authority = testAuthority(now)
  setDefaultCACertificates([...getCACertificates('default'), authority.cert])
  const days = (n: number) => now.add({ hours: 24 * n })
  const secure = async (hosts: readonly string[], ends: Temporal.Instant, by = authority) => {
    const made = by.issue({ hosts, notAfter: ends })
    const server = createTlsServer(made, (_request, response) => response.end('safe'))
    server.on('tlsClientError', () => {})
    return `https://127.0.0.1:${String(await listening(server))}`
  }

  test('is right with a certificate of its own name', async () => {
    assert.equal(await reasonOf(await secure(['127.0.0.1'], days(90))), null)
  })

  test('of another name, of an unknown authority, or that is over is tls', async () => {
    assert.equal(await reasonOf(await secure(['other.example'], days(90))), 'tls')
    const unknown = testAuthority(now)
    assert.equal(await reasonOf(await secure(['127.0.0.1'], days(90), unknown)), 'tls')
    const over = await lookAt(await secure(['127.0.0.1'], days(-1)))
    assert.equal(over.reason, 'tls')
    assert.match(over.detail ?? '', /expired/)
  })

  test('that ends soon is tls-expires', async () => {
    const origin = await secure(['127.0.0.1'], days(10))
    assert.equal(await reasonOf(origin, { tlsDaysMin: 5 }), null)
    const soon = await lookAt(origin, { tlsDaysMin: 14 })
    assert.equal(soon.reason, 'tls-expires')
    assert.match(soon.detail ?? '', /ends in 9 days; 14 are wanted/)
  })

  test('where no TLS is spoken is tls; where the handshake stands still is timeout', async () => {
    const plain = (await serving((_request, response) => response.end())).replace('http:', 'https:')
    assert.equal(await reasonOf(plain), 'tls')
    const silent = `https://127.0.0.1:${String(await listening(createTcpServer()))}`
    assert.equal(await reasonOf(silent, {}, { timeoutMs: 200 }), 'timeout')
  })
})
