// Goal: the server refuses what is no sealed letter by its outside alone. Method: letters that the kernel
// seals, and the same bytes cut, lengthened, armoured and sealed for others.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { armor } from 'age-encryption'
import { generateMailboxIdentity, paddedLength, recipientOf, sealLetter } from './index.ts'
import { hybridStanza, readSealedHead, sizeClassOf } from './sealed-form.ts'

async function sealed(kind: 'hybrid' | 'classic', body: string): Promise<Uint8Array> {
  const recipient = (await recipientOf(await generateMailboxIdentity(kind))) ?? ''
  const draft = {
    letter: crypto.randomUUID(),
    sender: null,
    subject: 's',
    sentAt: '2026-11-22T06:00:00Z',
    case: null,
    body,
    attachments: []
  }
  const result = await sealLetter(draft, { recipient, signers: [] })
  assert.ok(result.ok)
  return result.value.file
}

test('readSealedHead tells for whom a file is: one hybrid recipient', async () => {
  assert.deepEqual(readSealedHead(await sealed('hybrid', 'x'))?.stanzas, [hybridStanza])
  assert.deepEqual(readSealedHead(await sealed('classic', 'x'))?.stanzas, ['X25519'])
})

test('readSealedHead takes neither armour nor anything else', async () => {
  const file = await sealed('hybrid', 'x')
  assert.equal(readSealedHead(Buffer.from(armor.encode(file))), null)
  assert.equal(readSealedHead(file.subarray(1)), null)
  assert.equal(readSealedHead(file.subarray(0, 200)), null)
  assert.equal(readSealedHead(new Uint8Array()), null)
})

test('sizeClassOf finds the padded length of every letter, and of none that was cut or lengthened', async () => {
  for (const length of [1, 4000, 5000, 65_000, 66_000, 140_000]) {
    const file = await sealed('hybrid', 'x'.repeat(length))
    const headBytes = readSealedHead(file)?.headBytes ?? 0
    const size = sizeClassOf(file.length, headBytes)
    assert.ok(size !== null && size >= length && size === paddedLength(size))
    assert.equal(sizeClassOf(file.length - 1, headBytes), null)
    assert.equal(sizeClassOf(file.length + 1, headBytes), null)
  }
})

test('sizeClassOf never throws, and what it gives is a size class', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10, max: 80_000_000 }), fc.nat(5000), (bytes, head) => {
      const size = sizeClassOf(bytes, head)
      assert.ok(size === null || paddedLength(size) === size)
    })
  )
})
