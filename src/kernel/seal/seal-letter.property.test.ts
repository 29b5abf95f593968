// Goal: what is sealed is what is opened, by its recipient alone, and no byte of it can be changed. Method:
// random letters; every kind of damage to file, plain text and signature; hybrid keys are slow, so most
// runs use classic ones, which differ in nothing but the stanza.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { portableSigningKey, signatureTypes } from '../tlog/index.ts'
import {
  type LetterDraft,
  type SealedLetter,
  generateMailboxIdentity,
  judgeSender,
  openLetter,
  recipientOf,
  sealLetter
} from './index.ts'

const name = 'sko.example/citizen-services'
const seed = (byte: number) => new Uint8Array(32).fill(byte)
const ed25519 = portableSigningKey({ name, type: signatureTypes.note, seed: seed(1) })
const mldsa = portableSigningKey({ name, type: signatureTypes.postQuantum, seed: seed(2) })
const both = [ed25519, mldsa]
const keys = both.map(({ key }) => key)

async function mailbox(kind: 'hybrid' | 'classic' = 'classic') {
  const identity = await generateMailboxIdentity(kind)
  const recipient = await recipientOf(identity)
  assert.ok(recipient)
  return { identity, recipient }
}

const own = await mailbox()
const other = await mailbox()

const draft: LetterDraft = {
  letter: '0193a1b2-0000-7000-8000-000000000001',
  sender: { authority: 'sko', unit: 'citizen-services' },
  subject: 'نتیجه درخواست شما',
  sentAt: '2026-11-22T06:00:00Z',
  case: null,
  body: 'با سلام\n\nدرخواست شما پذیرفته شد.',
  attachments: []
}

async function sealed(more: Partial<LetterDraft> = {}, to = own.recipient, by = both) {
  const result = await sealLetter({ ...draft, ...more }, { recipient: to, signers: by })
  assert.ok(result.ok, result.ok ? '' : result.reason)
  return result.value
}

async function opened(file: Uint8Array, identity = own.identity) {
  const result = await openLetter(file, identity)
  assert.ok(result.ok, result.ok ? '' : result.reason)
  return result.value
}

const attachment = fc.record({
  name: fc.stringMatching(/^[a-zآ-ی0-9][a-zآ-ی0-9 ._-]{0,40}[a-z]$/),
  type: fc.constantFrom('application/pdf', 'image/png', 'text/plain'),
  content: fc.uint8Array({ maxLength: 3000 })
})

test('open(seal(letter)) is the letter, from the sender who signed it', async () => {
  const letters = fc.record({
    subject: fc.stringMatching(/^[a-zآ-ی0-9 ،.]{0,80}$/),
    body: fc.string({ unit: 'grapheme', maxLength: 2000 }),
    attachments: fc.array(attachment, { maxLength: 4 })
  })
  await fc.assert(
    fc.asyncProperty(letters, async (more) => {
      const { file, contentHash, token } = await sealed(more)
      const letter = await opened(file)
      assert.equal(letter.header.subject, more.subject)
      assert.equal(letter.body, more.body)
      assert.deepEqual(
        letter.attachments.map(({ content, ...rest }) => ({ ...rest, content: [...content] })),
        more.attachments.map(({ content, ...rest }) => ({ ...rest, content: [...content] }))
      )
      assert.deepEqual(letter.contentHash, contentHash)
      assert.equal(letter.header.token, Buffer.from(token).toString('base64'))
      assert.deepEqual(judgeSender(letter, keys), { verdict: 'verified', name })
    }),
    { numRuns: 25 }
  )
})

test('a flipped byte anywhere is refused', async () => {
  const { file } = await sealed()
  await fc.assert(
    fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const flipped = file.slice()
      flipped[at] = (flipped[at] ?? 0) ^ by
      const result = await openLetter(flipped, own.identity)
      assert.equal(result.ok, false, `byte ${String(at)} of ${String(file.length)}`)
    }),
    { numRuns: 300 }
  )
})

test('what is cut off or added is refused, never thrown', async () => {
  const { file } = await sealed()
  for (const cut of [0, 1, 20, 200, 300, file.length - 17, file.length - 1]) {
    assert.equal((await openLetter(file.slice(0, cut), own.identity)).ok, false, String(cut))
  }
  assert.equal((await openLetter(Buffer.concat([file, Buffer.of(0)]), own.identity)).ok, false)
  for (const text of [
    '',
    'age-encryption.org/v1\n',
    'age-encryption.org/v2\n-> X25519 a\nb\n--- c\n'
  ]) {
    assert.equal((await openLetter(Buffer.from(text), own.identity)).ok, false, text)
  }
})

