import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  flippedBits,
  hex,
  logKey,
  nodePrimitives,
  policyOf,
  vectors
} from '../../../tests/support/tlog.ts'
import {
  formatNote,
  parseCheckpoint,
  portableSigningKey,
  promiseOutcome,
  signPromise,
  signatureTypes,
  verifyPromise,
  verifyReceipt
} from './index.ts'
import type { EntryVerdict, Policy } from './index.ts'
import { formatPromise } from './promise.ts'
import { signText } from './signing.ts'

const policy = policyOf(`log ${vectors.vkey}\nquorum none`)
const promise = {
  origin: logKey.key.name,
  commitment: hex(vectors.members[2]?.commitment ?? ''),
  at: 1_767_225_600,
  delaySecondsMax: 3600
}
const note = signPromise(promise, logKey)
const reason = (input: Uint8Array | string, by: Policy = policy) => {
  const verified = verifyPromise(input, by, nodePrimitives)
  return verified.ok ? 'ok' : verified.reason
}

test('signPromise writes the lines of the specification, verifyPromise believes them', () => {
  assert.ok(
    note.startsWith(
      'peyman.dev/promise/v1\npeyman.example/log/1\nUzY7D+alux7nLFcCMIBgi7im5SyqrFL6bPswJmQwe1c=\n1767225600\n3600\n\n— '
    )
  )
  const verified = verifyPromise(note, policy)
  assert.ok(verified.ok)
  assert.deepEqual(verified.value.promise, promise)
})

test('verifyPromise refuses any flipped bit', () => {
  for (const wrong of flippedBits(new TextEncoder().encode(note))) {
    assert.notEqual(reason(wrong), 'ok', new TextDecoder().decode(wrong))
  }
})

test('verifyPromise refuses strangers, other logs and malformed promises with the reason', () => {
  const by = (text: string) => formatNote({ text, signatures: [signText(text, logKey)] })
  const text = formatPromise(promise)
  const stranger = portableSigningKey({
    name: promise.origin,
    type: signatureTypes.note,
    seed: new Uint8Array(32)
  })
  assert.equal(reason(signPromise(promise, stranger)), 'log-signature-missing')
  assert.equal(reason(signPromise({ ...promise, origin: 'other' }, logKey)), 'log-unknown')
  assert.equal(reason(by(text.replace('/v1', '/v2'))), 'promise-form')
  assert.equal(reason(by(`${text}more\n`)), 'promise-form')
  assert.equal(reason(by(text.replace('\n3600\n', '\n'))), 'promise-form')
  assert.equal(reason(by(text.replace('UzY7', 'UzY'))), 'promise-commitment')
  assert.equal(reason(by(text.replace('3600', '03600'))), 'promise-time-invalid')
  assert.equal(reason(by(text.replace('3600', '999999999999'))), 'promise-time-invalid')
  assert.equal(reason(''), 'note-form')
})

test('a promise is no checkpoint, and a checkpoint no promise', () => {
  assert.equal(parseCheckpoint(note).ok, false)
  assert.equal(reason(vectors.checkpoint), 'promise-form')
})

test('promiseOutcome says whether the promise was kept', () => {
  const receipt = verifyReceipt(vectors.receipt_member_2, policy, nodePrimitives)
  const now = promise.at + 10
  assert.equal(promiseOutcome(promise, { receipt, now }), 'kept')
  const tight = { ...promise, delaySecondsMax: 0 }
  assert.equal(promiseOutcome(tight, { receipt, now }), 'kept-late')
  assert.equal(promiseOutcome(promise, { receipt: null, now }), 'open')
  assert.equal(promiseOutcome(promise, { receipt: null, now: now + 3600 }), 'overdue')
  const other = { ...promise, commitment: new Uint8Array(32) }
  assert.equal(promiseOutcome(other, { receipt, now }), 'other-statement')
  const doubtful = verifyReceipt(vectors.receipt_member_2, null)
  assert.equal(promiseOutcome(promise, { receipt: doubtful, now }), 'open')
})

test('promiseOutcome takes the log that a closed one named for it, and no other', () => {
  const receipt = verifyReceipt(vectors.receipt_member_2, policy, nodePrimitives)
  const now = promise.at + 10
  const closing = (origin: string, next: string) =>
    ({
      verdict: 'proven',
      proof: {
        proof: { index: 4, checkpoint: { origin, size: 5 } },
        entry: { kind: 'control' },
        fields: { type: 'freeze', next }
      }
    }) as unknown as EntryVerdict
  const before = { ...promise, origin: 'peyman.example/log/0' }
  const outcome = (closings: EntryVerdict[], of = before) =>
    promiseOutcome(of, { receipt, closings, now })
  assert.equal(outcome([]), 'other-log')
  assert.equal(outcome([closing(before.origin, promise.origin)]), 'kept')
  assert.equal(
    outcome([closing(before.origin, promise.origin)], { ...before, delaySecondsMax: 0 }),
    'kept-late'
  )
  const hops = [closing('middle', promise.origin), closing(before.origin, 'middle')]
  assert.equal(outcome(hops), 'kept')
  assert.equal(outcome(hops.slice(1)), 'other-log')
  assert.equal(outcome([closing(before.origin, 'x'), closing('x', before.origin)]), 'other-log')
  const other = { ...before, commitment: new Uint8Array(32) }
  assert.equal(outcome([closing(before.origin, promise.origin)], other), 'other-statement')
})
