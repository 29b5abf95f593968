// Goal: a keyslot gives its seed to whoever holds its secret, to nobody else, and no byte of it can be changed.
// Method: random seeds and secrets; every member of a slot changed, bytes of its ciphertext flipped.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  type Keyslot,
  isSeedOf,
  joinSecret,
  keyslotBytesMax,
  keyslotSchema,
  mailboxKeys,
  mailboxName,
  newMailboxSeed,
  newRecoverySecret,
  passkeyPrfInput,
  splitSecret,
  unwrapForMailbox,
  unwrapWithSecret,
  wrapForMailbox,
  wrapWithSecret
} from './index.ts'

const mailbox = '0193a1b2-0000-7000-8000-000000000001'
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const kinds = fc.constantFrom('passkey' as const, 'paper' as const, 'recovery' as const)
const secrets = fc.uint8Array({ minLength: 16, maxLength: 32 })
const flip = (base64: string, at: number, by: number) => {
  const flipped = Buffer.from(base64, 'base64')
  const place = at % flipped.length
  flipped[place] = (flipped[place] ?? 0) ^ by
  return flipped.toString('base64')
}

test('a slot gives its seed to its secret', () => {
  fc.assert(
    fc.property(kinds, secrets, bytes(32), (kind, secret, seed) => {
      const slot = wrapWithSecret({ kind, mailbox, secret, seed, credential: 'AbC-_' })
      const read: unknown = JSON.parse(JSON.stringify(slot))
      assert.deepEqual(keyslotSchema.parse(read), slot)
      assert.deepEqual(unwrapWithSecret(read, secret), { ok: true, value: seed })
    })
  )
})

test('another secret, or a slot changed in any member, gives nothing', () => {
  const seed = newMailboxSeed()
  const secret = newRecoverySecret()
  const slot = wrapWithSecret({ kind: 'recovery', mailbox, secret, seed })
  assert.ok(slot.kind !== 'mailbox')
  fc.assert(
    fc.property(fc.nat(63), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const refused = [
        unwrapWithSecret(
          slot,
          Uint8Array.from(Buffer.from(flip(base64Of(secret), at, by), 'base64'))
        ),
        unwrapWithSecret({ ...slot, salt: flip(slot.salt, at, by) }, secret),
        unwrapWithSecret({ ...slot, wrapped: flip(slot.wrapped, at, by) }, secret),
        unwrapWithSecret({ ...slot, kind: 'paper' }, secret),
        unwrapWithSecret({ ...slot, mailbox: `${mailbox}2` }, secret),
        unwrapWithSecret({ ...slot, credential: 'x' }, secret)
      ]
      for (const one of refused)
        assert.deepEqual(one, { ok: false, reason: 'keyslot-wrong-secret' })
    })
  )
})

test('what is no slot is told, never thrown', async () => {
  const slot = wrapWithSecret({
    kind: 'paper',
    mailbox,
    secret: new Uint8Array(17),
    seed: new Uint8Array(32)
  })
  const wrong: unknown[] = [null, 1, '', [], {}, { ...slot, v: 2 }, { ...slot, more: 1 }]
  wrong.push({ ...slot, wrapped: 'AA==' }, { ...slot, salt: ' ' }, { ...slot, kind: 'password' })
  for (const one of wrong) {
    assert.deepEqual(unwrapWithSecret(one, new Uint8Array(17)), {
      ok: false,
      reason: 'keyslot-form'
    })
    assert.deepEqual(await unwrapForMailbox(one, 'x'), { ok: false, reason: 'keyslot-form' })
  }
  assert.throws(
    () =>
      wrapWithSecret({
        kind: 'paper',
        mailbox,
        secret: new Uint8Array(8),
        seed: new Uint8Array(32)
      }),
    RangeError
  )
})

test('a slot of another mailbox gives its seed to that mailbox alone', async () => {
  const delegate = await mailboxKeys(newMailboxSeed(), mailboxName('desk.example', { mailbox }))
  const stranger = await mailboxKeys(newMailboxSeed(), mailboxName('desk.example', { mailbox }))
  const seed = newMailboxSeed()
  const slot = await wrapForMailbox({ mailbox, recipient: delegate.recipient, seed })
  assert.ok(slot.ok)
  assert.ok(JSON.stringify(slot.value).length <= keyslotBytesMax)
  assert.deepEqual(await unwrapForMailbox(slot.value, delegate.identity), { ok: true, value: seed })
  const nothing = { ok: false, reason: 'keyslot-wrong-secret' }
  assert.deepEqual(await unwrapForMailbox(slot.value, stranger.identity), nothing)
  const moved = { ...slot.value, mailbox: `${mailbox}2` }
  assert.equal((await unwrapForMailbox(moved, delegate.identity)).ok, false)
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const flipped: Keyslot = { ...slot.value, wrapped: flip(slot.value.wrapped, at, by) }
      assert.equal((await unwrapForMailbox(flipped, delegate.identity)).ok, false)
    }),
    { numRuns: 60 }
  )
  assert.deepEqual(await wrapForMailbox({ mailbox, recipient: 'age1x', seed }), {
    ok: false,
    reason: 'recipient-invalid'
  })
})

test('two shares are the secret, and one of them says nothing of it', () => {
  fc.assert(
    fc.property(bytes(32), bytes(32), (secret, other) => {
      const [one, two] = splitSecret(secret)
      assert.deepEqual(joinSecret(one, two), secret)
      // Whatever the secret is, some second share would make another of the same first one.
      assert.deepEqual(joinSecret(one, joinSecret(one, other)), other)
    })
  )
  assert.throws(() => joinSecret(new Uint8Array(1), new Uint8Array(2)), RangeError)
})

test('all keys of a mailbox come from its seed, and differ', async () => {
  const seed = new Uint8Array(32).fill(7)
  const name = mailboxName('desk.example', { authority: 'sko', unit: 'it' })
  assert.equal(name, 'desk.example/sko/it')
  const [one, again] = [await mailboxKeys(seed, name), await mailboxKeys(seed, name)]
  assert.deepEqual(
    [one.identity, one.recipient, one.keys],
    [again.identity, again.recipient, again.keys]
  )
  assert.match(one.identity, /^AGE-SECRET-KEY-PQ-1/)
  assert.equal(await isSeedOf(seed, one.recipient), true)
  assert.equal(await isSeedOf(new Uint8Array(32), one.recipient), false)
  assert.equal(await isSeedOf(new Uint8Array(31), one.recipient), false)
  const other = await mailboxKeys(newMailboxSeed(), name)
  for (const key of other.keys) assert.ok(!one.keys.includes(key))
  assert.notDeepEqual(passkeyPrfInput('one'), passkeyPrfInput('two'))
  for (const owner of [{ mailbox: '' }, { mailbox: 'a/b' }, { authority: 'mailbox', unit: 'x' }]) {
    assert.throws(() => mailboxName('desk.example', owner), RangeError)
  }
})

function base64Of(of: Uint8Array): string {
  return Buffer.from(of).toString('base64')
}
