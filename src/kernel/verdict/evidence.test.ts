import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hex, logKey, policyOf, vectors } from '../../../tests/support/tlog.ts'
import { paperParts, signPromise } from '../tlog/index.ts'
import { readEvidence } from './index.ts'
import type { Evidence } from './index.ts'

const policy = policyOf(`log ${vectors.vkey}\nquorum none`)
const receipt = vectors.receipt_member_2
const bytes = (text: string) => new TextEncoder().encode(text)
const promise = signPromise(
  {
    origin: logKey.key.name,
    commitment: hex(vectors.members[2]?.commitment ?? ''),
    at: 1_767_225_600,
    delaySecondsMax: 3600
  },
  logKey
)

function answer(evidence: Evidence): string {
  if (evidence.kind === 'receipt') {
    const { verdict } = evidence
    return verdict.verdict === 'proven' ? 'proven' : `${verdict.verdict}: ${verdict.reason}`
  }
  return 'reason' in evidence ? `${evidence.kind}: ${evidence.reason}` : evidence.kind
}

const read = (input: Uint8Array | string, by: typeof policy | null = policy) =>
  answer(readEvidence(input, by))

test('readEvidence reads a file, a pasted text and scanned parts alike', () => {
  const parts = paperParts(receipt, { link: 'https://desk.example/verify', charactersMax: 300 })
  assert.equal(read(bytes(receipt)), 'proven')
  assert.equal(read(`\n ${receipt.trim()}  `), 'proven')
  assert.equal(read(parts.toReversed().join('\n')), 'proven')
  assert.equal(read(parts.slice(1).join('\n')), 'parts')
  assert.equal(read(bytes(promise)), 'promise')
  assert.equal(read(paperParts(promise, { link: 'x' }).join(' ')), 'promise')
  assert.equal(read(bytes(vectors.checkpoint)), 'checkpoint')
})

test('readEvidence proves nothing without a policy', () => {
  assert.equal(read(bytes(receipt), null), 'not-proven: no-policy')
  assert.equal(read(bytes(promise), null), 'promise-refused: no-policy')
})

test('readEvidence names why hostile input is refused', () => {
  const other = receipt.replaceAll('peyman.example/log/1', 'peyman.example/log/2')
  const cases: [Uint8Array | string, string][] = [
    [bytes(receipt.slice(0, 300)), 'unreadable: proof-form'],
    [bytes(other), 'not-proven: log-unknown'],
    [bytes(receipt.replaceAll('\n', '\r\n')), 'unreadable: proof-header'],
    [new Uint8Array(2_000_000), 'unreadable: too-large'],
    [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff), 'unreadable: not-utf-8'],
    ['', 'unreadable: proof-header'],
    [promise.replace('\n3600\n', '\n3601\n'), 'promise-refused: signature-invalid'],
    [promise.slice(0, 60), 'promise-refused: note-form'],
    ['r=1.2.00000000.x r=1.3.00000000.x', 'parts-refused: paper-mixed'],
    ['r=1.1.00000000.x', 'parts-refused: paper-damaged']
  ]
  for (const [input, expected] of cases) assert.equal(read(input), expected)
  const nested = paperParts('r=1.1.00000000.x', { link: 'l' }).join('')
  assert.equal(read(nested), 'parts-refused: paper-damaged')
})

test('readEvidence never throws and never proves what it is thrown', () => {
  const lines = receipt.split('\n')
  fc.assert(
    fc.property(fc.shuffledSubarray(lines, { minLength: 2 }), (some) => {
      const text = some.join('\n')
      if (text === receipt) return
      assert.notEqual(read(text.endsWith('\n') ? bytes(text) : bytes(`${text}\n`)), 'proven')
    })
  )
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), fc.string({ unit: 'binary' })), (input) => {
      assert.notEqual(read(input), 'proven')
    })
  )
})
