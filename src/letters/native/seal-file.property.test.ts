// Goal: the native path makes and opens the same files as `age-encryption`, and no others. Method: random plain
// texts through both, each way, whole and in pieces; files cut, joined, flipped; keys that are none.
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  type Pieces,
  decodeBech32,
  encodeBech32,
  generateMailboxIdentity,
  openAgeFile,
  portableSealPrimitives,
  sealedFileBytes
} from '../../kernel/seal/index.ts'
import { portableSigningKey, signatureTypes } from '../../kernel/tlog/index.ts'
import { nativePrimitives } from './index.ts'

const portable = portableSealPrimitives
const native = nativePrimitives
const kinds = ['hybrid', 'classic'] as const

async function pairOf(kind: (typeof kinds)[number]) {
  const identity = await generateMailboxIdentity(kind)
  const recipient = await portable.recipientOf(identity)
  assert.ok(recipient !== null)
  assert.equal(await native.recipientOf(identity), recipient)
  return { kind, identity, recipient }
}

const pairs = { hybrid: await pairOf('hybrid'), classic: await pairOf('classic') }
const sizes = fc.oneof(
  fc.nat(3000),
  fc.constantFrom(0, 65_535, 65_536, 65_537, 131_072, 131_073, 200_000)
)

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
  for await (const part of pieces) parts.push(Uint8Array.from(part))
  return Uint8Array.from(Buffer.concat(parts))
}

function right<T>(result: { ok: true; value: T } | { ok: false; reason: string }): T {
  assert.ok(result.ok, result.ok ? '' : result.reason)
  return result.value
}

for (const kind of kinds) {
  const { identity, recipient } = pairs[kind]
  test(`${kind}: each path opens what the other sealed, whole and in pieces`, async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.integer({ min: 900, max: 70_000 }), async (size, piece) => {
        const plain = crypto.getRandomValues(new Uint8Array(Math.min(size, 60_000)))
        const whole = Uint8Array.from(Buffer.concat([plain, new Uint8Array(size - plain.length)]))
        const parts = [whole.subarray(0, size >> 1), whole.subarray(size >> 1)]
        const files = [
          right(await native.encrypt(recipient, parts)),
          right(await portable.encrypt(recipient, parts)),
          await gathered(right(await native.encryptStream(recipient, cut(whole, piece)))),
          await gathered(right(await portable.encryptStream(recipient, cut(whole, piece))))
        ]
        for (const file of files) {
          assert.equal(file.length, sealedFileBytes(kind, size))
          for (const primitives of [native, portable]) {
            assert.deepEqual(bare(right(await primitives.decrypt(file, identity))), whole)
            const stream = right(await primitives.decryptStream(cut(file, piece), identity))
            assert.deepEqual(await gathered(stream), whole)
          }
        }
      }),
      { numRuns: kind === 'hybrid' ? 12 : 25 }
    )
  })

  test(`${kind}: a flipped byte is refused by both, for the same reason`, async () => {
    const file = right(await native.encrypt(recipient, [new Uint8Array(700).fill(7)]))
    await fc.assert(
      fc.asyncProperty(
        fc.nat(file.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const flipped = file.with(at, (file[at] ?? 0) ^ by)
          const [one, other] = [
            await openAgeFile(flipped, identity, native),
            await openAgeFile(flipped, identity, portable)
          ]
          assert.ok(!one.ok)
          assert.deepEqual(one, other)
        }
      ),
      { numRuns: 150 }
    )
  })

  test(`${kind}: cut off, joined, or of another key`, async () => {
    const file = right(await native.encrypt(recipient, [new Uint8Array(140_000)]))
    for (const length of [0, 1, 21, 22, 200, file.length - 1, file.length - 17, 66_000]) {
      const short = file.subarray(0, length)
      assert.equal((await openAgeFile(short, identity, native)).ok, false, String(length))
      await assert.rejects(async () => {
        await gathered(right(await native.decryptStream(cut(short, 1000), identity)))
      }, String(length))
    }
    const twice = Buffer.concat([file, file])
    assert.equal((await openAgeFile(twice, identity, native)).ok, false)
    const stranger = await generateMailboxIdentity(kind)
    const notForIt = { ok: false, reason: 'age-other-recipient' }
    assert.deepEqual(await openAgeFile(file, stranger, native), notForIt)
    const otherKind = pairs[kind === 'hybrid' ? 'classic' : 'hybrid']
    assert.deepEqual(await openAgeFile(file, otherKind.identity, native), notForIt)
    const noKey = await openAgeFile(file, 'AGE-SECRET-KEY-1NONE', native)
    assert.deepEqual(noKey, { ok: false, reason: 'identity-invalid' })
  })

  test(`${kind}: keys that are none, or of small order, are no recipients`, async () => {
    const { prefix, bytes } = decodeBech32(recipient) ?? assert.fail()
    const lowOrder = [
      '0000000000000000000000000000000000000000000000000000000000000000',
      '0100000000000000000000000000000000000000000000000000000000000000',
      'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
      'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
      'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
      '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157'
    ]
    const wrong = lowOrder.map((point) => {
      const key = Buffer.concat([bytes.subarray(0, -32), Buffer.from(point, 'hex')])
      return encodeBech32(prefix, key)
    })
    if (kind === 'hybrid') wrong.push(encodeBech32(prefix, Buffer.alloc(1216, 0xff)))
    wrong.push(
      `${recipient.slice(0, -1)}${recipient.endsWith('q') ? 'p' : 'q'}`,
      recipient.toUpperCase(),
      encodeBech32(prefix, bytes.subarray(1))
    )
    for (const text of [...wrong, '', 'age1', identity]) {
      for (const primitives of [native, portable]) {
        const refused = await primitives.encrypt(text, [new Uint8Array(1)])
        assert.deepEqual(refused, { ok: false, reason: 'recipient-invalid' }, text)
        const stream = await primitives.encryptStream(text, cut(new Uint8Array(1), 1))
        assert.deepEqual(stream, { ok: false, reason: 'recipient-invalid' }, text)
      }
    }
  })
}

