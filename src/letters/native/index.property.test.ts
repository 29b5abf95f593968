// Goal: a letter that is sealed or opened piece by piece is the letter that it is in one piece, by either path,
// and damage is refused. Method: random letters and piece lengths, crosswise; flipped and cut files; sources
// and attachments that change or fail while they are read.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  AttachmentChangedError,
  type Pieces,
  type SealPrimitives,
  type StreamedDraft,
  judgeSender,
  letterLimits,
  mailboxKeys,
  openLetter,
  openStream,
  portableSealPrimitives,
  sealLetter,
  sealStream
} from '../../kernel/seal/index.ts'
import { parseVerifierKey } from '../../kernel/tlog/index.ts'
import { nativePrimitives } from './index.ts'

const name = 'desk.example/sko/it'
const own = await mailboxKeys(new Uint8Array(32).fill(3), 'desk.example/mailbox/1')
const sender = await mailboxKeys(new Uint8Array(32).fill(4), name, nativePrimitives)
const senderKeys = sender.keys.map((text) => {
  const key = parseVerifierKey(text)
  assert.ok(key.ok)
  return key.value
})
const to = { recipient: own.recipient, signers: sender.signers }
const paths = [nativePrimitives, portableSealPrimitives]
const base = {
  letter: '0193a1b2-0000-7000-8000-000000000001',
  sender: { authority: 'sko', unit: 'it' },
  subject: 'نامه',
  sentAt: '2026-11-22T06:00:00Z',
  case: null
}

/** Pieces whose memory is spoilt once the next is asked for: nobody may keep one without copying it. */
async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    const piece = new Uint8Array(bytes.subarray(at, at + size))
    yield await Promise.resolve(piece)
    piece.fill(0xee)
  }
}

async function gathered(pieces: Pieces): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of pieces) parts.push(new Uint8Array(part))
  return Uint8Array.from(Buffer.concat(parts))
}

function right<T>(result: { ok: true; value: T } | { ok: false; reason: string }): T {
  assert.ok(result.ok, result.ok ? '' : result.reason)
  return result.value
}

/** What a stream gives, its attachments gathered. */
async function opened(file: Pieces, primitives: SealPrimitives) {
  const attachments: Uint8Array[][] = []
  const result = await openStream(
    file,
    {
      identity: own.identity,
      begin: (header) => void attachments.push(...header.attachments.map(() => [])),
      write: (i, piece) => void attachments[i]?.push(new Uint8Array(piece))
    },
    primitives
  )
  return { result, attachments: attachments.map((parts) => Uint8Array.from(Buffer.concat(parts))) }
}

const letters = fc.record({
  body: fc.string({ unit: 'grapheme', maxLength: 3000 }),
  attachments: fc.array(
    fc.oneof(
      fc.uint8Array({ maxLength: 2000 }),
      fc.integer({ min: 60_000, max: 140_000 }).map((n) => new Uint8Array(n).fill(n))
    ),
    { maxLength: 3 }
  ),
  size: fc.integer({ min: 300, max: 100_000 })
})

const named = (content: Uint8Array, i: number) => {
  return { name: `file-${String(i)}.bin`, type: 'application/octet-stream', content }
}

test('in pieces or in one piece, by either path, it is the same letter', async () => {
  await fc.assert(
    fc.asyncProperty(letters, async ({ body, attachments, size }) => {
      const files: Uint8Array[] = []
      const whole = { ...base, body, attachments: attachments.map(named) }
      const streamed: StreamedDraft = {
        ...whole,
        attachments: whole.attachments.map((each) => ({
          ...each,
          read: () => cut(each.content, size)
        }))
      }
      for (const primitives of paths) {
        files.push(right(await sealLetter(whole, to, primitives)).file)
        const sealing = right(await sealStream(streamed, to, primitives))
        const file = await gathered(sealing.file)
        assert.equal(file.length, sealing.bytes)
        files.push(file)
      }
      for (const file of files) {
        for (const primitives of paths) {
          const one = right(await openLetter(file, own.identity, primitives))
          const { result, attachments: found } = await opened(cut(file, size), primitives)
          const { attachments: held, ...letter } = one
          assert.deepEqual(
            { ...right(result), contentHash: [...right(result).contentHash] },
            { ...letter, contentHash: [...letter.contentHash] }
          )
          assert.equal(one.body, body)
          assert.deepEqual(found, attachments)
          assert.deepEqual(
            held.map(({ content }) => Uint8Array.from(content)),
            attachments
          )
          for (const by of paths) {
            assert.deepEqual(judgeSender(one, senderKeys, by), { verdict: 'verified', name })
            assert.equal(judgeSender(right(result), senderKeys, by).verdict, 'verified')
          }
        }
      }
    }),
    { numRuns: 8 }
  )
})

