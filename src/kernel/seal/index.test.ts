// Goal: what was sealed, wrapped and printed once is read for ever, and what has one right answer gives it
// still. Method: tests/vectors/letters/kernel.json, which another implementation can be held against too.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { parseVerifierKey } from '../tlog/index.ts'
import {
  judgeSender,
  mailboxKeys,
  openLetter,
  paperWords,
  passkeyPrfInput,
  readPaperWords,
  signOpening,
  tokenHashOf,
  unwrapForMailbox,
  unwrapWithSecret,
  verifyOpening
} from './index.ts'

const vectors = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../../tests/vectors/letters/kernel.json'), 'utf8')
) as {
  mailbox: { seed: string; name: string; identity: string; recipient: string; keys: string[] }
  keyslots: { secret: string; seed: string; slot: unknown }[]
  mailboxSlot: { identity: string; seed: string; slot: unknown }
  prfInput: { mailbox: string; input: string }
  paper: { secret: string; fa: string; en: string }[]
  opening: {
    letter: string
    state: 'opened'
    token: string
    tokenHash: string
    keys: string[]
    note: string
  }
  letter: {
    identity: string
    senderKeys: string[]
    senderName: string
    file: string
    contentHash: string
    token: string
    subject: string
    body: string
    attachment: { name: string; content: string }
  }
}

const bytes = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'))
const { seed, name, ...mailbox } = vectors.mailbox

test('a seed makes the keys that it made', async () => {
  const { identity, recipient, keys } = await mailboxKeys(bytes(seed), name)
  assert.deepEqual({ identity, recipient, keys }, mailbox)
})

test('keyslots give their seeds', async () => {
  for (const { secret, seed: held, slot } of vectors.keyslots) {
    assert.deepEqual(unwrapWithSecret(slot, bytes(secret)), { ok: true, value: bytes(held) })
  }
  const { slot, identity, seed: held } = vectors.mailboxSlot
  assert.deepEqual(await unwrapForMailbox(slot, identity), { ok: true, value: bytes(held) })
  assert.deepEqual(passkeyPrfInput(vectors.prfInput.mailbox), bytes(vectors.prfInput.input))
})

test('secrets give their words, and words their secrets', () => {
  for (const { secret, fa, en } of vectors.paper) {
    assert.equal(paperWords(bytes(secret), 'fa').join(' '), fa)
    assert.equal(paperWords(bytes(secret), 'en').join(' '), en)
    for (const words of [fa, en]) {
      assert.deepEqual(readPaperWords(words), { ok: true, value: bytes(secret) })
    }
  }
})

test('a proof of opening holds, and says what one made now says', async () => {
  const { note, token, ...of } = vectors.opening
  assert.equal(tokenHashOf(bytes(token)), of.tokenHash)
  assert.equal(verifyOpening(note, of), true)
  const { signers } = await mailboxKeys(bytes(seed), name)
  const own = signOpening({ ...of, token: bytes(token), signers: signers.slice(0, 1) })
  // Ed25519 gives one signature; ML-DSA-44 may give another.
  assert.ok(note.startsWith(own))
})

test('a letter is opened, and its sender verified', async () => {
  const { file, identity, senderKeys, senderName, ...of } = vectors.letter
  const opened = await openLetter(bytes(file), identity)
  assert.ok(opened.ok)
  const { header, body, attachments, contentHash } = opened.value
  assert.equal(header.subject, of.subject)
  assert.equal(body, of.body)
  assert.equal(header.token, of.token)
  assert.deepEqual(Uint8Array.from(contentHash), bytes(of.contentHash))
  assert.equal(attachments[0]?.name, of.attachment.name)
  assert.deepEqual(Uint8Array.from(attachments[0]?.content ?? []), bytes(of.attachment.content))
  const keys = senderKeys.map((text) => parseVerifierKey(text)).filter((key) => key.ok)
  const believed = keys.map(({ value }) => value)
  assert.deepEqual(judgeSender(opened.value, believed), { verdict: 'verified', name: senderName })
})
