import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flippedBits, nodePrimitives } from '../../../tests/support/tlog.ts'
import {
  formatTreeHead,
  parseCheckpoint,
  portablePrimitives,
  portableSigningKey,
  signHead,
  signatureTypes,
  toHex,
  verifySignature
} from './index.ts'
import type { SignatureType } from './index.ts'
import { signedMessage } from './cosignature.ts'

const origin = 'example.com/behind-the-sofa'
// The body of the example of the standard.
const tree = parseCheckpoint(
  `${origin}\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— a AAAAAAA=\n`
)
assert.ok(tree.ok)
const { size, root } = tree.value
const head = { origin, size, root, text: formatTreeHead({ origin, size, root }) }
const keyOf = (type: SignatureType, seed = 7, name = 'witness.example.com/w1') =>
  portableSigningKey({ name, type, seed: new Uint8Array(32).fill(seed) })

test('signedMessage of type 0x04 is the message of the standard', () => {
  const message = signedMessage(keyOf(signatureTypes.cosignature).key, head, 1_679_315_147)
  assert.equal(
    new TextDecoder().decode(message),
    `cosignature/v1\ntime 1679315147\n${origin}\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n`
  )
})

test('signedMessage of type 0x06 is the structure of the standard, byte by byte', () => {
  const message = signedMessage(keyOf(signatureTypes.postQuantum).key, head, 1_679_315_147)
  const text = (words: string) => Buffer.from(words).toString('hex')
  const right = [
    text('subtree/v1\n\0'),
    '16',
    text('witness.example.com/w1'),
    '00000000641850cb',
    '1b',
    text(origin),
    '0000000000000000',
    '00000000013e2dc3',
    toHex(root)
  ]
  assert.equal(toHex(message), right.join(''))
})

test('every type of signature is checked alike by both sets of primitives', () => {
  for (const type of Object.values(signatureTypes)) {
    const by = keyOf(type)
    const signature = signHead(head, by, 1_679_315_147)
    const at = type === signatureTypes.note ? null : 1_679_315_147
    for (const primitives of [portablePrimitives, nodePrimitives]) {
      const checked = verifySignature({ head, signature, key: by.key }, primitives)
      assert.deepEqual(checked, { ok: true, value: { key: by.key, at } })
      const other = { ...head, text: head.text.replace('20852163', '20852164'), size: size + 1 }
      const refused = verifySignature({ head: other, signature, key: by.key }, primitives)
      assert.deepEqual(refused, { ok: false, reason: 'signature-invalid' })
    }
  }
})

test('verifySignature refuses any flipped bit of Ed25519 signatures, time included', () => {
  for (const type of [signatureTypes.note, signatureTypes.cosignature]) {
    const by = keyOf(type)
    const line = signHead(head, by, 1_679_315_147)
    for (const signature of flippedBits(line.signature)) {
      const signed = { head, signature: { ...line, signature }, key: by.key }
      assert.equal(verifySignature(signed, nodePrimitives).ok, false)
    }
  }
})

test('verifySignature refuses flipped bits all over ML-DSA-44 signatures', () => {
  const by = keyOf(signatureTypes.postQuantum)
  const line = signHead(head, by, 1_679_315_147)
  let place = 0
  for (const signature of flippedBits(line.signature)) {
    // A prime step: some bits of each part, the hints at the end included.
    if (place++ % 41 !== 0) continue
    const signed = { head, signature: { ...line, signature }, key: by.key }
    assert.equal(verifySignature(signed, nodePrimitives).ok, false, `bit ${place - 1}`)
  }
})

test('ML-DSA-44 signatures bind the name of the one who signs; zero states no time', () => {
  const by = keyOf(signatureTypes.postQuantum)
  const namesake = keyOf(signatureTypes.postQuantum, 7, 'other.example')
  const signature = signHead(head, by, 0)
  const checked = verifySignature({ head, signature, key: by.key }, nodePrimitives)
  assert.ok(checked.ok)
  assert.equal(checked.value.at, null)
  const taken = verifySignature({ head, signature, key: namesake.key }, nodePrimitives)
  assert.deepEqual(taken, { ok: false, reason: 'signature-invalid' })
})

test('verifySignature refuses wrong lengths and impossible times', () => {
  const by = keyOf(signatureTypes.cosignature)
  const reason = (signature: Uint8Array) => {
    const line = { name: by.key.name, id: by.key.id, signature }
    const checked = verifySignature({ head, signature: line, key: by.key })
    return checked.ok ? 'ok' : checked.reason
  }
  assert.equal(reason(new Uint8Array(71)), 'signature-length')
  assert.equal(reason(new Uint8Array(100_000)), 'signature-length')
  assert.equal(reason(new Uint8Array(72).fill(255)), 'signature-time-invalid')
  assert.throws(() => signHead(head, by, -1), RangeError)
})