test('the stock tool opens what the native path sealed, and the other way round', async (t) => {
  if (spawnSync('age', ['--version']).status !== 0) {
    t.skip('age is not installed')
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'peyman-age-'))
  t.after(() => rmSync(folder, { recursive: true }))
  await withAge(folder)
})

async function withAge(folder: string): Promise<void> {
  const { identity, recipient } = pairs.classic
  const own = join(folder, 'own.key')
  writeFileSync(own, `${identity}\n`, { mode: 0o600 })
  const plain = crypto.getRandomValues(new Uint8Array(65_000))
  const long = Buffer.concat([plain, plain, plain])
  const file = right(await native.encrypt(recipient, [long]))
  assert.deepEqual(execFileSync('age', ['-d', '-i', own], { input: file, maxBuffer: 1e7 }), long)
  for (const armour of [[], ['-a']]) {
    const theirs = execFileSync('age', [...armour, '-r', recipient], {
      input: long,
      maxBuffer: 1e7
    })
    assert.deepEqual(Buffer.from(right(await openAgeFile(theirs, identity, native))), long)
  }
  // Versions from 1.3 on know keys of both kinds.
  const hybrid = spawnSync('age', ['-r', pairs.hybrid.recipient], { input: long, maxBuffer: 1e7 })
  if (hybrid.status !== 0) return
  const opened = await openAgeFile(hybrid.stdout, pairs.hybrid.identity, native)
  assert.deepEqual(Buffer.from(right(opened)), long)
}

test('native signing keys are those of the same seed, and each path verifies the other', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.uint8Array({ maxLength: 200 }),
      fc.constantFrom(signatureTypes.note, signatureTypes.postQuantum),
      // oxlint-disable-next-line max-params
      (seed, message, type) => {
        const [one, other] = [native, { signingKey: portableSigningKey }].map(({ signingKey }) =>
          signingKey({ name: 'desk.example/sko/it', type, seed })
        )
        assert.ok(one !== undefined && other !== undefined)
        assert.deepEqual(one.key, other.key)
        const verify = type === signatureTypes.note ? 'ed25519Verify' : 'mldsa44Verify'
        for (const by of [one, other]) {
          const signature = by.sign(message)
          for (const primitives of [native, portable]) {
            assert.equal(primitives[verify](signature, message, by.key.publicKey), true)
            const flipped = signature.with(3, (signature[3] ?? 0) ^ 1)
            assert.equal(primitives[verify](flipped, message, by.key.publicKey), false)
          }
        }
      }
    ),
    { numRuns: 8 }
  )
})

test('bech32 holds what was put in, in one case and with a true checksum', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), fc.nat(), (bytes, at) => {
      const text = encodeBech32('age', bytes)
      assert.deepEqual(decodeBech32(text), { prefix: 'age', bytes })
      assert.deepEqual(decodeBech32(text.toUpperCase()), { prefix: 'age', bytes })
      const place = 4 + (at % (text.length - 4))
      const changed = text[place] === 'q' ? 'p' : 'q'
      assert.equal(decodeBech32(text.slice(0, place) + changed + text.slice(place + 1)), null)
    })
  )
})

function bare(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(bytes)
}
