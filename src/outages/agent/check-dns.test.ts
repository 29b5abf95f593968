// Goal: names and ports are looked at by what the wire says. Method: a name server on UDP that speaks DNS
// by hand, and raw TCP servers.
import assert from 'node:assert/strict'
import { createSocket } from 'node:dgram'
import { type AddressInfo, createServer } from 'node:net'
import { after, describe, test } from 'node:test'
import { lookAtCheck } from '../../../tests/support/probe-target.ts'
import { parseHostsFile } from './resolve-host.ts'

const typeNumbers = { A: 1, NS: 2, CNAME: 5, MX: 15, TXT: 16, AAAA: 28 } as const

/** Records by name and type, each as its RDATA; `null` as a whole: no answer at all. */
type Zone = Record<string, Partial<Record<keyof typeof typeNumbers, Buffer[] | null>>>

const label = (name: string) =>
  Buffer.concat([
    ...name.split('.').map((part) => Buffer.from([part.length, ...Buffer.from(part)])),
    Buffer.from([0])
  ])

const zone: Zone = {
  'portal.example': {
    A: [Buffer.from([192, 0, 2, 1]), Buffer.from([192, 0, 2, 2])],
    AAAA: [Buffer.from('20010db8000000000000000000000001', 'hex')],
    MX: [Buffer.concat([Buffer.from([0, 10]), label('mail.example')])],
    TXT: [
      Buffer.from('\x05v=spf\x02 1', 'latin1'),
      Buffer.concat([Buffer.from([5]), Buffer.from('other')])
    ],
    NS: [label('ns1.example'), label('ns2.example')]
  },
  'www.example': { CNAME: [label('portal.example')] },
  'empty.example': {},
  'silent.example': { A: null }
}

const server = createSocket('udp4')
server.on('message', (question, from) => {
  const end = question.indexOf(0, 12)
  const parts: string[] = []
  for (let at = 12; at < end; at += (question[at] ?? 0) + 1) {
    parts.push(question.toString('latin1', at + 1, at + 1 + (question[at] ?? 0)))
  }
  const asked = question.readUInt16BE(end + 1)
  const type = Object.entries(typeNumbers).find(([, number]) => number === asked)?.[0]
  const known = zone[parts.join('.').toLowerCase()]
  const answers = known?.[type as keyof typeof typeNumbers]
  if (answers === null) return
  const head = Buffer.from(question.subarray(0, 12))
  head.writeUInt16BE(known === undefined ? 0x8183 : 0x8180, 2)
  head.writeUInt16BE(answers?.length ?? 0, 6)
  head.writeUInt32BE(0, 8)
  const records = (answers ?? []).map((data) => {
    const record = Buffer.alloc(12)
    record.writeUInt16BE(0xc00c, 0)
    record.writeUInt16BE(asked, 2)
    record.writeUInt16BE(1, 4)
    record.writeUInt32BE(60, 6)
    record.writeUInt16BE(data.length, 10)
    return Buffer.concat([record, data])
  })
  const body = Buffer.concat([head, question.subarray(12, end + 5), ...records])
  server.send(body, from.port, from.address)
})
await new Promise<void>((resolve) => server.bind(0, '127.0.0.1', resolve))
const nameServer = `127.0.0.1:${String(server.address().port)}`
after(() => server.close())

const reasonOf = async (name: string, type: string, expect: readonly string[] | null = null) =>
  (await lookAtCheck({ kind: 'dns', name, type, server: nameServer, expect })).reason

describe('a name', () => {
  test('is right if it has a record', async () => {
    for (const type of ['A', 'AAAA', 'MX', 'TXT', 'NS']) {
      assert.equal(await reasonOf('portal.example', type), null, type)
    }
    assert.equal(await reasonOf('www.example', 'CNAME', ['Portal.example.']), null)
  })

  test('with an address that nobody expects is dns', async () => {
    assert.equal(await reasonOf('portal.example', 'A', ['192.0.2.2', '192.0.2.1']), null)
    assert.equal(
      await reasonOf('portal.example', 'A', ['192.0.2.1', '192.0.2.2', '192.0.2.3']),
      null
    )
    assert.equal(await reasonOf('portal.example', 'A', ['192.0.2.1']), 'dns')
    assert.equal(await reasonOf('portal.example', 'AAAA', ['2001:db8::1']), null)
    assert.equal(await reasonOf('portal.example', 'NS', ['ns1.example']), 'dns')
  })

  test('may have more texts and mail servers than are wanted, not fewer', async () => {
    assert.equal(await reasonOf('portal.example', 'TXT', ['v=spf 1']), null)
    assert.equal(await reasonOf('portal.example', 'TXT', ['v=spf 2']), 'dns')
    assert.equal(await reasonOf('portal.example', 'MX', ['10 mail.example']), null)
    assert.equal(await reasonOf('portal.example', 'MX', ['20 mail.example']), 'dns')
  })

  test('that is not there, or has no such record, is dns; without an answer timeout', async () => {
    assert.equal(await reasonOf('none.example', 'A'), 'dns')
    assert.equal(await reasonOf('empty.example', 'A'), 'dns')
    const silent = { kind: 'dns', name: 'silent.example', type: 'A', server: nameServer }
    assert.equal((await lookAtCheck(silent, { timeoutMs: 300 })).reason, 'timeout')
  })
})

describe('a port', () => {
  test('is right where somebody takes the connection, connect where nobody does', async () => {
    const taker = createServer((socket) => socket.on('error', () => {}))
    await new Promise<void>((resolve) => taker.listen(0, '127.0.0.1', resolve))
    const { port } = taker.address() as AddressInfo
    assert.equal((await lookAtCheck({ kind: 'tcp', host: '127.0.0.1', port })).reason, null)
    await new Promise((resolve) => taker.close(resolve))
    assert.equal((await lookAtCheck({ kind: 'tcp', host: '127.0.0.1', port })).reason, 'connect')
    assert.equal(
      (await lookAtCheck({ kind: 'tcp', host: 'no.invalid', port }, { timeoutMs: 2000 })).reason,
      'dns'
    )
  })
})

test('parseHostsFile reads names with all their addresses', () => {
  const names = parseHostsFile(
    '127.0.0.1 localhost Portal.Example # this machine\n::1 localhost\nno address\n# 10.0.0.1 x'
  )
  assert.deepEqual(
    [...names],
    [
      ['localhost', ['127.0.0.1', '::1']],
      ['portal.example', ['127.0.0.1']]
    ]
  )
})
