// Goal: attachments are read out of a sealed file whenever they are asked for, whole, without holding the file, and
// one after the other in one reading of it. Method: a sealed letter whose readings and read bytes are counted.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { portableSigningKey, signatureTypes } from '../tlog/index.ts'
import {
  type Pieces,
  attachmentReader,
  generateMailboxIdentity,
  recipientOf,
  sealLetter
} from './index.ts'

const name = 'sko.example/citizen-services'
const signer = portableSigningKey({
  ...{ name, type: signatureTypes.note, seed: new Uint8Array(32).fill(1) }
})
const identity = await generateMailboxIdentity('classic')
const recipient = await recipientOf(identity)
assert.ok(recipient)
const contents = [200_000, 0, 1_500_000, 3].map((length, i) => {
  return Uint8Array.from({ length }, (_, at) => (at * 7 + i) % 251)
})
const sealed = await sealLetter(
  {
    ...{
      letter: '0193a1b2-0000-7000-8000-000000000001',
      sender: null,
      subject: 'نقشه',
      case: null
    },
    ...{ sentAt: '2026-11-22T06:00:00Z', body: 'پیوست' },
    attachments: contents.map((content, i) => ({
      ...{ name: `${String(i)}.bin`, type: 'application/octet-stream', content }
    }))
  },
  { recipient, signers: [signer] }
)
assert.ok(sealed.ok)
const { file } = sealed.value

/** The file, with how often it was begun and how much of it was read. */
function counted(bytes = file) {
  const count = { readings: 0, bytes: 0 }
  async function* read(): AsyncGenerator<Uint8Array> {
    count.readings++
    for (let at = 0; at < bytes.length; at += 65_536) {
      const piece = await Promise.resolve(bytes.slice(at, at + 65_536))
      count.bytes += piece.length
      yield piece
    }
  }
  return { count, read: attachmentReader({ identity, read }) }
}

async function all(pieces: Pieces): Promise<Buffer> {
  const read: Uint8Array[] = []
  for await (const piece of pieces) read.push(piece)
  return Buffer.concat(read)
}

function same(read: Buffer, attachment: number): void {
  assert.ok(read.equals(contents[attachment] ?? Buffer.of(1)), String(attachment))
}

test('attachmentReader gives each whole, in one reading where they are asked for in order', async () => {
  const { count, read } = counted()
  for (const i of contents.keys()) same(await all(read(i)), i)
  assert.equal(count.readings, 1)
  for (const i of [1, 3]) same(await all(read(i)), i)
  assert.equal(count.readings, 2, 'what lies between is passed over')
  for (const i of [2, 0]) same(await all(read(i)), i)
  assert.equal(count.readings, 4)
})

test('attachmentReader reads no further than it is asked, and begins anew for who left in the middle', async () => {
  const { count, read } = counted()
  for await (const piece of read(2)) {
    assert.ok(piece.length < 200_000)
    break
  }
  assert.ok(count.bytes < 1_000_000, String(count.bytes))
  same(await all(read(2)), 2)
  assert.equal(count.readings, 2)
})

test('attachmentReader serves two at the same time', async () => {
  const { read } = counted()
  const both = await Promise.all([all(read(2)), all(read(0)), all(read(2))])
  for (const [i, attachment] of [2, 0, 2].entries()) same(both[i] ?? Buffer.of(), attachment)
})

test('attachmentReader throws where the file is cut off or changed', async () => {
  const changed = file.slice()
  changed[900_000] = (changed[900_000] ?? 0) ^ 1
  for (const bytes of [file.slice(0, 900_000), changed]) {
    await assert.rejects(all(counted(bytes).read(2)), /age-damaged/)
  }
})