test('a flipped or cut file is refused in pieces as in one piece, for the same reason', async () => {
  const draft = { ...base, body: 'متن', attachments: [named(new Uint8Array(70_000), 0)] }
  const { file } = right(await sealLetter(draft, to, nativePrimitives))
  await fc.assert(
    fc.asyncProperty(fc.nat(file.length - 1), fc.boolean(), async (at, isCut) => {
      const wrong = isCut ? file.slice(0, at) : file.with(at, (file[at] ?? 0) ^ 1)
      const whole = await openLetter(wrong, own.identity, nativePrimitives)
      assert.equal(whole.ok, false)
      for (const primitives of paths) {
        const { result } = await opened(cut(wrong, 30_000), primitives)
        assert.deepEqual(result, whole)
      }
    }),
    { numRuns: 40 }
  )
})

test('nothing of a letter is in its sealed bytes', async () => {
  const canary = 'canary-51ce0b-کاناری'
  const draft = { ...base, subject: canary, body: canary.repeat(9), attachments: [] }
  for (const primitives of paths) {
    const { file } = right(await sealLetter(draft, to, primitives))
    assert.equal(Buffer.from(file).includes(canary), false)
    assert.equal(
      Buffer.from(file).includes(Buffer.from(canary).toString('base64').slice(4, 20)),
      false
    )
  }
})

test('an attachment that changes while it is sealed leaves no whole letter', async () => {
  for (const primitives of paths) {
    let reads = 0
    const attachment = {
      name: 'a.bin',
      type: 'application/octet-stream',
      read: () => cut(new Uint8Array(1000).fill((reads += 1) < 3 ? 1 : 2), 100)
    }
    const sealing = await sealStream(
      { ...base, body: '', attachments: [attachment] },
      to,
      primitives
    )
    await assert.rejects(gathered(right(sealing).file), AttachmentChangedError)
  }
})

test('what a source throws is thrown on, and what is too large is not read to its end', async () => {
  const draft = { ...base, body: 'متن', attachments: [] }
  const { file } = right(await sealLetter(draft, to, nativePrimitives))
  async function* failing(at: number): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(file.slice(0, at))
    throw new RangeError('the line is down')
  }
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) yield await Promise.resolve(new Uint8Array(1_000_000))
  }
  for (const primitives of paths) {
    await assert.rejects(opened(failing(3000), primitives), /the line is down/)
    await assert.rejects(opened(failing(100), primitives), /the line is down/)
    const attachment = { name: 'a', type: 'text/plain', read: endless }
    const large = await sealStream({ ...draft, attachments: [attachment] }, to, primitives)
    assert.deepEqual(large, { ok: false, reason: 'letter-too-large' })
  }
  async function* longFile(): AsyncGenerator<Uint8Array> {
    yield file
    yield* endless()
  }
  const { result } = await opened(longFile(), nativePrimitives)
  assert.equal(result.ok, false)
})

test('a letter is sealed to one key: a file to two, or of both kinds, is none', async () => {
  const { Encrypter, generateX25519Identity, identityToRecipient } = await import('age-encryption')
  const classic = await identityToRecipient(await generateX25519Identity())
  for (const others of [[classic], [sender.recipient], [classic, sender.recipient]]) {
    const encrypter = new Encrypter()
    for (const recipient of [own.recipient, ...others]) encrypter.addRecipient(recipient)
    const file = await encrypter.encrypt(new Uint8Array(5000))
    for (const primitives of paths) {
      const whole = await openLetter(file, own.identity, primitives)
      assert.deepEqual(whole, { ok: false, reason: 'age-several-recipients' })
      assert.deepEqual((await opened(cut(file, 1000), primitives)).result, whole)
    }
  }
})

test('100 attachments are sealed, 101 are not', async () => {
  const many = Array.from({ length: letterLimits.attachments }, (_, i) =>
    named(Uint8Array.of(i), i)
  )
  const draft = { ...base, body: '', attachments: many }
  const { file } = right(await sealLetter(draft, to, nativePrimitives))
  assert.equal(right(await openLetter(file, own.identity)).attachments.length, 100)
  for (const count of [101, 1000]) {
    const attachments = Array.from({ length: count }, (_, i) => named(Uint8Array.of(1), i))
    const refused = await sealLetter({ ...draft, attachments }, to, nativePrimitives)
    assert.deepEqual(refused, { ok: false, reason: 'letter-header-invalid' })
  }
})
