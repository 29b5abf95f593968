// Goal: a reader shows what is true and keeps back all else, whoever changed it: a thief, a careless sender,
// the operator. Method: letters sealed for real, each wrong in one way.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type LetterDraft,
  generateMailboxIdentity,
  openAgeFile,
  openLetter,
  recipientOf,
  sealLetter
} from '../seal/index.ts'
import {
  type SigningKey,
  formatVerifierKey,
  portableSigningKey,
  signatureTypes
} from '../tlog/index.ts'
import { type Expected, type SenderKeys, judgeLetter, readLetter } from './index.ts'

const name = 'desk.example/sko/citizen-services'
const seed = (byte: number) => new Uint8Array(32).fill(byte)
const keysOf = (from: number, of = name): SigningKey[] => [
  portableSigningKey({ name: of, type: signatureTypes.note, seed: seed(from) }),
  portableSigningKey({ name: of, type: signatureTypes.postQuantum, seed: seed(from + 1) })
]
const entry = (sequence: number, signers: readonly SigningKey[]): SenderKeys => ({
  sequence,
  at: '2026-11-01T00:00:00Z',
  keys: signers.map(({ key }) => formatVerifierKey(key))
})
const [now, before] = [keysOf(1), keysOf(3)]
const senders = [entry(1, now), entry(0, before)]

async function mailbox() {
  const identity = await generateMailboxIdentity('classic')
  return { identity, recipient: (await recipientOf(identity)) ?? '' }
}
const own = await mailbox()
const other = await mailbox()

const draft: LetterDraft = {
  letter: '0193a1b2-0000-7000-8000-000000000001',
  sender: { authority: 'sko', unit: 'citizen-services' },
  subject: 'نتیجه درخواست شما',
  sentAt: '2026-11-22T06:00:00Z',
  case: null,
  body: 'با سلام',
  attachments: []
}
const expected: Expected = {
  letter: draft.letter,
  sender: name,
  sentAt: draft.sentAt,
  case: null,
  seenContent: null
}

async function seal(more: Partial<LetterDraft> = {}, signers = now, to = own.recipient) {
  const sealed = await sealLetter({ ...draft, ...more }, { recipient: to, signers })
  assert.ok(sealed.ok)
  return sealed.value.file
}

async function read(file: Uint8Array, wanted: Partial<Expected> = {}, by = senders) {
  return readLetter(file, { identity: own.identity, senders: by }, { ...expected, ...wanted })
}

async function refusal(file: Uint8Array, wanted: Partial<Expected> = {}, by = senders) {
  const reading = await read(file, wanted, by)
  return reading.shown ? 'shown' : reading.refused
}

test('a true letter is shown, with the entry of the directory that signed it', async () => {
  const reading = await read(await seal())
  assert.ok(reading.shown)
  assert.equal(reading.letter.body, draft.body)
  assert.equal(reading.signedBy.sequence, 1)
  assert.deepEqual(reading.doubts, [])
})

test('a key that was followed by another still counts for what it signed, and this is told', async () => {
  const reading = await read(await seal({}, before))
  assert.ok(reading.shown)
  assert.deepEqual(reading.doubts, ['old-key'])
})

test('forged, unsigned, altered, replayed and misdirected letters are kept back', async () => {
  const good = await seal()
  const flipped = good.slice()
  flipped[flipped.length - 20] = (flipped.at(-20) ?? 0) ^ 1
  assert.equal(await refusal(flipped), 'altered')
  assert.equal(await refusal(await seal({}, [])), 'unsigned')
  assert.equal(await refusal(await seal({}, keysOf(9))), 'forged')
  assert.equal(await refusal(await seal({}, now.slice(0, 1))), 'forged')
  assert.equal(
    await refusal(await seal({}, keysOf(1, 'desk.example/ito/messaging'))),
    'unknown-sender'
  )
  assert.equal(await refusal(await seal({}, now, other.recipient)), 'not-for-you')
  assert.equal(await refusal(good, { letter: draft.letter.replace('1', '2') }), 'replayed')
  assert.equal(await refusal(good, {}, []), 'unknown-sender')
  assert.equal(await refusal(good, { seenContent: 'something else' }), 'altered')
  assert.equal(await refusal(new Uint8Array(10)), 'unreadable')
})

test('a letter that says another unit wrote it than the one that signed is forged', async () => {
  assert.equal(await refusal(await seal({ sender: { authority: 'sko', unit: 'it' } })), 'forged')
  assert.equal(await refusal(await seal({ sender: null })), 'shown')
})

test('a letter taken out and sealed again to another mailbox is told', async () => {
  const opened = await openLetter(await seal({}, now, other.recipient), other.identity)
  assert.ok(opened.ok)
  const again = judgeLetter({ ...opened.value, recipient: own.recipient }, senders, expected)
  assert.deepEqual(again, { shown: false, refused: 'sealed-again' })
  assert.ok((await openAgeFile(await seal(), own.identity)).ok)
})

test('metadata that the platform says otherwise is told beside the letter', async () => {
  const file = await seal({ case: '10021006-1' })
  const reading = await read(file, { sentAt: '2026-11-22T07:00:00Z' })
  assert.ok(reading.shown)
  assert.deepEqual(reading.doubts, ['sent-at-differs', 'case-differs'])
})
