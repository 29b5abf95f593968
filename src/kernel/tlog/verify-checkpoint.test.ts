import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  flippedBits,
  growLog,
  logKey,
  nodePrimitives,
  policyOf,
  vectors
} from '../../../tests/support/tlog.ts'
import {
  formatSignatureLine,
  formatVerifierKey,
  portableSigningKey,
  signCheckpoint,
  signTreeHead,
  signatureTypes,
  verifyCheckpoint
} from './index.ts'
import type { Policy, SignatureType } from './index.ts'

const seed = (fill: number) => new Uint8Array(32).fill(fill)
const keyOf = (name: string, type: SignatureType, fill: number) =>
  portableSigningKey({ name, type, seed: seed(fill) })
const witness = keyOf('witness.example', signatureTypes.cosignature, 3)
const quantum = keyOf('witness.example/pq', signatureTypes.postQuantum, 4)
const head = { origin: logKey.key.name, size: 5, root: growLog(5).roots[5] as Uint8Array }
const signed = signCheckpoint(head, [logKey], 0)
const cosigned = (by = witness, at = 1_800_000_000) =>
  formatSignatureLine(signTreeHead(head, by, at))

const alone = policyOf(`log ${vectors.vkey}\nquorum none`)
const witnessed = policyOf(
  [
    `log ${vectors.vkey}`,
    `witness first ${formatVerifierKey(witness.key)}`,
    `witness second ${formatVerifierKey(quantum.key)}`,
    'group both all first second',
    'quorum both'
  ].join('\n')
)

const reason = (text: Uint8Array | string, policy: Policy) => {
  const verified = verifyCheckpoint(text, policy, nodePrimitives)
  return verified.ok ? 'ok' : verified.reason
}

test('verifyCheckpoint believes the checkpoint of the byte vectors, in plain JavaScript too', () => {
  const verified = verifyCheckpoint(vectors.checkpoint, alone)
  assert.ok(verified.ok)
  assert.equal(verified.value.checkpoint.size, 3)
  assert.equal(verified.value.trust.logSignatures.length, 1)
})

test('verifyCheckpoint refuses any flipped bit', () => {
  for (const wrong of flippedBits(new TextEncoder().encode(vectors.checkpoint))) {
    assert.notEqual(reason(wrong, alone), 'ok', new TextDecoder().decode(wrong))
  }
})

test('verifyCheckpoint asks for the quorum and tells who witnessed, and when', () => {
  assert.equal(reason(signed, witnessed), 'quorum-missing')
  assert.equal(reason(signed + cosigned(), witnessed), 'quorum-missing')
  const text = signed + cosigned() + cosigned(quantum, 0)
  const verified = verifyCheckpoint(text, witnessed, nodePrimitives)
  assert.ok(verified.ok)
  assert.deepEqual(
    verified.value.trust.witnesses.map(({ witness: { name }, at }) => [name, at]),
    [
      ['first', 1_800_000_000],
      ['second', null]
    ]
  )
})

test('verifyCheckpoint of a log that signs with ML-DSA-44 beside Ed25519', () => {
  const second = keyOf(head.origin, signatureTypes.postQuantum, 9)
  const both = policyOf(`log ${vectors.vkey}\nlog ${formatVerifierKey(second.key)}\nquorum none`)
  const verified = verifyCheckpoint(signCheckpoint(head, [logKey, second], 0), both, nodePrimitives)
  assert.ok(verified.ok)
  assert.equal(verified.value.trust.logSignatures.length, 2)
})

test('verifyCheckpoint takes no notice of unknown keys, not even of the same name', () => {
  const namesake = keyOf(witness.key.name, signatureTypes.cosignature, 8)
  const stranger = keyOf('stranger.example', signatureTypes.note, 8)
  assert.equal(reason(signed + cosigned(namesake) + cosigned(stranger), alone), 'ok')
  const named = policyOf(
    `log ${vectors.vkey}\nwitness w ${formatVerifierKey(witness.key)}\nquorum w`
  )
  assert.equal(reason(signed + cosigned(namesake), named), 'quorum-missing')
  // The same key for another role of signature is another key.
  const note = keyOf(witness.key.name, signatureTypes.note, 3)
  assert.equal(reason(signed + cosigned(note), named), 'quorum-missing')
})

test('verifyCheckpoint refuses the whole for one wrong signature by a known key', () => {
  const line = signTreeHead({ ...head, size: 6 }, witness, 1_800_000_000)
  assert.equal(reason(signed + formatSignatureLine(line), witnessed), 'signature-invalid')
  const twice = signed + cosigned() + formatSignatureLine(line) + cosigned(quantum, 0)
  assert.equal(reason(twice, witnessed), 'signature-invalid')
})

test('verifyCheckpoint refuses mixed logs', () => {
  const other = keyOf('other.example/log', signatureTypes.note, 5)
  const two = policyOf(`log ${vectors.vkey}\nlog ${formatVerifierKey(other.key)}\nquorum none`)
  const foreign = { ...head, origin: 'third.example/log' }
  assert.equal(reason(signCheckpoint(foreign, [logKey], 0), two), 'log-unknown')
  // A known log may not speak for another known log.
  assert.equal(reason(signCheckpoint(head, [other], 0), two), 'log-signature-missing')
  assert.equal(reason(signed, policyOf('quorum none')), 'log-unknown')
})
