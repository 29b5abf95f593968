// Goal: what the server lets be done to a mailbox, and to whom it refuses it. Method: browsers without a
// window make real keys and slots and speak to the real routes.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { type DirectoryEntry, entryHash } from '../../kernel/directory/index.ts'
import {
  addedSlotLine,
  directoryOwner,
  openSlot,
  parsedSlot,
  slotBinding
} from '../../kernel/mailbox/index.ts'
import {
  mailboxKeys,
  newMailboxSeed,
  newPaperSecret,
  unwrapForMailbox,
  wrapForMailbox
} from '../../kernel/seal/index.ts'
import { newId } from '../../platform/index.ts'
import { MailboxPerson, signedEntry } from '../../../tests/support/own-mailbox.ts'
import { peopleServer } from '../../../tests/support/people-server.ts'
import { checkReaders } from './check-readers.ts'
import { slotsOf } from './keyslot-store.ts'
import { mailboxById } from './mailbox-store.ts'
import { settleRenewals } from './renew-mailbox.ts'
import { mailboxRoutes } from './routes.ts'

const { app, context, clock } = await peopleServer()
mailboxRoutes(app, context)
const signedIn = (key: string) => MailboxPerson.signIn(app, clock, key)
const maryam = await signedIn('maryam-rezaei')
const sina = await signedIn('sina-moradi')
let entry = await maryam.open()

/** The same mailbox with a seed of another moment, as another device has it. */
async function withSeed(seed: Uint8Array): Promise<MailboxPerson> {
  const other = await signedIn('maryam-rezaei')
  return Object.assign(other, { id: maryam.id, seed })
}

test('a mailbox is its owner’s: others hear that there is none', async () => {
  const list = await maryam.send('GET', '/mailboxes')
  const [first] = list.body['mailboxes'] as { id: string; confidential: boolean }[]
  assert.deepEqual([first?.id, first?.confidential], [maryam.id, true])
  for (const url of [`/mailboxes/${maryam.id}`, `/mailboxes/${maryam.id}/keyslots`]) {
    const seen = await sina.send('GET', url)
    assert.deepEqual([seen.status, seen.body.code], [404, 'mailbox/not-found'])
  }
  assert.deepEqual((await sina.send('GET', '/mailboxes')).body['mailboxes'], [])
})

test('a second mailbox of one person is refused', async () => {
  const other = await withSeed(newMailboxSeed())
  other.id = newId()
  const { id, person } = other
  const again = {
    id,
    owner: { person },
    entry: await other.entry(),
    slots: [await other.paperSlot()]
  }
  assert.equal((await maryam.send('POST', '/mailboxes', again)).body.code, 'mailbox/exists')
  assert.equal((await sina.send('POST', '/mailboxes', again)).status, 403)
})

test('a way is added by a note of the open mailbox, and by no other', async () => {
  const secret = newPaperSecret()
  const slot = await maryam.paperSlot(secret)
  const line = addedSlotLine(slot)
  const url = `/mailboxes/${maryam.id}/keyslots`
  const refusal = async (sent: object) => (await maryam.send('POST', url, sent)).body.code
  const stranger = await withSeed(newMailboxSeed())
  assert.equal(await refusal({ slot, note: await stranger.noteOf(line) }), 'mailbox/not-opened')
  const late = await maryam.noteOf(line, '2026-11-22T05:00:00Z')
  assert.equal(await refusal({ slot, note: late }), 'mailbox/not-opened')
  const ofAnother = { ...slot, slot: slot.slot.replace(maryam.id, newId()) }
  const wrong = { slot: ofAnother, note: await maryam.noteOf(addedSlotLine(ofAnother)) }
  assert.equal(await refusal(wrong), 'mailbox/keyslot-form')
  const note = await maryam.noteOf(line)
  assert.equal((await maryam.send('POST', url, { slot, note })).status, 204)
  maryam.secrets.push(secret)
  assert.equal((await sina.send('POST', url, { slot, note })).status, 404)
})

test('ways go down to two and no further', async () => {
  const slots = await slotsOf(context.db, maryam.id)
  const url = (at: number) => `/mailboxes/${maryam.id}/keyslots/${slots[at]?.id ?? ''}/removal`
  assert.equal((await sina.send('POST', url(0), { wasCopied: false })).status, 404)
  assert.equal((await maryam.send('POST', url(0), { wasCopied: true })).status, 204)
  assert.equal(
    (await maryam.send('POST', url(1), { wasCopied: false })).body.code,
    'mailbox/last-ways'
  )
  assert.notEqual((await mailboxById(context.db, maryam.id))?.rotationDue ?? null, null)
  maryam.secrets.shift()
})

