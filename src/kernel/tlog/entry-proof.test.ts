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
  encodeEntry,
  formatEntryProof,
  formatLogProof,
  formatVerifierKey,
  isEntryProof,
  leafHash,
  portableSigningKey,
  signatureTypes,
  signCheckpoint,
  successorOf,
  treeHash,
  verifyEntryProof,
  verifyReceipt
} from './index.ts'

const nextKey = portableSigningKey({
  name: 'peyman.example/log/2',
  type: signatureTypes.note,
  seed: new Uint8Array(32).fill(7)
})
const policy = policyOf(`log ${vectors.vkey}\nlog ${formatVerifierKey(nextKey.key)}\nquorum none`)

/** The proof of the last of two entries of a log, the first of which is a genesis. */
function proofOf(
  body: object,
  {
    kind = 'control',
    key = logKey,
    isLast = true
  }: {
    kind?: 'control' | 'public'
    key?: typeof logKey
    isLast?: boolean
  } = {}
): string {
  const entry = (of: object) => {
    const made = encodeEntry({ kind, at: 1_767_225_600, body: Buffer.from(JSON.stringify(of)) })
    assert.ok(made.ok)
    return made.value
  }
  const entries = [entry({ v: 1, type: 'genesis' }), entry(body)]
  if (!isLast) entries.reverse()
  const leaves = entries.map((one) => leafHash(one))
  const index = isLast ? 1 : 0
  const head = { origin: key.key.name, size: 2, root: treeHash(leaves) }
  const path = [leaves[1 - index] ?? new Uint8Array()]
  const text = formatEntryProof({
    entry: entries[index] ?? new Uint8Array(),
    index,
    path,
    checkpoint: signCheckpoint(head, [key], 0)
  })
  assert.ok(text.ok)
  return text.value
}

const verdictOf = (text: Uint8Array | string, by: typeof policy | null = policy) => {
  const verdict = verifyEntryProof(text, by, nodePrimitives)
  return verdict.verdict === 'proven' ? 'proven' : verdict.reason
}

test('verifyEntryProof proves that an entry stands in a log, and shows what it says', () => {
  const body = { v: 1, type: 'card.published', subject: '10021006' }
  const text = proofOf(body, { kind: 'public' })
  const verdict = verifyEntryProof(text, policy)
  assert.ok(verdict.verdict === 'proven')
  assert.deepEqual(verdict.proof.fields, body)
  assert.equal(verdict.proof.text, JSON.stringify(body))
  assert.equal(verdict.proof.entry.kind, 'public')
  assert.ok(isEntryProof(text))
  assert.equal(verdictOf(text, null), 'no-policy')
  const stranger = policyOf(`log ${formatVerifierKey(nextKey.key)}\nquorum none`)
  assert.equal(verdictOf(text, stranger), 'log-unknown')
})

test('verifyEntryProof refuses any flipped bit', () => {
  for (const wrong of flippedBits(Buffer.from(proofOf({ v: 1 })))) {
    assert.notEqual(verdictOf(wrong), 'proven', Buffer.from(wrong).toString())
  }
})

test('a receipt is no proof of an entry, nor the reverse, and a sealed entry has none', () => {
  const text = proofOf({ v: 1 })
  const receipt = verifyReceipt(text, policy)
  assert.ok(receipt.verdict === 'unreadable' && receipt.reason === 'receipt-mark-unknown')
  assert.equal(isEntryProof(vectors.receipt_member_2), false)
  assert.equal(verdictOf(vectors.receipt_member_2), 'entry-unreadable')
  const sealed = {
    extra: hex(vectors.entries[1] ?? ''),
    index: 1,
    path: [hex(vectors.leaf_hashes[0] ?? ''), hex(vectors.leaf_hashes[2] ?? '')],
    checkpoint: vectors.checkpoint
  }
  assert.equal(verdictOf(formatLogProof(sealed)), 'entry-sealed')
  assert.equal(verdictOf(formatLogProof({ ...sealed, extra: null })), 'receipt-opening-missing')
  const open = { ...sealed, extra: hex(vectors.entries[0] ?? ''), index: 0 }
  const path = [hex(vectors.leaf_hashes[1] ?? ''), hex(vectors.leaf_hashes[2] ?? '')]
  assert.equal(verdictOf(formatLogProof({ ...open, path })), 'proven')
  assert.equal(verdictOf(formatLogProof({ ...open, index: 2, path: [] })), 'proof-too-short')
  assert.equal(verdictOf(''), 'proof-header')
})

test('successorOf believes the last entry of the closed log alone', () => {
  const freeze = { v: 1, type: 'freeze', reason: 'new-year', next: nextKey.key.name }
  const next = (text: string, by: typeof policy | null = policy) =>
    successorOf(logKey.key.name, verifyEntryProof(text, by))
  assert.equal(next(proofOf(freeze)), nextKey.key.name)
  assert.equal(next(proofOf(freeze), null), null)
  assert.equal(next(proofOf(freeze, { key: nextKey })), null)
  assert.equal(next(proofOf(freeze, { kind: 'public' })), null)
  assert.equal(next(proofOf(freeze, { isLast: false })), null)
  assert.equal(next(proofOf({ ...freeze, type: 'repair' })), null)
  assert.equal(next(proofOf({ ...freeze, next: null })), null)
})
