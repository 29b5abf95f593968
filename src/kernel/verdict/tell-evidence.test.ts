import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hex, logKey, policyOf, vectors } from '../../../tests/support/tlog.ts'
import {
  doubtMessages,
  encodeEntry,
  formatEntryProof,
  formatVerifierKey,
  leafHash,
  portableSigningKey,
  signCheckpoint,
  signPromise,
  verifyReceipt
} from '../tlog/index.ts'
import type { DoubtCode } from '../tlog/index.ts'
import { readEvidence, shownText, tellEvidence } from './index.ts'

const policy = policyOf(`log ${vectors.vkey}\nquorum none`)
const options = {
  lang: 'en',
  now: 1_767_225_700,
  time: (second: number) => `@${String(second)}`
} as const
const tell = (text: string, more = {}) =>
  tellEvidence(readEvidence(text, policy), { ...options, ...more })

function promise(at: number, member = 2) {
  const commitment = hex(vectors.members[member]?.commitment ?? '')
  return signPromise({ origin: logKey.key.name, commitment, at, delaySecondsMax: 3600 }, logKey)
}

test('tellEvidence says what a receipt proves and what it does not', () => {
  const told = tell(vectors.receipt_member_2)
  assert.equal(told.outcome, 'proven')
  assert.equal(
    told.summary,
    '“application” was entered in the public log on @1767225601 and has not been altered since.'
  )
  assert.equal(told.statement, vectors.members[2]?.statement)
  assert.ok(told.provesNot.some((line) => line.includes('true, or that a decision was right')))
  assert.ok(told.provesNot.some((line) => line.includes('No independent witness')))
  const rows = Object.fromEntries(told.rows.map(({ name, text }) => [name, text]))
  assert.equal(rows['Event'], 'accepted for entry (A.1-SubmissionAcceptance)')
  assert.equal(rows['Place in the log'], 'leaf 2 of 3')
  assert.equal(rows['Signed by'], 'peyman.example/log/1, key b00eab53 (Ed25519)')
})

test('tellEvidence says it in Persian', () => {
  const told = tell(vectors.receipt_member_2, { lang: 'fa' })
  assert.equal(told.title, 'ثابت شد')
  assert.match(told.summary, /^«درخواست» در @/)
  assert.equal(told.rows.find(({ name }) => name === 'جایگاه در دفتر')?.text, 'برگ ۲ از ۳ برگ')
})

test('tellEvidence shows nothing of what is not proven', () => {
  const told = tell(vectors.receipt_member_2.replace('index 1', 'index 0'))
  assert.deepEqual(
    [told.outcome, told.tone, told.rows, told.statement, told.proves],
    ['refused', 'broken', [], null, []]
  )
})

test('tellEvidence has words for every doubt in both languages', () => {
  for (const reason of Object.keys(doubtMessages.entries) as DoubtCode[]) {
    for (const lang of ['fa', 'en'] as const) {
      const verdict = { verdict: 'unreadable', reason } as never
      const told = tellEvidence({ kind: 'receipt', verdict }, { ...options, lang })
      assert.ok(told.summary.length > 40 && told.outcome === 'refused', reason)
    }
  }
})

test('tellEvidence tells how a promise stands', () => {
  const receipt = verifyReceipt(vectors.receipt_member_2, policy)
  const at = 1_767_225_600
  const title = (text: string, more = {}) => tell(text, more).title
  assert.equal(title(promise(at)), 'A promise, not a receipt')
  assert.equal(title(promise(at), { now: at + 3601 }), 'The time of this promise is over')
  assert.equal(title(promise(at), { receipt }), 'The log kept its promise')
  assert.equal(title(promise(at - 3600), { receipt }), 'The log kept its promise, but late')
  assert.match(tell(promise(at, 1), { receipt }).summary, /of another statement/)
  for (const more of [{}, { receipt }]) assert.notEqual(tell(promise(at), more).outcome, 'proven')
})

test('shownText makes what hides or reverses visible', () => {
  assert.equal(shownText('a\u202eb\u0007c\u200fd\ufeff'), 'a\\u{202e}b\\u{7}c\\u{200f}d\\u{feff}')
  assert.equal(shownText('می‌شود'), 'می‌شود')
})

/** The proof of the lone entry of a log. */
function entryProof(body: object, kind: 'public' | 'control') {
  const entry = encodeEntry({ kind, at: 1_767_225_600, body: Buffer.from(JSON.stringify(body)) })
  assert.ok(entry.ok)
  const root = leafHash(entry.value)
  const checkpoint = signCheckpoint({ origin: logKey.key.name, size: 1, root }, [logKey], 0)
  const text = formatEntryProof({ entry: entry.value, index: 0, path: [], checkpoint })
  assert.ok(text.ok)
  return text.value
}

test('tellEvidence says what the proof of an entry proves', () => {
  const body = { v: 1, type: 'card.published', subject: '10021006' }
  const told = tell(entryProof(body, 'public'))
  assert.deepEqual([told.outcome, told.statement], ['proven', JSON.stringify(body)])
  assert.match(told.summary, /^“service card published” was entered in the public log on @/)
  assert.ok(told.provesNot.every((line) => !line.includes('holds the receipt')))
  assert.match(tell(entryProof(body, 'public'), { lang: 'fa' }).summary, /^«انتشار شناسنامه خدمت»/)
  const forged = tell(entryProof(body, 'public').replace('index 0', 'index 1'))
  assert.deepEqual([forged.outcome, forged.statement], ['refused', null])
})

test('tellEvidence takes a receipt of the log that a closed one named, where that is shown', () => {
  const receipt = verifyReceipt(vectors.receipt_member_2, policy)
  const before = portableSigningKey({ name: 'before', type: 1, seed: new Uint8Array(32).fill(9) })
  const both = policyOf(`log ${vectors.vkey}\nlog ${formatVerifierKey(before.key)}\nquorum none`)
  const commitment = hex(vectors.members[2]?.commitment ?? '')
  const note = signPromise(
    { origin: 'before', commitment, at: 1_767_225_600, delaySecondsMax: 3600 },
    before
  )
  const freeze = { v: 1, type: 'freeze', reason: 'new-year', next: logKey.key.name }
  const entry = encodeEntry({
    kind: 'control',
    at: 1_767_225_600,
    body: Buffer.from(JSON.stringify(freeze))
  })
  assert.ok(entry.ok)
  const head = { origin: 'before', size: 1, root: leafHash(entry.value) }
  const checkpoint = signCheckpoint(head, [before], 0)
  const proof = formatEntryProof({ entry: entry.value, index: 0, path: [], checkpoint })
  assert.ok(proof.ok)
  const closing = readEvidence(proof.value, both)
  assert.ok(closing.kind === 'entry')
  const title = (more: object) => tellEvidence(readEvidence(note, both), { ...options, ...more })
  assert.match(title({ receipt }).summary, /in another log/)
  assert.equal(title({ receipt, closings: [closing.verdict] }).title, 'The log kept its promise')
})
