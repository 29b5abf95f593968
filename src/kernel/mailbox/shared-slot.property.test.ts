// Goal: two shares open a mailbox, one opens nothing, nor does a share of another way. Method: fast-check over
// seeds, ids and flipped bytes.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  generateMailboxIdentity,
  readShareWords,
  recipientOf,
  shareWordCount,
  shareWords,
  unwrapWithSecret
} from '../seal/index.ts'
import { formatVerifierKey } from '../tlog/index.ts'
import {
  isSealedShare,
  openShare,
  openSharedSlot,
  sealShare,
  shareSigner,
  sharedSlot
} from './shared-slot.ts'
import { actSignedAt, signAct } from './slot-act.ts'

const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 })
const mailbox = '0199aaaa-0000-7000-8000-000000000001'
const at = '2026-11-22T06:00:00Z'

test('openSharedSlot gives the seed by both shares, and nothing by one of them', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, fc.nat(31), fc.integer({ min: 1, max: 255 }), async (seed, i, bit) => {
      const { slot, ofContact, ofDesk } = await sharedSlot(mailbox, seed)
      const both = await openSharedSlot(slot, { mailbox, ofContact, ofDesk })
      assert.ok(both.ok)
      assert.deepEqual(both.value, seed)
      const nothing = new Uint8Array(32)
      const flipped = ofDesk.with(i, (ofDesk[i] ?? 0) ^ bit)
      const tries = [
        { ofContact, ofDesk: nothing },
        { ofContact: nothing, ofDesk },
        { ofContact, ofDesk: ofContact },
        { ofContact: ofDesk, ofDesk },
        { ofContact, ofDesk: flipped },
        { ofContact, ofDesk: ofDesk.slice(1) }
      ]
      for (const each of tries) {
        assert.equal((await openSharedSlot(slot, { mailbox, ...each })).ok, false)
      }
      for (const share of [ofContact, ofDesk]) {
        assert.equal(unwrapWithSecret(JSON.parse(slot), share).ok, false)
        assert.ok(!slot.includes(Buffer.from(share).toString('base64')))
      }
    }),
    { numRuns: 30 }
  )
})

test('a share alone is any 32 bytes: for each there is a secret of every seed', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const shares = await Promise.all([sharedSlot(mailbox, seed), sharedSlot(mailbox, seed)])
      const [one, other] = shares
      assert.notDeepEqual(one.ofContact, other.ofContact)
      assert.notDeepEqual(one.ofDesk, other.ofDesk)
      const mixed = { mailbox, ofContact: one.ofContact, ofDesk: other.ofDesk }
      assert.equal((await openSharedSlot(one.slot, mixed)).ok, false)
    }),
    { numRuns: 10 }
  )
})

test('openShare opens to whoever was named, for the way that it was sealed for alone', async () => {
  const identity = await generateMailboxIdentity('hybrid')
  const stranger = await generateMailboxIdentity('hybrid')
  const of = { mailbox, slot: 'way-1' }
  const share = crypto.getRandomValues(new Uint8Array(32))
  const sealed = await sealShare(of, (await recipientOf(identity)) ?? '', share)
  assert.deepEqual(await openShare(sealed, of, [stranger, identity]), share)
  assert.equal(await openShare(sealed, of, [stranger]), null)
  assert.equal(await openShare(sealed, { ...of, slot: 'way-2' }, [identity]), null)
  assert.equal(await openShare('not json', of, [identity]), null)
  assert.ok(isSealedShare(sealed, of))
  assert.ok(!isSealedShare(sealed, { ...of, mailbox: 'another' }))
})

test('shareSigner shows that a share is there, and no other share does', () => {
  fc.assert(
    fc.property(seeds, seeds, (share, other) => {
      fc.pre(Buffer.compare(share, other) !== 0)
      const act = { act: 'share-proved', mailbox, what: 'way-1' } as const
      const signer = shareSigner('way-1', share)
      const keys = [formatVerifierKey(signer.key)]
      const note = signAct({ ...act, at }, [signer])
      assert.equal(actSignedAt(note, act, keys), at)
      assert.equal(actSignedAt(note, { ...act, what: 'way-2' }, keys), null)
      const forged = signAct({ ...act, at }, [shareSigner('way-1', other)])
      assert.equal(actSignedAt(forged, act, keys), null)
    }),
    { numRuns: 30 }
  )
})

test('shareWords are read back in both languages, and no slip passes unseen', () => {
  fc.assert(
    fc.property(seeds, fc.constantFrom('fa', 'en'), fc.nat(32), (share, lang, place) => {
      const words = shareWords(share, lang)
      assert.equal(words.length, shareWordCount)
      const read = readShareWords(words.map((word, i) => `${String(i + 1)}. ${word}`).join('\n'))
      assert.ok(read.ok)
      assert.deepEqual(read.value, share)
      const wrong = readShareWords(words.with(place, 'قلمبه').join(' '))
      assert.deepEqual(wrong.ok ? null : wrong.reason.at, place + 1)
      assert.equal(readShareWords(words.slice(1).join(' ')).ok, false)
    }),
    { numRuns: 60 }
  )
})
