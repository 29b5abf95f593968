// Goal: a name that is registered and stands for an address of somebody's inside is not asked; the desk
// itself is. Method: real looks at a server of this machine, by name and by address.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lookAt, lookAtCheck, serving } from '../../../tests/support/probe-target.ts'
import { insideOf, placeText } from './inside.ts'

let asked = 0
const origin = await serving((_request, response) => {
  asked += 1
  response.end('secret')
})
const { port } = new URL(origin)
const nothing = { inside: insideOf([]) }
const named = `http://localhost:${port}/`

test('an address that is not public is not asked, whether it is written or looked up', async () => {
  const others = [`http://[::ffff:127.0.0.1]:${port}/`, `http://2130706433:${port}/`]
  for (const url of [origin, named, ...others]) {
    const { ok, reason, detail } = await lookAt(url, { keyword: 'secret' }, nothing)
    assert.deepEqual([ok, reason], [false, 'connect'], url)
    assert.match(detail ?? '', /no public address; it was not asked/)
  }
  for (const host of ['127.0.0.1', 'localhost', '2130706433', '::1']) {
    const { reason, detail } = await lookAtCheck({ kind: 'tcp', host, port: Number(port) }, nothing)
    assert.equal(reason, 'connect', host)
    assert.match(detail ?? '', /it was not asked/)
  }
  const server = `127.0.0.1:${port}`
  const dns = await lookAtCheck({ kind: 'dns', name: 'a.example', type: 'A', server }, nothing)
  assert.match(dns.detail ?? '', /it was not asked/)
  assert.equal(asked, 0)
})

test('a redirect to the inside is not followed, though its host is registered', async () => {
  const from = await serving((_request, response) => {
    response.writeHead(302, { location: named }).end()
  })
  const inside = insideOf([placeText(new URL(from))])
  const { reason, detail } = await lookAt(from, {}, { inside, hosts: ['localhost'] })
  assert.equal(reason, 'connect')
  assert.match(detail ?? '', /it was not asked/)
  assert.equal(asked, 0)
})

test('the desk itself is asked at its own port, and what the operator named', async () => {
  const own = insideOf([placeText(new URL(origin))])
  assert.equal((await lookAt(origin, {}, { inside: own })).ok, true)
  const other = await serving((_request, response) => response.end())
  assert.equal((await lookAt(other, {}, { inside: own })).reason, 'connect')
  assert.equal((await lookAt(named, {}, { inside: insideOf(['localhost']) })).ok, true)
})
