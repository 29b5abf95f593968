import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { hex, logKey, vectors } from '../../tests/support/tlog.ts'
import {
  batchOf,
  commitmentOf,
  encodeEntry,
  formatEntryProof,
  formatReceipt,
  formatSignatureLine,
  formatVerifierKey,
  leafHash,
  portableSigningKey,
  sealBatch,
  signatureTypes,
  signCheckpoint,
  signPromise,
  signTreeHead,
  treeHash
} from '../kernel/tlog/index.ts'
import { readNamedFile } from './output.ts'
import { receiptVerify } from './receipt-verify.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const policy = `log ${vectors.vkey}\nquorum none\n`
const file = bytes(vectors.receipt_member_2)

/** A receipt for any statement, its log cosigned by one witness. */
function receiptFor(statement: string) {
  const witness = portableSigningKey({
    name: 'witness.example/w1',
    type: signatureTypes.cosignature,
    seed: new Uint8Array(32).fill(3)
  })
  const opening = { salt: new Uint8Array(32), statement: bytes(statement) }
  const commitments = [commitmentOf(opening), new Uint8Array(32)]
  const sealed = sealBatch({ at: 1_767_225_601, commitments })
  assert.ok(sealed.ok)
  const root = treeHash([leafHash(sealed.value.entry)])
  const head = { origin: logKey.key.name, size: 1, root }
  const cosignature = formatSignatureLine(signTreeHead(head, witness, 1_767_225_700))
  const receipt = formatReceipt({
    opening: {
      ...opening,
      position: 0,
      count: 2,
      at: 1_767_225_601,
      batchPath: batchOf(commitments).pathOf(0)
    },
    index: 0,
    path: [],
    checkpoint: signCheckpoint(head, [logKey], 0) + cosignature
  })
  assert.ok(receipt.ok)
  const witnessed = `log ${vectors.vkey}\nwitness one ${formatVerifierKey(witness.key)}\nquorum one\n`
  return { file: bytes(receipt.value), policy: witnessed }
}