test('another mailbox learns nothing but that it is not for it', async () => {
  const { file } = await sealed()
  assert.deepEqual(await openLetter(file, other.identity), {
    ok: false,
    reason: 'age-other-recipient'
  })
  assert.deepEqual(await openLetter(file, 'AGE-SECRET-KEY-1NONE'), {
    ok: false,
    reason: 'identity-invalid'
  })
})

test('nothing of the letter is in the sealed bytes', async () => {
  const canary = 'canary-7f3a9c-کاناری'
  const { file } = await sealed({
    subject: canary,
    body: canary.repeat(20),
    attachments: [{ name: `${canary}.pdf`, type: 'application/pdf', content: Buffer.from(canary) }]
  })
  const bytes = Buffer.from(file)
  for (const form of [canary, Buffer.from(canary).toString('base64').slice(0, 16)]) {
    assert.equal(bytes.includes(form), false)
  }
})

test('letters of about one size are of one size', async () => {
  const sizes = new Set<number>()
  for (const length of [1, 50, 400, 900]) {
    sizes.add((await sealed({ body: 'x'.repeat(length) }, own.recipient, [ed25519])).file.length)
  }
  assert.equal(sizes.size, 1)
})

test('who did not sign, or not with every key, is not believed', async () => {
  const verdict = async (letter: SealedLetter, by = keys) =>
    judgeSender(await opened(letter.file), by).verdict
  assert.equal(await verdict(await sealed({}, own.recipient, [])), 'unsigned')
  assert.equal(await verdict(await sealed({}, own.recipient, [ed25519])), 'forged')
  assert.equal(await verdict(await sealed({}, own.recipient, [mldsa])), 'forged')
  assert.equal(await verdict(await sealed({}, own.recipient, [ed25519]), [ed25519.key]), 'verified')
  assert.equal(await verdict(await sealed(), []), 'unknown-sender')
  const thief = portableSigningKey({ name, type: signatureTypes.note, seed: seed(9) })
  assert.equal(await verdict(await sealed({}, own.recipient, [thief, mldsa])), 'forged')
  const stranger = portableSigningKey({ name: 'x/y', type: signatureTypes.note, seed: seed(9) })
  assert.equal(await verdict(await sealed({}, own.recipient, [stranger])), 'unknown-sender')
})

test('a signed letter sealed again to another, or with another text, is told', async () => {
  const letter = await opened((await sealed()).file)
  const moved = { ...letter, recipient: other.recipient }
  assert.equal(judgeSender(moved, keys).verdict, 'other-recipient')
  const altered = { ...letter, contentHash: new Uint8Array(32) }
  assert.equal(judgeSender(altered, keys).verdict, 'forged')
  const renamed = {
    ...letter,
    header: { ...letter.header, letter: draft.letter.replace('1', '2') }
  }
  assert.equal(judgeSender(renamed, keys).verdict, 'forged')
  assert.equal(judgeSender({ ...letter, note: 'no note' }, keys).verdict, 'forged')
})

test('a mailbox of both kinds of keys opens what was sealed to it', async () => {
  const hybrid = await mailbox('hybrid')
  assert.match(hybrid.recipient, /^age1pq1/)
  const { file } = await sealed({}, hybrid.recipient)
  const letter = await opened(file, hybrid.identity)
  assert.equal(letter.body, draft.body)
  assert.deepEqual(judgeSender(letter, keys), { verdict: 'verified', name })
})

test('what no reader would take is not sealed', async () => {
  const refuse = async (more: Partial<LetterDraft>, recipient = own.recipient) => {
    const result = await sealLetter({ ...draft, ...more }, { recipient, signers: [] })
    return result.ok ? null : result.reason
  }
  assert.equal(await refuse({}, 'age1nobody'), 'recipient-invalid')
  assert.equal(
    await refuse({}, `${own.recipient.slice(0, -1)}${own.recipient.endsWith('q') ? 'p' : 'q'}`),
    'recipient-invalid'
  )
  assert.equal(await refuse({ letter: 'one' }), 'letter-header-invalid')
  assert.equal(await refuse({ subject: 'a\nb' }), 'letter-header-invalid')
  assert.equal(await refuse({ subject: 'a\u202eb' }), 'letter-header-invalid')
  for (const wrong of ['../x', 'a/b', '..', 'a\\b', 'a\u0000b', '']) {
    const attachments = [{ name: wrong, type: 'text/plain', content: new Uint8Array() }]
    assert.equal(await refuse({ attachments }), 'letter-header-invalid', wrong)
  }
})
