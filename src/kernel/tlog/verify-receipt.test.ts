import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { flippedBits, nodePrimitives, policyOf, vectors } from '../../../tests/support/tlog.ts'
import { formatReceipt, parseReceipt, toHex, verifyReceipt } from './index.ts'

const policy = policyOf(`log ${vectors.vkey}\nquorum none`)
const receipt = vectors.receipt_member_2
const answer = (input: Uint8Array | string, by = policy) => {
  const found = verifyReceipt(input, by, nodePrimitives)
  return found.verdict === 'proven' ? 'proven' : `${found.verdict}: ${found.reason}`
}

/** The receipt of the vectors with some of its opening changed. */
function altered(change: (extra: Buffer) => Buffer): string {
  const encoded = /^extra (.*)$/m.exec(receipt)?.[1] ?? ''
  return receipt.replace(encoded, change(Buffer.from(encoded, 'base64')).toString('base64'))
}

const set = (offset: number, bytes: string) =>
  altered((extra) => {
    Buffer.from(bytes, 'hex').copy(extra, offset)
    return extra
  })

test('verifyReceipt proves the receipt of the byte vectors, in plain JavaScript too', () => {
  const found = verifyReceipt(receipt, policy)
  assert.equal(found.verdict, 'proven')
  assert.equal(found.receipt.statementText, vectors.members[2]?.statement)
  assert.equal(found.receipt.fields.erds, 'A.1-SubmissionAcceptance')
  assert.equal(toHex(found.commitment), vectors.members[2]?.commitment)
  assert.equal(found.receipt.at, 1_767_225_601)
  assert.equal(found.trust.logSignatures[0]?.key.name, 'peyman.example/log/1')
  assert.equal(answer(receipt), 'proven')
})

test('formatReceipt gives the receipt of the byte vectors', () => {
  const parsed = parseReceipt(receipt)
  assert.ok(parsed.ok)
  const { proof, ...opening } = parsed.value
  const { index, path } = proof
  const again = formatReceipt({ opening, index, path, checkpoint: vectors.checkpoint })
  assert.deepEqual(again, { ok: true, value: receipt })
})

test('verifyReceipt refuses any flipped bit', () => {
  for (const wrong of flippedBits(new TextEncoder().encode(receipt))) {
    assert.notEqual(answer(wrong), 'proven', new TextDecoder().decode(wrong))
  }
})

test('verifyReceipt refuses any flipped bit of what is inside, with the path and the text whole', () => {
  const encoded = /^extra (.*)$/m.exec(receipt)?.[1] ?? ''
  for (const wrong of flippedBits(Buffer.from(encoded, 'base64'))) {
    const text = receipt.replace(encoded, Buffer.from(wrong).toString('base64'))
    assert.notEqual(answer(text), 'proven')
  }
})

test('verifyReceipt refuses every truncation', () => {
  for (let length = 0; length < receipt.length; length++) {
    assert.notEqual(answer(receipt.slice(0, length)), 'proven')
  }
})

test('verifyReceipt tells a receipt of another statement, place, batch, time or log apart', () => {
  const lines = receipt.split('\n')
  const swapped = lines.with(3, lines[4] ?? '').with(4, lines[3] ?? '')
  const cases: [string, string][] = [
    [receipt.replace('index 1', 'index 0'), 'not-proven: root-mismatch'],
    [receipt.replace('index 1', 'index 3'), 'not-proven: index-beyond-tree'],
    [receipt.replace(`${lines[4] ?? ''}\n`, ''), 'not-proven: proof-too-short'],
    [
      receipt.replace(`${lines[4] ?? ''}\n`, `${lines[4] ?? ''}\n`.repeat(2)),
      'not-proven: proof-too-long'
    ],
    [swapped.join('\n'), 'not-proven: root-mismatch'],
    [set(36, '00000001'), 'not-proven: batch-proof-too-short'],
    [set(40, '00000004'), 'not-proven: batch-proof-too-short'],
    [set(44, '000000006955b902'), 'not-proven: root-mismatch'],
    [receipt.replaceAll('log/1', 'log/2'), 'not-proven: log-unknown']
  ]
  for (const [text, right] of cases) assert.equal(answer(text), right)
  const reworded = altered((extra) =>
    Buffer.from(extra.toString('latin1').replace('"application"', '"complaintxy"'), 'latin1')
  )
  assert.equal(answer(reworded), 'not-proven: root-mismatch')
  assert.equal(answer(receipt, policyOf('quorum none')), 'not-proven: log-unknown')
  assert.equal(verifyReceipt(receipt, null).verdict, 'not-proven')
})

test('verifyReceipt says why it cannot read a receipt', () => {
  const line = (text: string) => receipt.replace(/^extra .*$/m, text)
  const cases: [Uint8Array | string, string][] = [
    ['', 'proof-header'],
    ['hello', 'proof-header'],
    [new Uint8Array(2_000_000), 'too-large'],
    ['آ'.repeat(600_000), 'too-large'],
    [Uint8Array.of(0xff), 'not-utf-8'],
    [receipt.replaceAll('\n', '\r\n'), 'proof-header'],
    [receipt.replace('@v1', '@v2'), 'proof-header'],
    [receipt.replaceAll('\n\n', '\n'), 'proof-form'],
    [receipt.replace('index 1', 'index 01'), 'proof-index-form'],
    [receipt.replace('index 1', 'index 99999999999999999999'), 'proof-index-form'],
    [receipt.replace('index 1', 'Index 1'), 'proof-form'],
    [receipt.replace('JC4I', 'JC*I'), 'proof-hash-form'],
    [
      receipt.replace(/^(index 1\n)(.*\n)/m, (_, i: string, h: string) => i + h.repeat(64)),
      'proof-too-many-hashes'
    ],
    [line('extra '), 'proof-extra-form'],
    [line('extra AA'), 'proof-extra-form'],
    [receipt.replace(/^extra .*\n/m, ''), 'receipt-opening-missing'],
    [line('extra QUJDREVG'), 'receipt-mark-unknown'],
    [altered((extra) => extra.subarray(0, 52)), 'receipt-truncated'],
    [altered((extra) => extra.subarray(0, 60)), 'receipt-truncated'],
    [set(36, '00000003'), 'receipt-position'],
    [set(40, '00000001'), 'receipt-position'],
    [set(44, 'ffffffffffffffff'), 'receipt-time-invalid'],
    [set(52, 'ff'), 'receipt-path-length'],
    [set(52, '20'), 'receipt-truncated'],
    [altered((extra) => extra.subarray(0, -1)), 'receipt-statement'],
    [
      altered((extra) => Buffer.concat([extra.subarray(0, 85), Buffer.from('[1]')])),
      'receipt-statement'
    ],
    [
      altered((extra) => Buffer.concat([extra.subarray(0, 85), Buffer.from('[')])),
      'receipt-statement'
    ],
    [receipt.replace('\n3\n', '\n03\n'), 'checkpoint-size']
  ]
  for (const [i, [input, reason]] of cases.entries()) {
    assert.equal(answer(input), `unreadable: ${reason}`, `case ${String(i)}`)
  }
})

test('verifyReceipt of anything never throws and never says proven', () => {
  const lines = receipt.split('\n')
  const shuffled = fc.shuffledSubarray(lines).filter((some) => some.join('\n') !== receipt)
  const input = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.string({ maxLength: 300 }),
    shuffled.map((some) => some.join('\n'))
  )
  fc.assert(fc.property(input, (some) => assert.notEqual(answer(some), 'proven')))
})