describe('receiptVerify', () => {
  test('receiptVerify names what is proven', () => {
    const { exitCode, stdout, stderr } = receiptVerify({ file, policy }, { lang: 'en' })
    assert.equal(exitCode, 0)
    assert.equal(stderr, '')
    assert.match(stdout, /^Proven\.\n/)
    assert.match(stdout, /Statement {5,}\{"v":1,"type":"application"/)
    assert.match(stdout, /Event +A\.1-SubmissionAcceptance\n/)
    assert.match(stdout, /Signed by +peyman\.example\/log\/1, key b00eab53 \(Ed25519\)\n/)
    assert.match(
      stdout,
      /Logged at +1 January 2026 \(11 Dey 1404\), 03:30 \(2026-01-01T00:00:01Z\)\n/
    )
    assert.match(stdout, /Place +leaf 1 of the log; commitment 2 of 3/)
    assert.match(stdout, /Witnesses +nobody/)
  })

  test('receiptVerify says it in Persian', () => {
    const { exitCode, stdout } = receiptVerify({ file, policy }, { lang: 'fa' })
    assert.equal(exitCode, 0)
    assert.match(stdout, /^ثابت شد\./)
    assert.match(stdout, /زمان ثبت +۱۱ دی ۱۴۰۴، ساعت ۰۳:۳۰/)
  })

  test('receiptVerify names the witnesses and their times', () => {
    const { exitCode, stdout } = receiptVerify(receiptFor('{"v":1}'), { lang: 'en' })
    assert.equal(exitCode, 0)
    assert.match(
      stdout,
      /one: witness\.example\/w1, key [0-9a-f]{8} \(Ed25519\), .*2026-01-01T00:01:40Z/
    )
  })

  test('receiptVerify answers JSON', () => {
    const { stdout } = receiptVerify(receiptFor('{"v":1}'), { lang: 'en', json: true })
    const answer = JSON.parse(stdout) as Record<string, unknown>
    assert.equal(answer.verdict, 'proven')
    assert.equal(answer.statement, '{"v":1}')
    assert.deepEqual((answer.witnesses as { witness: string }[])[0]?.witness, 'one')
    const refused = receiptVerify({ file, policy: null }, { lang: 'en', json: true })
    assert.equal(refused.exitCode, 1)
    assert.equal((JSON.parse(refused.stdout) as { reason: string }).reason, 'no-policy')
  })

  test('receiptVerify lets no statement play with the terminal', () => {
    const hostile = receiptFor('{"v":1,"type":"a\u202eb\u009b31m"}')
    const { exitCode, stdout } = receiptVerify(hostile, { lang: 'en' })
    assert.equal(exitCode, 0)
    assert.match(stdout, /Type +a\\u\{202e\}b\\u\{9b\}31m\n/)
  })

  test('receiptVerify says why a receipt is not proven, or cannot be read', () => {
    const forged = bytes(vectors.receipt_member_2.replace('index 1', 'index 0'))
    const not = receiptVerify({ file: forged, policy }, { lang: 'en' })
    assert.equal(not.exitCode, 1)
    assert.match(not.stdout, /^Not proven\. Reckoned from its statement/)
    const torn = receiptVerify({ file: file.subarray(0, 300), policy }, { lang: 'fa' })
    assert.equal(torn.exitCode, 2)
    assert.equal(torn.stdout, '')
    assert.match(torn.stderr, /خوانده نشد/)
    const image = receiptVerify({ file: Uint8Array.of(0x89, 0x50), policy }, { lang: 'en' })
    assert.equal(image.exitCode, 2)
  })

  test('receiptVerify reads no more of a file without end than a receipt can have', async () => {
    const endless = await readNamedFile('/dev/zero', 'en', 1_048_577)
    assert.equal(endless?.length, 1_048_577)
    const { exitCode, stderr } = receiptVerify({ file: endless, policy }, { lang: 'en' })
    assert.equal(exitCode, 2)
    assert.match(stderr, /larger than any receipt/)
  })

  test('receiptVerify names the line of a policy that is wrong', () => {
    const wrong = `log ${vectors.vkey}\nquorum one\n`
    const { exitCode, stderr } = receiptVerify({ file, policy: wrong }, { lang: 'en' })
    assert.equal(exitCode, 2)
    assert.match(stderr, /policy, line 2: /)
    const empty = receiptVerify({ file, policy: '' }, { lang: 'fa', json: true })
    assert.equal(empty.exitCode, 2)
    assert.match(empty.stdout, /policy-quorum-missing/)
  })

  test('receiptVerify says what the proof of a public entry proves', () => {
    const text = '{"v":1,"type":"card.published","subject":"10021006"}'
    const entry = encodeEntry({ kind: 'public', at: 1_767_225_600, body: bytes(text) })
    assert.ok(entry.ok)
    const head = { origin: logKey.key.name, size: 1, root: leafHash(entry.value) }
    const checkpoint = signCheckpoint(head, [logKey], 0)
    const proof = formatEntryProof({ entry: entry.value, index: 0, path: [], checkpoint })
    assert.ok(proof.ok)
    const given = { file: bytes(proof.value), policy }
    const { exitCode, stdout } = receiptVerify(given, { lang: 'en' })
    assert.equal(exitCode, 0)
    assert.match(stdout, /^Proven\.\n/)
    assert.match(stdout, /Statement +\{"v":1,"type":"card\.published"/)
    assert.match(stdout, /Place +leaf 0 of the log \(counted from 0\)\n/)
    assert.match(
      receiptVerify(given, { lang: 'fa' }).stdout,
      /این برگ، بی‌کم‌وکاست، در این دفتر است/
    )
    const told = JSON.parse(receiptVerify(given, { lang: 'en', json: true }).stdout) as object
    assert.deepEqual(
      { ...told, log: null, signedBy: null },
      {
        verdict: 'proven',
        statement: text,
        log: null,
        entry: { index: 0, at: '2026-01-01T00:00:00Z', kind: 'public' },
        signedBy: null,
        witnesses: []
      }
    )
    const forged = bytes(proof.value.replace('index 0', 'index 1'))
    assert.equal(receiptVerify({ file: forged, policy }, { lang: 'en' }).exitCode, 1)
    assert.equal(receiptVerify({ file: given.file, policy: null }, { lang: 'en' }).exitCode, 1)
  })

  test('receiptVerify tells a promise from a receipt', () => {
    const note = signPromise(
      {
        origin: logKey.key.name,
        commitment: hex(vectors.members[2]?.commitment ?? ''),
        at: 1_767_225_600,
        delaySecondsMax: 3600
      },
      logKey
    )
    const { exitCode, stdout } = receiptVerify({ file: bytes(note), policy }, { lang: 'en' })
    assert.equal(exitCode, 1)
    assert.match(stdout, /This is a promise, not a receipt/)
    assert.match(stdout, /2026-01-01T01:00:00Z/)
    const forged = bytes(note.replace('\n3600\n', '\n3601\n'))
    assert.match(receiptVerify({ file: forged, policy }, { lang: 'en' }).stdout, /wrong signature/)
    const alone = receiptVerify({ file: bytes(note), policy: null }, { lang: 'fa' })
    assert.match(alone.stdout, /سنجیده نشد/)
  })
})