test('the key changes: every way opens the new one, the old seed stays with it', async () => {
  const renewed = await withSeed(newMailboxSeed())
  const [seed, keys, before] = [renewed.seed, await renewed.keys, await maryam.keys]
  const ways = await slotsOf(context.db, maryam.id)
  const slots = await Promise.all(
    ways.map(async ({ id, recipient, purpose }) => {
      const wrapped = await wrapForMailbox({ mailbox: maryam.id, recipient: recipient ?? '', seed })
      assert.ok(wrapped.ok)
      const binding = slotBinding(seed, { id, purpose, reader: null, recipient })
      return { id, slot: JSON.stringify(wrapped.value), binding }
    })
  )
  const of = { mailbox: maryam.id, recipient: keys.recipient, seed: maryam.seed }
  const past = await wrapForMailbox(of)
  assert.ok(past.ok)
  const next = { sequence: 1, reason: 'rotated', previous: entryHash(entry) } as const
  const url = `/mailboxes/${maryam.id}/rotation`
  const body = { past: JSON.stringify(past.value), slots, dropped: [] }
  const unsigned = await renewed.entry(next)
  assert.equal((await maryam.send('POST', url, { ...body, entry: unsigned })).status, 422)
  entry = await renewed.entry({ ...next, before })
  const short = { ...body, entry, slots: slots.slice(1) }
  assert.equal((await maryam.send('POST', url, short)).body.code, 'mailbox/key-moved')
  assert.equal((await maryam.send('POST', url, { ...body, entry })).status, 204)
  const ring = await maryam.send('GET', `/mailboxes/${maryam.id}/keyslots`)
  const [way] = ring.body['slots'] as { slot: string }[]
  const [secret = new Uint8Array()] = maryam.secrets
  const opened = await openSlot(way?.slot ?? '', { mailbox: maryam.id, secret })
  assert.deepEqual(opened, { ok: true, value: seed })
  const [old] = ring.body['past'] as { slot: string }[]
  const found = await unwrapForMailbox(parsedSlot(old?.slot ?? ''), keys.identity)
  assert.deepEqual(found, { ok: true, value: maryam.seed })
  maryam.seed = seed
})

test('every way is lost: the next key waits, can be stopped, and ends the ways of before', async () => {
  const renew = async () => {
    const other = await withSeed(newMailboxSeed())
    const plan = await maryam.send('GET', `/mailboxes/${maryam.id}/rotation`)
    const last = plan.body['entry'] as DirectoryEntry
    const previous = entryHash(last)
    const next = await other.entry({ sequence: last.sequence + 1, reason: 'recovered', previous })
    const slots = [await other.paperSlot(), await other.paperSlot()]
    const sent = { entry: next, slots }
    const done = await maryam.send('POST', `/mailboxes/${maryam.id}/renewal`, sent)
    assert.equal(done.status, 204, JSON.stringify(done.body))
    return other.keys
  }
  const { recipient } = await maryam.keys
  await renew()
  const blocked = await maryam.send('GET', `/mailboxes/${maryam.id}/rotation`)
  assert.equal(blocked.body.code, 'mailbox/key-moved')
  assert.equal((await slotsOf(context.db, maryam.id)).length, 4)
  assert.equal((await maryam.visitor.post('/mailbox/renewal/stop')).statusCode, 303)
  assert.equal((await slotsOf(context.db, maryam.id)).length, 2)
  assert.equal((await mailboxById(context.db, maryam.id))?.recipient, recipient)

  const keys = await renew()
  clock.advance('PT71H')
  await settleRenewals(context)
  assert.equal((await mailboxById(context.db, maryam.id))?.recipient, recipient)
  clock.advance('PT4H')
  await settleRenewals(context)
  assert.equal((await mailboxById(context.db, maryam.id))?.recipient, keys.recipient)
  assert.equal((await slotsOf(context.db, maryam.id)).length, 2)
})

test('a unit is kept by two custodians; who leaves loses the way, and the key is due', async () => {
  const place = { authority: 'sko', unit: 'citizen-services' }
  const [head, reza, ali] = await Promise.all(
    ['mohsen-alavi', 'reza-farzaneh', 'ali-ghanbari'].map(signedIn)
  )
  assert.ok(head && reza && ali)
  await Promise.all([reza.open(), ali.open()])
  const id = newId()
  const seed = newMailboxSeed()
  const keys = await mailboxKeys(seed, 'localhost:3000/sko/citizen-services')
  const made = {
    id,
    owner: place,
    entry: signedEntry(directoryOwner(place), keys, { at: reza.now })
  }
  const slotFor = async (own: MailboxPerson) => {
    const { recipient } = await own.keys
    const wrapped = await wrapForMailbox({ mailbox: id, recipient, seed })
    assert.ok(wrapped.ok)
    const bound = { id: newId(), purpose: 'custodian', reader: own.id, recipient: null }
    const slot = JSON.stringify(wrapped.value)
    const binding = slotBinding(seed, bound)
    return { ...bound, kind: 'mailbox', label: '', credential: null, slot, binding }
  }
  const slots = await Promise.all([reza, ali].map(slotFor))
  const alone = { ...made, slots: slots.slice(1) }
  assert.equal((await head.send('POST', '/mailboxes', alone)).body.code, 'mailbox/custodians')
  const stranger = { ...made, slots: [...slots.slice(1), await slotFor(maryam)] }
  assert.equal((await head.send('POST', '/mailboxes', stranger)).body.code, 'mailbox/reader')
  assert.equal((await reza.send('POST', '/mailboxes', { ...made, slots })).status, 403)
  assert.equal((await head.send('POST', '/mailboxes', { ...made, slots })).status, 201)

  const ring = await reza.send('GET', `/mailboxes/${id}/keyslots`)
  const [way] = ring.body['slots'] as { slot: string }[]
  const { identity } = await reza.keys
  const opened = await unwrapForMailbox(parsedSlot(way?.slot ?? ''), identity)
  assert.deepEqual(opened, { ok: true, value: seed })
  assert.deepEqual((await head.send('GET', `/mailboxes/${id}/keyslots`)).body['slots'], [])
  const outsider = await signedIn('sina-moradi')
  assert.equal((await outsider.send('GET', `/mailboxes/${id}`)).status, 404)

  await sql`update role_grants set valid_to = ${clock.now()} where person = ${ali.person}`.execute(
    context.db
  )
  assert.equal((await ali.send('GET', `/mailboxes/${id}/keyslots`)).status, 404)
  await checkReaders(context)
  assert.deepEqual(
    (await slotsOf(context.db, id)).map(({ reader }) => reader),
    [reza.person]
  )
  assert.notEqual((await mailboxById(context.db, id))?.rotationDue ?? null, null)
})
